"""The people of a credit: lists of names after a phrase or before it, with what belongs to each."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile

from reindreader.attribution.credits import Person
from reindreader.attribution.naming import HAN_RUN, LETTER, name_at_start, stop_of
from reindreader.attribution.outlets import article_length, trimmed
from reindreader.attribution.people import (
    is_organisation,
    name_of,
    position_words,
    take_honorific,
    with_form,
)
from reindreader.attribution.phrases import shared_words
from reindreader.attribution.splitting import parts_of, rest_of_list
from reindreader.attribution.vocabulary import Language
from reindreader.model.text import Span

_ORIGIN = re.compile(r"[\[［〔(（【]\s?[^\[\]［］〔〕()（）【】]{1,4}\s?[\]］〕)）】]\s*")

_AFTER_NAME = re.compile(r"\s(?:via|/|@|from|for|–|—|-)(?:\s.*)?$|\s?।.*$|\s?[(（\[［<].*$|\s+@\w+$|\s*https?://.*$")

_OPENING = re.compile("[«“„]")

_BRACKETED = re.compile(r"\s?[(（]([^()（）]{2,60})[)）]")

_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])")


def people(
    line: str, start: int, end: int, words: Language, *, strict: bool, staff: bool = False
) -> tuple[tuple[Person, ...], int]:
    """The names in a list that begins at ``start``, and the offset after the last of them.

    ``strict``: nothing but the phrase says that these are names, so each has to look like one; otherwise, after a
    colon, a pseudonym in small letters is a name too. ``staff``: a group within an outlet counts ("灯台編集部").
    """
    others = rest_of_list(line, start, end)
    found, stop = _listed(line, start, others.start() if others else end, words, strict=strict, staff=staff)
    return found, others.end() if others and found and stop == others.start() else stop


def _listed(
    line: str, start: int, end: int, words: Language, *, strict: bool, staff: bool
) -> tuple[tuple[Person, ...], int]:
    found: list[Person] = []
    stop = start
    address = re.compile(r"\s+<?https?://").search(line, start, end)
    parts = parts_of(line, start, address.start() if address else end, words)
    for span in dropwhile(lambda part: line.startswith("《", part.start), parts):  # 《外島文摘》，許文博譯: no name
        if found and is_position(line, span, words):
            found[-1] = Person(found[-1].name, found[-1].span, span.slice(line))
            stop = span.end
            break
        if found and _degree(span.slice(line)):  # "By Ruth Ansel, MS, RDN": and what follows is whom she writes for
            stop = span.end
            continue
        if strict and found and _stray(found[0], span.slice(line)):
            break
        told = _told(line, span, words)
        person = _person(line, told or span, words, strict=strict and not _handle(line, span), staff=staff)
        if person is None or _is_house(found, person, line):
            break
        found.append(person)
        stop = person.span.end
        if told:
            position = trimmed(line, told.end + 1, span.end)
            found[-1] = Person(person.name, person.span, position.slice(line).lstrip("".join(words.copulas)))
            stop = span.end
        if person.span.end < _visible_end(line, span):
            break
    return tuple(found), stop


def _is_house(found: Sequence[Person], person: Person, line: str) -> bool:
    """ "Helen Ashworth, Harbour Press": an organisation behind a comma is where a person works, or who published it."""
    if not found or found[-1].name.organisation or not person.name.organisation:
        return False
    return line[found[-1].span.end : person.span.start].strip() in {",", "，", "،"}


def _degree(part: str) -> bool:
    return part.partition(" ")[0].strip(",") in shared_words()["degrees"]


def _stray(first: Person, part: str) -> bool:
    """ "By Ruth Ansel, Paris": one word behind a comma is no person beside a full name."""
    return " " in first.name.literal and " " not in part and part[:1].isascii()


def _told(line: str, span: Span, words: Language) -> Span | None:
    """溫若瑜為立法會議員: the name before the verb, None where there is no such sentence."""
    for copula in words.copulas:
        index = line.find(copula, span.start + 2, min(span.end, span.start + 5 + len(copula) - 1))
        if index >= 0 and is_position(line, Span(index + len(copula), span.end), words):
            return Span(span.start, index)
    return None


def _handle(line: str, span: Span) -> bool:
    return span.slice(line).startswith("@")


def _visible_end(line: str, span: Span) -> int:
    bare = _AFTER_NAME.sub("", span.slice(line))
    return span.start + len(bare.rstrip())


def _before_language(text: str, words: Language) -> str:
    """ "سامي نصّار عن الإنجليزية": the words before those that say what language it was translated from."""
    for match in re.finditer(r"\S+", text):
        rest = text[match.end() :].strip()
        if rest and match[0].casefold() in words.prepositions and words.tag_of(rest):
            return text[: match.start()]
    return text


def _before_tail(text: str, words: Language) -> str:
    """ "Агния Дорохова специально для «Заречья»": the words before those that say for whom."""
    if not _OPENING.search(text):
        return text
    tails = (m.start() for m in re.finditer(r"\s[^\s\d]+", text) if m[0].strip() in words.tail_words)
    return text[: next(tails, len(text))]


def _linked(line: str, span: Span, words: Language) -> Person | None:
    """A name that is a link in Markdown: [name](address), [name][reference]."""
    match = _LINK.match(line, span.start, span.end)
    if match is None or not LETTER.search(match["words"]) or len(match["words"]) > 80:
        return None
    return Person(name_of(match["words"], words), Span(span.start, match.end()))


def _person(line: str, span: Span, words: Language, *, strict: bool, staff: bool) -> Person | None:
    linked = _linked(line, span, words)
    if linked:
        return linked
    start = span.start
    origin = _ORIGIN.match(line, start, span.end)
    if origin and origin.end() < span.end:
        start = origin.end()
    shown = _before_tail(_AFTER_NAME.sub("", line[start : span.end]), words)
    visible = Span(start, start + len(_before_language(shown, words).rstrip()))
    text = visible.slice(line)
    prefix, text_start = _position_prefix(text, words)
    rest, honorific = take_honorific(text[text_start:], words)
    offset = visible.start + text.index(rest, text_start) if rest else visible.start
    article = article_length(rest, words)
    name = name_at_start(rest[article:], words, strict=strict, staff=staff)
    offset += article
    if not name or (article and not is_organisation(name)):
        return None
    name += stop_of(line, offset, name)
    bare = _without_position_after(name, words)
    behind = honorific is not None and line[offset + len(name) : visible.end].strip(" ,") in honorific
    own = Span(visible.start, visible.end if behind else offset + len(name))
    position = prefix or _bracketed_position(line, own.end, span.end, words)
    other = None if position else _BRACKETED.match(line, own.end, span.end + 1)
    return Person(
        with_form(name_of(bare, words, honorific), other[1]) if other else name_of(bare, words, honorific),
        own,
        position,
    )


def _bracketed_position(line: str, start: int, end: int, words: Language) -> str | None:
    match = _BRACKETED.match(line, start, end + 1)
    return match[1] if match and is_position(line, Span(*match.span(1)), words) else None


def _position_prefix(text: str, words: Language) -> tuple[str | None, int]:
    """The position in front of a name (中央社記者王大明, Legislative Councillor Mok), and where the name begins."""
    for word in words.positions:
        if text.startswith(word + " ") and re.match(r"[^\W\d_a-z]\S*\s\S", text[len(word) + 1 :]):
            return word, len(word) + 1
    for word in position_words():
        index = text.find(word)
        if index >= 0 and HAN_RUN.fullmatch(text[index + len(word) :].strip()) and HAN_RUN.match(word):
            after = index + len(word)
            while after < len(text) and text[after].isspace():
                after += 1
            if 2 <= len(text) - after <= 4:
                return text[: index + len(word)], after
    return None, 0


def _without_position_after(name: str, words: Language) -> str:
    head, _, last = name.rpartition(" ")
    return head if head and last in words.positions else name


def is_position(line: str, span: Span, words: Language) -> bool:
    """Whether the words name a position: "Professor of Law", 立法會議員."""
    folded = span.slice(line).casefold()
    if HAN_RUN.fullmatch(folded):
        return folded in position_words() or (len(folded) > 4 and folded.endswith(position_words()))
    return 0 < len(folded) <= 80 and _positions(words).search(folded) is not None


@cache
def _positions(words: Language) -> re.Pattern[str]:
    named = "|".join(re.escape(position.casefold()) for position in words.positions)
    return re.compile(rf"(?<!\w)(?:{named or '(?!)'})(?!\w)")
