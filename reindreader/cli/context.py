"""What all commands share: the library they work on, and how they print."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import typer

from reindreader.workflows.catalogue import _

if TYPE_CHECKING:
    from reindreader.library import Library

_MOMENT_S = 1.0
DONE, DONE_WITH_PROBLEMS, NOT_DONE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Context:
    """``path``: of the library, which need not be there yet."""

    path: Path

    def open(self) -> "Library":
        """The library, opened. Raises the errors of Library.open."""
        from reindreader.library import Library  # noqa: PLC0415  # --version needs no database

        library = Library.open(self.path, told=_Telling())
        if library.unclean:
            _tell_unclean(library)
        return library


def _tell_unclean(library: "Library") -> None:
    """The program before could not close the library: whether it is whole all the same."""
    from reindreader.workflows.safekeeping import damage_after_unclean_end  # noqa: PLC0415  # seldom needed

    try:
        damage = damage_after_unclean_end(library)
    except BaseException:
        library.close()
        raise
    if damage:
        warn(damage)
        warn(_("“reindread check” tells more, “reindread restore” goes back to a backup."))
    else:
        warn(_("The library was not closed well. It was looked through, and is whole."))


class _Telling:
    """How far a library is brought up to date, on standard error, where that takes more than a moment."""

    def __init__(self) -> None:
        self._start = monotonic()
        self._told = False

    def __call__(self, done: int, total: int) -> None:
        here = sys.stderr.isatty()
        if monotonic() - self._start < _MOMENT_S or (self._told and not here):
            return
        words = _("The library is brought up to date: {done} of {total} articles.").format(done=done, total=total)
        sys.stderr.write(f"\r{words}" if here else f"{words}\n")
        if here and done >= total:
            sys.stderr.write("\n")
        sys.stderr.flush()
        self._told = True


def context_of(context: typer.Context) -> Context:
    """Our part of typer's context."""
    own: Context = context.find_object(Context) or Context(Path())
    return own


def print_json(value: Any) -> None:
    """Print a value as JSON, letters as they are."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def warn(sentence: str) -> None:
    """Say a sentence on standard error."""
    typer.echo(sentence, err=True)
