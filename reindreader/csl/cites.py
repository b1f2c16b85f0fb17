"""What is cited: cite-items and clusters, and where a cite stands (CSL 1.0.2, Choose, `position`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .context import FIRST

_SUBSEQUENT = frozenset({"subsequent"})
_POSITIONS = {
    "first": FIRST,
    "subsequent": _SUBSEQUENT,
    "ibid": _SUBSEQUENT | {"ibid"},
    "ibid-with-locator": _SUBSEQUENT | {"ibid", "ibid-with-locator"},
    "near-note": _SUBSEQUENT | {"near-note"},
}


@dataclass(frozen=True, slots=True)
class CiteItem:
    """One cite. `label` is a locator type ("page" where it is ""); prefix and suffix may hold a field's markup.

    `position` (first, subsequent, ibid, ibid-with-locator or near-note) overrides what the document says.
    """

    id: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A citation: its cites, its note number (0 in the text), and its mode.

    `mode` is "" or "composite" (narrative: "Doe (1999)"), "suppress-author" or "author-only" for its first cite;
    `infix` stands between the two halves of a composite citation; `unsorted` keeps the cites' order.
    """

    id: str
    items: tuple[CiteItem, ...]
    note: int = 0
    mode: str = ""
    infix: str = ""
    unsorted: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cite stands: its positions, and the note that first cited its item (0: none before)."""

    position: frozenset[str] = FIRST
    first_note: int = 0


def places(clusters: Iterable[tuple[int, tuple[CiteItem, ...]]], near: int) -> list[list[Place]]:
    """The places of all cites of a document, cluster by cluster: (note, cites in the order printed).

    Citations in notes and in the text are two sequences.
    """
    sequences = {True: _Sequence(near), False: _Sequence(near)}
    return [sequences[bool(note)].row(note, items) for note, items in clusters]


class _Sequence:
    def __init__(self, near: int) -> None:
        self.near = near
        self.seen: dict[str, tuple[int, int]] = {}
        self.previous: tuple[int, tuple[CiteItem, ...]] | None = None

    def row(self, note: int, items: tuple[CiteItem, ...]) -> list[Place]:
        row = []
        for index, cite in enumerate(items):
            before = items[index - 1] if index else _before(self.previous, note)
            row.append(_place(cite, before, self.seen, note, self.near))
            first, _ = self.seen.get(cite.id, (note, note))
            self.seen[cite.id] = (first, note)
        if items:
            self.previous = _with_note_mates(self.previous, note, items)
        return row


def _with_note_mates(
    previous: tuple[int, tuple[CiteItem, ...]] | None, note: int, items: tuple[CiteItem, ...]
) -> tuple[int, tuple[CiteItem, ...]]:
    """Citations that share a note count as one for what follows it."""
    if previous is not None and note and previous[0] == note:
        return note, previous[1] + items
    return note, items


def _before(previous: tuple[int, tuple[CiteItem, ...]] | None, note: int) -> CiteItem | None:
    """The cite that a citation's first cite may repeat."""
    if previous is None:
        return None
    if note and previous[0] == note:
        return previous[1][-1]
    if note > previous[0] + 1:  # a note without citation stands between
        return None
    return previous[1][0] if len({cite.id for cite in previous[1]}) == 1 else None


_NEVER_BEFORE = Place()


def _place(cite: CiteItem, before: CiteItem | None, seen: dict[str, tuple[int, int]], note: int, near: int) -> Place:
    if cite.position:
        return Place(_POSITIONS[cite.position], seen.get(cite.id, (0, 0))[0])
    if cite.id not in seen:
        return _NEVER_BEFORE
    first, last = seen[cite.id]
    ibid = _ibid(cite, before) if before is not None and before.id == cite.id else "subsequent"
    position = _POSITIONS[ibid]
    return Place(position | _POSITIONS["near-note"] if note - last <= near else position, first)


def _ibid(cite: CiteItem, before: CiteItem) -> str:
    if not before.locator:
        return "ibid-with-locator" if cite.locator else "ibid"
    if not cite.locator:
        return "subsequent"
    same = (cite.locator, cite.label or "page") == (before.locator, before.label or "page")
    return "ibid" if same else "ibid-with-locator"
