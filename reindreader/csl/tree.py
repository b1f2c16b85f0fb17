"""The output tree: strings and nodes with what is to be done to them, built while rendering, written once at the end.

Nodes made for one rendering belong to it; pieces made at compile time and fields parsed from items are shared,
and nothing changes them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

Format = tuple[tuple[str, str], ...]
"""Formatting attributes and their values, in the order in which they enclose the text, outermost first."""

_FORMATS = ("text-decoration", "font-weight", "vertical-align", "font-variant", "font-style")


@dataclass(frozen=True, slots=True)
class Deco:
    """What an element does to its output: affixes, delimiter between children, formatting, marks, block, case.

    `quotes` sets quotation marks around it, `typed` ones (which stay at the outer level); `display` is a block's kind; `case` and `strip` work on the whole
    text inside; `link` is the kind of link (a variable) or ""; `keep` is set on a field's own literal single marks.
    """

    prefix: Piece = ""
    suffix: Piece = ""
    delimiter: str = ""
    fmt: Format = ()
    quotes: bool = False
    display: str = ""
    case: str = ""
    strip: bool = False
    link: str = ""
    flip: Format = ()
    typed: str = ""
    name: str = ""
    inside: bool = False

    def but(self, **changes: object) -> Deco:
        """A copy with some of it changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


class Node:
    """Children and what is done to them together."""

    __slots__ = ("deco", "kids")

    def __init__(self, kids: list[Piece], deco: Deco) -> None:
        self.kids = kids
        self.deco = deco

    def __repr__(self) -> str:
        return f"Node({self.kids!r}, {self.deco!r})"


Piece = str | Node
PLAIN = Deco()


def joined(kids: list[Piece]) -> Piece:
    """Children as one piece."""
    return kids[0] if len(kids) == 1 else Node(kids, PLAIN)


def plain(piece: Piece) -> str:
    """The bare text, without punctuation rules or quotation marks: for keys and comparisons."""
    out: list[str] = []
    _plain(piece, out)
    return "".join(out)


def _plain(piece: Piece, out: list[str]) -> None:
    if isinstance(piece, str):
        out.append(piece)
        return
    deco = piece.deco
    if deco.prefix:
        _plain(deco.prefix, out)
    for index, kid in enumerate(piece.kids):
        if index and deco.delimiter:
            out.append(deco.delimiter)
        _plain(kid, out)
    if deco.suffix:
        _plain(deco.suffix, out)


def unformatted(piece: Piece) -> Piece:
    """A copy without formatting and without the quotation marks that an element sets."""
    if isinstance(piece, str):
        return piece
    deco = piece.deco if piece.deco.inside else replace(piece.deco, fmt=(), quotes=False)
    return Node([unformatted(kid) for kid in piece.kids], deco)


def format_of(attrs: dict[str, str]) -> Format:
    """The formatting attributes of a CSL element (CSL 1.0.2, Formatting), outermost first."""
    return tuple((name, attrs[name]) for name in _FORMATS if name in attrs)
