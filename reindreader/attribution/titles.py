"""The title of the original that a phrase gives, and where it ends."""

import re
from dataclasses import replace

from reindreader.attribution.appearing import address_credit, appearance_credit
from reindreader.attribution.clauses import clause_end
from reindreader.attribution.credits import Credit, Words
from reindreader.attribution.dates import find_dates, has_month
from reindreader.attribution.hits import Hit
from reindreader.attribution.imprints import title_in
from reindreader.attribution.line import Line, value_bounds
from reindreader.attribution.outlets import quoted_at, trimmed, url_at
from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.spelling import fold
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span

_OWNER = re.compile(r"\s*[A-Z][\w .’'-]{2,40}?\s*的\s*(?=[A-Z])")

_MARKDOWN_LINK = re.compile(r"\s*\[([^\]]+)\]\(https?://[^)\s]+\)")

_PLACE_BEFORE_TITLE = re.compile(r"[\u3400-\u9fff]{2,6}(?=[《〈「『])")

_TITLE_CASE = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’-]*(?:(?:[ :-]|, )+(?:[^\W\d_a-zß-ÿ][\w'’-]*|\d+|of|the|and|in|a|an|to|for|on|with|at|from|or|de|la|le|les|des|du|et))*"
    r"[ :-]+[^\W\d_a-zß-ÿ][\w'’-]*[?!]?(?=\s*(?:$|[.;,(]|(?:by|in|and|bei|chez|da|por|bij)\s))"
)

_IN_BRACKETS = re.compile(r"[(（]([^\W\d_]{2,24})[)）]")

_WORD = re.compile(r"\w")

_AS = frozenset(["as", "titled", "entitled", "title"])

_SOURCE_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*(?:1[5-9]|20)\d\d[^()（）]*[)）]?[\s.。]*$")


def _past_owner(line: Line, hit: Hit) -> int:
    """Past "Anna Blake 的" in front of a title."""
    owner = _OWNER.match(line.text, hit.end)
    return owner.end() if owner else hit.end


def title_credit(line: Line, hit: Hit) -> Credit | None:
    """The title of the original behind the phrase, or the outlet or address that stands there instead."""
    hit = _with_language(line, hit)
    end = line.region(hit)
    url, link = url_at(line.text, hit.end, end), _MARKDOWN_LINK.match(line.text, hit.end)
    if url:
        return address_credit(hit, url, "original")
    if link:
        return Credit("original-title", Span(hit.start, link.end(1)), words=Words(link[1], Span(*link.span(1))))
    quoted = quoted_at(line.text, hit.end, end)
    place = _PLACE_BEFORE_TITLE.match(line.text, hit.end, end) if quoted is None and hit.wording.unspaced else None
    if place:  # 譯自英國《北海週報》
        inner = quoted_at(line.text, place.end(), end)
        if inner and _is_outlet_title(line, inner, hit):
            return appearance_credit(line, replace(hit, end=place.end()))
    if quoted is None:
        source = _names_source(line, hit) or _dated_source(line, hit, end)
        return appearance_credit(line, hit) if source else bare_title_credit(line, hit)
    if _is_outlet_title(line, quoted, hit):
        return appearance_credit(line, hit)
    return Credit(
        "original-title", value_bounds(hit, quoted.span.end + 1), (), words=quoted, tag=hit.tag, tag_span=hit.tag_span
    )


def _with_language(line: Line, hit: Hit) -> Hit:
    """The hit with the language that stands in brackets behind its label: Titre original (anglais)."""
    told = _IN_BRACKETS.search(line.text, hit.start, hit.end) if hit.tag is None else None
    tables = (hit.wording.words, *phrase_book().languages.values())
    tag = next((tag for words in tables if (tag := words.tag_of(told[1]))), None) if told else None
    return replace(hit, tag=tag, tag_span=Span(*told.span(1))) if told and tag else hit


def bare_title_credit(line: Line, hit: Hit) -> Credit | None:
    """A title without marks: after a colon, where the script has no small letters to tell it by, or in title case."""
    span = trimmed(line.text, _past_owner(line, hit), _title_end(line, hit))
    cut = _SOURCE_IN_BRACKETS.search(line.text, span.start, span.end)
    span = Span(span.start, cut.start()) if cut and cut.start() > span.start else _before_source(line, span, hit)
    start, end, stop = title_in(span.slice(line.text))
    bounds, span = value_bounds(hit, span.start + stop), Span(span.start + start, span.start + end)
    labelled = hit.wording.form == "label" or (hit.wording.unspaced and not hit.wording.meaning.quoted)
    if not labelled and not hit.wording.unspaced:
        span = _in_title_case(line, span) if _leads_to_title(line, hit) else Span(span.start, span.start)
        bounds = value_bounds(hit, span.end)
    if len(span) < 2 or hit.wording.meaning.inside:
        return None
    words = Words(span.slice(line.text), span)
    return Credit(hit.wording.meaning.role, bounds, words=words, tag=hit.tag, tag_span=hit.tag_span)


def _before_source(line: Line, span: Span, hit: Hit) -> Span:
    """Without the outlet and its date behind commas: The Lighthouse, *Quay Review, 3 May 2011*."""
    dates = [d for d in find_dates(line.text, span.start, span.end, hit.wording.words) if has_month(d.date)]
    parts = line.text[span.start : dates[-1].span.start].rstrip(" ,").rsplit(", ", 1) if dates else []
    whole = (
        len(parts) == 2 and dates[-1].span.end == span.end and parts[1][:1].isupper() and hit.wording.form == "label"
    )
    return Span(span.start, span.start + len(parts[0])) if whole else span


def _leads_to_title(line: Line, hit: Hit) -> bool:
    """Whether nothing but a title can follow: "first published as", or a label at the line's start without its colon."""
    phrase = fold(line.text[hit.start : hit.end])
    alone = not line.text[: hit.start].strip() and any(
        wording.form == "label" and re.fullmatch(wording.template.pattern, phrase, re.IGNORECASE)
        for wording in phrase_book().wordings
        if wording.words is hit.wording.words and wording.meaning.role == "original-title"
    )
    return alone or phrase.split()[-1] in _AS


def _in_title_case(line: Line, span: Span) -> Span:
    """The words in title case at the beginning, two at least; nothing where they run on into a sentence."""
    match = _TITLE_CASE.match(line.text, span.start, span.end)
    return Span(span.start, match.end()) if match else Span(span.start, span.start)


def _names_source(line: Line, hit: Hit) -> bool:
    """Whether the title comes later in the line, so that these words are the outlet: 編譯自：X，原標題《Y》."""
    return hit.wording.unspaced and any(
        h.start > hit.end and h.wording.meaning.role == "original-title" and h.standing == "soft" for h in line.hits
    )


def _dated_source(line: Line, hit: Hit, end: int) -> bool:
    """譯自 The Coastal Monthly，5月6日刊: what a day stands behind is where the original stood."""
    from_it = hit.wording.unspaced and line.text[hit.start : hit.end].rstrip(" :：").endswith("自")
    return from_it and any(has_month(d.date) for d in find_dates(line.text, hit.end, end, hit.wording.words))


def _is_outlet_title(line: Line, quoted: Words, hit: Hit) -> bool:
    """《燈籠週刊》 is where the original stood and no title of it: its last word says so, or the day or issue behind it."""
    words = hit.wording.words
    if not words.outlet_endings or hit.wording.form == "label":
        return False
    behind = find_dates(line.text, quoted.span.end + 1, len(line.text), words)
    dated = bool(behind) and behind[0].span.start <= quoted.span.end + 3 and has_month(behind[0].date)
    return dated or quoted.text.endswith(words.outlet_endings)


def _title_end(line: Line, hit: Hit) -> int:
    """A title after a colon goes on over question marks and full stops, up to the next phrase, bracket or line."""
    nexts = (h.start for h in line.hits if h.start > hit.end and _ends_title(line, h))
    words = _WORD.search(line.text, hit.end)
    below = line.text.find("\n", words.start()) if words else -1
    limit = len(line.text) if below < 0 else below
    return min(clause_end(line.text, hit.end, []), min(nexts, default=limit), limit)


def _ends_title(line: Line, hit: Hit) -> bool:
    """Whether the phrase ends a title before it: a label, or the beginning of the next sentence or clause."""
    meaning = hit.wording.meaning
    if hit.wording.form == "label":
        return hit.standing != "word"
    before = line.text[: hit.start].rstrip()[-1:]
    if hit.wording.form == "sentence" and before == "," and line.text[hit.start].islower():
        return any(credit.publication for credit in hit.credits)  # "The Lighthouse, published in …"
    if hit.wording.form == "sentence" or meaning.role == "publisher":
        return before in set(".。;；") or (hit.wording.unspaced and before in set("，,"))
    if (
        hit.wording.form not in {"lead", "around"}
        or meaning.byline
        or meaning.inside
        or meaning.role not in FIELD_ROLES
    ):
        return False
    return before in set(".。;；") or (hit.wording.unspaced and before in set("，,"))
