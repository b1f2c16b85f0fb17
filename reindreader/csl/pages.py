"""Page ranges (CSL 1.0.2, Page Ranges and Appendix V)."""

from __future__ import annotations

import re
from functools import lru_cache

FORMATS = frozenset({"chicago", "chicago-15", "chicago-16", "expanded", "minimal", "minimal-two"})
_RANGE = re.compile(r"(\w*[^\W\d]|)(\d+)\s*(?:--|[-–—])\s*(\w*[^\W\d]|)(\d+)")
_WORDS = re.compile(r"([\w.:§]+)\s*(?:--|[-–—])\s*([\w.:§]+)")
_PART = re.compile(r"\s*([,;&])\s*")


@lru_cache(maxsize=100_000)
def page_range(text: str, form: str, dash: str) -> str:
    """`text` with its ranges in `form`, one of FORMATS or "" to leave the numbers, and `dash` between them.

    A hyphen after a backslash is none of a range, and of two numbers with different prefixes nothing is changed.
    """
    parts = _PART.split(text)
    parts[::2] = [_part(part, form, dash) for part in parts[::2]]
    return "".join(part if index % 2 == 0 else _joint(part) for index, part in enumerate(parts))


def _joint(mark: str) -> str:
    return f" {mark} " if mark == "&" else f"{mark} "


def _part(part: str, form: str, dash: str) -> str:
    if "\\-" in part:
        return part.replace("\\-", "-")
    match = _RANGE.fullmatch(part.strip())
    if match is None:
        words = _WORDS.fullmatch(part.strip())
        if words is None:
            return part
        return f"{words[1]}{'-' if _numbered(words) else dash}{words[2]}"
    prefix, first, other, last = match.groups()
    if prefix != other:
        return f"{prefix}{first}-{other}{last}"
    if not form:
        return f"{prefix}{first}{dash}{other}{last}"
    return f"{prefix}{first}{dash}{prefix if form == 'expanded' else ''}{_formatted(first, last, form)}"


def _numbered(words: re.Match[str]) -> bool:
    """Whether digits are among words that are no page numbers: what is not understood is left alone."""
    return any(char.isdigit() for char in words[0]) and not any(char in ".:§" for char in words[0])


def _formatted(first: str, last: str, form: str) -> str:
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if form == "expanded" or len(last) > len(first) or len(first) > 18 or int(last) < int(first):
        return last
    if form == "minimal":
        return _changed(first, last, 1)
    if form == "minimal-two":
        return _changed(first, last, 2)
    return _chicago(first, last, form)


def _changed(first: str, last: str, least: int) -> str:
    """The digits of `last` that differ from `first`, at least so many."""
    at = next((index for index, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first) - 1)
    return last[min(at, max(len(last) - least, 0)) :]


def _chicago(first: str, last: str, form: str) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if number % 100 < 10:
        return _changed(first, last, 1)
    short = _changed(first, last, 2)
    if form != "chicago-16" and len(first) == 4 and len(short) == 3:
        return last
    return short
