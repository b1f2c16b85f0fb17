"""Cites joined into a citation, and collapsed (CSL 1.0.2, Cite Grouping and Cite Collapsing)."""

from __future__ import annotations

from .assemble import Cite, between, grouped, laid_out, with_affixes
from .style import Style
from .tree import Node, Piece, plain

_DASH = "–"


def citation(style: Style, cites: list[Cite]) -> Piece:
    """The cites as one citation with the layout's affixes."""
    options = style.citation.options
    collapse = options.get("collapse", "")
    cites = [cite for cite in cites if cite.pieces]
    if style.citation.sort_keys and ("cite-group-delimiter" in options or collapse.startswith("year")):
        cites = grouped(cites)
    if not cites:
        return ""
    cites[0].first = True
    return laid_out(_Joiner(style, collapse).join(cites), style.citation)


class _Joiner:
    def __init__(self, style: Style, collapse: str) -> None:
        options = style.citation.options
        self.style = style
        self.collapse = collapse
        self.delimiter = style.citation.delimiter
        plain_group = style.kind == "in-text" and "after-collapse-delimiter" not in options
        self.in_group = options.get("cite-group-delimiter", ", " if plain_group else self.delimiter)
        self.grouping = "cite-group-delimiter" in options
        self.in_year = options.get("year-suffix-delimiter") or (self.in_group if self.grouping else self.delimiter)
        self.after = options.get("after-collapse-delimiter", self.delimiter)
        self.after_locator = options.get("after-collapse-delimiter", self.in_group)
        if collapse.startswith("year-suffix") and not style.citation.option("disambiguate-add-year-suffix"):
            self.collapse = "year"

    def join(self, cites: list[Cite]) -> list[Piece]:
        if self.collapse == "citation-number":
            return self.numbers(cites)
        if self.collapse.startswith("year"):
            return self.years(cites)
        return self.plainly(cites)

    def whole(self, cite: Cite) -> Piece:
        return with_affixes(cite, cite.pieces, self.style)

    def plainly(self, cites: list[Cite]) -> list[Piece]:
        out: list[Piece] = []
        for index, cite in enumerate(cites):
            if index:
                before = cites[index - 1]
                same = self.grouping and cite.names and cite.names == before.names
                out.append(between(before, cite, self.in_group if same else self.delimiter))
            out.append(self.whole(cite))
        return out

    def numbers(self, cites: list[Cite]) -> list[Piece]:
        """Runs of three and more rising numbers become ranges."""
        out: list[Piece] = []
        at = 0
        collapsed = False
        while at < len(cites):
            end = at
            while end + 1 < len(cites) and _follows(cites[end], cites[end + 1]):
                end += 1
            if out:
                out.append(between(cites[at - 1], cites[at], self.after if collapsed else self.delimiter))
            collapsed = end - at > 1
            out.append(self.whole(cites[at]))
            if collapsed:
                out += [_DASH, self.whole(cites[end])]
            else:
                end = at
            at = end + 1
        return out

    def years(self, cites: list[Cite]) -> list[Piece]:
        out: list[Piece] = []
        at = 0
        while at < len(cites):
            end = at + 1
            while end < len(cites) and self.collapses(cites[at], cites[end]):
                end += 1
            if out:
                out.append(between(cites[at - 1], cites[at], self.after))
            out += _Group(self, cites[at:end]).pieces()
            at = end
        return out

    def collapses(self, first: Cite, other: Cite) -> bool:
        """Whether a cite joins a group: the same names, or none at all where years are collapsed further."""
        same = first.names == other.names and not other.item.prefix
        return same and (bool(first.names) or self.collapse != "year")


def _follows(one: Cite, other: Cite) -> bool:
    return (
        other.number == one.number + 1 and _is_bare(one) and _is_bare(other) and not one.item.suffix + other.item.prefix
    )


def _is_bare(cite: Cite) -> bool:
    """Whether a cite prints its number and no word or number beside it."""
    text = "".join(plain(piece) for piece in cite.pieces)
    return "".join(filter(str.isalnum, text)) == str(cite.number)


class _Group:
    """Cites with the same names, which are printed once; suffixes of one year run together: `a, b` or `a–c`."""

    def __init__(self, joiner: _Joiner, cites: list[Cite]) -> None:
        self.joiner = joiner
        self.cites = cites
        self.bare = [cite.again() for cite in cites] if len(cites) > 1 else []
        self.parts = [_year_and_suffix(pieces) for pieces in self.bare]

    def pieces(self) -> list[Piece]:
        out: list[Piece] = [self.joiner.whole(self.cites[0])]
        at = 1
        while at < len(self.cites):
            end = self.run_end(at)
            if end > at:
                out += self.run(at, end)
                at = end
                continue
            if self.bare[at]:
                out.append(between(self.cites[at - 1], self.cites[at], self.delimiter(at)))
                out.append(with_affixes(self.cites[at], self.bare[at], self.joiner.style))
            at += 1
        return out

    def delimiter(self, at: int) -> str:
        return self.joiner.after_locator if self.cites[at - 1].item.locator else self.joiner.in_group

    def run_end(self, at: int) -> int:
        """The end of the cites from `at` on that print no more than their suffix."""
        if self.joiner.collapse == "year":
            return at
        end = at
        while end < len(self.cites) and self.same_year(end - 1, end):
            end += 1
        return end

    def same_year(self, one: int, other: int) -> bool:
        (year, suffix), (its_year, its_suffix) = self.parts[one], self.parts[other]
        locators = self.cites[one].item.locator or self.cites[other].item.locator or self.cites[one].item.suffix
        return suffix is not None and its_suffix is not None and year == its_year and not locators

    def run(self, at: int, end: int) -> list[Piece]:
        out: list[Piece] = []
        while at < end:
            last = at
            while self.joiner.collapse == "year-suffix-ranged" and last < end and self.next_to(last - 1, last):
                last += 1
            if last - at >= 2:
                out += [_DASH, self.suffix(last - 1)]
                at = last
            else:
                out += [self.joiner.in_year, self.suffix(at)]
                at += 1
        return out

    def suffix(self, at: int) -> Piece:
        return with_affixes(self.cites[at], [self.parts[at][1] or ""], self.joiner.style)

    def next_to(self, one: int, other: int) -> bool:
        first, second = plain(self.parts[one][1] or ""), plain(self.parts[other][1] or "")
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
        found.append(Node(piece.kids, piece.deco.but(prefix="", suffix="")))
        return ""
    return "".join(_without_suffix(kid, found) for kid in piece.kids)
