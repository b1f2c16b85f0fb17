"""What the worker tells of a PDF: its pages and their lines. Nothing here needs a PDF library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: in points from its top left corner. ``hyphen``: its last word goes on in the next line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    hyphen: bool = False

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page. ``lines``: in reading order; ``label``: as printed, None where the file gives none; points."""

    lines: tuple[Line, ...]
    width: float
    height: float
    label: str | None = None
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class DocumentLines:
    """``pages``: those that were read; ``count``: how many the file has; ``bad``: numbers of pages that do not open."""

    pages: tuple[PageLines, ...]
    count: int
    bad: tuple[int, ...] = ()


@dataclass
class PdfRefusedError(Exception):
    """A file that pdfium does not open. ``reason``: ``encrypted``, ``broken`` or ``empty``."""

    reason: str

    def __reduce__(self) -> tuple[type["PdfRefusedError"], tuple[str]]:
        return type(self), (self.reason,)
