"""How a file is to be written: what the user may choose, and what the writer is handed beside the records."""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from reindreader.citing.trimming import LEAVABLE
from reindreader.model.highlights import Highlight, Locator

NARROWEST = 40
"""Columns: a shorter line would leave no room for a value beside its field's name."""

_STYLE = re.compile(r"\S.*", re.DOTALL)


class Order(StrEnum):
    """The order of the entries: as they were selected, or by a fact."""

    SELECTED = "selected"
    KEY = "key"
    AUTHOR = "author"
    YEAR = "year"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the user chose. Each format names those that concern it in ``Format.options``; others have no effect.

    ``leave_out``: names of ``LEAVABLE``. ``width``: columns of a line, 0 for lines without end. ``protect_titles``: braces
    around acronyms and names. ``ascii``: letters beyond ASCII as the format's own escapes; None for the format's habit.
    ``safe_keys``: keys of ``[A-Za-z0-9:_-]`` alone. ``words``: the language of facts said in words (BCP 47).
    ``style`` and ``language``: of a formatted bibliography, None for the style's own language. Raises ValueError.
    """

    leave_out: frozenset[str] = frozenset()
    order: Order = Order.SELECTED
    width: int = 0
    protect_titles: bool = True
    ascii: bool | None = None
    safe_keys: bool = True
    words: str = "en"
    style: str = "apa"
    language: str | None = None

    def __post_init__(self) -> None:
        if unknown := self.leave_out - LEAVABLE.keys():
            raise ValueError(f"no such fields: {sorted(unknown)}")
        if self.width and self.width < NARROWEST:
            raise ValueError(f"a width of {self.width}")
        if not _STYLE.match(self.style):
            raise ValueError("no style")

    def as_json(self) -> dict[str, Any]:
        """What differs from the standard, for keeping."""
        found = {part.name: getattr(self, part.name) for part in fields(self)}
        kept = {name: value for name, value in found.items() if value != getattr(STANDARD, name)}
        return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in kept.items()}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """The options that were kept; names of another version are passed over. Raises ValueError."""
        known = {part.name for part in fields(cls)}
        found = {name: value for name, value in kept.items() if name in known}
        found["leave_out"] = frozenset(found.get("leave_out", ())) & LEAVABLE.keys()
        found["order"] = Order(found.get("order", Order.SELECTED))
        return cls(**found)


STANDARD = ExportOptions()
OPTIONS = frozenset(part.name for part in fields(ExportOptions))


@dataclass(frozen=True, slots=True)
class Marked:
    """A highlight and where in the article it stands; ``locator``: None where that is not known."""

    highlight: Highlight
    locator: Locator | None = None


def _unmarked(_key: str) -> Sequence[Marked]:
    return ()


@dataclass(frozen=True, slots=True)
class Job:
    """What a writer is handed beside the entries.

    ``there``: the ids of all records in the file, so that links between them can be written; ``highlights``: by citation
    key, for the formats that write them; ``cache_folder``: where compiled styles may be kept.
    """

    options: ExportOptions = STANDARD
    there: Container[int] = frozenset()
    highlights: Callable[[str], Sequence[Marked]] = _unmarked
    cache_folder: Path | None = None


PLAIN_JOB = Job()
