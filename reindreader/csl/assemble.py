"""Cites put together into a citation: grouping, collapsing, delimiters (CSL 1.0.2, Cite Grouping and Collapsing)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import richtext
from .cites import CiteItem
from .context import Context
from .style import Style
from .tree import Deco, Node, Piece, plain


@dataclass(slots=True)
class Cite:
    """One cite of a cluster, rendered; `again` renders it once more without its names."""

    item: CiteItem
    ctx: Context
    pieces: list[Piece]
    again: Callable[[], list[Piece]]
    number: int = 0

    @property
    def names(self) -> str:
        """The text of the first cs:names, "" if there is none."""
        first = self.ctx.first_names
        return plain(first.node) if first else ""


def citation(style: Style, cites: list[Cite]) -> Piece:
    """The cites as one citation with the layout's affixes."""
    area = style.citation
    collapse = area.options.get("collapse", "")
    if "cite-group-delimiter" in area.options or collapse.startswith("year"):
        cites = grouped(cites)
    joiner = _Joiner(style, collapse)
    return Node(joiner.join(cites), area.deco)


def grouped(cites: list[Cite]) -> list[Cite]:
    """Cites with the same names brought together at the first of them."""
    groups: dict[str, list[Cite]] = {}
    for index, cite in enumerate(cites):
        groups.setdefault(cite.names or f"\0{index}", []).append(cite)
    return [cite for group in groups.values() for cite in group]


def with_affixes(cite: Cite, pieces: list[Piece]) -> Piece:
    """A cite's pieces between what the user wrote before and after it."""
    item = cite.item
    kids: list[Piece] = []
    if item.prefix:
        kids.append(richtext.parse(_spaced(item.prefix)))
    kids += pieces
    if item.suffix:
        kids.append(richtext.parse(_spaced_before(item.suffix)))
    return Node(kids, _CITE)


_CITE = Deco(name="cite")


def _spaced(prefix: str) -> str:
    """A prefix that ends in a word is set off."""
    return prefix + " " if prefix[-1].isalnum() or prefix[-1] in ".,;:!?)]’”'\"" else prefix


def _spaced_before(suffix: str) -> str:
    return " " + suffix if suffix[0].isalnum() or suffix[0] in "([“‘" else suffix


class _Joiner:
    def __init__(self, style: Style, collapse: str) -> None:
        options = style.citation.options
        self.collapse = collapse
        self.delimiter = style.citation.delimiter
        self.group_delimiter = options.get("cite-group-delimiter", self.delimiter)
        self.suffix_delimiter = options.get("year-suffix-delimiter", self.delimiter)
        self.after = options.get("after-collapse-delimiter", self.delimiter)
        self.grouping = "cite-group-delimiter" in options
        if collapse.startswith("year-suffix") and not style.citation.option("disambiguate-add-year-suffix"):
            self.collapse = "year"

    def join(self, cites: list[Cite]) -> list[Piece]:
        if self.collapse == "citation-number":
            return self.numbers(cites)
        if self.collapse.startswith("year"):
            return self.years(cites)
        return self.plainly(cites)

    def plainly(self, cites: list[Cite]) -> list[Piece]:
        out: list[Piece] = []
        for index, cite in enumerate(cites):
            if index:
                same = self.grouping and cite.names and cite.names == cites[index - 1].names
                out.append(self.group_delimiter if same else self.delimiter)
            out.append(with_affixes(cite, cite.pieces))
        return out

    def numbers(self, cites: list[Cite]) -> list[Piece]:
        """Runs of three and more rising numbers become ranges."""
        out: list[Piece] = []
        at = 0
        collapsed = False
        while at < len(cites):
            end = at
            while end + 1 < len(cites) and self.follows(cites[end], cites[end + 1], end > at):
                end += 1
            if out:
                out.append(self.after if collapsed else self.delimiter)
            collapsed = end - at > 1
            if collapsed:
                out += [with_affixes(cites[at], cites[at].pieces), "–", with_affixes(cites[end], cites[end].pieces)]
            else:
                end = at
                out.append(with_affixes(cites[at], cites[at].pieces))
            at = end + 1
        return out

    @staticmethod
    def follows(one: Cite, other: Cite, inner: bool) -> bool:
        del inner
        bare = not (one.item.locator or other.item.locator or one.item.suffix or other.item.prefix)
        return bare and not one.item.author_only and other.number == one.number + 1

    def years(self, cites: list[Cite]) -> list[Piece]:
        out: list[Piece] = []
        at = 0
        collapsed = False
        while at < len(cites):
            end = at + 1
            while end < len(cites) and self.collapses(cites[at], cites[end]):
                end += 1
            if out:
                out.append(self.after if collapsed else self.delimiter)
            collapsed = end - at > 1
            out += self.group(cites[at:end])
            at = end
        return out

    @staticmethod
    def collapses(first: Cite, other: Cite) -> bool:
        return bool(first.names) and first.names == other.names and not other.item.prefix

    def group(self, cites: list[Cite]) -> list[Piece]:
        """A group of cites with the same names, which are printed once."""
        out: list[Piece] = [with_affixes(cites[0], cites[0].pieces)]
        runs = _Runs(self)
        runs.start(cites[0], cites[0].again() if self.collapse != "year" and len(cites) > 1 else [])
        for cite in cites[1:]:
            pieces = cite.again()
            if self.collapse != "year" and runs.continues(cite, pieces):
                runs.add(cite, pieces)
            else:
                runs.flush(out)
                out += [self.group_delimiter, with_affixes(cite, pieces)]
                runs.start(cite, pieces)
        runs.flush(out)
        return out


