"""From a phrase at its place to the credit it gives: one function for each kind of phrase."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from reindreader.attribution.clauses import clause_end
from reindreader.attribution.credits import Credit, Person, Words
from reindreader.attribution.dates import find_dates, has_month
from reindreader.attribution.hits import Hit
from reindreader.attribution.listing import is_position, people
from reindreader.attribution.outlets import article_length, outlet, quoted_at, trimmed, url_at
from reindreader.attribution.phrases import shared_words
from reindreader.attribution.templates import compile_template
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span

LICENCE = re.compile(
    r"(?:知識共享|知识共享|創用\s?CC|创用\s?CC)\s?(?:署名|姓名標示|姓名标示)[^，。；）、\d]*\d\.\d(?:\s?(?:國際|国际))?"
    r"(?:\s?(?:公共)?(?:許可協議|许可协议|授權條款|授权条款|許可證|许可证))?"
    r"|\b(?:CC0|CC[\s-]BY(?:-\w{2})*(?:\s\d\.\d)?(?:\s(?:IGO|Intl|International|DE|FR|JP|CN|HK|TW|US|UK))?)(?!\w)"
    r"|Creative Commons [A-Z][\w \u2013-]+?\d\.\d(?: [A-Z]\w+)*(?: Licen[cs]e)?|知識共享[^，。；）\s]+|知识共享[^，。；）\s]+"
)

_OWNER = re.compile(r"\s*[A-Z][\w .’'-]{2,40}?\s*的\s*(?=[A-Z])")
_MARKDOWN_LINK = re.compile(r"\s*\[([^\]]+)\]\(https?://[^)\s]+\)")
_HOUSE = re.compile(r"\s+[A-Z][a-z]+[A-Z]{2,}\w*(?:\s[A-Z]\w+){0,3}")
_DATELINE = re.compile(r"\s+(?:in|at|for)\s+(?:[A-Z][\w’'.-]*\s?){1,3}")
_THROUGH = re.compile(r"\s(?:via|from|for|/|@)\s")

_ENDS_VALUE = re.compile(
    r"\s*(?:$|[,，、،؛۔।;；.。|｜/／()（）\[\]［］【】<>«»\"“”!！*_~…\n\t\u3000•·—–]|[-–—]\s|https?:)"
)

_PLACE_BEFORE_TITLE = re.compile(r"[\u3400-\u9fff]{2,6}(?=[《〈「『])")
_SOURCE_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*(?:1[5-9]|20)\d\d[^()（）]*[)）]?[\s.。]*$")

_LONGEST_POSITION = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what is looked up in it again and again."""

    text: str
    ends: list[int]
    hits: list[Hit]

    def region(self, hit: Hit, start: int | None = None) -> int:
        """Where the value of the hit ends at the latest: with its clause, or where the next phrase begins."""
        limit = clause_end(self.text, hit.end if start is None else start, self.ends)
        nexts = (
            h.start
            for h in self.hits
            if h.start >= hit.end
            and h.wording.form not in {"after", "around"}
            and not h.wording.meaning.inside
            and not (h.wording.meaning.byline and not re.search(r"\w", self.text[hit.end : h.start]))
        )
        return min(limit, min(nexts, default=limit))


def _bounds(hit: Hit, stop: int) -> Span:
    return Span(hit.start, max(stop, hit.end))


def people_credit(line: Line, hit: Hit) -> Credit | None:
    """The people that the phrase names, None where none follow it as it would have them."""
    meaning, start = hit.wording.meaning, _past_bracket(line, hit)
    end = line.region(hit, start)
    label = hit.wording.form == "label" and not hit.blank
    if meaning.role == "author" and label and line.text[start : start + 1].islower():
        position = _position(line, hit)
        if position:
            return position
    if meaning.role == "photographer":
        end = _before_agency(line.text, start, end)
    found, stop = people(line.text, start, end, hit.wording.words, strict=not label)
    if not found or not _tail_ok(line, hit, stop, end) or not (label or _vouched(line, hit, found, stop, end)):
        return None
    return Credit(
        meaning.role, _bounds(hit, stop), found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier
    )


