"""The people of a phrase: behind it, within it or before it, and whether the words around them bear that out."""

import re

from reindreader.attribution.clauses import clause_end
from reindreader.attribution.credits import Credit, Person, Words
from reindreader.attribution.hits import Hit
from reindreader.attribution.line import ENDS_VALUE, Line, value_bounds
from reindreader.attribution.listing import is_position, people
from reindreader.attribution.outlets import article_length, leading_date, outlet, trimmed
from reindreader.attribution.people import is_organisation
from reindreader.attribution.printed import is_printed_title
from reindreader.attribution.templates import compile_template
from reindreader.model.text import Span

_HOUSE = re.compile(r"\s+[A-Z][a-z]+[A-Z]{2,}\w*(?:\s[A-Z]\w+){0,3}")

_SENTENCE = re.compile(r"(?:[はをが].*|という.*)(?:る|た|す|い|だ|ない)$|[가-힣](?:니다|[었았였했]다)\s*$")
"""A whole sentence behind a label is no name."""

_DATELINE = re.compile(r"\s+(?:in|at|for)\s+(?:[A-Z][\w’'.-]*\s?){1,3}")

_SHORT_NAME = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{1,2}文$")
"""A name of two or three characters that ends with the word for "text" (陳大文): it is no phrase then."""

_DASHED = re.compile(r"\s[-–—]\s+$")
"""A label's dash may as well be a sentence's: what follows is a name only with a capital."""
_HANGUL_PAIR = re.compile(r"\s*(?P<outlet>[\uac00-\ud7a3]{3,})\s+(?P<name>[\uac00-\ud7a3]{2,4}\s*$)")

_THROUGH = re.compile(r"\s(?:via|from|for|/|@)\s")


def people_credit(line: Line, hit: Hit) -> Credit | None:
    """The people that the phrase names, None where none follow it as it would have them."""
    meaning, start = hit.wording.meaning, _past_bracket(line, hit)
    end = _before_language(line, hit, start, line.region(hit, start))
    label = hit.wording.form == "label" and not hit.blank
    if label and _DASHED.search(line.text, hit.start, hit.end) and line.text[start : start + 1].islower():
        return position_credit(line, hit) if meaning.role == "author" else None
    if meaning.role == "author" and label and line.text[start : start + 1].islower():
        position = position_credit(line, hit)
        if position:
            return position
    if label and _is_menu(line, start, end):
        return None
    end = _before_licence(line.text, start, end)
    end = _before_bracketed_label(line.text, start, end)
    if meaning.role == "photographer":
        end = _before_agency(line.text, start, end)
    found, stop = people(line.text, start, end, hit.wording.words, strict=not label, staff=meaning.role == "translator")
    if _SENTENCE.search(line.text[start:end]):
        return None
    if not found or not _tail_ok(line, hit, stop, end) or not (label or _vouched(line, hit, found, stop, end)):
        return None
    return Credit(
        meaning.role, value_bounds(hit, stop), found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier
    )


def _before_language(line: Line, hit: Hit, start: int, end: int) -> int:
    """Where a translator's names end before the language translated from: "aistrithe ag Máire Ní Mhóra *ón mBéarla*"."""
    if hit.wording.meaning.role != "translator":
        return end
    told = (h.start for h in line.hits if h.wording.meaning.role == "language" and h.wording.meaning.inside)
    return min((place for place in told if start < place < end), default=end)


def _is_menu(line: Line, start: int, end: int) -> bool:
    """Whether a label and one word behind it are entries of a menu: Home | Authors | Contact."""
    value = line.text[start:end].strip()
    return (
        line.text.count("|") > 2 and line.text[:start].rstrip().endswith("|") and " " not in value and value.isascii()
    )


def _past_bracket(line: Line, hit: Hit) -> int:
    """Past a bracket around the whole value of a label: "translator: (geekpi)"."""
    match = re.compile(r"\s*\((?=[^()]+\)\s*$)").match(line.text, hit.end)
    return match.end() if match and hit.wording.form == "label" else hit.end


def _vouched(line: Line, hit: Hit, found: tuple[Person, ...], stop: int, end: int) -> bool:
    """Without a colon a single word is a name only where no sentence goes on, after "by" only where nothing does."""
    single = [p for p in found if " " not in p.name.literal and not p.name.organisation]
    others = sum(other.wording.meaning.byline for other in line.hits) > 1
    if hit.wording.meaning.byline and single and len(single) == len(found) and (len(single) > 1 or others):
        return False  # by boat, by train
    if hit.wording.unspaced or all(p.name.organisation or len(p.name.literal.split()) > 1 for p in found):
        return True
    tail = line.text[stop:end]
    return not re.search(r"\w", tail) if hit.wording.meaning.byline else not re.match(r"\s+[^\W\d_]", tail)


def _before_bracketed_label(text: str, start: int, end: int) -> int:
    """【翻訳】水上はるか【協力】川の会: the next label ends the value."""
    opened = text.find("【", start + 1, end)
    return opened if opened >= 0 else end


