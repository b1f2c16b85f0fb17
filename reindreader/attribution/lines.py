"""One line of credits: its phrases and the values that belong to them, read from left to right."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reindreader.attribution.clauses import clause_end, stops
from reindreader.attribution.credits import Credit, Person, Words
from reindreader.attribution.hits import Hit, hits_of
from reindreader.attribution.phrases import PhraseBook, phrase_book, shared_words
from reindreader.attribution.templates import compile_template
from reindreader.attribution.values import outlet, people, quoted_at, trimmed, url_at
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span

LONGEST = 1_000
"""A longer line is prose: it is not read."""

_LICENCE = re.compile(
    r"\b(?:CC0|CC[\s-]BY(?:-\w{2})*(?:\s\d\.\d)?(?:\s(?:IGO|Intl|International|DE|FR|JP|CN|HK|TW|US|UK))?)(?!\w)"
    r"|Creative Commons [A-Z][\w \u2013-]+?\d\.\d(?: [A-Z]\w+)*(?: Licen[cs]e)?|知識共享[^，。；）\s]+|知识共享[^，。；）\s]+"
)
_SEPARATORS = re.compile(r"[\s,，、;；/／|—–-]*")
_ISBD_PUBLISHER = re.compile(r"\.\s[-–—]\s(?P<name>[A-Z][^.;/]{1,40})$")
_THROUGH = re.compile(r"\s(?:via|from|for|/|@)\s")
_ENDS_VALUE = re.compile(r"\s*(?:$|[,，、;；.。|｜/／()（）\[\]［］【】<>«»\"“”!！*_~…\n\t\u3000•·—–]|[-–—]\s|https?:)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with what is looked up in it again and again."""

    text: str
    ends: list[int]
    hits: list[Hit]

    def region(self, hit: Hit) -> int:
        """Where the value of the hit ends at the latest: with its clause, or where the next phrase begins."""
        limit = clause_end(self.text, hit.end, self.ends)
        nexts = (
            h.start
            for h in self.hits
            if h.start > hit.end and h.wording.form != "after" and not h.wording.meaning.inside
        )
        return min(limit, min(nexts, default=limit))


def credits_of(text: str, book: PhraseBook | None = None) -> tuple[Credit, ...]:
    """The credits in one line, in their order, with places in that line. Prose that credits nobody gives ()."""
    if not text.strip() or len(text) > LONGEST:
        return ()
    line = _Line(text, stops(text), hits_of(text, book or phrase_book()))
    found: list[Credit] = []
    consumed = 0
    for hit in line.hits:
        if hit.start < consumed:  # it lies in the value of the one before
            continue
        credit = _credit(line, hit, found)
        if credit:
            found.append(credit)
            consumed = max(credit.span.end, hit.end)
    return tuple(_completed(line, found))


def _credit(line: _Line, hit: Hit, found: Sequence[Credit]) -> Credit | None:
    if not _reachable(line, hit, found):
        return None
    role = hit.wording.meaning.role
    if hit.wording.form == "after":
        return _after_credit(line, hit, found[-1].span.end if found else 0)
    credit = _READERS.get(role, _people_credit)(line, hit)
    if credit and hit.wording.meaning.inside:
        return replace(credit, span=Span.around(found[-1].span, credit.span))
    return credit


def _reachable(line: _Line, hit: Hit, found: Sequence[Credit]) -> bool:
    """After a comma, and for words that only go on with a credit, something credited has to stand before."""
    before = found[-1].span.end if found else 0
    between = line.text[before : hit.start]
    if hit.wording.meaning.inside:
        return bool(found) and len(between) < 12 and not re.search(r"\w", between)
    if hit.standing == "soft":
        words = [word for word in re.findall(r"\w{3,}", between) if word.casefold() not in hit.wording.words.joiners]
        return (bool(found) and not words) or bool(_author_before(line, hit))
    return True


