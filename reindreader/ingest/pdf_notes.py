"""Raised numbers of PDF pages: which of them call a note, and which are exponents."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reindreader.ingest.pdf_measures import NOTE, Paragraph
from reindreader.model.text import Mark, MarkKind, Span

_BEHIND_WORD = re.compile(r"(?:[^\W\d_]{4}|[.,;:!?”’\"'»)\]…。，、])$")
_BEHIND = 8


class Raised(NamedTuple):
    """A raised number: its page from 0 and its place in the text."""

    page: int
    span: Span


class Noted(NamedTuple):
    """A note at the foot of a page, from 0, and what it is called."""

    page: int
    label: str


def words_at(note: Paragraph) -> int:
    """Where the words of a note begin, behind its number or sign."""
    match = NOTE.match(note.lines[0][1].text)
    return match.end() if match and note.label else 0


def marks_of(text: str, raised: Sequence[Raised], notes: Sequence[Noted]) -> tuple[Mark, ...]:
    """The marks of raised numbers in the order of the text.

    One that stands behind a word calls a note if there is a note of that name at the foot of its page, or, for notes that
    are gathered at the end, if it counts on from the one before it.
    """
    known, last, marks = frozenset(notes), 0, []
    for page, span in sorted(raised, key=lambda one: one.span):
        label = span.slice(text)
        counted = label.isdigit() and int(label) == last + 1 and _behind_word(text, span)
        if not (counted or Noted(page, label) in known):
            marks.append(Mark(MarkKind.SUPERSCRIPT, span))
            continue
        last = int(label) if label.isdigit() else last
        marks.append(Mark(MarkKind.NOTE_REFERENCE, span, label))
    return tuple(marks)


def _behind_word(text: str, span: Span) -> bool:
    return bool(_BEHIND_WORD.search(text[max(0, span.start - _BEHIND) : span.start]))