def _past_bracket(line: Line, hit: Hit) -> int:
    """Past a bracket around the whole value of a label: "translator: (geekpi)"."""
    match = re.compile(r"\s*\((?=[^()]+\)\s*$)").match(line.text, hit.end)
    return match.end() if match and hit.wording.form == "label" else hit.end


def _vouched(line: Line, hit: Hit, found: tuple[Person, ...], stop: int, end: int) -> bool:
    """Without a colon a single word is a name only where no sentence goes on, after "by" only where nothing does."""
    if hit.wording.unspaced or all(p.name.organisation or len(p.name.literal.split()) > 1 for p in found):
        return True
    tail = line.text[stop:end]
    return not re.search(r"\w", tail) if hit.wording.meaning.byline else not re.match(r"\s+[^\W\d_]", tail)


def _before_agency(text: str, start: int, end: int) -> int:
    """ "Jo Lind / Harbour Images": behind the photographer's full name stands who sells the picture."""
    stroke = re.compile(r"\s*[/／]").search(text, start, end)
    return stroke.start() if stroke and " " in text[start : stroke.start()].strip() else end


def around_credit(line: Line, hit: Hit) -> Credit | None:
    """ "was translated by A from B": the names stand within the phrase, and nothing else does."""
    if hit.people is None or not _ENDS_VALUE.match(line.text[hit.end :]):
        return None
    span = trimmed(line.text, hit.people.start, hit.people.end)
    meaning, own = hit.wording.meaning, Span(hit.start, hit.end)
    if meaning.role == "appearance":
        name, date, _ = outlet(line.text, span.start, span.end, hit.wording.words)
        place = Credit("appearance", own, (), name, date, tag=hit.tag, tag_span=hit.tag_span, relation=meaning.relation)
        return place if name else None
    found, stop = people(line.text, span.start, span.end, hit.wording.words, strict=True)
    if not found or stop < span.end:
        return None
    return Credit(meaning.role, own, found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier)


def _tail_ok(line: Line, hit: Hit, stop: int, end: int) -> bool:
    tail = line.text[stop:end]
    if hit.wording.form == "about" or _ENDS_VALUE.match(tail) or (hit.wording.form == "label" and _THROUGH.match(tail)):
        return True
    if any(h.wording.meaning.inside and stop <= h.start <= stop + 2 for h in line.hits):
        return True
    if hit.wording.meaning.byline and (_DATELINE.fullmatch(tail) or _HOUSE.fullmatch(tail)):
        return True
    word = re.match(r"\s+([^\W\d_]+)", tail)
    if word and word[1].casefold() in hit.wording.words.tail_words and not hit.wording.meaning.byline:
        return True
    return hit.wording.form == "label" and len(tail.split()) <= 4 and not hit.blank


def after_credit(line: Line, hit: Hit, since: int) -> Credit | None:
    """ "王大明 編譯": the name stands before the phrase, which ends the clause."""
    ended = _ENDS_VALUE.match(line.text[hit.end :]) or _before_next(line, hit) or _before_source(line, hit)
    if not ended or _goes_on(line, hit):
        return None
    start = max([since, *(end + 1 for end in line.ends if end < hit.start)])
    stop = _before_own_bracket(line.text, hit)
    if hit.wording.meaning.bracketed and stop == hit.start:
        return None
    start = max(start, _open_bracket(line.text, start, stop) + 1)
    start = _past_passive(line.text, start, hit)
    span = trimmed(line.text, start, stop)
    found, stop = people(line.text, span.start, span.end, hit.wording.words, strict=True)
    if not found or stop < span.end:
        return None
    own = Span(span.start, hit.end)
    meaning = hit.wording.meaning
    if meaning.role == "office":
        return _held(own, found)
    return Credit(meaning.role, own, found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier)


