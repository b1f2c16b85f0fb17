"""What stands between the words that a lexicon knows: names of outlets with what marks them, and words of no known use."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reindreader.attribution.credits import Words
from reindreader.attribution.lexicon import Lexicon, Word
from reindreader.attribution.outlets import TIME, begins_small, has_case, is_city
from reindreader.attribution.spelling import fold
from reindreader.attribution.templates import is_unspaced
from reindreader.model.text import Span

_PARTS = re.compile(r"[,，、،؛;；:：()（）\[\]【】|｜<>]|\s[–—/·•-]+\s|[\t\u3000]|…|[!。！।]|[—]{2}")
_SKIPPED = re.compile(r"[\W_]*")
_NUMBER = re.compile(r"[一二三四五六七八九十百〇零]+(?=[期號号卷輯辑版頁页])|[#№A-Z]?\d[\d./:–-]*+\)?(?![A-Za-zÀ-ɏ])")
_LAST_NUMBER = re.compile(r"(?:^|(?<=[\s\W]))[#№]?\d[\d./:–-]*$")
_ISSUE_NEXT = re.compile(r",?\s*(?:no|nr|nos|vol|issue|heft|núm|num|n[º°]|nº|№|č|št|nro)\.?\s?\d", re.IGNORECASE)
_CLAUSE = re.compile("[はがを]")
_DOMAIN = re.compile(r"[\w.-]+\.[a-z]{2,}")
_LONGEST, _MOST_WORDS, _LONGEST_RUN = 90, 7, 24
_MARKING = frozenset({"at", "agent", "outlet", "source"})
_BEHIND = frozenset({"after", "kept", "source_after"})


@dataclass(frozen=True, slots=True)
class Gap:
    """``names``: of outlets or places, with whether they are marked as where something appeared; ``strange``: words of no
    known use; ``behind``: whether what stands before is marked as an outlet, ``ahead``: what stands after; ``led``: whether small words lead in,
    ``counted``: whether a word for an issue is among them."""

    names: tuple[tuple[Words, bool], ...] = ()
    strange: tuple[Span, ...] = ()
    behind: bool = False
    ahead: bool = False
    led: bool = False
    counted: bool = False


def read_gap(line: str, span: Span, weak: Sequence[Word], lexicon: Lexicon, *, behind_verb: bool) -> Gap:
    """The stretch between two strong words."""
    names: list[tuple[Words, bool]] = []
    strange: list[Span] = []
    behind = marked = led = carried = False
    counted = line[span.start : span.start + 1] in {")", "）"}
    for part in _parts(line, span):
        own = [
            word if behind_verb or word.kind != "agent" else replace(word, kind="strange")
            for word in weak
            if part.start <= word.span.start and word.span.end <= part.end
        ]
        left, marked, back = _from_left(line, part, own)
        counted = counted or (not names and any(w.span.end <= left and _counts(line, w) for w in own))
        led = led or (
            not names and any(w.span.end <= left and w.span.slice(line) not in lexicon.words.joiners for w in own)
        )
        behind = behind or (back and part.start == span.start)
        right, closed = _from_right(line, Span(left, part.end), own)
        rest = _trimmed(line, left, right)
        if rest is None:
            carried = (marked or carried) and line[part.end : part.end + 1] in {":", "："}
            behind = behind or (closed and part.start == span.start)
            continue
        name, odd, how = _name(line, rest, own, marked or closed or carried, lexicon)
        if odd:
            strange.append(odd)
        if name:
            names.append((name, how))
        marked = False
    return Gap(tuple(names), tuple(strange), behind, marked, led, counted)


def _parts(line: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _PARTS.finditer(line, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _from_left(line: str, part: Span, weak: Sequence[Word]) -> tuple[int, bool, bool]:
    """Past what says nothing by itself: the place after it, whether that marks what follows, or what stands before."""
    starts = {word.span.start: word for word in weak}
    at, marked, behind, numbered = part.start, False, False, True
    while True:
        skipped = _SKIPPED.match(line, at, part.end)
        bare = skipped.end() if skipped else at
        word = next((starts[place] for place in range(at, bare + 1) if place in starts), None)
        at = word.span.start if word else bare
        number = _NUMBER.match(line, at, part.end)
        if word and word.kind != "strange" and not (marked and _written_together(line, word)):
            marked = marked or word.kind in _MARKING
            behind = behind or (word.kind in _BEHIND and not marked)
            numbered = word.kind != "at"
            at = word.span.end
        elif number and (numbered or not re.match(r"\s*[^\W\d_]", line[number.end() : part.end])):
            at = number.end()
        else:
            return at, marked, behind


def _written_together(line: str, word: Word) -> bool:
    """Whether it is the beginning of a longer word: one such is a preposition, a second is the name's own letter."""
    return line[word.span.end : word.span.end + 1].isalpha() and not is_unspaced(line[word.span.start])


