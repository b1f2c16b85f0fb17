"""cs:date as a callable: localized and own formats, ranges, seasons, eras (CSL 1.0.2, Date)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import numbers
from .context import Context, Render
from .dates import Date, Day
from .locales import Locale
from .scope import Scope, affix, variable
from .textcase import text_case
from .textelement import case_of
from .tree import Deco, Node, Piece, format_of, plain
from .variables import DATES
from .xmltree import Element

_RANK = {"year": 3, "month": 2, "day": 1}
_SHOWN = {
    "year": {"year"},
    "year-month": {"year", "month"},
    "year-month-day": {"year", "month", "day"},
}
YEAR_SUFFIX = Deco(name="year-suffix")
_YEAR = Deco(name="year")


@dataclass(frozen=True, slots=True)
class _Part:
    """One cs:date-part: what it prints for a day, its affixes and formatting, the delimiter of its ranges."""

    name: str
    text: Callable[[Day], str]
    prefix: Piece
    suffix: Piece
    deco: Deco | None
    range_delimiter: str


def compile_date(element: Element, scope: Scope) -> Render:
    """cs:date. Raises StyleError for an unknown form or part."""
    name = variable(element, DATES)
    own, delimiter = _own_parts(element, scope)
    parts = tuple([_compile_part(kid, scope) for kid in own])
    if scope.sorting:
        return _sort_render(name, parts)
    deco = scope.deco(element)
    case = case_of(element)
    if case:
        deco = (deco or Deco()).but(case=case)
    writer = _Writer(parts, delimiter, bool(element.get("form")), scope)
    return _render(name, writer, deco)


def _render(name: str, writer: _Writer, deco: Deco | None) -> Render:
    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        date = ctx.item.dates.get(name)
        if date is None or name in ctx.gone or (ctx.bare and name == "accessed"):
            return
        pieces = writer.write(date, ctx)
        if not pieces:
            return
        ctx.hit += 1
        ctx.printed.add(name)
        out.append(Node(pieces, deco or _DATE))

    return render


_DATE = Deco()


def _sort_render(name: str, parts: tuple[_Part, ...]) -> Render:
    shown = {part.name for part in parts}
    depth = 3 if "day" in shown else 2 if "month" in shown else 1

    def render(ctx: Context, out: list[Piece]) -> None:
        ctx.called += 1
        date = ctx.item.dates.get(name)
        if date is None or name in ctx.gone:
            return
        ctx.hit += 1
        out.append(date_key(date, depth))

    return render


def date_key(date: Date, depth: int = 3) -> str:
    """The sort key of a date: start, then end; a literal sorts as its words."""
    if date.literal:
        return date.literal
    return date.start.sort_key(depth) + ("-" + date.end.sort_key(depth) if date.end else "")


def _own_parts(element: Element, scope: Scope) -> tuple[list[Element], str]:
    """The parts to print, in order: the style's own, or the locale's with the style's attributes laid over."""
    form = element.get("form")
    if not form:
        return list(element.all("date-part")), element.get("delimiter")
    localized = scope.locale.dates.get(form)
    if localized is None:
        if form not in ("text", "numeric"):
            raise element.error(f"form={form!r} is unknown")
        return [], ""
    shown = _SHOWN.get(element.get("date-parts", "year-month-day"), _SHOWN["year-month-day"])
    over = {kid.get("name"): kid for kid in element.all("date-part")}
    parts = [_overlaid(part, over.get(part.get("name"))) for part in localized.all("date-part")]
    return [part for part in parts if part.get("name") in shown], localized.get("delimiter")


def _overlaid(part: Element, over: Element | None) -> Element:
    if over is None:
        return part
    attrs = {key: value for key, value in over.attrs.items() if key not in ("prefix", "suffix")}
    return Element(part.tag, {**part.attrs, **attrs}, over.line)


def _compile_part(element: Element, scope: Scope) -> _Part:
    name = element.get("name")
    maker = _PART_TEXTS.get(name)
    if maker is None:
        raise element.error(f"name={name!r} is unknown")
    text, case, strip = maker(element, scope.locale), case_of(element), element.get("strip-periods") == "true"
    fmt = format_of(element.attrs)

    def cased(day: Day) -> str:
        made = text(day)
        if strip:
            made = made.replace(".", "")
        return text_case(made, case) if case and made else made

    return _Part(
        name,
        cased if case or strip else text,
        affix(element.get("prefix")),
        affix(element.get("suffix")),
        Deco(fmt=fmt) if fmt else None,
        element.get("range-delimiter", "–"),
    )


def _year(element: Element, locale: Locale) -> Callable[[Day], str]:
    short = element.get("form") == "short"
    before, after = locale.term("bc") or "BC", locale.term("ad") or "AD"

    def text(day: Day) -> str:
        year = day.year
        if year is None or year == 0:
            return ""
        if year < 0:
            return f"{-year}{before}"
        if short:
            return f"{year % 100:02d}"
        return str(year) if year > 999 else f"{year}{after}"

    return text


