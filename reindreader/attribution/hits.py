"""Where the phrases of the tables occur in a line, and whether they stand where a credit stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reindreader.attribution.clauses import opens_at
from reindreader.attribution.phrases import PhraseBook, Wording
from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase at a place. ``start`` to ``end``: its words, of a label with the colon; ``standing``: see ``opens_at``."""

    wording: Wording
    start: int
    end: int
    standing: str
    explicit: bool
    tag: str | None = None
    tag_span: Span | None = None
    into: str | None = None
    into_span: Span | None = None
    blank: bool = False


_STANDINGS = {
    "label": {"start", "hard", "soft", "word"},
    "lead": {"start", "hard", "soft"},
    "about": {"start", "hard"},
    "bare": {"start", "hard"},
}


def hits_of(line: str, book: PhraseBook) -> list[Hit]:
    """The phrases that stand where one may, by their beginning, the longest first."""
    masks: dict[str, str] = {}
    found = []
    for wording in book.candidates(line):
        text = line
        if wording.template.masked:
            text = masks.setdefault(wording.words.tag, wording.words.masked(line))
        found += [hit for match in wording.pattern.finditer(text) if (hit := _hit(line, match, wording))]
    return sorted(found, key=lambda hit: (hit.start, -hit.end))


def _hit(line: str, match: re.Match[str], wording: Wording) -> Hit | None:
    standing = opens_at(line, match.start())
    if standing == "word" and _after_joiner(line, match.start(), wording):
        standing = "soft"
    if not _may_stand(line, match, wording, standing):
        return None
    groups = match.groupdict()
    tag_span, into_span = _group(match, "from"), _group(match, "into")
    return Hit(
        wording,
        match.start(),
        match.end(),
        standing,
        explicit=any(key.startswith("this") and value is not None for key, value in groups.items()),
        tag=wording.words.tag_of(tag_span.slice(line)) if tag_span else None,
        tag_span=tag_span,
        into=wording.words.tag_of(into_span.slice(line)) if into_span else None,
        into_span=into_span,
        blank=bool(groups.get("blank")),
    )


def _after_joiner(line: str, start: int, wording: Wording) -> bool:
    """Whether "and" stands before the phrase: *translated by A* and *edited by B*."""
    return line[:start].rstrip().rpartition(" ")[2].casefold() in wording.words.joiners


def _may_stand(line: str, match: re.Match[str], wording: Wording, standing: str) -> bool:
    if wording.form == "after":
        return match.start() > 0 and bool(match[0].strip())
    if wording.meaning.inside:
        return match.start() > 0
    if wording.meaning.byline and line[: match.start()].rstrip().endswith((")", "）", "]")):
        return False
    if standing not in _STANDINGS[wording.form]:
        return False
    if standing == "word" and not wording.unspaced:
        return line[match.start()].isupper()
    return True


def _group(match: re.Match[str], kind: str) -> Span | None:
    names: Iterator[str] = (name for name, value in match.groupdict().items() if value and name.startswith(kind))
    name = next(names, None)
    return Span(*match.span(name)) if name else None
