"""Paragraphs that go on in the next column or on the next page, over the notes and pictures that stand between."""

from collections.abc import Sequence

from reindreader.ingest.pdf_measures import ITEM, Measures, Paragraph, alike, ended
from reindreader.model.text import BlockKind

_FLOATING = frozenset({BlockKind.CAPTION, BlockKind.FOOTNOTE})
_CAPTION_LENGTH = 30
"""Letters a line, at most, of what belongs to a picture or a table rather than to the text."""


def joined(found: Sequence[Paragraph], measures: Measures) -> list[Paragraph]:
    """The paragraphs in reading order, each whole. Notes, captions and what belongs to them stand after the paragraph that
    they interrupt.

    ``found``: pieces of one column each.
    """
    floating = [_floats(found, place) for place in range(len(found))]
    kept: list[Paragraph] = []
    last: dict[bool, Paragraph] = {}
    """The last piece of the text, and the last note."""
    for piece, floats in zip(found, floating, strict=True):
        note = piece.kind is BlockKind.FOOTNOTE or _rest_of_note(last.get(True), piece, measures)
        before = last.get(note)
        if before and (note or not floats) and _goes_on(before, piece, measures):
            before.lines += piece.lines
            before.column = piece.column
            continue
        kept.append(piece)
        if note or not floats:
            last[note] = piece
    return kept


def _floats(found: Sequence[Paragraph], place: int) -> bool:
    """Whether a piece is a caption, a note, or words of the picture or table whose caption stands next to it."""
    piece = found[place]
    if piece.kind in _FLOATING:
        return True
    beside = (found[other] for other in (place - 1, place + 1) if 0 <= other < len(found))
    captioned = any(other.kind is BlockKind.CAPTION and other.column == piece.column for other in beside)
    return captioned and piece.kind is BlockKind.PARAGRAPH and _sparse(piece)


def _sparse(piece: Paragraph) -> bool:
    letters = sum(len(line.text) for _, line in piece.lines)
    return letters < _CAPTION_LENGTH * len(piece.lines) and not ended(piece.lines[-1][1])


def _rest_of_note(note: Paragraph | None, piece: Paragraph, measures: Measures) -> bool:
    """Whether a piece is small print, which goes on where a note of the column before it broke off."""
    return note is not None and piece.size < 0.93 * measures.size and _goes_on(note, piece, measures)


def _goes_on(before: Paragraph, after: Paragraph, measures: Measures) -> bool:
    first, second = before.lines[-1][1], after.lines[0][1]
    if after.column != before.column + 1 or BlockKind.HEADING in (before.kind, after.kind):
        return False
    if first.hyphen:
        return True
    if not alike(first, second) or ITEM.match(second.text):
        return False
    small = second.text[:1].islower()
    if ended(first):
        return small and not measures.short(before)
    return small or not measures.stub(before)