def _from_right(line: str, part: Span, weak: Sequence[Word]) -> tuple[int, bool]:
    ends = {word.span.end: word for word in weak if word.span.start >= part.start}
    at, marked = part.end, False
    while at > part.start:
        at = part.start + len(line[part.start : at].rstrip())
        bare = part.start + len(line[part.start : at].rstrip(" \u00a0,.;:-–—*_\"'”’»("))
        word = ends.get(at) or ends.get(bare)
        at = word.span.end if word else bare
        if word and word.kind == "kept":
            return at, True
        number = _LAST_NUMBER.search(line, part.start, at)
        if word and word.kind != "strange" and not (word.kind == "outlet" and _belongs(line, word, part)):
            marked = marked or word.kind in {"after", "outlet", "source_after"}
            at = word.span.start
        elif number and _of_issue(line, part, number, ends):
            at = number.start()
        else:
            return at, marked
    return at, marked


def _counts(line: str, word: Word) -> bool:
    """Whether it is of an issue, or a case that a day has not ("számában", 자에; Indian languages have one for both)."""
    shortest = 4 if "\u0900" <= line[word.span.start] <= "\u0dff" else 2
    return word.kind == "issue" or (word.kind == "after" and len(word.span) >= shortest)


def _of_issue(line: str, part: Span, number: re.Match[str], ends: Iterable[int]) -> bool:
    """Whether a number at the end is an issue's and not the name's own: "no. 12", "Merkur 812", "Quay 12 (2014)"."""
    if any(end <= number.start() and not line[end : number.start()].strip(" .") for end in ends):
        return True
    behind = line[part.end :]
    return number.start() > part.start and (len(number[0]) > 2 or behind[:1] == "(" or bool(_ISSUE_NEXT.match(behind)))


def _belongs(line: str, noun: Word, part: Span) -> bool:
    """Whether a common noun at the end is the name's own: *Laternen-Zeitung*, 灯台新聞."""
    before = line[part.start : noun.span.start].rstrip()[-1:]
    return line[noun.span.start].isupper() or (is_unspaced(line[noun.span.start]) and not before.isascii())


def _trimmed(line: str, start: int, end: int) -> Span | None:
    while start < end and not line[start].isalnum():
        start += 1
    while start < end and line[end - 1] in " \u00a0,.;:-–—*_\"'”’»\t\n":
        end -= 1
    return Span(start, end) if start < end else None


def _name(
    line: str, rest: Span, weak: Sequence[Word], marked: bool, lexicon: Lexicon
) -> tuple[Words | None, Span | None, bool]:
    """The name of an outlet in a stretch, what stands before it, and whether it is marked as the place."""
    inner = [w for w in weak if w.kind in _MARKING and rest.start < w.span.start and w.span.end < rest.end]
    if not marked and inner:
        left, _, _ = _from_left(line, Span(inner[0].span.start, rest.end), weak)
        inside, before = _trimmed(line, left, rest.end), Span(rest.start, inner[0].span.start)
        if inside and is_outlet(line, inside, lexicon):
            return Words(inside.slice(line), inside), before, True
        return None, rest, False
    if marked and line[rest.start].islower():
        rest = _from_capital(line, rest)
    if not is_outlet(line, rest, lexicon):
        return None, rest, False
    return Words(rest.slice(line), rest), None, marked


def _from_capital(line: str, rest: Span) -> Span:
    """Past one or two words that describe the outlet: the *quarterly review* Quay."""
    match = re.compile(r"(?:[^\W\d_A-Z]+\s+){1,2}(?=[^\W\d_])").match(line, rest.start, rest.end)
    return Span(match.end(), rest.end) if match and line[match.end()].isupper() else rest


def is_outlet(line: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the words look like the name of a newspaper, magazine or site, and no place on the map."""
    text = span.slice(line)
    words = text.split()
    if lexicon.words.tag == "ja" and _CLAUSE.search(text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    if (
        _in_a_city(words)
        or TIME.match(text)
        or not re.search(r"[^\W\d_]", text)
        or len(text) > _LONGEST
        or is_city(text)
    ):
        return False
    if fold(text).rstrip(".") in lexicon.words.months or text in lexicon.words.appearing.get("never", ()):
        return False
    if _DOMAIN.fullmatch(text):
        return True
    cased = first.isdigit() or has_case(first)
    small = sum(begins_small(word) for word in words)
    fits = small <= 4 if cased else len(words) <= _MOST_WORDS
    run = len(text) <= _LONGEST_RUN or not lexicon.unspaced or cased
    return fits and run and not begins_small(first) and lexicon.words.tag_of(text) is None


def _in_a_city(words: Sequence[str]) -> bool:
    """Whether a sentence goes on behind a city: "in Leipzig die erste Nummer"."""
    cut = next((index for index, word in enumerate(words) if index and begins_small(word)), 0)
    return 0 < cut <= 3 and is_city(" ".join(words[:cut]))
