"""``reanchor`` and ``align``: two texts on standard input or in files, what they have in common on standard output."""

import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

import typer

from reindreader.anchoring import AnchorChange, Reanchoring
from reindreader.cli.context import DONE_WITH_PROBLEMS, warn
from reindreader.cli.lines import print_line
from reindreader.model.text import Span
from reindreader.workflows.comparing import aligned_files
from reindreader.workflows.wording import _


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("reanchor", help=_("Read quotations of texts, and print where they stand in changed texts."))(reanchor)
    app.command("align", help=_("Print which lines of two files belong together."))(align)


_Case = tuple[str, str, Span]


def reanchor(
    lines: Annotated[
        bool, typer.Option("--lines", help=_('Each line is a JSON object: {"old", "new", "start", "end"}.'))
    ] = True,
) -> None:
    """One ``{"verdict", "start", "end"}`` a line: ``same`` at the same offset, ``moved`` where the same words stand
    elsewhere, ``changed`` where they may have become others, ``lost`` (start and end are null). A line that is no
    such object is lost, too, and is warned of.
    """
    failed = 0
    compared = lru_cache(4)(Reanchoring)
    for number, line in enumerate(sys.stdin, 1):
        case = _case(line)
        if case is None:
            warn(_("Line {number} is no JSON object with old, new, start and end.").format(number=number))
            failed += 1
        print_line(_answer(compared(*case[:2]), case[2]) if case else _LOST)
    if failed:
        raise typer.Exit(DONE_WITH_PROBLEMS)


_LOST: dict[str, Any] = {"verdict": "lost", "start": None, "end": None}


def _case(line: str) -> _Case | None:
    try:
        given = json.loads(line)
        old, new, span = given["old"], given["new"], Span(given["start"], given["end"])
    except (ValueError, TypeError, KeyError):
        return None
    return (old, new, span) if isinstance(old, str) and isinstance(new, str) else None


def _answer(compared: Reanchoring, span: Span) -> dict[str, Any]:
    found = compared.verdict(span)
    if found.span is None:
        return _LOST
    kept = found.state in {AnchorChange.SAME, AnchorChange.MOVED}
    verdict = ("same" if found.span.start == span.start else "moved") if kept else found.state.value
    return {"verdict": verdict, "start": found.span.start, "end": found.span.end}


def align(
    source: Annotated[Path, typer.Argument(help=_("A text, a sentence or a paragraph a line."))],
    target: Annotated[Path, typer.Argument(help=_("Its translation, in the same way."))],
    lines: Annotated[bool, typer.Option("--lines", help=_("A sentence or a paragraph is a line."))] = True,
) -> None:
    """One JSON list of beads: ``[[[0], [0]], [[1, 2], [1]], [[3], []], …]``, indices from 0."""
    print_line(aligned_files(source, target))
