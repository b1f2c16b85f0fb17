"""Thousands of named choices, those used last first, filtered while one types."""

from collections.abc import Sequence
from typing import Any
from unicodedata import combining, normalize

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

KEY = Qt.ItemDataRole.UserRole
LAST_USED = Qt.ItemDataRole.UserRole + 1
"""Whether the row ends the rows of those used last."""


class ChoiceModel(QAbstractListModel):
    """(id, title) each. The words of a filter may stand anywhere in either."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._folded: list[str] = []
        self._used: list[int] = []
        self._shown: Sequence[int] = ()
        self._words = ""

    def show_choices(self, choices: Sequence[tuple[str, str]], used: Sequence[str] = ()) -> None:
        """Offer these; ``used``: the ids of those used last, the latest first."""
        self._choices, self._folded = tuple(choices), []
        places = {key: place for place, (key, _title) in enumerate(self._choices)}
        self._used = [places[key] for key in used if key in places]
        self.filter(self._words)

    def filter(self, words: str) -> None:
        """Show the choices that hold all the words, the likeliest first; all for none."""
        self.beginResetModel()
        self._words = fold(words)
        self._shown = self._matches(self._words.split()) if self._words else self._all()
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """The row of a choice, -1 where it is not shown."""
        return next((row for row, place in enumerate(self._shown) if self._choices[place][0] == key), -1)

    def title_of(self, key: str) -> str:
        """The title of a choice, the id itself where it is unknown."""
        return next((title for one, title in self._choices if one == key), key)

    def __len__(self) -> int:
        return len(self._choices)

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: how many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a choice's title or id."""
        if not index.isValid():
            return None
        key, title = self._choices[self._shown[index.row()]]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return title
        if role == LAST_USED:
            return not self._words and index.row() == len(self._used) - 1
        return key if role == KEY else None

    def _all(self) -> list[int]:
        used = set(self._used)
        return [*self._used, *(place for place in range(len(self._choices)) if place not in used)]

    def prepare(self) -> None:
        """Somebody is going to type: what is looked through is made now, and not at the start of the program."""
        if not self._folded:
            self._folded = folded(self._choices)

    def _matches(self, words: list[str]) -> list[int]:
        self.prepare()
        used = set(self._used)
        ranked = likeliest(self._folded, holding(self._folded, words), self._words)
        return sorted(ranked, key=lambda place: place not in used)


def folded(choices: Sequence[tuple[str, str]]) -> list[str]:
    """What a search looks through: title and id of each. Of thousands in a few milliseconds."""
    whole = (f"{title} {key}" for key, title in choices)
    return [line.lower().replace("-", " ") if line.isascii() else fold(line) for line in whole]


def holding(lines: Sequence[str], words: Sequence[str]) -> list[int]:
    """The places of the lines that hold all the words."""
    first, rest = (words[0], words[1:]) if words else ("", ())
    return [place for place, line in enumerate(lines) if first in line and all(word in line for word in rest)]


def likeliest(lines: Sequence[str], places: Sequence[int], words: str) -> list[int]:
    """These places, lines that begin with the words first, then by their length."""
    return sorted(places, key=lambda place: len(lines[place]) - 10_000 * lines[place].startswith(words))


def fold(words: str) -> str:
    """The words without case, accents and punctuation between them."""
    if not words.isascii():
        words = "".join(letter for letter in normalize("NFKD", words) if not combining(letter))
    return " ".join(words.casefold().replace("-", " ").split())
