"""What place alone tells of the lines around credits: bylines, datelines, signatures, notes on the author, the title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reindreader.attribution.credits import Credit, Person
from reindreader.attribution.found import STOP, UNKNOWN, Found, Known, closed, roles_of, title_at
from reindreader.attribution.listing import is_position, people
from reindreader.attribution.outlets import trimmed
from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.published import published_credit
from reindreader.attribution.reporters import line_credit, opening_credit
from reindreader.attribution.unmarked import bare_name, is_personal, with_bylines, with_signature
from reindreader.model.text import Block, BlockKind, Span

_LAST = 4
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_NOT_PROSE = 100
_LONGEST_NOTE, _HEADING = 300, 40
_ON_AUTHOR = re.compile(r"author|autor|auteur|writer|yazar|автор|作者|著者|筆者|저자|필자|الكاتب", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b|版權|版权|all rights reserved)", re.IGNORECASE)


def placed(text: str, found: list[Found], head: int, tail: range, known: Known = UNKNOWN) -> list[Found]:
    """The blocks with what their places tell added. ``head``: how many stand above the body; ``tail``: the last ones."""
    found = _with_title(text, found, head)
    found = _with_known_names(text, found, head, known.names)
    found = _with_date(text, found, head, known)
    found = with_bylines(text, found, head, tail, known)
    found = _with_reporters(text, found, head, tail)
    found = with_signature(text, found, tail, known.language)
    return _with_closing_note(text, _with_margin(text, found, tail), tail)


def _with_title(text: str, found: list[Found], head: int) -> list[Found]:
    """Where a credit or the author's name stood first, the line below it is the title."""
    result = list(found)
    title = title_at(found, head)
    if title is not None and title + 1 < head and {"translator"} <= roles_of(found) and "author" not in roles_of(found):
        credit, below = bare_name(text, found[title].block.span), found[title + 1].block
        if credit and below.kind is BlockKind.HEADING and bare_name(text, below.span) is None:
            result[title] = Found(Block(BlockKind.CREDIT, found[title].block.span), (credit,))
            title = None
    if title is None and any(own.credits for own in result[:head]):
        first = next((i for i, f in enumerate(result[:head]) if f.block.kind is BlockKind.HEADING), None)
        if first is not None:
            result[first] = Found(replace(result[first].block, level=0))
    return result


def _with_known_names(text: str, found: list[Found], head: int, names: frozenset[str]) -> list[Found]:
    """A line above the body that is the name of somebody whom the file names, or another line credits, is no paragraph."""
    credited = {person.name.literal for own in found for credit in own.credits for person in credit.people}
    known = names | {closed(name) for name in credited}
    return [
        Found(replace(own.block, kind=BlockKind.CREDIT, level=0), own.credits)
        if index < head and own.block.kind in _LINES and closed(own.block.span.slice(text)) in known
        else own
        for index, own in enumerate(found)
    ]


def _with_date(text: str, found: list[Found], head: int, known: Known) -> list[Found]:
    """Add the date that a line below the title gives, the first one; where the file gives it, the line alone is marked."""
    title = title_at(found, head)
    for index in range(head if title is None else title + 1, head):
        own = found[index]
        bare = tuple(c for c in own.credits if c.date and not (c.publication or c.relation))
        if any(credit.date for credit in own.credits) and not bare:
            return found
        credit = published_credit(text, own.block.span, known.language)
        if credit:
            told = tuple(c for c in own.credits if c not in bare) + (() if known.dated else (credit,))
            changed = Found(replace(own.block, kind=BlockKind.CREDIT, level=0), told)
            return [*found[:index], changed, *found[index + 1 :]]
    return found


def _with_reporters(text: str, found: list[Found], head: int, tail: range) -> list[Found]:
    """Add the reporters whom the text names where it begins, or whom a line above or below it names."""
    if "author" in roles_of(found):
        return found
    title = title_at(found, head)
    lines = [
        *range(head if title is None else title + 1, head),
        *range(max(tail.start, len(found) - _LAST), len(found)),
    ]
    for index in (head, *lines):
        own = found[index] if index < len(found) else None
        credit = None if own is None else (opening_credit if index == head else line_credit)(text, own.block.span)
        if own and credit:
            kind = own.block.kind if index == head else BlockKind.CREDIT
            changed = Found(replace(own.block, kind=kind, level=0), (*own.credits, credit))
            return [*found[:index], changed, *found[index + 1 :]]
    return found


def _with_margin(text: str, found: list[Found], tail: range) -> list[Found]:
    """What follows the credits is no body: a note on the author, a contact, an editor's initials, a copyright line."""
    result, after = list(found), False
    for index in range(tail.start, len(found)):
        own, last = found[index], index >= len(found) - _LAST and found[index - 1].block.kind is BlockKind.FURNITURE
        after = (after or bool(own.credits)) and not _goes_on(text, own)
        if own.block.kind is BlockKind.PARAGRAPH and (after or last or _COPYRIGHT.match(own.block.span.slice(text))):
            note = _author_note(text, own.block.span) if "author" not in roles_of(result) else None
            result[index] = _margin(text, own, note, after=after)
            after = after or note is not None
    return result


def _with_closing_note(text: str, found: list[Found], tail: range) -> list[Found]:
    """The last paragraph is a note on the author if it tells what somebody is whom the text has not named before; so is
    a line below the text that is headed "About the author"."""
    prose = [i for i in tail if found[i].block.kind is BlockKind.PARAGRAPH or _headed(text, found, i)]
    if "author" in roles_of(found) or not prose or len(found[prose[-1]].block.span) > _LONGEST_NOTE:
        return found
    last = found[prose[-1]].block.span
    note = _author_note(text, last)
    family = (note.people[0].name.form.family or "") if note else ""
    if note is None or note.span.start != last.start or (family and family in text[: last.start]):
        return found
    return [*found[: prose[-1]], Found(Block(BlockKind.CREDIT, last), (note,)), *found[prose[-1] + 1 :]]


def _headed(text: str, found: Sequence[Found], index: int) -> bool:
    before = found[index - 1].block.span.slice(text)
    return (
        found[index].block.kind is BlockKind.FURNITURE and len(before) <= _HEADING and bool(_ON_AUTHOR.search(before))
    )


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
            if len(found) == 1 and stop == index and is_personal(found[0]) and is_position(text, held, words):
                person = Person(found[0].name, found[0].span, held.slice(text))
                return Credit("author", Span(span.start, end), (person,), inferred=True)
    return None