def _month(element: Element, locale: Locale) -> Callable[[Day], str]:
    form = element.get("form", "long")
    if form in ("numeric", "numeric-leading-zeros"):
        return _numeric_month(form == "numeric-leading-zeros")
    months = [locale.term(f"month-{number:02d}", form) or "" for number in range(1, 13)]
    seasons = [locale.term(f"season-{number:02d}", form) or "" for number in range(1, 5)]

    def text(day: Day) -> str:
        if day.month:
            return months[day.month - 1]
        return seasons[day.season - 1] if day.season else ""

    return text


def _numeric_month(zeros: bool) -> Callable[[Day], str]:
    def text(day: Day) -> str:
        if not day.month:
            return ""
        return f"{day.month:02d}" if zeros else str(day.month)

    return text


def _day(element: Element, locale: Locale) -> Callable[[Day], str]:
    form = element.get("form", "numeric")
    only_first = locale.option("limit-day-ordinals-to-day-1")

    def text(day: Day) -> str:
        if not day.day:
            return ""
        if form == "numeric-leading-zeros":
            return f"{day.day:02d}"
        if form == "ordinal" and (day.day == 1 or not only_first):
            return numbers.ordinal(day.day, locale, locale.gender(f"month-{day.month:02d}"))
        return str(day.day)

    return text


_PART_TEXTS: dict[str, Callable[[Element, Locale], Callable[[Day], str]]] = {
    "year": _year,
    "month": _month,
    "day": _day,
}


def _spoken(suffix: Piece) -> bool:
    """Whether a suffix has words (年), which belong to the part before it."""
    return any(map(str.isalpha, plain(suffix)))


class _Writer:
    """Prints dates in one format."""

    def __init__(self, parts: tuple[_Part, ...], delimiter: str, localized: bool, scope: Scope) -> None:
        self.parts = parts
        self.delimiter = delimiter
        self.localized = localized
        self.scope = scope
        self.last_year = max((index for index, part in enumerate(parts) if part.name == "year"), default=-1)

    def write(self, date: Date, ctx: Context) -> list[Piece]:
        if date.literal:
            return [date.literal, *self._suffix(ctx)]
        if date.end is not None:
            return self._range(date, date.end, ctx)
        pieces = self._day(date.start, self.parts, ctx)
        if date.open_end and pieces:
            pieces.append("–")
        return pieces

    def _day(
        self, day: Day, parts: tuple[_Part, ...], ctx: Context | None, cut: bool = False, trim: bool = True
    ) -> list[Piece]:
        """One day's parts with their affixes; `cut` takes the last suffix off, `trim` only where later parts are missing.

        `ctx` hands in the year-suffix.
        """
        shown = [(part, text) for part in parts if (text := part.text(day))]
        out: list[Piece] = []
        for index, (part, text) in enumerate(shown):
            if index and self.delimiter:
                out.append(self.delimiter)
            last = index == len(shown) - 1
            self._part(
                out,
                part,
                text,
                ctx,
                last and (cut or (trim and self.localized and part is not parts[-1] and not _spoken(part.suffix))),
            )
        return out

    def _part(self, out: list[Piece], part: _Part, text: str, ctx: Context | None, cut: bool) -> None:
        if part.prefix:
            out.append(part.prefix)
        piece: Piece = Node([text], part.deco) if part.deco else text
        if part.name == "year":
            piece = Node([piece], _YEAR)
        out.append(piece)
        if part.name == "year" and ctx is not None:
            out += self._suffix(ctx)
        if part.suffix and not cut:
            out.append(part.suffix)

    def _suffix(self, ctx: Context) -> list[Piece]:
        if not ctx.year_suffix or ctx.suffix_used or self.scope.explicit_suffix:
            return []
        ctx.suffix_used = True
        return [Node([ctx.year_suffix], YEAR_SUFFIX)]

    def _range(self, date: Date, end: Day, ctx: Context) -> list[Piece]:
        start = date.start
        differing = [part for part in self.parts if part.text(start) != part.text(end)]
        if not differing:
            return self._day(start, self.parts, ctx)
        widest = max(differing, key=lambda part: _RANK[part.name])
        rank = _RANK[widest.name]
        places = [index for index, part in enumerate(self.parts) if _RANK[part.name] <= rank]
        first, last = places[0], places[-1]
        if len(places) != last - first + 1:
            first, last = 0, len(self.parts) - 1
        head = self._day(start, self.parts[:first], ctx, trim=False)
        tail_parts = self.parts[last + 1 :]
        opening = self._day(start, self.parts[first : last + 1], None, cut=True)
        closing = self._day(end, self.parts[first : last + 1], ctx, trim=not tail_parts)
        block = [*opening, widest.range_delimiter, *closing]
        return self._joined([head, block, self._day(end, tail_parts, ctx)])

    def _joined(self, blocks: list[list[Piece]]) -> list[Piece]:
        out: list[Piece] = []
        for block in blocks:
            if out and block and self.delimiter:
                out.append(self.delimiter)
            out += block
        return out