def _before_licence(text: str, start: int, end: int) -> int:
    match = re.compile(r"[,，;\s(（]+(?:CC0|CC[\s-]BY|Creative Commons|Public Domain)\b").search(text, start, end)
    return match.start() if match else end


def _before_agency(text: str, start: int, end: int) -> int:
    """ "Jo Lind / Harbour Images": behind the photographer's full name stands who sells the picture."""
    agency = re.compile(r"\s*(?:[/／]|,\s*(?=[^\W\d_a-zа-я]{2,5}[\s.)]*$))").search(text, start, end)
    return agency.start() if agency and " " in text[start : agency.start()].strip() else end


def around_credit(line: Line, hit: Hit) -> Credit | None:
    """ "was translated by A from B": the names stand within the phrase, and nothing else does."""
    if hit.people is None or not ENDS_VALUE.match(line.text[hit.end :]):
        return None
    span = trimmed(line.text, hit.people.start, hit.people.end)
    meaning, own = hit.wording.meaning, Span(hit.start, hit.end)
    if meaning.role == "appearance":
        return _appearance_around(line, hit, span)
    found, stop = people(
        line.text, span.start, span.end, hit.wording.words, strict=True, staff=hit.wording.meaning.role == "translator"
    )
    if not found or stop < span.end:
        return None
    return Credit(meaning.role, own, found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier)


def _appearance_around(line: Line, hit: Hit, span: Span) -> Credit | None:
    """The outlet within the phrase; its date stands there as well, or next after the phrase."""
    words, meaning = hit.wording.words, hit.wording.meaning
    start = next(place for place in range(span.start, span.end + 1) if line.text[place : place + 1] not in "(（[【")
    end = hit.people.end if hit.people else span.end  # with its closing mark
    name, date, _ = outlet(line.text, start, end, words)
    if name is None or (meaning.quoted and not is_printed_title(line.text, name, words)):
        return None
    stop = hit.end
    if date is None:
        stop, date = leading_date(line.text, hit.end, clause_end(line.text, hit.end, line.ends), words)
    own = Span(hit.start, stop)
    return Credit("appearance", own, (), name, date, tag=hit.tag, tag_span=hit.tag_span, relation=meaning.relation)


def _tail_ok(line: Line, hit: Hit, stop: int, end: int) -> bool:
    tail = line.text[stop:end]
    if hit.wording.form == "about" or ENDS_VALUE.match(tail) or (hit.wording.form == "label" and _THROUGH.match(tail)):
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
    ended = ENDS_VALUE.match(line.text[hit.end :]) or _before_next(line, hit) or _before_source(line, hit)
    if not ended or _goes_on(line, hit) or _SHORT_NAME.search(line.text, 0, hit.end):
        return None
    start = max([_past_issue(line.text, since), *(end + 1 for end in line.ends if end < hit.start)])
    stop = _before_own_bracket(line.text, hit)
    if hit.wording.meaning.bracketed and stop == hit.start:
        return None
    start = max(start, _open_bracket(line.text, start, stop) + 1)
    whole = trimmed(line.text, _past_passive(line.text, start, hit), stop)
    span = trimmed(line.text, _past_outlet(line.text, whole.start, stop), stop)
    found, stop = people(
        line.text, span.start, span.end, hit.wording.words, strict=True, staff=hit.wording.meaning.role == "translator"
    )
    if not found or stop < span.end:
        return None
    own = Span(whole.start, hit.end)
    meaning = hit.wording.meaning
    if meaning.role == "office":
        return office_holder(own, found)
    return Credit(meaning.role, own, found, tag=hit.tag, tag_span=hit.tag_span, qualifier=meaning.qualifier)


def _past_issue(text: str, since: int) -> int:
    """Past what still belongs to the credit before, up to its comma: 1998年11月*號，*許文博譯."""
    match = re.compile(r"[\u3400-\u9fff]{1,2}\s*[，,]").match(text, since) if since else None
    return match.end() if match else since


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


def _past_outlet(text: str, start: int, end: int) -> int:
    """Past an outlet in Hangul, behind which its reporter's name stands."""
    match = _HANGUL_PAIR.match(text, start, end)
    return match.start("name") if match and is_organisation(match["outlet"]) else start


def office_holder(span: Span, found: tuple[Person, ...]) -> Credit | None:
    """The one person who holds the office, if the words give a title or a position."""
    titled = len(found) == 1 and not found[0].name.organisation and (found[0].name.honorific or found[0].position)
    return Credit("author", span, found, inferred=True) if titled else None


def position_credit(line: Line, hit: Hit) -> Credit | None:
    """The position of an author whom the line does not name ("the author is …")."""
    comma = re.compile("[，,]").search(line.text, hit.end, line.region(hit)) if hit.wording.unspaced else None
    span = trimmed(line.text, hit.end, comma.start() if comma else line.region(hit))
    span = Span(span.start + article_length(span.slice(line.text), hit.wording.words), span.end)
    if not 1 < len(span) <= 80 or not is_position(line.text, span, hit.wording.words):
        return None
    return Credit("author-position", value_bounds(hit, span.end), words=Words(span.slice(line.text), span))
