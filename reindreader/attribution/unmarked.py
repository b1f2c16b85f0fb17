"""Names in lines that no phrase marks. Below the title or at the end they are the author's where a second sign says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reindreader.attribution.credits import Credit, Person
from reindreader.attribution.dates import find_dates, has_month
from reindreader.attribution.eastern_names import romanised_surnames
from reindreader.attribution.found import STOP, Found, Known, closed, roles_of, title_at
from reindreader.attribution.listing import people
from reindreader.attribution.name_tables import is_given_name, names
from reindreader.attribution.people import is_chinese_name, is_korean_name
from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.attribution.published import published_credit
from reindreader.model.text import Block, BlockKind, Span

_FOR = re.compile(
    r"\s*,?\s(?:for|special to|pour|para|für|per|voor|för)\s+(?:[Tt]he\s+)?[A-ZÀ-Þ][\w’'.&-]*(?:\s+(?:of|the|and|&|[A-ZÀ-Þ][\w’'.&-]*)){0,4}\s*"
)
"""Behind a name: the outlet that somebody writes for."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:[\d–-]+\s*)?(?:by\s+)?", re.IGNORECASE)
_TRANSCRIBED = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+){1,3}")
_NEAR = 2
"""Lines below the title within which a name stands that only a date confirms."""
_DATE_LINE = 60
"""Code points of a line that is mostly a date."""
_LINES_AT_END = 4
_NOTE = 300
"""Code points of a note on somebody."""
_CLOSING = 40
"""Code points of the words that close a letter."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is a name: the ``index`` of its block, those of the last blocks, and what else is known."""

    text: str
    found: Sequence[Found]
    index: int
    tail: range
    known: Known
    credit: Credit

    @property
    def words(self) -> str:
        return self.found[self.index].block.span.slice(self.text)


def with_bylines(text: str, found: list[Found], head: int, tail: range, known: Known) -> list[Found]:
    """Add bare names below the title that a second sign makes the authors'."""
    title = title_at(found, head)
    if title is None or "author" in roles_of(found):
        return found
    result = list(found)
    for index in range(title + 1, head):
        span = found[index].block.span
        credit = None if found[index].credits else bare_name(text, span, outlet=True)
        line = _Line(text, result, index, tail, known, credit) if credit else None
        if line and credit and any(sign(line, title) for sign in _SIGNS):
            result[index] = Found(Block(BlockKind.CREDIT, span), (credit,))
    return result


def _is_declared(line: _Line, title: int) -> bool:
    """Whether the file gives the names as the author's as well."""
    del title
    return closed(line.words) in line.known.writers


def _is_beside_translator(line: _Line, title: int) -> bool:
    """Whether a translator is credited, and nobody as the author."""
    del title
    roles = roles_of(line.found)
    return "translator" in roles and "author" not in roles and not _FOR.search(line.words)


def _is_dated(line: _Line, title: int) -> bool:
    """Whether the line above or below is a date, right below the title, and the file names nobody; the name has to be known
    for one."""
    if line.known.writers or line.index - title > _NEAR or not all(map(_is_known, line.credit.people)):
        return False
    beside = [line.found[at].block.span for at in (line.index - 1, line.index + 1) if title < at < len(line.found)]
    return any(_gives_date(line.text, span, line.known.language) for span in beside)


def _is_told_of(line: _Line, title: int) -> bool:
    """Whether one of the last lines tells who it is, or has the rights: it begins with the same name."""
    del title
    name = line.credit.people[0].name.literal.casefold()
    last = (line.text[line.found[at].block.span.start : line.found[at].block.span.end] for at in line.tail)
    begun = (_COPYRIGHT.sub("", words.strip(), count=1).casefold() for words in last)
    return any(words.startswith(name) and len(words) > len(name) for words in begun)


_SIGNS = (_is_declared, _is_beside_translator, _is_dated, _is_told_of)
"""What confirms that a name below the title is the author's."""


def _is_known(person: Person) -> bool:
    """Whether one of the words is known for a given name or a family name: "Northern Shores" is nobody."""
    name = person.name.literal
    words = [word.title() if word.isupper() else word for word in name.split()]
    if _TRANSCRIBED.fullmatch(name):
        return True
    if name[0] > "\u2e80":
        return is_chinese_name(name) or is_korean_name(name) or words[0] in names("japanese", "surnames")
    return _is_first_name(words[0]) or (len(words) > 1 and words[0] in romanised_surnames())