def _bounds(hit: Hit, stop: int) -> Span:
    return Span(hit.start, max(stop, hit.end))


def _people_credit(line: _Line, hit: Hit) -> Credit | None:
    meaning, end = hit.wording.meaning, line.region(hit)
    label = hit.wording.form == "label" and not hit.blank
    found, stop = people(line.text, hit.end, end, hit.wording.words, strict=not label)
    if not found or not _tail_ok(line, hit, stop, end):
        return None
    return Credit(
        meaning.role, _bounds(hit, stop), found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier
    )


def _tail_ok(line: _Line, hit: Hit, stop: int, end: int) -> bool:
    tail = line.text[stop:end]
    if hit.wording.form == "about" or _ENDS_VALUE.match(tail) or (hit.wording.form == "label" and _THROUGH.match(tail)):
        return True
    word = re.match(r"\s+([^\W\d_]+)", tail)
    if word and word[1].casefold() in hit.wording.words.tail_words and not hit.wording.meaning.byline:
        return True
    return hit.wording.form == "label" and len(tail.split()) <= 4 and not hit.blank


def _after_credit(line: _Line, hit: Hit, since: int) -> Credit | None:
    """ "王大明 編譯": the name stands before the phrase, which ends the clause."""
    if not _ENDS_VALUE.match(line.text[hit.end :]):
        return None
    start = max([since, *(end + 1 for end in line.ends if end < hit.start)])
    start = max(start, _open_bracket(line.text, start, hit.start) + 1)
    start = _past_passive(line.text, start, hit)
    span = trimmed(line.text, start, hit.start)
    found, stop = people(line.text, span.start, span.end, hit.wording.words, strict=True)
    if not found or stop < span.end:
        return None
    own = Span(span.start, hit.end)
    meaning = hit.wording.meaning
    if meaning.role == "office":
        return _held(own, found)
    return Credit(meaning.role, own, found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier)


def _open_bracket(text: str, start: int, end: int) -> int:
    """The last bracket that is still open at ``end``, -1 where there is none."""
    opened = (index for index in range(end - 1, start - 1, -1) if text[index] in "(（[［【〔")
    return next((index for index in opened if not re.search(r"[)）\]］】〕]", text[index:end])), -1)


def _past_passive(text: str, start: int, hit: Hit) -> int:
    """Past "this article was … by" where that stands before the name."""
    for template in hit.wording.words.before_names:
        match = re.compile(r"\s*" + compile_template(template, {}).pattern, re.IGNORECASE).match(text, start, hit.start)
        if match:
            return match.end()
    return start


def _appearance(line: _Line, hit: Hit) -> Credit | None:
    end, words, meaning = line.region(hit), hit.wording.words, hit.wording.meaning
    url = url_at(line.text, hit.end, end)
    if url:
        return Credit("original-url", _bounds(hit, url.span.end), words=url, relation=meaning.relation)
    name, date, stop = outlet(line.text, hit.end, end, words)
    if meaning.quoted and (name is None or line.text[name.span.start - 1] not in "《〈「『“«"):
        return None
    alone = date is not None and hit.explicit and len(line.text[stop:end].split()) <= 3
    if not (name or hit.tag or alone) or not _appearance_tail(line, hit, stop, end):
        return None
    return Credit(
        "appearance",
        _bounds(hit, stop),
        publication=name,
        date=date,
        tag=hit.tag,
        tag_span=hit.tag_span,
        relation=meaning.relation,
    )


def _appearance_tail(line: _Line, hit: Hit, stop: int, end: int) -> bool:
    """What follows the outlet may be an issue or a courtesy, but no sentence that goes on about something else."""
    tail = line.text[stop:end]
    if hit.wording.form == "label" or len(tail.split()) <= 3:
        return True
    inside = any(h.wording.meaning.inside and stop <= h.start < end for h in line.hits)
    return inside or (hit.explicit and bool(re.match(r"[”’\"'»》』」]?\s*(?:[,，(（;]|and\b)", tail)))


