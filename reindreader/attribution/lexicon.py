"""The words in which a language says where and when something appeared, each with what it does in the sentence.

They are in the tables' ``[appearing]``, in the notation of ``templates``; ``-word`` is an ending and ``word-`` a
beginning that is written together with the name beside it. The kinds:

``verb`` of appearing, in all its forms (*published*, *erschien*); ``verb_at``: with the preposition
in it (刊於), ``verb_first``: with *first* in it (原載); ``noun`` of a first publication (*Erstdruck*);
``reprint`` (*reprinted*, *Nachdruck*); ``source``, that stands before an outlet and its date (*from*, *aus*), and
``source_after`` behind them (より); ``first`` (*originally*); ``original`` and ``version``: the original or its
translation as what appeared; ``at`` before an outlet, ``agent`` before one behind the
verb (*by*), ``outlet``: a common noun before one, ``after`` behind one; ``kept``: an ending that belongs to the
outlet's name as it is printed; ``title`` before the title it appeared under; ``tongue``: the language it appeared in;
``cut``: what follows says nothing of the place (*with permission*); ``issue``: what numbers stand beside; ``joiner``:
what goes on from the words before (*and*, *which*); ``small``: what says nothing by itself. ``never``: names that look like an outlet's and are none (*Aus der Sitzung vom
3. Mai*).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Generic, TypeVar

from reindreader.attribution.clauses import opens_at
from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.sought import Sought, is_word, words_of
from reindreader.attribution.spelling import fold, spelt
from reindreader.attribution.templates import Template, compile_template, is_unspaced
from reindreader.attribution.vocabulary import Language
from reindreader.attribution.wordings import Meaning, Wording
from reindreader.model.text import Span

CORE = frozenset({"verb", "verb_at", "verb_first", "noun", "reprint", "source", "source_after"})
"""One of these makes a sentence of appearing."""
HEADS = CORE | {"original"}
"""One of these may begin it: "the original in English in Quay Review (3 May 2011)" has no verb."""
STRONG = CORE | {"this", "first", "original", "version", "title", "tongue", "cut"}
"""They have their place in the sentence; the others stand around names and inside them."""
_LONGEST_FIRST = 24
T = TypeVar("T")
_ANYHOW = STRONG - {"source"}
"""Of these all letters may be capitals."""

_INDIC = "[\u0900-\u0963\u0966-\u0dff]"
"""Without the dandas, that end sentences."""
_BESIDE = "’'ʼ”\"»」』》〉)"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a few, that the lexicon knows. ``tag_span``: of a language's name in it."""

    kind: str
    span: Span
    tag_span: Span | None = None
    explicit: bool = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language."""

    words: Language

    @cached_property
    def wording(self) -> Wording:
        """What stands for the sentence among the phrases of a line."""
        return Wording(
            Meaning("appearance"), "sentence", self.words, Template("", frozenset(), masked=True), self.unspaced
        )

    @cached_property
    def unspaced(self) -> bool:
        """Whether the language is written without blanks between words."""
        return any(is_unspaced(word) for word in self.words.appearing.get("verb", ()))

    @cached_property
    def _entries(self) -> list[tuple[str, str]]:
        own, words = self.words.appearing, self.words
        entries = [
            (kind, one)
            for kind, texts in own.items()
            if kind != "never"
            for text in texts
            for one in _alternatives(text)
        ]
        small = {*words.articles, *words.approximate} | (set() if self.unspaced else {*words.prepositions})
        known = {text for _, text in entries}
        entries += [("small", text) for text in small if text and text not in known]
        entries += [("day", text) for text in words.days]
        entries += [("joiner", text) for text in words.joiners if text not in known]
        entries += [("outlet", text) for text in words.outlet_nouns]
        return sorted(entries, key=lambda entry: ("{any}" not in entry[1], entry[0] != "original", -_longest(entry[1])))

    @cached_property
    def _agents(self) -> frozenset[str]:
        return frozenset(one for text in self.words.appearing.get("agent", ()) for one in _alternatives(text))

    @cached_property
    def _index(self) -> "_Index[int]":
        """The places of the entries by the words that they cannot do without."""
        index: _Index[int] = _Index({}, {})
        for number, (_, text) in enumerate(self._entries):
            index.add(text, number)
        return index

    def read(self, line: str) -> list[Word]:
        """The words that the lexicon knows in a line, from left to right, of those at one place the longest."""
        masked = self.words.masked(line)
        found = [(m.start(), n, m) for n in self._index.within(line) for m in self._pattern(n).finditer(masked)]
        words: list[Word] = []
        for start, number, match in sorted(found, key=lambda one: one[:2]):
            word = self._word(line, match, number) if not words or start >= words[-1].span.end else None
            words += [word] if word else []
        return words

    def _pattern(self, number: int) -> re.Pattern[str]:
        kind, text = self._entries[number]
        return _compiled(text, anyhow=kind in _ANYHOW)

    def _word(self, line: str, match: re.Match[str], number: int) -> Word | None:
        kind, text = self._entries[number]
        opens = opens_at(line, match.start()) in {"start", "hard"} and not line[: match.start()].rstrip().endswith(":")
        if (
            kind not in {"day", "issue"}
            and not opens
            and line[match.start()].isupper()
            and _first_letter(text).islower()
        ):
            return None  # "La" of *La Nación*
        if kind == "source" and not opens:
            kind = "agent" if text in self._agents else "small"
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        tag = next((name for name in groups if name.startswith(("from", "into"))), None)
        explicit = any(name.startswith("this") for name in groups)
        return Word(kind, Span(*match.span()), Span(*match.span(tag)) if tag else None, explicit)


def _alternatives(text: str) -> Iterator[str]:
    """The members of a template that is nothing but a choice, so that the longest of all are tried first."""
    text = text.strip()
    if not (text.startswith("(") and text.endswith(")") and _closing(text) == len(text) - 1):
        yield text
        return
    depth, begin = 0, 1
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if (depth == 1 and char == "|") or depth == 0:
            yield from _alternatives(text[begin:index])
            begin = index + 1


def _longest(text: str) -> int:
    """The length of the longest words that a template stands for."""
    while "(" in text:
        shorter = re.sub(r"\(([^()]*)\)", lambda match: max(match[1].split("|"), key=len), text)
        if shorter == text:
            break
        text = shorter
    return len(text)


def _closing(text: str) -> int:
    """Where the first bracket is closed."""
    depth = 0
    for index, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return index
    return len(text)


def _first_letter(text: str) -> str:
    """The first letter, "" of an entry that begins with a language's name."""
    if text.startswith("{"):
        return ""
    return next((char for char in text if char.isalpha()), "")


