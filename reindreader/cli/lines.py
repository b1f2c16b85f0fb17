"""``attribution``: credit lines on standard input, what they credit on standard output; for scripts and for measuring."""

import json
import sys
from typing import Annotated

import typer

from reindreader.attribution import credit_line
from reindreader.cli.context import DONE_WITH_PROBLEMS, warn
from reindreader.workflows.wording import _


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("attribution", help=_("Read credit lines, and print what each of them credits."))(attribution)


def attribution(
    lines: Annotated[bool, typer.Option("--lines", help=_("Each line of standard input is a JSON string."))] = False,
    language: Annotated[str | None, typer.Option(help=_("The lines' language, where it is known."))] = None,
) -> None:
    """One JSON list of ``{"role", "value"}`` a line; an empty list for a line that is no JSON string."""
    failed = 0
    for number, line in enumerate(sys.stdin, 1):
        text = _text(line) if lines else line.rstrip("\n")
        if text is None:
            warn(_("Line {number} is no JSON string.").format(number=number))
            failed += 1
        found = credit_line(text, language) if text else ()
        print_line([{"role": role, "value": value} for role, value in found])
    if failed:
        raise typer.Exit(DONE_WITH_PROBLEMS)


def _text(line: str) -> str | None:
    try:
        text = json.loads(line)
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def print_line(value: object) -> None:
    """Print a value as JSON in one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
