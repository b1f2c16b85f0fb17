"""Citation labels of label styles, such as "Ferr78" (CSL 1.0.2, Appendix IV, `citation-label`)."""

from __future__ import annotations

from collections.abc import Sequence

from .items import Item
from .people import Person
from .style import Style

# Letters of each name for one, two, three, and four or more names.
_LETTERS = {1: 4, 2: 2, 3: 2}
_MOST = 4


def citation_labels(_style: Style, items: Sequence[Item]) -> dict[str, str]:
    """A label for each item: its own, or made of names and year; the year-suffix tells equal ones apart."""
    return {item.id: item.texts.get("citation-label") or _made(item) for item in items}


def _made(item: Item) -> str:
    persons: Sequence[Person] = item.names.get("author") or next(iter(item.names.values()), ())
    shown = persons[:_MOST]
    letters = _LETTERS.get(len(shown), 1)
    names = "".join((person.family or person.literal).replace(" ", "")[:letters] for person in shown)
    date = item.dates.get("issued")
    year = f"{abs(date.start.year) % 100:02d}" if date and date.start.year else ""
    return (names or item.texts.get("title", "")[:4]) + year
