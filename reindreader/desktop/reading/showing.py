"""What the reading pane shows: an article, and another text beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reindreader.desktop.reading.accessible import install
from reindreader.desktop.reading.canvas import Canvas
from reindreader.desktop.reading.folio import Folio
from reindreader.desktop.reading.heads import Head, Heads
from reindreader.desktop.reading.mirroring import Beads, Counterpart
from reindreader.desktop.reading.pictures import Source
from reindreader.desktop.reading.places import TOP
from reindreader.desktop.reading.rows import Row
from reindreader.desktop.reading.style import ReadingStyle
from reindreader.desktop.theme import Theme
from reindreader.model.articles import Article
from reindreader.model.text import Span
from reindreader.workflows.wording import _


class Showing(QWidget):
    """The part of the reading pane that is told what to show."""

    view_changed = Signal(str)
    """``first``, ``second`` or ``both`` texts are shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = ReadingStyle()
        self._article: Article | None = None
        self._second: Article | None = None
        self._byline = ""
        install()
        self.page = Canvas(theme, self)
        self.page.setAccessibleName(_("Article"))
        self.setFocusProxy(self.page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._heads = Heads(theme, self.page, self)
        rows.addWidget(self._heads)
        rows.addWidget(self.page)

    def leave(self) -> None:
        """Put away what floats over the text."""

    @property
    def article(self) -> Article | None:
        """The text that is shown."""
        return self._article

    @property
    def second(self) -> Article | None:
        """The text beside it."""
        return self._second

    def show_theme(self, theme: Theme) -> None:
        """Set the text in the theme's colours."""
        self.page.show_theme(theme)
        self._heads.show_theme(theme)

    def show_style(self, style: ReadingStyle) -> None:
        """Set the text larger, smaller, wider, narrower; the same words stay at the top."""
        if style != self._style:
            self._style = style
            self.page.show_style(style)

    @property
    def style_shown(self) -> ReadingStyle:
        """How the text is set."""
        return self._style

    def show_article(self, article: Article, *, byline: str = "", place: int = 0, images: Source | None = None) -> None:
        """Show a text from ``place`` on; ``byline``: what stands below the title where the text has no line of its own;
        ``images``: the bytes of its pictures by their SHA-256.

        Highlights, evidence, hits and the text beside the one before it are gone.
        """
        self.leave()
        self._article, self._second, self._byline = article, None, byline
        self.page.pictures.show_source(images)
        self.page.mirroring.show(None, None, None)
        self.page.show_folios([Folio(article, byline)])
        if place > (article.blocks[0].span.end if article.blocks else 0):
            self.page.scroll_to(place)
        self.view_changed.emit("first")

    def show_byline(self, byline: str) -> None:
        """Show another line below the title; the same words stay in sight."""
        if byline != self._byline and self._article is not None:
            self._byline = byline
            kept = self.page.place_kept()
            self.page.spread.show(
                [Folio(self._article, byline), *(s.folio for s in self.page.spread.sides[1:])], self.page.spread.rows
            )
            self.page.lay_out(kept or (0, 0, float(TOP)))

    def show_beside(self, second: Article, rows: Sequence[Row], heads: tuple[Head, ...] = ()) -> None:
        """Show another text beside the article, in rows of paragraphs (blocks of each) that say the same.

        ``heads``: what stands above each column.
        The same text with other rows stays where it is on the screen.
        """
        if self._article is None:
            return
        kept = self.page.place_kept()
        known = self._second is second
        view = self.page.spread.view if known else "both"
        first = self.page.spread.sides[0].folio
        other = self.page.spread.sides[1].folio if known else Folio(second)
        self._second = second
        self.page.spread.show([first, other], rows)
        self.page.spread.view = view
        self.page.lay_out(kept)
        self._heads.show_heads(heads)
        self.view_changed.emit(view)

    def show_counterparts(
        self, forth: Counterpart | None, back: Counterpart | None = None, beads: Beads | None = None
    ) -> None:
        """What answers to words of the article in the text beside it, and back; and to a row by sentences."""
        self.page.mirroring.show(forth, back, beads)
        self.page.viewport().update()

    def show_alone(self) -> None:
        """Show the article without the text beside it."""
        if self._second is not None:
            self._second = None
            kept = self.page.place_kept()
            self.page.spread.view = "first"
            self.page.spread.show([self.page.spread.sides[0].folio])
            self.page.lay_out(kept if kept is None or kept[0] == 0 else None)
            self.view_changed.emit("first")

    def show_view(self, view: str) -> None:
        """``first`` (the article), ``second`` (the text beside it) or ``both``; without a second text nothing happens."""
        if self._second is not None and view != self.page.spread.view:
            self.leave()
            self.page.show_view(view)
            self.view_changed.emit(view)

    def show_nothing(self) -> None:
        """Show an empty page."""
        self.leave()
        self._article = self._second = None
        self.page.show_folios([])

    def show_evidence(self, spans: tuple[Span, ...]) -> None:
        """Tint and underline these words, and bring the first into sight; none: show no evidence."""
        ordered = tuple(sorted(spans))
        self.page.show_evidence(ordered)
        if ordered:
            self._see_article()
            self.page.bring_into_sight(ordered[0])

    def show_place(self, offset: int) -> None:
        """Put the line of a code point at the top."""
        self._see_article()
        self.page.jump(offset)

    def show_again(self, place: tuple[int, int, float]) -> None:
        """Go back to a place that was jumped from: side, code point, and how far below the top its line stood."""
        side, offset, margin = place
        if self.page.spread.flow_of(side) is None:
            self.show_view("both" if self._second is not None else "first")
        self.page.scroll_to(offset, margin=margin, side=side if self._second is not None else 0)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_span(self, span: Span) -> None:
        """Bring words into sight."""
        self._see_article()
        self.page.bring_into_sight(span)

    def show_paragraph(self, number: int) -> bool:
        """Bring a paragraph to the top; False where there is none of this number."""
        found = self.page.spread.sides[0].folio.numbered(number) if self.page.spread.sides else None
        if found is None:
            return False
        self.show_place(self.page.spread.sides[0].folio.starts[found])
        return True

    def points_of(self, span: Span) -> tuple[QPoint, QPoint]:
        """Where words begin and end on the page, in pixels of its viewport. Raises ValueError where they are not shown."""
        first, last = self.page.first_line(span), self.page.last_line(span)
        if first.isNull() or last.isNull():
            raise ValueError(span)
        return (
            QPoint(round(first.left()) + 1, round(first.center().y())),
            QPoint(round(last.right()), round(last.center().y())),
        )

    def _see_article(self) -> None:
        """Where only the text beside it is shown, both are."""
        if self.page.spread.flow_of(0) is None:
            self.show_view("both")
