"""The short lines above and below a page's article, where bylines, sources and translators' credits stand.

Readers of the body leave them out. They are kept as furniture: shown small, counted nowhere, read for credits.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from reindreader.ingest.html_dates import is_date
from reindreader.ingest.html_facts import clean, is_dated, is_margin
from reindreader.ingest.html_name_words import CHANGED, LABEL, ROLES
from reindreader.ingest.html_shown import called_author
from reindreader.ingest.html_tree import BLOCK_TAGS, SKIPPED, local_name, words_of

LONGEST = 240
"""Characters of a line; what is longer is prose that the body's reader did not want."""
_ABOVE, _BELOW = 12, 8
_LABEL = 30
"""Characters of a line that only says what the next one is."""
_VALUE = 60
"""Characters of a name that a label may stand before, also where the body's reader took it for a paragraph."""
_LABELLED = re.compile(
    r"authors?|writers?|translators?|translation|text|words|autor(?:en|in|es|a)?|auteurs?|autrice|übersetz(?:er|erin|ung)|traduct(?:eur|rice|or|ora|ion)|traducción|"
    r"autore|autrice|traduttore|traduttrice|traduzione|tradutora?|tradução|auteur|vertaler|vertaling|författare|översättare|översättning|forfatter|oversetter|oversetta?else|oversætter|"
    r"tłumacz(?:enie|ka)?|autorka|автор|перевод(?:чик)?|переклад(?:ач)?|作者|譯者|译者|著者|筆者|執筆者|訳者?|翻譯|翻译|翻訳|文|譯|译|撰文|글|글쓴이|저자|옮긴이|번역|yazan|yazar|çeviren|çeviri",
    re.IGNORECASE,
)
"""Words for who somebody is or what is given, behind which lists and tables leave out the colon."""
_BREAK = "\ue000"
"""A line end of the page among the words of a line, in a character that no page uses."""
_BESIDE = frozenset({"a", "span", "time", "em", "strong", "b", "i", "small", "address", "cite"})
_PARTS = frozenset({"div", "section", "ul", "ol", "li", "aside", "article", "table", "td", "p", "span"})
_TEASERS = frozenset({"h2", "h3", "h4", "h5"})
_BLOCKS = frozenset(BLOCK_TAGS) | {"table", "tr", "td", "th"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, and what it is found by. ``others``: of readers or of another article; ``linked``: a heading that leads elsewhere."""

    words: str
    key: str
    others: bool = False
    linked: bool = False


def margins(lines: Sequence[Line], body: Set[str], title: str | None) -> tuple[list[str], list[str]]:
    """Of a page's lines those above the first paragraph, down from the title, and those below the last one.

    ``body``: the keys of the paragraphs.
    """
    keys = [line.key for line in lines]
    places = [place for place, key in enumerate(keys) if key in body and len(key) > 20]
    if not places:
        return [], []
    heading = key_of(title or "")
    titles = [place for place in range(places[0]) if heading and keys[place] == heading]
    start = max(titles[-1] + 1 if titles else 0, places[0] - _ABOVE)
    seen = body | {heading}
    above = _short(_before_teaser(lines[start : places[0]]), seen) if titles else []
    after = _before_teaser(lines[places[-1] + 1 : places[-1] + 1 + _BELOW])
    return above, _short(after, seen | {key_of(line) for line in above})


def _before_teaser(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines above the first heading that leads to another article."""
    return takewhile(lambda line: not line.linked, lines)


def _short(lines: Iterable[Line], seen: Set[str]) -> list[str]:
    own = dict.fromkeys(line.words for line in lines if not line.others)
    shown = [line for line in own if key_of(line) not in seen or len(line) <= _VALUE]
    fresh = dict.fromkeys(_with_labels(part for line in shown for part in line.split("\n")))
    return [line for line in fresh if 3 <= len(line) <= LONGEST and key_of(line) not in seen]


def _with_labels(lines: Iterable[str]) -> Iterator[str]:
    """Lines of which one alone says what the next is ("Translator:", "Written by") as one."""
    label = ""
    for line in lines:
        own = f"{label}{_after(label)}{line}"
        label = own if _is_label(line) and not label else ""
        if not label:
            yield own
    if label:
        yield label


def _after(label: str) -> str:
    """What joins a label to its value: a colon, where it is a word for what follows, and not such as "by"."""
    return "" if not label else ": " if _LABELLED.fullmatch(label) else " "


def _is_label(line: str) -> bool:
    labels = (LABEL, *(form for _, form in ROLES))
    return len(line) <= _LABEL and (line.endswith((":", "：")) or any(form.fullmatch(f"{line} ") for form in labels))


_KEY = 80


def key_of(words: str) -> str:
    """What two readings of a paragraph have in common: its first letters, without spaces and capitals."""
    first = "".join(words[: 3 * _KEY].split())
    if len(first) < _KEY:
        first = "".join(words.split())
    return first[:_KEY].casefold()[:_KEY]


def lines_with(root: etree._Element, *tags: str) -> list[Line | etree._Element]:
    """The lines of a page, each a stretch that no block begins or ends in, and the elements of the tags."""
    lines = _Lines(frozenset(tags))
    lines.walk(root)
    return lines.found


class _Lines:
    def __init__(self, tags: frozenset[str]) -> None:
        self.found: list[Line | etree._Element] = []
        self._tags, self._words = tags, [""]
        self._others = self._linked = 0

    def walk(self, element: etree._Element) -> None:
        tag = local_name(element)
        block = tag in _BLOCKS
        if block:
            self._end()
        if tag in self._tags:
            self.found.append(element)
        others = _is_others(element, tag)
        linked = tag in _TEASERS and element.find(".//a[@href]") is not None
        self._others, self._linked = self._others + others, self._linked + linked
        self._begin(element, tag)
        for child in element:
            self.walk(child)
        if block:
            self._end()
        self._others, self._linked = self._others - others, self._linked - linked
        if element.tail:
            self._words.append(element.tail)

    def _begin(self, element: etree._Element, tag: str) -> None:
        """What is written where an element begins: a line's end, or that of the part before it, and its first words."""
        if tag == "br":
            self._words.append(_BREAK)
        elif tag in _BESIDE:
            self._words.append(_between(element))
        if element.text and tag not in SKIPPED:
            self._words.append(element.text)

    def _end(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        line = _lines_of(words) if words else ""
        if line:
            self.found.append(Line(line, key_of(line), self._others > 0, self._linked > 0))


def _lines_of(words: str) -> str:
    return "\n".join(filter(None, map(clean, words.split(_BREAK)))) if _BREAK in words else clean(words)


def _is_others(element: etree._Element, tag: str) -> bool:
    """Whether readers' comments or a list of other articles begin."""
    return (tag == "nav" or (tag in _PARTS and _is_aside(element, tag))) and element.find(".//h1") is None


def _is_aside(element: etree._Element, tag: str) -> bool:
    return is_margin(element) or (tag == "aside" and not called_author(element))


def _between(element: etree._Element) -> str:
    """What stands between it and the element that it follows with nothing between them: the style sets them apart.

    A date has a line of its own.
    """
    previous = element.getprevious()
    if previous is None or (previous.tail or "").strip() or local_name(previous) not in _BESIDE:
        return ""
    if any(is_dated(one) or is_date(words_of(one)) for one in (element, previous)) and not CHANGED.search(
        words_of(previous)
    ):
        return _BREAK
    letter = len(words_of(element)) < 2 or len(words_of(previous)) < 2  # the first one of a word
    return "" if letter or previous.tail else " "
