"""The command line's entry: options for all commands, and the one place where errors become words and exit codes.

Exit codes: 0 done, 1 done with problems, 2 not done.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import click
import typer

import reindreader
from reindreader.cli import citing, importing, records, showing
from reindreader.cli.context import DONE_WITH_PROBLEMS, NOT_DONE, Context
from reindreader.errors import ReindreaderError
from reindreader.workflows.places import LIBRARY_VARIABLE, library_path
from reindreader.workflows.wording import _, error_sentence

app = typer.Typer(
    name="reindread",
    help=_("Read translated articles, keep what is known of their translation, and cite them."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for room in (showing, importing, records, citing):
    room.register(app)


@app.callback()
def options(
    context: typer.Context,
    library: Annotated[
        Path | None,
        typer.Option(help=_("The library, a .sqlite file."), envvar=LIBRARY_VARIABLE, show_envvar=True, metavar="FILE"),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help=_("Print the version and stop."), is_eager=True)] = False,
) -> None:
    """Options for all commands."""
    if version:
        typer.echo(f"reindread {reindreader.__version__}")
        raise typer.Exit
    context.obj = Context(library_path(library))


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(arguments, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return NOT_DONE
    except ReindreaderError as error:
        typer.echo(error_sentence(error), err=True)
        return NOT_DONE
    except (KeyboardInterrupt, click.Abort):
        typer.echo(_("Cancelled."), err=True)
        return NOT_DONE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE_WITH_PROBLEMS
    return code if isinstance(code, int) else 0
