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

from reindreader.attribution.clauses import opens_at
from reindreader.attribution.phrases import Language, Meaning, Sought, Wording, is_word, phrase_book, words_of
from reindreader.attribution.spelling import fold, spelt
from reindreader.attribution.templates import Template, compile_template, is_unspaced
from reindreader.model.text import Span

CORE = frozenset({"verb", "verb_at", "verb_first", "noun", "reprint", "source", "source_after"})
"""One of these makes a sentence of appearing."""
STRONG = CORE | {"this", "first", "original", "version", "title", "tongue", "cut"}
"""They have their place in the sentence; the others stand around names and inside them."""
_LONGEST_FIRST = 24
_ANYHOW = STRONG - {"source"}
"""Of these all letters may be capitals."""

_INDIC = "[\u0900-\u0dff]"
_BESIDE = "’'ʼ”\"»」』》〉)"
_GROUP = re.compile(r"\(\?P<(from|into|this)(\d+)>")


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
    def _pattern(self) -> re.Pattern[str]:
        parts = [
            f"(?P<w{n}>{_source(text, n, anyhow=kind in _ANYHOW)})" for n, (kind, text) in enumerate(self._entries)
        ]
        return re.compile("|".join(parts), re.IGNORECASE)

    def read(self, line: str) -> list[Word]:
        """The words that the lexicon knows in a line, from left to right."""
        masked = self.words.masked(line)
        return [word for match in self._pattern.finditer(masked) if (word := self._word(line, match))]

    def _word(self, line: str, match: re.Match[str]) -> Word | None:
        kind, text = self._entries[int((match.lastgroup or "w0")[1:])]
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
    return next((char for char in text if char.isalpha()), "")


def _source(text: str, number: int, *, anyhow: bool) -> str:
    """The regular expression of an entry. ``anyhow``: in capitals too; of other words only the first letter may be one,
    so that "en El" of *en El País* is no "en el"."""
    source = _written(text, number)
    if re.search(_INDIC, text):  # vowel signs are no letters to a regular expression
        before = "" if text.startswith("-") else f"(?<!{_INDIC})"
        return f"{before}{source}(?!{_INDIC})"
    if anyhow or not text[0].islower() or "[" in text or "(" in text:
        return source
    return f"(?-i:{source}|{_written(text[0].upper() + text[1:], number)})"


def _written(text: str, number: int) -> str:
    if text.startswith(("-", "'")):
        mark = "[-־’'ʼ:]?" if text[0] == "-" else "[’'ʼ]"
        return rf"(?<=[\w\u0900-\u0dff{_BESIDE}]){mark}{spelt(text[1:])}(?![^\W\d_])"
    if text.endswith("-"):
        return rf"(?<![^\W_]){spelt(text[:-1])}[-־ـ]?(?=[\w\"״“”«„‘'’])"
    if text.endswith(".") and not is_unspaced(text):  # the full stop may be the sentence's own
        return rf"(?<![^\W\d_]){spelt(text[:-1])}(?=\.)"
    edge = r"(?![^\W\d_])" if text.endswith("]") and not is_unspaced(text) else ""
    return _GROUP.sub(rf"(?P<\g<1>{number}_\g<2>>", compile_template(text, {}).pattern) + edge


@dataclass(frozen=True, eq=False)
class _Index:
    """Lexicons by the words that a sentence of theirs cannot do without: whole words, parts of words, first words."""

    words: dict[str, list[Lexicon]]
    parts: dict[str, list[Lexicon]]
    firsts: dict[str, list[Lexicon]]

    @cached_property
    def sought(self) -> Sought:
        """The parts of words."""
        return Sought(self.parts)


@cache
def _index() -> _Index:
    index = _Index({}, {}, {})
    for words in phrase_book().languages.values():
        lexicon = Lexicon(words)
        texts = [(kind, text) for kind in CORE for text in words.appearing.get(kind, ())]
        for kind, one in ((kind, one) for kind, text in texts for one in _alternatives(text)):
            template = compile_template(one, {})
            whole = template.whole and all(map(is_word, template.triggers))
            places = index.firsts if kind == "source" else index.words if whole else index.parts
            for word in {fold(one)} if kind == "source" else template.triggers:
                places.setdefault(word, []).append(lexicon)
    return index


def lexicons_in(line: str) -> tuple[Lexicon, ...]:
    """The lexicons of the languages in which the line may be a sentence of appearing, by its words."""
    index = _index()
    found = [lexicon for word in words_of(line) & index.words.keys() for lexicon in index.words[word]]
    found += [lexicon for word in index.sought.within(line) for lexicon in index.parts[word]]
    if any(map(str.isdecimal, line)):  # "from" needs a date
        begins = fold(line.lstrip(" (（[【*_—–-")[:_LONGEST_FIRST])
        found += [lexicon for word, own in index.firsts.items() if begins.startswith(word) for lexicon in own]
    return tuple({lexicon.words.tag: lexicon for lexicon in found}.values())