def _before_next(line: Line, hit: Hit) -> bool:
    """Whether a blank and the next name with its phrase follow: 安娜 著 溫若瑜 譯."""
    nexts = (h.start for h in line.hits if h.wording.form == "after" and h.start > hit.end)
    between = line.text[hit.end : min(nexts, default=hit.end)]
    return hit.wording.unspaced and between[:1].isspace() and len(between) < 20


def _before_source(line: Line, hit: Hit) -> bool:
    """Whether "from" and a title follow: 溫若瑜 譯自《…》."""
    return hit.wording.unspaced and bool(re.match(r"自[《〈「『“]", line.text[hit.end :]))


def _goes_on(line: Line, hit: Hit) -> bool:
    """Whether a sentence goes on after the phrase: "A, the translator, told me …"."""
    tail = line.text[hit.end :]
    another = any(h.start > hit.end for h in line.hits)
    return not hit.wording.unspaced and not another and bool(re.match(r"[)）\]]?\s*,(?:\s+\S+){4}", tail))


def _before_own_bracket(text: str, hit: Hit) -> int:
    """Where the names end: before the bracket that encloses nothing but the phrase, "A (translator)"."""
    before = text[: hit.start].rstrip()
    enclosed = before[-1:] in "(（[［" and text[hit.end : hit.end + 1] in set(")）]］")
    return len(before) - 1 if before and enclosed else hit.start


def _open_bracket(text: str, start: int, end: int) -> int:
    """The last bracket that is still open at ``end``, -1 where there is none."""
    opened = (index for index in range(end - 1, start - 1, -1) if text[index] in "(（[［【〔")
    return next((index for index in opened if not re.search(r"[)）\]］】〕]", text[index:end])), -1)


def _past_passive(text: str, start: int, hit: Hit) -> int:
    """Past "this article was … by" where that stands before the name."""
    for template in hit.wording.words.before_names:
        match = re.compile(r"[\s,，]*" + compile_template(template, {}).pattern, re.IGNORECASE).match(
            text, start, hit.start
        )
        if match:
            return match.end()
    return start


def _appearance(line: Line, hit: Hit) -> Credit | None:
    end, words, meaning = line.region(hit), hit.wording.words, hit.wording.meaning
    url = url_at(line.text, hit.end, end)
    if url:
        return Credit("original-url", _bounds(hit, url.span.end), words=url, relation=meaning.relation)
    name, date, stop = outlet(line.text, hit.end, end, words)
    if meaning.quoted and (name is None or line.text[name.span.start - 1] not in "《〈「『“«"):
        return None
    url = url_at(line.text, date.span.end, end) if date and not name else None
    label = hit.wording.form == "label"
    alone = date is not None and (hit.explicit or label or url) and len(line.text[stop:end].split()) <= 3
    if not (name or hit.tag or alone) or not _appearance_tail(line, hit, stop, end):
        return None
    own = Credit("appearance", _bounds(hit, url.span.end if url else stop), (), name, date, url)
    if hit.into and hit.into != hit.wording.words.tag:  # "the Chinese version appeared in", said in English
        return replace(own, tag=hit.into, tag_span=hit.into_span, relation="original")
    return replace(own, tag=hit.tag, tag_span=hit.tag_span, relation=meaning.relation)


def _appearance_tail(line: Line, hit: Hit, stop: int, end: int) -> bool:
    """What follows the outlet may be an issue or a courtesy, but no sentence that goes on about something else."""
    tail = line.text[stop:end]
    if hit.wording.form == "label" or len(tail.split()) <= 3:
        return True
    inside = any(h.wording.meaning.inside and stop <= h.start < end for h in line.hits)
    sure = hit.explicit or hit.wording.meaning.relation == "reprint"
    if sure and tail.startswith(hit.wording.words.outlet_cuts):
        return True
    return inside or (hit.explicit and bool(re.match(r"[”’\"'»》』」]?\s*(?:[,，(（;]|and\b)", tail)))


def _past_owner(line: Line, hit: Hit) -> int:
    """Past "Anna Blake 的" in front of a title."""
    owner = _OWNER.match(line.text, hit.end)
    return owner.end() if owner else hit.end


