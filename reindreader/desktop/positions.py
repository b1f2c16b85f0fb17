"""The only place that knows UTF-16: code points of a text <-> units of the string that Qt is given for it.

Qt counts UTF-16 units, so a character beyond the Basic Multilingual Plane (𠮷, 😀) takes two; an article counts code
points. The string may also hold soft hyphens that we put in; they belong to no code point.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise


class Units:
    """Code points <-> UTF-16 units of one text. ``breaks``: the code points, rising, before which a soft hyphen stands."""

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        plain = text.isascii() or max(text) <= "\uffff"
        self._astral = [] if plain else [i for i, char in enumerate(text) if char > "\uffff"]
        self._second = [point + n + 1 for n, point in enumerate(self._astral)]
        self._breaks = breaks
        self._hyphens = [self._bare(point) + n for n, point in enumerate(breaks)]
        self.length = len(text) + len(self._astral) + len(breaks)

    def unit(self, point: int) -> int:
        """The unit at which the code point begins."""
        return self._bare(point) + bisect_right(self._breaks, point)

    def end(self, point: int) -> int:
        """The unit at which a stretch ends that ends before the code point: a soft hyphen there is outside of it."""
        return self._bare(point) + bisect_left(self._breaks, point)

    def point(self, unit: int) -> int:
        """The code point that the unit is part of; of a soft hyphen the one after it."""
        bare = unit - bisect_left(self._hyphens, unit)
        return bare - bisect_right(self._second, bare)

    def is_hyphen(self, unit: int) -> bool:
        """Whether a soft hyphen of ours stands there."""
        at = bisect_left(self._hyphens, unit)
        return at < len(self._hyphens) and self._hyphens[at] == unit

    def _bare(self, point: int) -> int:
        return point + bisect_left(self._astral, point)


def with_hyphens(text: str, breaks: Sequence[int]) -> str:
    """The text with a soft hyphen before each of the code points."""
    if not breaks:
        return text
    edges = (0, *breaks, len(text))
    return "\u00ad".join(text[first:last] for first, last in pairwise(edges))


def one_a_unit(text: str) -> str:
    """The text with one character a unit: those beyond the Basic Multilingual Plane in two halves."""
    if text.isascii() or not text or max(text) <= "\uffff":
        return text
    return "".join(map(chr, array("H", text.encode("utf-16", "surrogatepass"))[1:]))