def _title(line: _Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    url = url_at(line.text, hit.end, end)
    if url:
        return Credit("original-url", _bounds(hit, url.span.end), words=url, relation="original")
    quoted = quoted_at(line.text, hit.end, end)
    if quoted:
        return Credit(
            "original-title", _bounds(hit, quoted.span.end + 1), words=quoted, tag=hit.tag, tag_span=hit.tag_span
        )
    if hit.wording.form != "label" and not hit.wording.unspaced:
        return None
    span = trimmed(line.text, hit.end, _title_end(line, hit))
    if not span or len(span) < 2 or hit.wording.meaning.inside:
        return None
    return Credit("original-title", _bounds(hit, span.end), words=Words(span.slice(line.text), span))


def _title_end(line: _Line, hit: Hit) -> int:
    """A title after a colon goes on over question marks and full stops, up to the next phrase or bracket."""
    nexts = (h.start for h in line.hits if h.start > hit.end and h.wording.form == "label")
    return min(clause_end(line.text, hit.end, []), min(nexts, default=len(line.text)))


def _url(line: _Line, hit: Hit) -> Credit | None:
    url = url_at(line.text, hit.end, len(line.text))
    return (
        Credit("original-url", _bounds(hit, url.span.end), words=url, relation=hit.wording.meaning.relation)
        if url
        else None
    )


def _licence(line: _Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    known = _LICENCE.search(line.text, hit.end, end)
    if known:
        return Credit("license", _bounds(hit, known.end()), words=Words(known[0], Span(*known.span())))
    span = trimmed(line.text, hit.end, end)
    if hit.wording.form != "label" or not 1 < len(span) <= 80:
        return None
    return Credit("license", _bounds(hit, span.end), words=Words(span.slice(line.text), span))


def _machine(line: _Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    if hit.wording.form == "bare":
        complete = _ENDS_VALUE.match(line.text[hit.end :]) is not None
        return Credit("machine", _bounds(hit, hit.end)) if complete else None
    for tool in sorted(shared_words()["tools"], key=len, reverse=True):
        match = re.compile(rf"\s*(?:the\s+)?(?P<tool>{re.escape(tool)})(?!\w)", re.IGNORECASE).match(
            line.text, hit.end, end
        )
        if match:
            words = Words(match["tool"], Span(*match.span("tool")))
            return Credit("machine", _bounds(hit, match.end()), words=words, tag=hit.tag, tag_span=hit.tag_span)
    return None


def _language(line: _Line, hit: Hit) -> Credit | None:
    if hit.wording.form == "label":
        names = hit.wording.words
        match = re.compile(r"[\w ]+").match(line.text, hit.end, line.region(hit))
        tag = names.tag_of(match[0]) if match else None
        span = Span(*match.span()) if match else None
        return Credit("language", Span(hit.start, match.end()), tag=tag, tag_span=span) if match and tag else None
    if hit.tag is None or not _ENDS_VALUE.match(line.text[hit.end :]):
        return None
    return Credit("language", _bounds(hit, hit.end), tag=hit.tag, tag_span=hit.tag_span)


def _office(line: _Line, hit: Hit) -> Credit | None:
    """The office that sent an article out: its holder is the author, which is inferred and said to be so.

    What follows the holder's name behind a comma is the office that is held, whatever it is called.
    """
    end = line.region(hit)
    comma = re.compile("[,，]").search(line.text, hit.end, end)
    found, stop = people(line.text, hit.end, comma.start() if comma else end, hit.wording.words, strict=True)
    held = trimmed(line.text, stop, end) if comma and stop <= comma.start() else Span(stop, stop)
    if len(found) == 1 and 1 < len(held) <= _LONGEST_POSITION:
        found, stop = (replace(found[0], position=held.slice(line.text)),), held.end
    return _held(_bounds(hit, stop), found) if _ENDS_VALUE.match(line.text[stop:]) else None


_LONGEST_POSITION = 60


def _held(span: Span, found: tuple[Person, ...]) -> Credit | None:
    """The one person who holds the office, if the words give a title or a position."""
    titled = len(found) == 1 and not found[0].name.organisation and (found[0].name.honorific or found[0].position)
    return Credit("author", span, found, inferred=True) if titled else None


def _position(line: _Line, hit: Hit) -> Credit | None:
    span = trimmed(line.text, hit.end, line.region(hit))
    if not 1 < len(span) <= 40:
        return None
    return Credit("author-position", _bounds(hit, span.end), words=Words(span.slice(line.text), span))


_Reader = Callable[[_Line, Hit], Credit | None]
_READERS: dict[str, _Reader] = {
    "appearance": _appearance,
    "original-title": _title,
    "original-url": _url,
    "license": _licence,
    "machine": _machine,
    "language": _language,
    "office": _office,
    "author-position": _position,
}


def _completed(line: _Line, found: list[Credit]) -> list[Credit]:
    """With what only the whole line tells: a licence in brackets, the author in front, a library's publisher."""
    if not found and not _LICENCE.fullmatch(line.text.strip(" .()（）[]")):
        return []
    return sorted(
        [*found, *_author_in_front(line, found), *_licences(line, found), *_publisher(line, found)],
        key=lambda c: c.span,
    )


def _licences(line: _Line, found: Sequence[Credit]) -> list[Credit]:
    taken = [credit.span for credit in found if credit.role == "license"]
    result = []
    for match in _LICENCE.finditer(line.text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            before = [credit.role for credit in found if credit.span.start < span.start]
            photo = bool(before) and before[-1] in {"photographer", "illustrator"}
            result.append(Credit("license", span, words=Words(match[0], span), of_photo=photo))
    return result


def _author_in_front(line: _Line, found: Sequence[Credit]) -> list[Credit]:
    first = found[0] if found else None
    if first is None or first.role not in {"translator", "illustrator"} or any(c.role == "author" for c in found):
        return []
    hit = next((hit for hit in line.hits if hit.start == first.span.start), None)
    person = _author_before(line, hit) if hit else None
    return [Credit("author", person.span, (person,), inferred=True)] if person else []


def _author_before(line: _Line, hit: Hit) -> Person | None:
    """ "Joanne Rowling ; traduit par": a name alone in front of the translator's credit is the author's."""
    before = line.text[: hit.start].rstrip()
    bare = before.rstrip(";；,，/ ")
    if not bare or (bare == before and hit.standing != "word"):
        return None
    start = max([0, *(end + 1 for end in line.ends if end + 1 < len(bare))])
    parts = re.split(r"\s[/—–]\s", bare[start:])
    text = parts[-1] if " / " in bare[start:] else parts[0]
    start = bare.index(text, start)
    span = trimmed(line.text, start, start + len(text))
    if hit.standing == "word":
        last = re.search(r"(?:[^\W\d_]+\s){1,2}[^\W\d_]+$", span.slice(line.text))
        span = Span(span.start + last.start(), span.end) if last and span.start > 0 else span
    found, stop = people(line.text, span.start, span.end, hit.wording.words, strict=True)
    whole = len(found) == 1 and stop >= span.end and " " in found[0].name.literal and not found[0].name.organisation
    return found[0] if whole else None


def _publisher(line: _Line, found: Sequence[Credit]) -> list[Credit]:
    """The last area of a library's description (ISBD): ". - 1. Auflage. - Carlsen"."""
    match = _ISBD_PUBLISHER.search(line.text.rstrip(" ."))
    if not match or ";" not in line.text or not any(c.role in FIELD_ROLES for c in found):
        return []
    span = Span(*match.span("name"))
    return [Credit("publisher", span, words=Words(match["name"], span))]
