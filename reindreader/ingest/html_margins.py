"""The short lines above and below a page's article, where bylines, sources and translators' credits stand.

Readers of the body leave them out. They are kept as furniture: shown small, counted nowhere, read for credits.
"""

from collections.abc import Sequence, Set

from lxml import etree

from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_flow import BLOCK_TAGS, SKIPPED, local_name

LONGEST = 240
"""Characters of a line; what is longer is prose that the body's reader did not want."""
_ABOVE, _BELOW = 12, 8
_BLOCKS = frozenset(BLOCK_TAGS) | {"table", "tr", "td", "th"}


def margins(
    lines: Sequence[str], keys: Sequence[str], body: Set[str], title: str | None
) -> tuple[list[str], list[str]]:
    """Of a page's lines those above the first paragraph, down from the title, and those below the last one.

    ``keys``: of the lines; ``body``: of the paragraphs.
    """
    places = [place for place, key in enumerate(keys) if key in body and len(key) > 20]
    if not places:
        return [], []
    heading = key_of(title or "")
    titles = [place for place in range(places[0]) if heading and keys[place] == heading]
    start = max(titles[-1] + 1 if titles else 0, places[0] - _ABOVE)
    seen = body | {heading}
    above = _short(lines[start : places[0]], seen) if titles else []
    return above, _short(lines[places[-1] + 1 : places[-1] + 1 + _BELOW], seen | {key_of(line) for line in above})


def _short(lines: Sequence[str], seen: Set[str]) -> list[str]:
    fresh = [line for line in dict.fromkeys(lines) if key_of(line) not in seen]
    return [line for line in fresh if 3 <= len(line) <= LONGEST]


_KEY = 80


def key_of(words: str) -> str:
    """What two readings of a paragraph have in common: its first letters, without spaces and capitals."""
    first = "".join(words[: 3 * _KEY].split())
    if len(first) < _KEY:
        first = "".join(words.split())
    return first[:_KEY].casefold()[:_KEY]


def lines_with(root: etree._Element, *tags: str) -> list[str | etree._Element]:
    """The words of a page, a line for each stretch that no block begins or ends in, and the elements of the tags."""
    lines = _Lines(frozenset(tags))
    lines.walk(root)
    return lines.found


class _Lines:
    def __init__(self, tags: frozenset[str]) -> None:
        self.found: list[str | etree._Element] = []
        self._tags, self._words = tags, [""]

    def walk(self, element: etree._Element) -> None:
        tag = local_name(element)
        block = tag in _BLOCKS
        if block:
            self._end()
        if tag in self._tags:
            self.found.append(element)
        self._words.append(" " if tag == "br" else "" if tag in SKIPPED else element.text or "")
        for child in element:
            self.walk(child)
        if block:
            self._end()
        self._words.append(element.tail or "")

    def _end(self) -> None:
        line = clean("".join(self._words))
        self._words.clear()
        if line:
            self.found.append(line)
