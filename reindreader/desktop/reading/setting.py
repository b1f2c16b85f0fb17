"""Setting the paragraphs of an article in a column: which font, which width, what stands around the words."""

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from reindreader.desktop.fonts import text_font
from reindreader.desktop.positions import Units
from reindreader.desktop.reading.breaking import Measure, first_baseline, set_run, soft_breaks, unbroken
from reindreader.desktop.reading.faces import TEXT, Face
from reindreader.desktop.reading.folio import Folio
from reindreader.desktop.reading.formats import formats_of, is_dotted
from reindreader.desktop.reading.lines import Run
from reindreader.desktop.reading.paragraph import Marker, Paragraph, Ruby
from reindreader.desktop.reading.pictures import Pictures
from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.reading.tables import set_table
from reindreader.desktop.theme import Theme
from reindreader.model.text import Block, BlockKind, MarkKind

_MARKED = re.compile(r"^\s*(?:[-*•‧·▪◦■●○◆►–—]\s|[\[(（]?[\w*†‡]{1,4}[\]).)、．]\s?)")
_BULLETS = "•◦▪"
_UNKNOWN_PICTURE = 0.5
"""The height of a picture over its width, before it is known."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a column is set. ``width`` in pixels; ``on_grid``: all text on one pitch, so that columns agree."""

    style: ReadingStyle
    theme: Theme
    width: float
    on_grid: bool = False


