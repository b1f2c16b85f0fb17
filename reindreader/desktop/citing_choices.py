"""The styles and languages that can be cited in, by their names: thousands, read when they are first wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reindreader.citing.styles import locale_tags, style_index
from reindreader.desktop.errands import Errand
from reindreader.workflows.languages import language_name
from reindreader.workflows.places import cache_folder
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.style_names import COMMON, style_name
from reindreader.workflows.wording import _

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Named:
    styles: Pairs
    languages: Pairs


class CitingChoices(QObject):
    """Until all are there, the most used styles are offered."""

    came = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: Errand | None = None
        self._named = _Named(tuple(COMMON.items()), (("", _("As the style has it")),))

    @property
    def styles(self) -> Pairs:
        """(id, name) each."""
        return self._named.styles

    @property
    def languages(self) -> Pairs:
        """(BCP 47 tag, name) each; "" for the language of the style first."""
        return self._named.languages

    def want(self) -> None:
        """They are to be chosen from: ``came`` tells when all are there, once."""
        if self._reading is None:
            self._reading = Errand(_read, self._take, self.failed.emit, parent=self)

    def close(self) -> None:
        """Nobody waits for them any more."""
        if self._reading is not None:
            self._reading.cancel()

    def _take(self, named: _Named) -> None:
        self._named = named
        self.came.emit()


def _read() -> Work[_Named]:
    """The first time ten thousand files are looked into, and an index is kept."""
    yield Progress(0, 0)
    styles = [(entry.id, style_name(entry)) for entry in style_index(cache_folder()).entries]
    named = sorted(((tag, language_name(tag)) for tag in locale_tags()), key=lambda pair: pair[1].casefold())
    return _Named(styles, [("", _("As the style has it")), *named])
