"""The command line's entry: options for all commands, and the one place where errors become words and exit codes.

Exit codes: 0 done, 1 done with problems, 2 not done.
"""

import gc
import os
import signal
import sys
import threading
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

import reindreader
from reindreader.cli.context import DONE, NOT_DONE, Context
from reindreader.cli.keeping import keeper
from reindreader.cli.rooms import Rooms
from reindreader.errors import ReindreaderError
from reindreader.pages.serving import serve_if_asked
from reindreader.workflows.catalogue import _
from reindreader.workflows.places import LIBRARY_VARIABLE, library_path

app = typer.Typer(
    name="reindread",
    cls=Rooms,
    help=_("Read translated articles, keep what is known of their translation, and cite them."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reindread {reindreader.__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    library: Annotated[
        Path | None,
        typer.Option(help=_("The library, a .sqlite file."), envvar=LIBRARY_VARIABLE, show_envvar=True, metavar="FILE"),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", help=_("Print the version and stop."), is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Options for all commands."""
    context.obj = Context(library_path(library))
    context.call_on_close(keeper(context.obj.path))


class _CancelledError(Exception):
    """The user pressed Ctrl+C."""


def _cancel(_signal: int, _frame: FrameType | None) -> None:
    raise _CancelledError


_COLLECT_AFTER = 2_000, 20, 100
"""Python looks for cycles more seldom than it is used to: records are many small objects, and hold none."""

_TURN = 0.001
"""Seconds that the thread that stores may keep those waiting that hand the next files to the workers. Python's own is 5 ms."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    serve_if_asked()
    gc.set_threshold(*_COLLECT_AFTER)
    sys.setswitchinterval(_TURN)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _cancel)
    try:
        app(arguments, prog_name="reindread")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except ReindreaderError as error:
        from reindreader.workflows.wording import error_sentence  # noqa: PLC0415  # it loads much

        typer.echo(error_sentence(error), err=True)
        return NOT_DONE
    except _CancelledError:
        typer.echo(_("Cancelled."), err=True)
        return NOT_DONE
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
