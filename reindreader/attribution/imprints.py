"""Where a title without marks ends on a copyright page: before the imprint, the copyright, the author or the year."""

import re
from functools import cache

from reindreader.attribution.name_tables import is_given_name, name_table, names

_COPYRIGHT = re.compile(r"[\s,.;(（]*(?:©|\(c\)|\bcopyright\b|\bcopr\.).*$", re.IGNORECASE)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATED = re.compile(rf"(?:(?P<before>[^\W\d_][^\d]{{0,40}}?)[\s,]+)?\[?{_YEAR}\]?")
_PLACE = re.compile(r"[^\W\d_][\w'’.-]*(?:[ /][^\W\d_][\w'’.-]*){0,2}")
_SEGMENT = re.compile(r"(?:[^,.;:]|[,.;:](?!\s))+")
_BY_AUTHOR = re.compile(r"\s+(?:by|von|de|par|di|av|af)\s+(?P<first>[^\W\d_]\S+)(?:\s+[^\W\d_]\S*){1,3}$")
_FIRST_AUTHOR = re.compile(r"(?P<first>[^\W\d_]\S+)(?:\s[^\W\d_]\S*){1,2}[,:]\s+(?=\w)")
_LEFT_OVER = " \t\u00a0-–—/|·•,;:(（["


def title_in(text: str) -> tuple[int, int, int]:
    """Where the title is in the words behind a label, and where the author ends who stands by it. It is never empty."""
    end = _before(_COPYRIGHT, text, len(text))
    end = _before(_published(), text, end)
    end = _without_imprint(text, end)
    start = _past_author(text, end)
    author = _BY_AUTHOR.search(text, start, end)
    stop = end
    if author and is_given_name(author["first"]) and author.start() > start:
        end = author.start()
    end = len(text[:end].rstrip(_LEFT_OVER))
    return (start, end, stop) if end > start else (0, len(text), len(text))


def _past_author(text: str, end: int) -> int:
    """ "Jane Roe, The Long Lamp", where an imprint follows: past the author."""
    author = _FIRST_AUTHOR.match(text, 0, end)
    return author.end() if author and end < len(text.rstrip()) and is_given_name(author["first"]) else 0


def _before(pattern: re.Pattern[str], text: str, end: int) -> int:
    match = pattern.search(text, 0, end)
    return match.start() if match and text[: match.start()].strip(_LEFT_OVER + ".") else end


@cache
def _published() -> re.Pattern[str]:
    """ "Published by …", "Vydalo nakladatelství …": a sentence about the publisher, behind a stop or comma."""
    words = sorted(name_table("organisations")["published"], key=len, reverse=True)
    return re.compile(rf"[\s]*[,.;:/|–—-]?\s+(?:{'|'.join(map(re.escape, words))})(?!\w).*$", re.IGNORECASE)


def _without_imprint(text: str, end: int) -> int:
    """Without ", Heron Books, London 2001": publisher, place and year at the end, whatever of them there is."""
    segments = list(_SEGMENT.finditer(text, 0, end))
    kept = len(segments)
    dated = kept > 1 and _DATED.fullmatch(segments[-1][0].strip().rstrip(")）]")) is not None
    kept -= dated
    place = kept > 2 and _publishes(segments[kept - 2][0]) and _PLACE.fullmatch(segments[kept - 1][0].strip())
    kept -= bool(place)
    kept -= kept > 1 and _publishes(segments[kept - 1][0])
    if (
        kept > 1
        and kept < len(segments)
        and text[segments[kept - 1].end()] == ":"
        and _PLACE.fullmatch(segments[kept - 1][0].strip())
    ):
        kept -= 1  # London: Heron Books
    return end if kept == len(segments) else segments[kept - 1].end()


def _publishes(segment: str) -> bool:
    words = segment.split()
    return 1 < len(words) <= 6 and any(word.strip("()") in names("organisations", "publishing") for word in words)
