"""A text with all that is only typography made equal, and the way back to the offsets of the text itself.

Made equal: white space of any kind and length, line ends too (between Chinese or Japanese characters it is nothing at
all, for there it only wraps lines); soft hyphens and other invisible marks; curly and straight quotation marks; dashes;
the ellipsis and three points; the ligatures of print (ﬁ); letters with accents that are one code point or two.
Not made equal, since words can hang on it: case, digits, full and half width, a hyphen at a line's end, guillemets.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property

from reindreader.model.text import Span

WIDE = "\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
"""The characters of Chinese and Japanese with their punctuation, for a class of a regular expression."""

_ALIKE = {
    **dict.fromkeys("‘’‛‚′´`", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_SPACE = r"[\s\u00a0\u200b\u2060\ufeff]"
_SPECIAL = re.compile(
    rf"(?P<space> (?={_SPACE}){_SPACE}+|(?! ){_SPACE}+|(?<=[{WIDE}]) (?=[{WIDE}]))"
    rf"|(?P<dashes>-{{2,3}}|(?:[–—―]){{2}})|(?P<alike>[{''.join(_ALIKE)}])|(?P<accents>\w[\u0300-\u036f]+)"
)
_BETWEEN_WIDE = re.compile(rf"[{WIDE}]{{2}}")


class Folded:
    """``text``: the folded text. Raises nothing; any text can be folded."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._folded_at: list[int] = [0]
        self._original_at: list[int] = [0]
        self._verbatim: list[bool] = [True]
        pieces: list[str] = []
        done = length = 0
        for match in _SPECIAL.finditer(original):
            start, end = match.span()
            folded = _fold(original, match)
            pieces += (original[done:start], folded)
            length += start - done
            self._add(length, start, verbatim=False)
            length, done = length + len(folded), end
            self._add(length, end, verbatim=True)
        self.text = "".join((*pieces, original[done:]))

    def _add(self, folded: int, original: int, *, verbatim: bool) -> None:
        self._folded_at.append(folded)
        self._original_at.append(original)
        self._verbatim.append(verbatim)

    def folded(self, offset: int) -> int:
        """The offset in the folded text of one in the original; within what was folded away the place after it."""
        run = bisect_right(self._original_at, offset) - 1
        if self._verbatim[run]:
            return self._folded_at[run] + offset - self._original_at[run]
        return self._folded_at[run + (offset > self._original_at[run])]

    def unfolded(self, span: Span) -> Span:
        """The stretch of the original that a stretch of the folded text, not empty, stands for."""
        return Span(self._origin(span.start).start, self._origin(span.end - 1).end)

    def _origin(self, offset: int) -> Span:
        run = bisect_right(self._folded_at, offset) - 1
        start = self._original_at[run]
        if self._verbatim[run]:
            return Span(start + offset - self._folded_at[run], start + offset - self._folded_at[run] + 1)
        return Span(start, self._original_at[run + 1])

    @cached_property
    def tokens(self) -> list[str]:
        """Words, Chinese and Japanese characters and marks, each with the space after it; joined they are the text."""
        return _TOKEN.findall(self.text)


_TOKEN = re.compile(rf"[{WIDE}] ?|[^\W{WIDE}]+ ?|(?:[^\w\s]|[{WIDE}]|\s) ?")


def _fold(text: str, match: re.Match[str]) -> str:
    if match["space"]:
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        return "" if _BETWEEN_WIDE.fullmatch(around) or not _SEEN.search(match[0]) else " "
    if match["accents"]:
        return unicodedata.normalize("NFC", match[0])
    return "-" if match["dashes"] else _ALIKE[match["alike"]]


_SEEN = re.compile(r"[^\u200b\u2060\ufeff]")


def joined(text: str, offset: int) -> bool:
    """Whether a word or a number of the folded text goes on across the offset.

    Within letters and digits; and across the marks that make one of two: ``can't``, ``non-violent``, ``1.5``.
    """
    if not 0 < offset < len(text):
        return False
    left, right = text[offset - 1], text[offset]
    if unicodedata.category(right)[0] == "M" or (_letter(left) and _letter(right)):
        return True
    if right in _LINKS and offset + 1 < len(text):
        return _linked(left, right, text[offset + 1])
    return left in _LINKS and offset > 1 and _linked(text[offset - 2], left, right)


_LINKS = "'-.,"
_APART = re.compile(rf"[{WIDE}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def _letter(mark: str) -> bool:
    return mark.isalnum() and not _APART.match(mark)


def _linked(left: str, link: str, right: str) -> bool:
    if link in ".,":
        return left.isdigit() and right.isdigit()
    return _letter(left) and _letter(right)


def trimmed(text: str, span: Span) -> Span:
    """A stretch of the folded text without the space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return Span(start, end)


def cover(text: str, span: Span) -> Span:
    """The whole words of the folded text that a stretch touches, without the space around them."""
    start, end = (found := trimmed(text, span)).start, found.end
    if start == end:
        return found
    while joined(text, start):
        start -= 1
    while joined(text, end):
        end += 1
    return Span(start, end)