def _title(line: Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    url, link = url_at(line.text, hit.end, end), _MARKDOWN_LINK.match(line.text, hit.end)
    if url:
        return _address(hit, url, "original")
    if link:
        return Credit("original-title", Span(hit.start, link.end(1)), words=Words(link[1], Span(*link.span(1))))
    quoted = quoted_at(line.text, hit.end, end)
    place = _PLACE_BEFORE_TITLE.match(line.text, hit.end, end) if quoted is None and hit.wording.unspaced else None
    if place:  # 譯自英國《北海週報》
        inner = quoted_at(line.text, place.end(), end)
        if inner and _is_outlet_title(line, inner, hit):
            return _appearance(line, replace(hit, end=place.end()))
    if quoted is None:
        return _appearance(line, hit) if _names_source(line, hit) else _bare_title(line, hit)
    if _is_outlet_title(line, quoted, hit):
        return _appearance(line, hit)
    return Credit(
        "original-title", _bounds(hit, quoted.span.end + 1), (), words=quoted, tag=hit.tag, tag_span=hit.tag_span
    )


def _bare_title(line: Line, hit: Hit) -> Credit | None:
    """A title without marks: only after a colon, or where the script has no small letters to tell it by."""
    span = trimmed(line.text, _past_owner(line, hit), _title_end(line, hit))
    cut = _SOURCE_IN_BRACKETS.search(line.text, span.start, span.end)
    span = Span(span.start, cut.start()) if cut and cut.start() > span.start else span
    labelled = hit.wording.form == "label" or (hit.wording.unspaced and not hit.wording.meaning.quoted)
    if not labelled or len(span) < 2 or hit.wording.meaning.inside:
        return None
    words = Words(span.slice(line.text), span)
    return Credit(hit.wording.meaning.role, _bounds(hit, span.end), words=words, tag=hit.tag, tag_span=hit.tag_span)


def _names_source(line: Line, hit: Hit) -> bool:
    """Whether the title comes later in the line, so that these words are the outlet: 編譯自：X，原標題《Y》."""
    return hit.wording.unspaced and any(
        h.start > hit.end and h.wording.meaning.role == "original-title" and h.standing == "soft" for h in line.hits
    )


def _is_outlet_title(line: Line, quoted: Words, hit: Hit) -> bool:
    """《燈籠週刊》 is where the original stood and no title of it: its last word says so, or the day or issue behind it."""
    words = hit.wording.words
    if not words.outlet_endings or hit.wording.form == "label":
        return False
    behind = find_dates(line.text, quoted.span.end + 1, len(line.text), words)
    dated = bool(behind) and behind[0].span.start <= quoted.span.end + 3 and has_month(behind[0].date)
    return dated or quoted.text.endswith(words.outlet_endings)


def _title_end(line: Line, hit: Hit) -> int:
    """A title after a colon goes on over question marks and full stops, up to the next phrase or bracket."""
    nexts = (h.start for h in line.hits if h.start > hit.end and _ends_title(line, h))
    return min(clause_end(line.text, hit.end, []), min(nexts, default=len(line.text)))


def _ends_title(line: Line, hit: Hit) -> bool:
    """Whether the phrase ends a title before it: a label, or the beginning of the next sentence or clause."""
    meaning = hit.wording.meaning
    if hit.wording.form == "label":
        return hit.standing != "word"
    if (
        hit.wording.form not in {"lead", "around"}
        or meaning.byline
        or meaning.inside
        or meaning.role not in FIELD_ROLES
    ):
        return False
    before = line.text[: hit.start].rstrip()[-1:]
    return before in set(".。;；") or (hit.wording.unspaced and before in set("，,"))


def _publisher(line: Line, hit: Hit) -> Credit | None:
    name, _, stop = outlet(line.text, hit.end, line.region(hit), hit.wording.words)
    if name is None or not (hit.wording.form == "label" or _ENDS_VALUE.match(line.text[stop:])):
        return None
    return Credit("publisher", _bounds(hit, stop), words=name)


def _address(hit: Hit, url: Words, relation: str | None) -> Credit:
    own = _bounds(hit, url.span.end)
    return Credit("original-url", own, words=url, relation=relation, tag=hit.tag, tag_span=hit.tag_span)


def _url(line: Line, hit: Hit) -> Credit | None:
    url = url_at(line.text, hit.end, len(line.text))
    return _address(hit, url, hit.wording.meaning.relation) if url else None


def _licence(line: Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    known = LICENCE.search(line.text, hit.end, end)
    if known:
        return Credit("license", _bounds(hit, known.end()), words=Words(known[0], Span(*known.span())))
    span = trimmed(line.text, hit.end, end)
    if hit.wording.form != "label" or not 1 < len(span) <= 80 or line.text[span.end - 1] in "?？":
        return None
    return Credit("license", _bounds(hit, span.end), words=Words(span.slice(line.text), span))


def _machine(line: Line, hit: Hit) -> Credit | None:
    end = line.region(hit)
    if hit.wording.form == "bare":
        complete = _ENDS_VALUE.match(line.text[hit.end :]) is not None
        return Credit("machine", _bounds(hit, hit.end)) if complete else None
    for tool in sorted(shared_words()["tools"], key=len, reverse=True):
        match = re.compile(rf"\s*(?:the\s+)?(?P<tool>{re.escape(tool)})(?![^\W\u3400-\u9fff])", re.IGNORECASE).match(
            line.text, hit.end, end
        )
        if match:
            words = Words(match["tool"], Span(*match.span("tool")))
            return Credit("machine", _bounds(hit, match.end()), words=words, tag=hit.tag, tag_span=hit.tag_span)
    return None


def _language(line: Line, hit: Hit) -> Credit | None:
    if hit.wording.form == "label":
        names = hit.wording.words
        match = re.compile(r"[\w ]+").match(line.text, hit.end, line.region(hit))
        tag = names.tag_of(match[0]) if match else None
        span = Span(*match.span()) if match else None
        return Credit("language", Span(hit.start, match.end()), tag=tag, tag_span=span) if match and tag else None
    if hit.tag is None or not _ENDS_VALUE.match(line.text[hit.end :]):
        return None
    return Credit("language", _bounds(hit, hit.end), tag=hit.tag, tag_span=hit.tag_span)


def _office(line: Line, hit: Hit) -> Credit | None:
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


def _held(span: Span, found: tuple[Person, ...]) -> Credit | None:
    """The one person who holds the office, if the words give a title or a position."""
    titled = len(found) == 1 and not found[0].name.organisation and (found[0].name.honorific or found[0].position)
    return Credit("author", span, found, inferred=True) if titled else None


def _position(line: Line, hit: Hit) -> Credit | None:
    comma = re.compile("[，,]").search(line.text, hit.end, line.region(hit)) if hit.wording.unspaced else None
    span = trimmed(line.text, hit.end, comma.start() if comma else line.region(hit))
    span = Span(span.start + article_length(span.slice(line.text), hit.wording.words), span.end)
    if not 1 < len(span) <= 80 or not is_position(line.text, span, hit.wording.words):
        return None
    return Credit("author-position", _bounds(hit, span.end), words=Words(span.slice(line.text), span))


def _other(line: Line, hit: Hit) -> Credit | None:
    """A label that is known, and whose value is nothing to keep: it ends the value before it."""
    span = trimmed(line.text, hit.end, line.region(hit))
    return Credit("other", _bounds(hit, span.end)) if len(span) else None


Reader = Callable[[Line, Hit], Credit | None]
READERS: dict[str, Reader] = {
    "appearance": _appearance,
    "original-title": _title,
    "title": _bare_title,
    "original-url": _url,
    "publisher": _publisher,
    "license": _licence,
    "machine": _machine,
    "language": _language,
    "office": _office,
    "other": _other,
    "author-position": _position,
}
