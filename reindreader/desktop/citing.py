"""The citation bar: the preview follows article, selection, style and language; copies go to the clipboard."""

from contextlib import suppress

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reindreader.citing.citations import Cite
from reindreader.citing.snippets import Clipboard
from reindreader.desktop.citation import CitationBar
from reindreader.desktop.citing_choices import CitingChoices
from reindreader.desktop.current import Current, Opened
from reindreader.desktop.jobs import Job, Jobs
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.printed import PrintedPane
from reindreader.desktop.reading import ReadingPane
from reindreader.errors import BadStyleError, ReindreaderError, UnknownStyleError
from reindreader.model.claims import Claim
from reindreader.model.fields import record_of
from reindreader.model.highlights import Locator, Quote
from reindreader.model.text import Span
from reindreader.workflows.citing import Preview, cite_records, preview
from reindreader.workflows.highlighting import locator_of
from reindreader.workflows.languages import language_name
from reindreader.workflows.quoting import citation_for_clipboard, quotation_for_clipboard
from reindreader.workflows.style_names import COMMON
from reindreader.workflows.wording import _, error_sentence

_PREVIEW_AFTER_MS = 120


class Citing(QObject):
    """Connects the citation bar with library, reading pane and clipboard."""

    copied = Signal(str)
    """What was copied, in a sentence."""
    failed = Signal(object)

    def __init__(
        self,
        bar: CitationBar,
        pane: ReadingPane,
        current: Current,
        jobs: Jobs,
        choices: CitingChoices,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar, self._pane, self._current, self._jobs, self._preferences = bar, pane, current, jobs, preferences
        self._choices = choices
        self._printed: PrintedPane | None = None
        self._asked: Job | None = None
        self._loaded: tuple[str, str | None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        bar.style_chosen.connect(self.choose_style)
        bar.style_file_dropped.connect(self.choose_style)
        bar.language_chosen.connect(self.choose_language)
        bar.copy_citation_wanted.connect(self.copy_citation)
        bar.copy_quotation_wanted.connect(self.copy_quotation)
        pane.selection_changed.connect(lambda _span: self._timer.start())
        pane.quotation_wanted.connect(self.copy_quotation)
        bar.choices_wanted.connect(choices.want)
        choices.came.connect(self._show_choices)
        choices.failed.connect(self.failed)
        self._show_choices()

    def follow(self, printed: PrintedPane) -> None:
        """Cite what is selected on the printed pages, too."""
        self._printed = printed
        printed.selection_changed.connect(lambda _span: self._timer.start())
        printed.quotation_wanted.connect(self.copy_quotation)

    def _show_choices(self) -> None:
        style, tag = self._preferences.style, self._preferences.language or ""
        self._bar.show_styles(self._choices.styles, (style,))
        self._bar.show_style(style, COMMON.get(style, ""))
        self._bar.show_languages(self._choices.languages)
        self._bar.show_language(tag, language_name(tag) if tag else "")

    def show(self, _shown: Opened | None) -> None:
        """Cite what is open now, as it is now: while a fact is edited, the preview follows within a frame."""
        self._timer.stop()
        self._ask()

    def foresee(self, claims: tuple[Claim, ...]) -> None:
        """Show the citation as it will be: a style that is loaded formats one record well within a frame."""
        shown = self._current.shown
        style, language = self._preferences.style, self._preferences.language
        if shown is None or self._loaded != (style, language):
            return
        cited = Cite(shown.stored.key, record_of(claims), self._locator(shown))
        with suppress(ReindreaderError):
            self._take(preview([cited], style, language=language))

    def choose_style(self, style: str) -> None:
        """Cite in this style from now on: its id, or the path of its file."""
        self._preferences.style = style
        self._bar.show_style(style, COMMON.get(style, ""))
        self._ask()

    def choose_language(self, tag: str) -> None:
        """Cite in this language from now on; "" for that of the style."""
        self._preferences.language = tag or None
        self._bar.show_language(tag, language_name(tag) if tag else "")
        self._ask()

    # the preview

    def _ask(self) -> None:
        shown = self._current.shown
        if shown is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        style, language, locator = self._preferences.style, self._preferences.language, self._locator(shown)
        self._bar.show_quotation_refusal("" if self._quote(shown) else _("Mark words in the article first."))
        self._asked = self._jobs.submit(
            lambda library: cite_records(library, [shown.id], style, language=language, locator=locator),
            lambda made: self._take_asked(made, (style, language)),
            self._refuse,
        )

    def _take_asked(self, made: Preview, asked: tuple[str, str | None]) -> None:
        self._loaded = asked
        self._take(made)

    def _take(self, made: Preview) -> None:
        formatted = made.formatted
        self._bar.show_style(self._preferences.style, made.style)
        self._bar.show_preview(formatted.citation_as("html"), formatted.reference_as("html"), made.warnings)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, ReindreaderError):
            self._bar.show_error(error_sentence(error))
        else:
            self.failed.emit(error)
        if isinstance(error, UnknownStyleError | BadStyleError):
            self._preferences.style = "apa"  # the next start has a style that works

    def _quote(self, shown: Opened) -> Quote | None:
        """The words that a quotation is taken from: those selected, else those of the chosen highlight."""
        if self._printed is not None and self._printed.isVisible() and (quote := self._printed.chosen_quote()):
            return quote
        span = self._pane.selection
        if span is not None and shown.article is not None:
            return Quote(span.slice(shown.article.text), position=span)
        chosen = self._pane.chosen()
        return chosen.highlight.quote if chosen else None

    def _locator(self, shown: Opened) -> Locator | None:
        quote = self._quote(shown)
        return locator_of(shown.article, quote) if quote and shown.article else None

    # copies

    def copy_citation(self) -> None:
        """Copy the citation."""
        self._copy_cited(_("Citation copied."), references=False)

    def copy_reference(self) -> None:
        """Copy the reference."""
        self._copy_cited(_("Reference copied."), references=True)

    def _copy_cited(self, told: str, *, references: bool) -> None:
        shown = self._current.shown
        if shown is None:
            return
        style, language, locator = self._preferences.style, self._preferences.language, self._locator(shown)
        self._jobs.submit(
            lambda library: citation_for_clipboard(
                library, shown.id, style, language=language, locator=locator, references=references
            ),
            lambda clip: self._put(clip, told),
            self.failed.emit,
        )

    def copy_quotation(self, which: object = None) -> None:
        """Copy words with their citation: of a Span, of a highlight (its id), else of what is chosen."""
        shown = self._current.shown
        quote = self._quote_of(shown, which) if shown else None
        if quote is not None:
            self._copy_quoted(quote, _("Quotation copied with its citation."))

    def copy_pair(self, original: str, quote: Quote) -> None:
        """Copy words of the original, the translation of them in brackets, and the citation."""
        self._copy_quoted(quote, _("Both texts copied with the citation."), original)

    def _copy_quoted(self, quote: Quote, told: str, original: str = "") -> None:
        shown = self._current.shown
        if shown is None:
            return
        style, language = self._preferences.style, self._preferences.language
        self._jobs.submit(
            lambda library: quotation_for_clipboard(
                library, shown.id, quote, style, original=original, language=language
            ),
            lambda clip: self._put(clip, told),
            self.failed.emit,
        )

    def _quote_of(self, shown: Opened, which: object) -> Quote | None:
        match which:
            case Span() if shown.article is not None:
                return Quote(which.slice(shown.article.text), position=which)
            case bool() | None:
                return self._quote(shown)
            case int():
                own = shown.highlight(which)
                return own.quote if own else None
        return None

    def _put(self, clip: Clipboard, told: str) -> None:
        QGuiApplication.clipboard().setMimeData(mime_of(clip))
        self.copied.emit(told)


def mime_of(clip: Clipboard) -> QMimeData:
    """The clipboard's forms: plain text, HTML, and RTF under its names on the platforms."""
    data = QMimeData()
    data.setText(clip.text)
    data.setHtml(clip.html)
    for name in ("text/rtf", "application/rtf"):
        data.setData(name, clip.rtf.encode("ascii", "replace"))
    return data
