"""One line of credits: its phrases and the values that belong to them, read from left to right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reindreader.attribution.clauses import clause_end, stops
from reindreader.attribution.crediting import after_credit, around_credit, people_credit
from reindreader.attribution.credits import Credit, Person, Words
from reindreader.attribution.dates import has_month
from reindreader.attribution.hits import Hit, hits_of
from reindreader.attribution.lexicon import lexicons_in
from reindreader.attribution.line import Line
from reindreader.attribution.listing import people
from reindreader.attribution.outlets import outlet, trimmed, without_small_words
from reindreader.attribution.phrases import PhraseBook, phrase_book
from reindreader.attribution.printed import bracketed_source
from reindreader.attribution.readers import LICENCE, READERS
from reindreader.attribution.sentences import with_sentences
from reindreader.attribution.works import work_role
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span

LONGEST = 1_000
"""A longer line is prose: it is not read."""

_MARKDOWN_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_AFTER_TITLE = re.compile(r"(?:[”“»\"』」》’]\s*[,，(（]|\s*[（(,])\s*")
_ISBD_PUBLISHER = re.compile(
    r"\.\s[-–—]\s(?:[^\W\d_][\w .-]{1,20}\s:\s)?(?P<name>[^\W\d_][^.;/]{1,40}?)(?:,\s\[?\d{4}\]?)?$"
)


def credits_of(text: str, book: PhraseBook | None = None) -> tuple[Credit, ...]:
    """The credits in one line, in their order, with places in that line. Prose that credits nobody gives ()."""
    if not text.strip() or len(text) > LONGEST:
        return ()
    hits = hits_of(text, book or phrase_book())
    lexicons = lexicons_in(text, taken=any(hit.wording.meaning.role == "translator" and hit.start for hit in hits))
    if not hits and not lexicons and not _is_licence(text):
        return bracketed_source(text)
    line = with_sentences(Line(text, stops(text), hits), lexicons)
    found: list[Credit] = []
    consumed = 0
    for hit in line.hits:
        if hit.start < consumed:  # it lies in the value of the one before
            continue
        if hit.credits and _reachable(line, hit, found):
            found += hit.credits
            consumed = hit.end
            continue
        credit = None if hit.credits else _credit(line, hit, found)
        if credit:
            found += [credit, *(replace(credit, role=role) for role in _shared_roles(line, hit, credit))]
            consumed = max(credit.span.end, hit.end)
    return tuple(_completed(line, found)) or bracketed_source(text)


def _shared_roles(line: Line, hit: Hit, credit: Credit) -> list[str]:
    """The further roles of the same people: "text and photographs by", "Translation and editing:"."""
    alike = [h for h in line.hits if (h.start, h.end, h.wording.meaning.role) == (hit.start, hit.end, credit.role)]
    also = [h.wording.meaning.also for h in alike]
    beside = [work_role(work.slice(line.text), h.wording.words) for h in alike for work in h.works]
    roles = dict.fromkeys(role for role in (*also, *beside) if role)
    return [role for role in roles if role != credit.role and role in FIELD_ROLES]


def _credit(line: Line, hit: Hit, found: Sequence[Credit]) -> Credit | None:
    if not _reachable(line, hit, found):
        return None
    role = hit.wording.meaning.role
    if hit.wording.form == "around" and role != "machine":
        return around_credit(line, hit)
    if hit.wording.form == "after":
        return after_credit(line, hit, found[-1].span.end if found else 0)
    if hit.wording.meaning.byline and found and found[-1].role == "original-title":
        return None  # "translated from “…” by": no author
    credit = READERS.get(role, people_credit)(line, hit)
    if credit and hit.wording.meaning.inside:
        return replace(credit, span=Span.around(found[-1].span, credit.span))
    return credit


_BRACKETED = re.compile(r"[(（\[［][^()（）\[\]［］]*[)）\]］]")
"""What may stand between two credits: the name in another script."""


def _reachable(line: Line, hit: Hit, found: Sequence[Credit]) -> bool:
    """After a comma, and for words that only go on with a credit, something credited has to stand before."""
    before = found[-1].span.end if found else 0
    between = line.text[before : hit.start]
    if hit.wording.meaning.inside:
        if hit.standing == "hard" and re.search("[—–|]", between):
            return False
        follows = hit.wording.meaning.follows
        if found and follows not in {None, found[-1].role}:
            return False
        return bool(found) and len(between) < 12 and not re.search(r"\w", between)
    if hit.standing == "soft" or (hit.blank and hit.standing == "word"):
        words = [
            word
            for word in re.findall(r"\w{3,}", _BRACKETED.sub("", between))
            if word.casefold() not in hit.wording.words.joiners
        ]
        return (bool(found) and not words) or bool(_author_before(line, hit))
    return True


def _completed(line: Line, found: list[Credit]) -> list[Credit]:
    """With what only the whole line tells: a licence in brackets, the author in front, a library's publisher."""
    if not found and not _is_licence(line.text):
        return []
    return sorted(
        [
            *found,
            *_author_in_front(line, found),
            *_licences(line, found),
            *_publisher(line, found),
            *_linked(line, found),
            *_behind_titles(line, found),
        ],
        key=lambda c: c.span,
    )