@cache
def _compiled(text: str, *, anyhow: bool) -> re.Pattern[str]:
    return re.compile(_source(text, anyhow=anyhow), re.IGNORECASE)


def _source(text: str, *, anyhow: bool) -> str:
    """The regular expression of an entry. ``anyhow``: in capitals too; of other words only the first letter may be one,
    so that "en El" of *en El País* is no "en el"."""
    source = _written(text)
    if re.search(_INDIC, text):  # vowel signs are no letters to a regular expression
        before = "" if text.startswith("-") else f"(?<!{_INDIC})"
        return f"{before}{source}(?!{_INDIC})"
    if anyhow or not text[0].islower() or "[" in text or "(" in text:
        return source
    return f"(?-i:{source}|{_written(text[0].upper() + text[1:])})"


def _written(text: str) -> str:
    if text.startswith(("-", "'")):
        mark = "[-־’'ʼ:]?" if text[0] == "-" else "[’'ʼ]"
        return rf"(?<=[\w\u0900-\u0dff{_BESIDE}]){mark}{spelt(text[1:])}(?![^\W\d_])"
    if text.endswith("-"):
        return rf"(?<![^\W_]){spelt(text[:-1])}[-־ـ]?(?=[\w\"״“”«„‘'’])"
    if text.endswith(".") and not is_unspaced(text):  # the full stop may be the sentence's own
        return rf"(?<![^\W\d_]){spelt(text[:-1])}(?=\.)"
    edge = r"(?![^\W\d_])" if text.endswith("]") and not is_unspaced(text) else ""
    return compile_template(text, {}).pattern + edge


@dataclass(frozen=True, eq=False)
class _Index(Generic[T]):
    """What is found by the words that its templates cannot do without: by whole words, and by parts of words."""

    words: dict[str, list[T]]
    parts: dict[str, list[T]]

    def add(self, text: str, value: T) -> None:
        """Put a value where the template's words lead to it."""
        joined = text.strip("-'") if text[:1] in "-'" or text[-1:] == "-" else ""
        template = compile_template(joined or text, {})
        whole = not joined and template.whole and all(map(is_word, template.triggers))
        for word in template.triggers or {""}:
            (self.words if whole else self.parts).setdefault(word, []).append(value)

    @cached_property
    def _sought(self) -> Sought:
        return Sought(self.parts)

    def within(self, line: str) -> set[T]:
        """The values that the line may have something of."""
        found = {value for word in words_of(line) & self.words.keys() for value in self.words[word]}
        return found.union(value for word in self._sought.within(line) for value in self.parts[word])


@cache
def _lexicons() -> tuple[_Index[Lexicon], dict[str, list[Lexicon]]]:
    """By the words of which a sentence has one, and by those that one may begin with."""
    index, firsts = _Index[Lexicon]({}, {}), dict[str, list[Lexicon]]()
    for words in phrase_book().languages.values():
        lexicon = Lexicon(words)
        texts = [(kind, text) for kind in (*CORE, "original") for text in words.appearing.get(kind, ())]
        for kind, one in ((kind, one) for kind, text in texts for one in _alternatives(text)):
            if kind == "source":
                firsts.setdefault(fold(one), []).append(lexicon)
            else:
                index.add(one, lexicon)
    return index, firsts


def lexicons_in(line: str, *, taken: bool = False) -> tuple[Lexicon, ...]:
    """The lexicons of the languages in which the line may be a sentence of appearing, by its words. ``taken``: whether
    "from" alone may begin one, since a credit follows; otherwise it needs a date."""
    index, firsts = _lexicons()
    found = index.within(line)
    if taken or any(map(str.isdecimal, line)):
        begins = fold(line.lstrip(" (（[【*_—–-")[:_LONGEST_FIRST])
        found.update(lexicon for word, own in firsts.items() if begins.startswith(word) for lexicon in own)
    return tuple(sorted(found, key=lambda lexicon: lexicon.words.tag))
