"""A line of credits with what is looked up in it again and again, and where a value in it ends."""

import re
from dataclasses import dataclass

from reindreader.attribution.clauses import clause_end
from reindreader.attribution.hits import Hit
from reindreader.model.text import Span

ENDS_VALUE = re.compile(
    r"\s*(?:$|[,，、،؛۔।;；.。|｜/／()（）\[\]［］【】<>«»\"“”!！*_~…\n\t\u3000•·—–]|[-–—]\s|https?:)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what is looked up in it again and again."""

    text: str
    ends: list[int]
    hits: list[Hit]

    def region(self, hit: Hit, start: int | None = None) -> int:
        """Where the value of the hit ends at the latest: with its clause, or where the next phrase begins."""
        limit = clause_end(self.text, hit.end if start is None else start, self.ends)
        nexts = (
            h.start
            for h in self.hits
            if h.start >= hit.end
            and h.wording.form not in {"after", "around"}
            and not h.wording.meaning.inside
            and not (h.wording.meaning.byline and not re.search(r"\w", self.text[hit.end : h.start]))
        )
        return min(limit, min(nexts, default=limit))


def value_bounds(hit: Hit, stop: int) -> Span:
    """From the phrase to the end of its value."""
    return Span(hit.start, max(stop, hit.end))
