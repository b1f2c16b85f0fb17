"""What the worker tells of a PDF: its pages and their lines. Nothing here needs a PDF library."""

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: in points from its top left corner. ``hyphen``: its last word goes on in the next line.

    ``raised``: from where to where in the text small raised numbers stand, as those of notes do.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    hyphen: bool = False
    raised: tuple[tuple[int, int], ...] = ()

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page. ``lines``: in reading order; ``label``: as printed, None where the file gives none; points.

    ``pictures``: it has no text but pictures; ``marked``: readers left highlights on it.
    """

    lines: tuple[Line, ...]
    width: float
    height: float
    label: str | None = None
    pictures: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """``pages``: those that were read; ``count``: how many the file has; ``bad``: numbers of pages that do not open."""

    pages: tuple[PageLines, ...]
    count: int
    bad: tuple[int, ...] = ()


@dataclass
class PdfRefusedError(Exception):
    """A file that pdfium does not open. ``reason``: ``encrypted``, ``password`` (a wrong one), ``broken`` or ``empty``."""

    reason: str

    def __reduce__(self) -> tuple[type["PdfRefusedError"], tuple[str]]:
        return type(self), (self.reason,)


@dataclass(frozen=True, slots=True)
class Letters:
    """A line of a page and the place of each of its letters.

    ``line``: left, top, right, bottom as in ``Line``; ``places``: the same four for each letter, one after the other, in
    points from the top left corner of the page as it is shown (cropped and turned).
    """

    line: tuple[float, float, float, float]
    text: str
    places: "array[float]"


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of a page: its box in points of the page as shown, and where it leads: a page from 0, or an address."""

    box: tuple[float, float, float, float]
    page: int | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """What a viewer needs of a document before any page is drawn.

    ``sizes``: width and height of each page in points; ``labels``: as printed, None where the file gives none;
    ``signed``: there is a signature that a change would break.
    """

    sizes: tuple[tuple[float, float], ...]
    labels: tuple[str | None, ...]
    signed: bool = False


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of a document's own table of contents. ``page``: from 0; ``depth``: from 0."""

    title: str
    page: int
    depth: int


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page. ``pixels``: rows of ``stride`` bytes; four bytes a pixel: blue, green, red and one to ignore."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Markup:
    """A mark to be written into a copy of a PDF.

    ``boxes``: left, top, right, bottom in points of the page as shown; ``colour`` of the fill and ``line`` at the foot: red,
    green, blue, 0 to 1; ``underline``: no fill, only the line; ``name``: unique in the file; ``date``: of the last change,
    as PDF writes it (ISO 32000-2, 7.9.4).
    """

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]
    colour: tuple[float, float, float]
    line: tuple[float, float, float]
    underline: bool = False
    note: str = ""
    author: str = ""
    name: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class PdfHighlight:
    """A passage that somebody marked. ``boxes``: left, top, right, bottom in points from the top left corner of the page as shown;
    ``colour``: ``#rrggbb`` or None; ``page``: from 0."""

    page: int
    kind: str
    boxes: tuple[tuple[float, float, float, float], ...]
    note: str = ""
    colour: str | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class PdfInfo:
    """``facts``: (name, words, place) in order of trust; ``outline``: (title, page from 0, depth)."""

    facts: tuple[tuple[str, str, str], ...] = ()
    outline: tuple[tuple[str, int, int], ...] = ()
    highlights: tuple[PdfHighlight, ...] = ()
