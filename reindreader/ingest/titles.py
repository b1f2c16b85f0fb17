"""Which of the first lines is the title. Better none than one that is not."""

import re
from collections.abc import Callable, Sequence

from reindreader.ingest.layout import Chunk, columns

LONGEST = 160
"""Columns: a longer line is a paragraph."""

_STOP = re.compile(r"(?<!\.)[.。．।:：;；,，、](?:[”’\"'」』）)]*)$")
_LETTER = re.compile(r"[^\W\d_]")
_LABEL = re.compile(r"^[^\s:：]{1,14}(?:\s[^\s:：]{1,10})?\s?[:：]\s*\S{1,30}(?:\s\S+){0,3}$")
_BYLINE = re.compile(r"^(?:by|von|par|por|di|文|圖|图)\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}\s?[年./-]|\b\d{1,2}\s\w+\s\d{4}\b|\b\w+\s\d{1,2},\s?\d{4}\b|^\W*\d[\d\W]*$")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S")
_ENCLOSED = re.compile(r"^[(（\[［【].*[)）\]］】]$|^[*_].*[*_]$")
_FURNITURE = re.compile(r"\s[|｜•]\s")
_CAPTION = re.compile(r"[^\W\d_][^.!?:;|/“”\"]*")
_TITLE_START = re.compile(r"(?:the|how|why|what|when|where|who|whose|which)\b", re.IGNORECASE)
_ASKS = re.compile(r"[?!]\W*$")
_ALL_LOWER = re.compile(r"^[^A-ZÀ-ÞΑ-ΩА-Я]*[a-zß-ÿα-ωа-я][^A-ZÀ-ÞΑ-ΩА-Я]*$")

_AGAINST: tuple[tuple[Callable[[Chunk], object], int], ...] = (
    (lambda c: _STOP.search(c.text), 9),
    (lambda c: columns(c.text) > LONGEST, 9),
    (lambda c: len(_LETTER.findall(c.text)) < 2, 9),
    (lambda c: _ADDRESS.search(c.text), 9),
    (lambda c: _ENCLOSED.match(c.text), 5),
    (lambda c: _LABEL.match(c.text), 4),
    (lambda c: _BYLINE.match(c.text), 4),
    (lambda c: _DATE.search(c.text), 4),
    (lambda c: _ALL_LOWER.match(c.text), 3),
    (lambda c: _FURNITURE.search(c.text), 3),
    (lambda c: len(c.lines) > 3, 9),
    (lambda c: len(c.text.split()) == 1 and columns(c.text) < 8, 2),
)
"""What speaks against a title, and how much; 5 and more is too much."""


def title_index(chunks: Sequence[Chunk], is_prose: Callable[[Chunk], bool]) -> int | None:
    """The place of the title among the chunks, None where no line is one. ``is_prose``: a paragraph by its form.

    A title stands before the first paragraph; of several lines the first with the least against it.
    """
    first = next((index for index, chunk in enumerate(chunks) if is_prose(chunk)), None)
    if not first:
        return None
    head = [(against(chunk) + 2 * _above(chunks, index), index) for index, chunk in enumerate(chunks[: min(first, 8)])]
    least, index = min(head)
    return index if least < 5 else None


def is_caption(chunk: Chunk) -> bool:
    """Whether a line is worded as an image's alternative text is: a few words, small but for the first and names."""
    words = chunk.text.split()
    several = len(words) >= 2 or chunk.text.islower()
    return several and len(words) <= 12 and bool(_CAPTION.fullmatch(chunk.text)) and words[-1].islower()


def _above(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the line is the caption of an image, right above a title that is longer. A saved page begins so.

    "The …" and questions begin titles; after a blank line the two are a title and its subtitle.
    """
    chunk, below = chunks[index], chunks[index + 1]
    if chunk.before_blank or not is_caption(chunk) or against(below):
        return False
    words, following = chunk.text.split(), below.text.split()
    longer = len(following) > len(words) and (len(following) >= 5 or bool(_ASKS.search(below.text)))
    return longer and len(words) <= 4 and not _TITLE_START.match(chunk.text)


def against(chunk: Chunk) -> int:
    """How much speaks against the chunk as a title: 0 nothing, 5 and more too much."""
    return sum(weight for test, weight in _AGAINST if test(chunk))