def _is_licence(text: str) -> bool:
    return bool(LICENCE.fullmatch(text.strip(" .()（）[]")))


def _linked(line: Line, found: Sequence[Credit]) -> list[Credit]:
    """The address that a title links to in Markdown."""
    match = _MARKDOWN_LINK.search(line.text)
    if not match or not any(
        c.role == "original-title" and c.words and c.words.span == Span(*match.span(1)) for c in found
    ):
        return []
    return [
        Credit("original-url", Span(*match.span()), words=Words(match[2], Span(*match.span(2))), relation="original")
    ]


def _behind_titles(line: Line, found: Sequence[Credit]) -> Iterator[Credit]:
    """The outlet and its date right behind the title: “Le Phare” (Le Quai, 1998)."""
    if any(credit.role == "appearance" for credit in found):
        return
    for credit in (c for c in found if c.role == "original-title" and c.words):
        hit = next(
            (h for h in line.hits if h.start == credit.span.start and h.wording.meaning.role == credit.role), None
        )
        stop = credit.words.span.end if credit.words else 0
        opened = _AFTER_TITLE.match(line.text, stop)
        if hit and opened:
            end = clause_end(line.text, opened.end(), line.ends)
            name, date, stop = outlet(line.text, opened.end(), end, hit.wording.words)
            sure = date is not None and (has_month(date.date) or opened[0][0] not in " (（,")
            if (
                name
                and date
                and sure
                and not without_small_words(line.text[stop:end], hit.wording.words).strip(" .)）")
            ):
                yield Credit("appearance", Span(name.span.start, stop), (), name, date, relation="original")


def _licences(line: Line, found: Sequence[Credit]) -> list[Credit]:
    taken = [credit.span for credit in found if credit.role == "license"]
    result = []
    for match in LICENCE.finditer(line.text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            before = [credit.role for credit in found if credit.span.start < span.start]
            photo = bool(before) and before[-1] in {"photographer", "illustrator"}
            result.append(Credit("license", span, words=Words(match[0], span), of_photo=photo))
    return result


def _author_in_front(line: Line, found: Sequence[Credit]) -> list[Credit]:
    first = found[0] if found else None
    if first is None or first.role not in {"translator", "illustrator"} or any(c.role == "author" for c in found):
        return []
    hit = next((hit for hit in line.hits if hit.start == first.span.start), None)
    person = _author_before(line, hit) if hit else None
    return [Credit("author", person.span, (person,), inferred=True)] if person else []


def _author_before(line: Line, hit: Hit) -> Person | None:
    """ "Joanne Rowling ; traduit par": a name alone in front of the translator's credit is the author's."""
    before = line.text[: hit.start].rstrip()
    bare = before.rstrip(";；,，،/([（. ")
    above = "\n" in line.text[len(bare) : hit.start]
    if not bare or (bare == before and hit.standing != "word" and not above):
        return None
    start = max([0, *(end + 1 for end in line.ends if end + 1 < len(bare)), bare.rfind("\n") + 1 if above else 0])
    start += len(bare[start:]) - len(bare[start:].lstrip("—–- "))
    parts = re.split(r"\s[/—–]\s", bare[start:])
    text = parts[-1] if " / " in bare[start:] else parts[0]
    start = bare.index(text, start)
    span = trimmed(line.text, start, start + len(text))
    if hit.standing == "word":
        last = re.search(r"(?:[^\W\d_]+\s){1,2}[^\W\d_]+$", span.slice(line.text))
        span = Span(span.start + last.start(), span.end) if last and span.start > 0 else span
    found, stop = people(line.text, span.start, span.end, hit.wording.words, strict=True)
    if work_role(span.slice(line.text).partition(" ")[0], hit.wording.words):
        return None  # "Illustration de Luc Tanneur. Traduit par"
    whole = len(found) == 1 and stop >= span.end and " " in found[0].name.literal and not found[0].name.organisation
    return found[0] if whole else None


def _publisher(line: Line, found: Sequence[Credit]) -> list[Credit]:
    """The last area of a library's description (ISBD): ". - 1. Auflage. - Carlsen"."""
    match = _ISBD_PUBLISHER.search(line.text.rstrip(" ."))
    if not match or ";" not in line.text or not any(c.role in FIELD_ROLES for c in found):
        return []
    span = Span(*match.span("name"))
    return [Credit("publisher", span, words=Words(match["name"], span))]