class Setter:
    """Sets paragraphs of one article. ``open_notes``: the labels of the footnotes that are open where they are named."""

    def __init__(self, folio: Folio, setting: Setting, pictures: Pictures | None = None) -> None:
        self.folio, self.setting = folio, setting
        self._pictures = pictures
        self.open_notes: set[tuple[int, str]] = set()
        self._fonts: dict[Face, QFont] = {}

    def font(self, face: Face) -> QFont:
        """The font of a face."""
        font = self._fonts.get(face)
        if font is None:
            size = self.setting.style.of(face.size)
            font = text_font(self.folio.language, size, face.weight, italic=face.italic)
            self._fonts[face] = font
        return font

    def pitch(self, face: Face) -> float:
        """From baseline to baseline."""
        style = self.setting.style
        grid = face.size == 18 or (self.setting.on_grid and face.size < 18)
        return style.pitch if grid else style.of(face.line)

    def _baseline(self, face: Face) -> float:
        """All that is on the grid has its baselines where running text has them."""
        on_grid = self.setting.on_grid and face.size <= TEXT.size
        return first_baseline(self.setting.style.of(TEXT.size if on_grid else face.size), self.pitch(face))

    def above(self, number: int) -> float:
        """The room above a paragraph; none above the first."""
        face = self.folio.face(number)
        own = number and face.above and not self.folio.continues(number)
        return self.setting.style.of(face.above) if own else 0.0

    def set(self, number: int) -> Paragraph:
        """Set a paragraph."""
        face = self.folio.face(number)
        made = self._begin(number, face)
        block = self.folio.blocks[number]
        if block is not None and block.image and self._set_picture(made, block.image):
            return made
        if block is not None and block.kind is BlockKind.TABLE:
            set_table(made, self.folio.words(number), self.font(face), self._measure(face, made.width))
        else:
            self._set_words(made, block)
        made.height = max((run.top + run.height for run in made.runs), default=made.height)
        self._open_notes(made)
        return made

    def _begin(self, number: int, face: Face) -> Paragraph:
        pitch = self.pitch(face)
        return Paragraph(
            number, face, self.folio.span(number), self.above(number), pitch,
            self._baseline(face), self.setting.width, self.folio.mirrored,
        )  # fmt: skip

    def _measure(self, face: Face, width: float) -> Measure:
        style, folio = self.setting.style, self.folio
        justified = face.prose and (style.justified or is_dotted(folio.language))
        hyphenated = face.prose and style.hyphenated
        return Measure(
            width, self.pitch(face), self._baseline(face), folio.language, folio.mirrored, justified, hyphenated
        )

    def _set_words(self, made: Paragraph, block: Block | None) -> None:
        folio, face = self.folio, made.face
        indent = self._indent(face, block)
        words = unbroken(folio.words(made.number), face.keeps_lines)
        measure = self._measure(face, made.width - indent)
        breaks = soft_breaks(words, measure)
        units = Units(words, breaks)
        marks = folio.marks(made.number) if block is not None else ()
        formats = formats_of(marks, made.span, units, face, folio.language, self.setting.theme)
        start = made.span.start if block is not None else None
        run = set_run(words, units, breaks, formats, self.font(face), measure, start)
        run.left = 0 if made.mirrored else indent
        made.runs.append(run)
        made.rubies = tuple(Ruby(m.span, m.target) for m in marks if m.kind is MarkKind.RUBY and m.target)
        if is_dotted(folio.language):
            made.dots = tuple(mark.span for mark in marks if mark.kind is MarkKind.EMPHASIS)
        made.marker = self._marker(made, block, words)

    def _indent(self, face: Face, block: Block | None) -> float:
        depth = block.level if block is not None and block.kind is BlockKind.LIST_ITEM else 0
        return self.setting.style.of(face.indent * (1 + min(depth, 4))) if face.indent else 0.0

    def _marker(self, made: Paragraph, block: Block | None, words: str) -> Marker | None:
        """What tells a list item or a footnote, where the words do not begin with it."""
        if block is None or block.kind not in {BlockKind.LIST_ITEM, BlockKind.FOOTNOTE}:
            return None
        if self.folio.continues(made.number):
            return None
        if _MARKED.match(words) or (block.label and words.startswith(block.label)):
            return None
        if block.kind is BlockKind.LIST_ITEM:
            edge = self._indent(made.face, block) - self.setting.style.of(10)
            return Marker(block.label or _BULLETS[min(block.level, 2)], edge)
        return Marker(block.label, -self.setting.style.of(8)) if block.label else None

    def _set_picture(self, made: Paragraph, sha256: str) -> bool:
        """Leave room for a picture; False where there is none to show, and its words stand for it."""
        if self._pictures is None:
            return False
        try:
            size = self._pictures.size(sha256)
        except KeyError:
            width, height = made.width, made.width * _UNKNOWN_PICTURE
        else:
            if size is None:
                return False
            width = min(made.width, size.width())
            height = width * size.height() / max(1, size.width())
        left = (made.width - width) / 2
        made.picture = sha256, QRectF(left, 0, width, height)
        made.height = -(-height // made.pitch) * made.pitch
        return True

    def _open_notes(self, made: Paragraph) -> None:
        for mark in self.folio.marks(made.number) if self.open_notes else ():
            label = mark.target or mark.span.slice(self.folio.text)
            if mark.kind is not MarkKind.NOTE_REFERENCE or (mark.span.start, label) not in self.open_notes:
                continue
            note = self._note(made, label)
            if note is not None:
                note.top = made.height + made.pitch / 2
                made.notes.append(note)
                made.height = note.top + note.height

    def _note(self, made: Paragraph, label: str) -> Run | None:
        number = self.folio.footnote(label, made.number)
        if number is None:
            return None
        face = self.folio.face(number)
        words = unbroken(self.folio.words(number), face.keeps_lines)
        indent = self.setting.style.of(28)
        measure = replace(self._measure(face, made.width - indent), justified=False)
        breaks = soft_breaks(words, measure)
        units = Units(words, breaks)
        span = self.folio.span(number)
        formats = formats_of(self.folio.marks(number), span, units, face, self.folio.language, self.setting.theme)
        run = set_run(words, units, breaks, formats, self.font(face), measure)
        run.left = 0 if made.mirrored else indent
        return run

    def estimate(self) -> tuple[float, float]:
        """Characters on a line and the pitch of the running text, for heights of what has not been set."""
        font = self.font(TEXT)
        metrics = QFontMetricsF(font)
        sample = self._sample()
        average = metrics.horizontalAdvance(sample) / max(1, len(sample))
        return max(4.0, self.setting.width / max(1.0, average)), float(self.setting.style.pitch)

    def _sample(self) -> str:
        middle = len(self.folio.text) // 2
        return self.folio.text[middle : middle + 400].replace("\n", " ") or "n"
