"""What place alone tells of the lines around credits: bylines, datelines, signatures, notes on the author, the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reindreader.attribution.credits import Credit, Person
from reindreader.attribution.dates import find_dates, has_month, may_name_month
from reindreader.attribution.listing import is_position, people
from reindreader.attribution.outlets import trimmed
from reindreader.attribution.phrases import phrase_book
from reindreader.model.text import Block, BlockKind, Span

STOP = re.compile(r"[.。!！?？…][”’\"'」』）)\]]*$")
"""The end of a sentence at the end of a block."""

_LAST = 4
_NOT_PROSE = 100
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b|版權|版权|all rights reserved)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A block as it turned out to be, and its credits with places in the article."""

    block: Block
    credits: tuple[Credit, ...] = ()


def placed(text: str, found: list[Found], head: int, tail: range) -> list[Found]:
    """The blocks with what their places tell added. ``head``: how many stand above the body; ``tail``: the last ones."""
    found = _with_title(text, found, head)
    found = _with_bylines(text, found, head)
    found = _with_signature(text, found, tail)
    return _with_margin(text, found, tail)


def _roles(found: Sequence[Found]) -> set[str]:
    return {credit.role for own in found for credit in own.credits}


def _title_at(found: Sequence[Found], head: int) -> int | None:
    headings = (i for i, f in enumerate(found[:head]) if f.block.kind is BlockKind.HEADING and f.block.level == 0)
    return next(headings, None)


def _with_title(text: str, found: list[Found], head: int) -> list[Found]:
    """Where a credit or the author's name stood first, the line below it is the title."""
    result = list(found)
    title = _title_at(found, head)
    if title is not None and title + 1 < head and {"translator"} <= _roles(found) and "author" not in _roles(found):
        credit, below = bare_name(text, found[title].block.span), found[title + 1].block
        if credit and below.kind is BlockKind.HEADING and bare_name(text, below.span) is None:
            result[title] = Found(Block(BlockKind.CREDIT, found[title].block.span), (credit,))
            title = None
    if title is None and any(own.credits for own in result[:head]):
        first = next((i for i, f in enumerate(result[:head]) if f.block.kind is BlockKind.HEADING), None)
        if first is not None:
            result[first] = Found(replace(result[first].block, level=0))
    return result


def _with_bylines(text: str, found: list[Found], head: int) -> list[Found]:
    """Add what place alone tells: a bare date, and a bare name beside the translator's credit, below the title."""
    title = next(
        (i for i, f in enumerate(found[:head]) if f.block.kind is BlockKind.HEADING and f.block.level == 0), None
    )
    if title is None:
        return found
    roles = {credit.role for f in found for credit in f.credits}
    result = list(found)
    for index in range(title + 1, head):
        if not found[index].credits:
            result[index] = _bare(text, found[index], name="translator" in roles and "author" not in roles)
            roles |= {credit.role for credit in result[index].credits}
    return result


def _with_signature(text: str, found: list[Found], tail: range) -> list[Found]:
    """A last line with a name and a position ("Ruth Ansel, Legislative Councillor") is the author's signature."""
    if any(credit.role == "author" for f in found for credit in f.credits):
        return found
    result = list(found)
    for index in range(max(tail.start, len(found) - 4), len(found)):
        credit = None if found[index].credits else bare_name(text, found[index].block.span)
        if credit and len(credit.people) == 1 and credit.people[0].position:
            result[index] = Found(Block(BlockKind.CREDIT, found[index].block.span), (credit,))
    return result


def _bare(text: str, found: Found, *, name: bool) -> Found:
    credit = _bare_date(text, found.block.span) or (bare_name(text, found.block.span) if name else None)
    return Found(Block(BlockKind.CREDIT, found.block.span), (credit,)) if credit else found


_LONGEST_DATE = 120
"""Code points: what is longer says more than a date."""


def _bare_date(text: str, span: Span) -> Credit | None:
    if len(span) > _LONGEST_DATE or not may_name_month(span.slice(text)):
        return None
    for words in phrase_book().languages.values():
        dates = find_dates(text, span.start, span.end, words)
        if len(dates) == 1 and has_month(dates[0].date) and not _words_beside(text, span, dates[0].span, words.days):
            return Credit("appearance", span, date=dates[0], relation="translation", inferred=True)
    return None


def _words_beside(text: str, span: Span, own: Span, allowed: Sequence[str]) -> bool:
    rest = text[span.start : own.start] + " " + text[own.end : span.end]
    return any(word.casefold() not in allowed for word in re.findall(r"\w+", rest))


def bare_name(text: str, span: Span) -> Credit | None:
    """The credit of an author that a line gives which is a name and nothing else, None for any other line."""
    words = phrase_book().languages["en"]
    if len(span) > 90 or STOP.search(span.slice(text)):
        return None
    found, stop = people(text, span.start, span.end, words, strict=True)
    rest = text[stop : span.end].replace((found[-1].position or "") if found else "", "")
    if not found or re.search(r"\w", rest) or any(not _personal(person) for person in found):
        return None
    return Credit("author", span, found, inferred=True)


def _personal(person: Person) -> bool:
    """Whether a name that no phrase vouches for is a person's: two or three words, or a known Chinese surname."""
    name = person.name
    words = name.literal.split()
    if name.organisation or name.form.family is None:
        return False
    return 2 <= len(words) <= 3 or (len(words) == 1 and not name.guessed)


def _with_margin(text: str, found: list[Found], tail: range) -> list[Found]:
    """What follows the credits is no body: a note on the author, a contact, an editor's initials, a copyright line."""
    result, after = list(found), False
    for index in range(tail.start, len(found)):
        own, last = found[index], index >= len(found) - _LAST and found[index - 1].block.kind is BlockKind.FURNITURE
        after = (after or bool(own.credits)) and not _goes_on(text, own)
        if own.block.kind is BlockKind.PARAGRAPH and (after or last or _COPYRIGHT.match(own.block.span.slice(text))):
            note = _author_note(text, own.block.span) if "author" not in _roles(result) else None
            result[index] = _margin(text, own, note, after=after)
            after = after or note is not None
    return result


def _goes_on(text: str, own: Found) -> bool:
    """Whether the body goes on with this block: then what stood before it was no end."""
    words = own.block.span.slice(text)
    return own.block.kind is BlockKind.PARAGRAPH and len(words) > 3 * _NOT_PROSE and bool(STOP.search(words))


def _margin(text: str, own: Found, note: Credit | None, *, after: bool) -> Found:
    words = own.block.span.slice(text)
    if note:
        return Found(Block(BlockKind.CREDIT, own.block.span), (note,))
    margin = _COPYRIGHT.match(words) or (after and len(words) <= _NOT_PROSE and not STOP.search(words))
    return Found(Block(BlockKind.FURNITURE, own.block.span)) if margin else own


def _author_note(text: str, span: Span) -> Credit | None:
    """ "Ruth Ansel is a professor of law": a note below the credits, on the author if nobody else is named as one."""
    for words in phrase_book().languages.values():
        for verb in words.bio_verbs:
            index = text.find(f" {verb} ", span.start, span.end)
            found, stop = people(text, span.start, index, words, strict=True) if index > 0 else ((), 0)
            end = min(
                (place for place in (text.find(c, index, span.end) for c in ".。;") if place > 0), default=span.end
            )
            held = trimmed(text, index + len(verb) + 2, end) if index > 0 else span
            if len(found) == 1 and stop == index and _personal(found[0]) and is_position(text, held, words):
                person = Person(found[0].name, found[0].span, held.slice(text))
                return Credit("author", Span(span.start, end), (person,), inferred=True)
    return None
