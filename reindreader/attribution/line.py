"""A line of credits with what is looked up in it again and again, and where a value in it ends."""

import re
from dataclasses import dataclass

from reindreader.attribution.clauses import clause_end
from reindreader.attribution.hits import Hit
from reindreader.attribution.people import is_chinese_name
from reindreader.model.contributors import FIELD_ROLES
from reindreader.model.text import Span

ENDS_VALUE = re.compile(
    r"\s*(?:$|[,，、،؛۔।;；.。|｜/／()（）\[\]［］【】<>«»\"“”!！*_~…\n\t\u3000•·—–]|[-–—]\s|https?:)"
)


_NAME = re.compile(r"[^\W\d_a-z][^\s;]*(?:,?\s(?:[^\W\d_a-z][^\s;]*|von|van|de|der|den|da|di|du|la|al-\w+)){1,4}\.?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what is looked up in it again and again."""

    text: str
    ends: list[int]
    hits: list[Hit]

    def region(self, hit: Hit, start: int | None = None) -> int:
        """Where the value of the hit ends at the latest: with its clause, or where the next phrase begins."""
        limit = clause_end(self.text, hit.end if start is None else start, self.ends)
        while hit.wording.form == "label" and hit.wording.meaning.role in FIELD_ROLES and self._lists_on(limit):
            limit = clause_end(self.text, limit + 1, self.ends)
        nexts = (
            h.start
            for h in self.hits
            if h.start >= hit.end
            and h.wording.form not in {"after", "around"}
            and not h.wording.meaning.inside
            and not (h.wording.meaning.byline and not re.search(r"\w", self.text[hit.end : h.start]))
        )
        return min(limit, min(nexts, default=limit))

    def _lists_on(self, limit: int) -> bool:
        """Whether another name of a list stands behind a semicolon, and no phrase."""
        stop = clause_end(self.text, limit + 1, self.ends)
        return (
            self.text[limit : limit + 1] in {";", "；"}
            and _is_full_name(self.text[limit + 1 : stop].strip())
            and not any(limit < hit.start < stop for hit in self.hits)
        )


def _is_full_name(words: str) -> bool:
    """Two words at least, or characters with a surname in front."""
    return _NAME.fullmatch(words) is not None or (is_chinese_name(words) and 2 <= len(words) <= 4)


def value_bounds(hit: Hit, stop: int) -> Span:
    """From the phrase to the end of its value."""
    return Span(hit.start, max(stop, hit.end))
