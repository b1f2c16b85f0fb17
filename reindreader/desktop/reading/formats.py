"""Inline marks as the formats of a text layout."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from reindreader.desktop.fonts import code_font, is_upright, script_of
from reindreader.desktop.positions import Units
from reindreader.desktop.reading.faces import Face
from reindreader.desktop.theme import Theme
from reindreader.model.text import Mark, MarkKind, Span

_RAISED = {
    MarkKind.SUPERSCRIPT: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    MarkKind.NOTE_REFERENCE: QTextCharFormat.VerticalAlignment.AlignSuperScript,
    MarkKind.SUBSCRIPT: QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_DOTTED = frozenset({"Hans", "Hant", "Jpan", "Kore"})


def is_dotted(tag: str | None) -> bool:
    """Whether the language shows emphasis by a dot at each character."""
    return script_of(tag) in _DOTTED


def formats_of(
    marks: Iterable[Mark], block: Span, units: Units, face: Face, tag: str | None, theme: Theme
) -> list[QTextLayout.FormatRange]:
    """A format for each mark of a block whose place on the text is ``block``."""
    made = []
    for mark in marks:
        first, last = max(mark.span.start, block.start), min(mark.span.end, block.end)
        ink = _ink(mark, face, tag, theme)
        if ink is not None and first < last:
            made.append(ranged(ink, units.unit(first - block.start), units.end(last - block.start)))
    return made


def ranged(ink: QTextCharFormat, first: int, last: int) -> QTextLayout.FormatRange:
    """A format over units."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = first, last - first, ink
    return made


def _ink(mark: Mark, face: Face, tag: str | None, theme: Theme) -> QTextCharFormat | None:
    ink = QTextCharFormat()
    if mark.kind is MarkKind.EMPHASIS:
        return _emphasis(face, tag)
    if mark.kind is MarkKind.STRONG:
        ink.setFontWeight(QFont.Weight.Bold)
    elif mark.kind is MarkKind.LINK and mark.target:
        ink.setForeground(theme.colour("accent"))
        ink.setFontUnderline(True)
    elif mark.kind is MarkKind.CODE:
        ink.setFontFamilies([code_font().family()])
        ink.setFontItalic(False)
    elif mark.kind in _RAISED:
        ink.setVerticalAlignment(_RAISED[mark.kind])
        if mark.kind is MarkKind.NOTE_REFERENCE:
            ink.setForeground(theme.colour("accent"))
    else:
        return None
    return ink


def _emphasis(face: Face, tag: str | None) -> QTextCharFormat | None:
    """Slanted; East Asian emphasis is drawn as dots, other upright scripts are set bolder."""
    if is_dotted(tag):
        return None
    ink = QTextCharFormat()
    if is_upright(script_of(tag)):
        ink.setFontWeight(QFont.Weight.DemiBold)
    else:
        ink.setFontItalic(not face.italic)
    return ink