class _Runs:
    """Suffixes of one year within a group: `a, b` or `a–c`."""

    def __init__(self, joiner: _Joiner) -> None:
        self.joiner = joiner
        self.year = ""
        self.letters: list[tuple[Cite, Piece]] = []
        self.open = False

    def start(self, cite: Cite, pieces: list[Piece]) -> None:
        self.year, suffix = _year_and_suffix(pieces)
        self.open = suffix is not None and not cite.item.locator and not cite.item.suffix
        self.letters = [(cite, suffix or "")]

    def continues(self, cite: Cite, pieces: list[Piece]) -> bool:
        year, suffix = _year_and_suffix(pieces)
        return self.open and suffix is not None and year == self.year and not cite.item.locator

    def add(self, cite: Cite, pieces: list[Piece]) -> None:
        self.letters.append((cite, _year_and_suffix(pieces)[1] or ""))
        self.open = not cite.item.suffix

    def flush(self, out: list[Piece]) -> None:
        ranged = self.joiner.collapse == "year-suffix-ranged"
        at = 1
        while at < len(self.letters):
            end = at
            while ranged and end + 1 < len(self.letters) and self.next_to(end, end + 1):
                end += 1
            if ranged and self.next_to(at - 1, at) and end > at - 1 and end - (at - 1) >= 2:
                out.append("–")
                at = end
            else:
                out.append(self.joiner.suffix_delimiter)
            cite, letter = self.letters[at]
            out.append(with_affixes(cite, [letter]))
            at += 1
        self.letters = self.letters[:1]

    def next_to(self, one: int, other: int) -> bool:
        first, second = plain(self.letters[one][1]), plain(self.letters[other][1])
        return len(first) == len(second) and bool(first) and ord(second[-1]) == ord(first[-1]) + 1


def _year_and_suffix(pieces: list[Piece]) -> tuple[str, Piece | None]:
    """The text without the year-suffix, and the suffix; None if there is none."""
    found: list[Piece] = []
    text = "".join(_without_suffix(piece, found) for piece in pieces)
    return text, found[0] if found else None


def _without_suffix(piece: Piece, found: list[Piece]) -> str:
    if isinstance(piece, str):
        return piece
    if piece.deco.name == "year-suffix":
        found.append(piece)
        return ""
    return "".join(_without_suffix(kid, found) for kid in piece.kids)