def _is_first_name(word: str) -> bool:
    first = word.partition("-")[0]
    return any(is_given_name(one) or one in names("first", "more") for one in (word, first))


def _gives_date(text: str, span: Span, language: str | None) -> bool:
    if published_credit(text, span, language):
        return True
    book = phrase_book().languages
    words = book.get((language or "en").partition("-")[0], book["en"])
    dates = find_dates(text, span.start, span.end, words) if len(span) <= _DATE_LINE else []
    return len(dates) == 1 and has_month(dates[0].date) and dates[0].date.year is not None


def with_signature(text: str, found: list[Found], tail: range, language: str | None) -> list[Found]:
    """A last line with a name and a position ("Ruth Ansel, Legislative Councillor") is the author's signature; so is a name
    alone right above the translator's credit, or below the words that close a letter or
    are the heading of a note on the author."""
    if any(credit.role == "author" for f in found for credit in f.credits):
        return found
    result = list(found)
    for index in range(max(tail.start, len(found) - _LINES_AT_END), len(found)):
        credit = None if found[index].credits else bare_name(text, _past_dash(text, found[index].block.span))
        if credit and len(credit.people) == 1 and _is_signed(text, found, index, credit.people[0], language):
            result[index] = Found(Block(BlockKind.CREDIT, found[index].block.span), (credit,))
    return result


def _is_signed(text: str, found: Sequence[Found], index: int, person: Person, language: str | None) -> bool:
    if person.position or _translated_below(text, found, index) or _told_above(text, found, index):
        return True
    if _told_below(text, found, index, person):
        return True
    signed = (language or "").partition("-")[0] in shared_words()["signed_at_end"]
    return (
        signed and index == len(found) - 1 and person.name.literal.split()[0] in shared_words()["romanised_vietnamese"]
    )


def _told_above(text: str, found: Sequence[Found], index: int) -> bool:
    """Whether the line above closes a letter, or is the heading of a note on the author."""
    words = found[index - 1].block.span.slice(text).strip(" ,.!:：\n").casefold()
    closes = len(words) <= _CLOSING and words.startswith(tuple(shared_words()["closings"]))
    return closes or words in shared_words()["about_author"]


def _told_below(text: str, found: Sequence[Found], index: int, person: Person) -> bool:
    """Whether the last line goes on about the person by one of the names."""
    below = [own.block for own in found[index + 1 :] if own.block.kind is not BlockKind.FURNITURE]
    first = below[0].span.slice(text).split(maxsplit=1)[0] if len(below) == 1 else ""
    return first in person.name.literal.split() and len(below[0].span) <= _NOTE


def _past_dash(text: str, span: Span) -> Span:
    words = span.slice(text)
    return Span(span.start + len(words) - len(words.lstrip("—–- ")), span.end)


def _translated_below(text: str, found: Sequence[Found], index: int) -> bool:
    below = found[index + 1] if index + 1 < len(found) else None
    first = min((c.span.start for c in below.credits if c.role == "translator"), default=None) if below else None
    return below is not None and first is not None and not re.search(r"\w", text[below.block.span.start : first])


def bare_name(text: str, span: Span, *, outlet: bool = False) -> Credit | None:
    """The credit of an author that a line gives which is a name and nothing else, None for any other line.

    ``outlet``: whether the outlet that the author writes for may follow.
    """
    words = phrase_book().languages["en"]
    if len(span) > 90 or STOP.search(span.slice(text)):
        return None
    found, stop = people(text, span.start, span.end, words, strict=True)
    rest = text[stop : span.end].replace((found[-1].position or "") if found else "", "")
    if outlet and _FOR.fullmatch(rest):
        rest = ""
    if not found or re.search(r"\w", rest) or any(not is_personal(person) for person in found):
        return None
    return Credit("author", span, found, inferred=True)


def is_personal(person: Person) -> bool:
    """Whether a name that no phrase vouches for is a person's: two or three words, or a known Chinese surname."""
    name = person.name
    words = name.literal.split()
    if _TRANSCRIBED.fullmatch(name.literal):
        return True
    if name.organisation or name.form.family is None:
        return False
    return 2 <= len(words) <= 3 or (len(words) == 1 and not name.guessed)
