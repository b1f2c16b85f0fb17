"""Breaking a text into lines, and filling them."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reindreader.desktop.fonts import script_of
from reindreader.desktop.positions import Units, one_a_unit, with_hyphens
from reindreader.desktop.reading import cjk
from reindreader.desktop.reading.formats import ranged
from reindreader.desktop.reading.hyphens import hyphens_of
from reindreader.desktop.reading.lines import Line, Run, has_right_to_left, x_of

_BELOW_MIDDLE = 0.388
"""How far below the middle of its pitch a baseline stands, in ems: so does that of a Latin serif set in the middle."""

_LOOSEST = 1.0
"""A space is stretched to this much more, in ems, before a line is rather left short of the edge."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are broken to: ``width`` and ``pitch`` in pixels; ``mirrored``: from right to left.

    ``baseline``: where in its pitch it stands.
    """

    width: float
    pitch: float
    baseline: float
    tag: str | None
    mirrored: bool = False
    justified: bool = False
    hyphenated: bool = False


def soft_breaks(text: str, measure: Measure) -> list[int]:
    """Where words may be broken; nowhere in a text that has soft hyphens of its own."""
    patterns = hyphens_of(measure.tag) if measure.hyphenated and "\u00ad" not in text else None
    return patterns.breaks(text) if patterns else []


def set_run(
    words: str,
    units: Units,
    breaks: list[int],
    formats: list[QTextLayout.FormatRange],
    font: QFont,
    measure: Measure,
    start: int | None = None,
) -> Run:
    """Set words in lines. ``words``: one character for each of the article's (``unbroken``)."""
    text = with_hyphens(words, breaks)
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    run = Run(layout, one_a_unit(text), len(words), units, start, measure.pitch)
    run.simple = not measure.mirrored and not has_right_to_left(words)
    if _is_east_asian(words, measure):
        _set_east_asian(run, formats, font, measure)
    elif measure.justified and not run.simple:
        _set_both_ways(run, formats, measure)
    else:
        layout.setFormats(formats)
        _set_words(run, measure)
    _put_on_pitch(run, measure)
    return run


def first_baseline(size: float, pitch: float) -> float:
    """Where the baseline of a text size stands in its pitch; the same for all scripts, so that columns agree."""
    return round(pitch / 2 + _BELOW_MIDDLE * size)


def _is_east_asian(words: str, measure: Measure) -> bool:
    return measure.justified and script_of(measure.tag) != "Kore" and cjk.is_cjk(words)


def _set_east_asian(run: Run, formats: list[QTextLayout.FormatRange], font: QFont, measure: Measure) -> None:
    em = font.pixelSize()
    run.layout.setTextOption(_option(measure, justified=False))
    width = measure.width - measure.width % em if measure.width > 12 * em else measure.width
    centred = script_of(measure.tag) == "Hant"
    for number, (_first, _last, out) in enumerate(
        cjk.set_lines(run.layout, run.shown, formats, width, em, centred=centred)
    ):
        run.layout.lineAt(number).setPosition(QPointF(-out, 0))


def _set_words(run: Run, measure: Measure) -> None:
    layout = run.layout
    layout.setTextOption(_option(measure, justified=measure.justified))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(measure.width)
        if measure.justified and line.naturalTextWidth() < measure.width * 0.86:
            _loosen(line, run.shown, measure)
    layout.endLayout()


def _set_both_ways(run: Run, formats: list[QTextLayout.FormatRange], measure: Measure) -> None:
    """Qt would stretch the spaces of Latin words alone: here all spaces of a line are given the same."""
    layout, shown = run.layout, run.shown
    layout.setTextOption(_option(measure, justified=False))
    layout.setFormats(formats)
    spaced, lengths = list(formats), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(measure.width)
        first, length = line.textStart(), line.textLength()
        lengths.append(length)
        gaps = shown[first : first + length].strip().count(" ")
        space = (measure.width - line.naturalTextWidth()) / gaps if gaps else 0.0
        if first + length < len(shown) and 0 < space < _LOOSEST * measure.pitch * 0.64:
            ink = QTextCharFormat()
            ink.setFontWordSpacing(space)
            spaced.append(ranged(ink, first, first + length))
    layout.endLayout()
    layout.setFormats(spaced)
    layout.beginLayout()
    for length in lengths:
        layout.createLine().setNumColumns(length, measure.width)
    layout.endLayout()


def _loosen(line: QTextLine, shown: str, measure: Measure) -> None:
    """A line that would have rivers in it stays short."""
    first, length = line.textStart(), line.textLength()
    words = shown[first : first + length]
    most = line.naturalTextWidth() + _LOOSEST * measure.pitch * 0.64 * max(0, words.strip().count(" "))
    if most < measure.width and first + length < len(shown) and not words.endswith("\u2028"):
        line.setNumColumns(length, most)


def _put_on_pitch(run: Run, measure: Measure) -> None:
    """Each line on its pitch by its baseline: a fallback font must not push lines apart."""
    baseline, pitch = measure.baseline, measure.pitch
    layout, lines = run.layout, run.lines
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top = number * pitch
        first = line.textStart()
        x = line.x() + (_drift(line, first, measure) if measure.mirrored else 0)
        line.setPosition(QPointF(x, top + baseline - line.ascent()))
        lines.append(Line(first, first + line.textLength(), top, top + baseline))


def _drift(line: QTextLine, first: int, measure: Measure) -> float:
    """How far a line from right to left stands off the right edge: the space at its end is counted on the wrong side."""
    return measure.width - x_of(line, first)


def _option(measure: Measure, *, justified: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if measure.mirrored:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignJustify if justified else Qt.AlignmentFlag.AlignLeading)
    return option


_LINE_SEPARATOR, _NO_SPACE = "\u2028", "\u200b"


def unbroken(words: str, keeps_lines: bool) -> str:
    """The words with one character for each, their line breaks gone: a space, between CJK nothing, or kept."""
    if "\n" not in words:
        return words
    if keeps_lines:
        return words.replace("\n", _LINE_SEPARATOR)
    pieces = words.split("\n")
    joined = [pieces[0]]
    for before, piece in pairwise(pieces):
        between = _NO_SPACE if _meets(before, piece) else " "
        joined.append(between + piece)
    return "".join(joined)


def _meets(before: str, after: str) -> bool:
    return bool(before and after) and cjk.is_ideograph(before[-1]) and cjk.is_ideograph(after[0])
