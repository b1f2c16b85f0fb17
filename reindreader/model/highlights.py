"""Quotations and highlights, with the selectors of the W3C Web Annotation Data Model (4.2.4 and 4.2.5)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and its place: a text quote selector (exact, prefix, suffix) and a text position selector."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    position: Span | None = None

    def __post_init__(self) -> None:
        if not self.exact:
            raise ValueError("a quotation without words")


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a quotation stands. ``label``: a CSL locator term (``page``, ``paragraph``, ``section``)."""

    label: str
    value: str


class Colour(StrEnum):
    """The five colours of a highlight, and the bare underline."""

    YELLOW = "yellow"
    BLUE = "blue"
    GREEN = "green"
    ROSE = "rose"
    ORANGE = "orange"
    UNDERLINE = "underline"


class AnchorState(StrEnum):
    """Whether the words still stand in the text. Lost and changed highlights keep their words."""

    ANCHORED = "anchored"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked quotation. ``id``: of the library, None before it is stored; times are UTC."""

    quote: Quote
    colour: Colour = Colour.YELLOW
    note: str = ""
    tags: tuple[str, ...] = field(default=())
    state: AnchorState = AnchorState.ANCHORED
    created: datetime | None = None
    modified: datetime | None = None
    id: int | None = None
