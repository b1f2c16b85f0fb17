"""Cites put together into a citation: affixes, grouping, delimiters (CSL 1.0.2, Cite Grouping)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import richtext
from .cites import CiteItem
from .context import Context
from .style import Area, Style
from .textcase import capitalize_first
from .tree import Deco, Node, Piece, plain

_CITE = Deco(name="cite")
_SENTENCE_ENDS = ".!?"


@dataclass(slots=True)
class Cite:
    """One cite of a cluster, rendered; `again` renders it once more without its names."""

    item: CiteItem
    ctx: Context
    pieces: list[Piece]
    again: Callable[[], list[Piece]]
    number: int = 0
    first: bool = False

    @property
    def names(self) -> str:
        """The text of the first cs:names, "" if there is none."""
        first = self.ctx.first_names
        return plain(first.node) if first else ""


def laid_out(pieces: list[Piece], area: Area) -> Piece:
    """Pieces in the layout's decoration: its formatting takes in its affixes (Affixes)."""
    deco = area.deco
    if not deco.fmt:
        return Node(pieces, deco)
    return Node([Node(pieces, deco.but(fmt=()))], Deco(fmt=deco.fmt))


def grouped(cites: list[Cite]) -> list[Cite]:
    """Cites with the same names brought together at the first of them."""
    groups: dict[str, list[Cite]] = {}
    for index, cite in enumerate(cites):
        groups.setdefault(cite.names or f"\0{index}", []).append(cite)
    return [cite for group in groups.values() for cite in group]


def with_affixes(cite: Cite, pieces: list[Piece], style: Style) -> Piece:
    """A cite's pieces between what the user wrote before and after it."""
    item = cite.item
    if style.kind == "note" and pieces and _starts_a_sentence(cite):
        pieces = [_capitalized(pieces[0]), *pieces[1:]]
    kids: list[Piece] = []
    if item.prefix:
        kids.append(richtext.parse(_spaced(item.prefix)))
    kids += pieces
    if item.suffix:
        kids.append(richtext.parse(_spaced_before(item.suffix)))
    return Node(kids, _CITE)


def _starts_a_sentence(cite: Cite) -> bool:
    """Whether a term that the cite starts with begins a note, or follows a sentence of the prefix."""
    prefix = richtext.strip(cite.item.prefix).strip(" \"'”’)")
    if prefix:
        return prefix[-1] in _SENTENCE_ENDS and (" " in prefix or prefix[0] in _SENTENCE_ENDS)
    return cite.first


def _capitalized(piece: Piece) -> Piece:
    """A copy in which a term at the very start has a capital."""
    if isinstance(piece, str) or not piece.kids or plain(piece.deco.prefix).strip("([ "):
        return piece
    first = piece.kids[0]
    if piece.deco.name == "term":
        first = capitalize_first(first) if isinstance(first, str) else first
    else:
        first = _capitalized(first)
    return Node([first, *piece.kids[1:]], piece.deco)


def _spaced(prefix: str) -> str:
    """A prefix that ends in a word is set off."""
    last = richtext.strip(prefix)[-1:]
    return prefix + " " if last.isalnum() or (last and last in ".,;:!?)]’”'\"") else prefix


def _spaced_before(suffix: str) -> str:
    return " " + suffix if suffix[0].isalnum() or suffix[0] in "([“‘" else suffix


def between(one: Cite, other: Cite, delimiter: str) -> str:
    """The delimiter of two cites; what the user wrote may bring its own punctuation."""
    prefix, suffix = richtext.strip(other.item.prefix).lstrip(), richtext.strip(one.item.suffix).rstrip()
    if prefix[:1] and prefix[0] in ".,;:":
        return ""
    if suffix[-1:] and suffix[-1] in ",;:":
        return " "
    return delimiter
