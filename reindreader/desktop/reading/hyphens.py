"""Where words may be broken, by the patterns of their language (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983).

The patterns are data of the package pyphen, which is not imported: its reader takes half a second for German.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

SHORTEST = 6
"""Shorter words stay whole."""

_LEFT, _RIGHT = 2, 3
"""The fewest letters that stay before a break and after it."""

_MOST_KEPT = 20_000
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},60}}")
_OTHER_NAMES = {"no": "nb_NO", "nb": "nb_NO", "en": "en_US", "en-us": "en_US", "pt": "pt_PT", "de": "de_DE", "zh": ""}
_ENCODINGS = {"microsoft-cp1251": "cp1251"}


class Hyphens:
    """The patterns of one language. Its words are remembered."""

    def __init__(self, dictionary: bytes) -> None:
        head, _, rest = dictionary.partition(b"\n")
        name = head.decode("ascii", "replace").strip()
        self._encoding = _ENCODINGS.get(name.lower(), name)
        self._patterns = dict(zip(rest.translate(None, b"0123456789").split(b"\n"), rest.split(b"\n"), strict=True))
        self._longest = min(40, max(map(len, self._patterns), default=0))
        self._kept: dict[str, tuple[int, ...]] = {}

    def breaks(self, text: str) -> list[int]:
        """The code points of a text before which a line may be broken with a hyphen."""
        found: list[int] = []
        for match in _WORD.finditer(text):
            inside = self._kept.get(word := match[0])
            if inside is None:
                inside = self._learn(word)
            if inside:
                start = match.start()
                found.extend([start + at for at in inside])
        return found

    def _learn(self, word: str) -> tuple[int, ...]:
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        self._kept[word] = found = self._points(word)
        return found

    def _points(self, word: str) -> tuple[int, ...]:
        try:
            letters = f".{word.lower()}.".encode(self._encoding)
        except (UnicodeEncodeError, LookupError):
            return ()
        values = self._values(letters)
        at, points = 1, []
        for number, letter in enumerate(word.lower()):
            if values[at] % 2 and _LEFT <= number <= len(word) - _RIGHT:
                points.append(number)
            at += len(letter.encode(self._encoding))
        return tuple(points) if len(word.lower()) == len(word) else ()

    def _values(self, letters: bytes) -> list[int]:
        """The highest figure of any pattern before each byte."""
        values = [0] * (len(letters) + 1)
        patterns, size = self._patterns, len(letters)
        for first in range(size):
            for last in range(first + 1, min(size, first + self._longest) + 1):
                pattern = patterns.get(letters[first:last])
                if pattern is not None:
                    _raise(values, first, pattern)
        return values


def _raise(values: list[int], at: int, pattern: bytes) -> None:
    if b"/" in pattern:  # would change the letters: "Schiff-fahrt"
        return
    for byte in pattern:
        if 48 <= byte <= 57:
            values[at] = max(values[at], byte - 48)
        else:
            at += 1


def hyphens_of(tag: str | None) -> Hyphens | None:
    """The patterns for a language (BCP 47); None where there are none, or the language is not known."""
    path = _dictionary(tag or "")
    return _read(path) if path else None


@cache
def _read(path: Path) -> Hyphens:
    return Hyphens(path.read_bytes())


@cache
def _dictionary(tag: str) -> Path | None:
    """The file of the longest part of the tag that has one; a language without region takes any of its own."""
    parts = tag.replace("_", "-").lower().split("-")
    files = _files()
    for size in range(len(parts), 0, -1):
        name = "-".join(parts[:size])
        found = files.get(_OTHER_NAMES.get(name, name).lower().replace("-", "_"))
        if found:
            return found
    return next((path for name, path in files.items() if name.split("_")[0] == parts[0]), None)


@cache
def _files() -> dict[str, Path]:
    spec = find_spec("pyphen")
    folders = [Path(place) / "dictionaries" for place in (spec.submodule_search_locations or ())] if spec else []
    paths = sorted(path for folder in folders for path in folder.glob("hyph_*.dic"))
    return {path.stem.removeprefix("hyph_").lower(): path for path in paths}
