"""What the window remembers: its shape, theme, style, type, last article, recent files. An .ini file of its own."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from reindreader.desktop.reading.style import ReadingStyle
from reindreader.library import Grouping, Sort

_MOST_RECENT = 10


class Preferences(QObject):
    """Typed access to the settings; a value that makes no sense is as if it were not there."""

    changed = Signal()
    """Theme, type, style or language was changed."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str = "") -> str:
        return str(self._settings.value(key, default))

    def _set(self, key: str, value: object) -> None:
        if self._settings.value(key) != value:
            self._settings.setValue(key, value)
            self.changed.emit()

    @property
    def theme(self) -> str:
        """The name of a theme, or ``system``."""
        return self._text("look/theme", "system")

    @theme.setter
    def theme(self, name: str) -> None:
        self._set("look/theme", name)

    @property
    def reading(self) -> ReadingStyle:
        """How the text is set."""
        plain = ReadingStyle()
        try:
            return ReadingStyle(
                int(self._text("look/size", str(plain.size))),
                float(self._text("look/leading", str(plain.leading))),
                int(self._text("look/characters", str(plain.characters))),
                self._text("look/justified", "false") == "true",
                self._text("look/hyphenated", "true") == "true",
            )
        except ValueError:
            return plain

    @reading.setter
    def reading(self, style: ReadingStyle) -> None:
        if style != self.reading:
            self._settings.setValue("look/size", style.size)
            self._settings.setValue("look/leading", style.leading)
            self._settings.setValue("look/characters", style.characters)
            self._settings.setValue("look/justified", "true" if style.justified else "false")
            self._settings.setValue("look/hyphenated", "true" if style.hyphenated else "false")
            self.changed.emit()

    @property
    def style(self) -> str:
        """The citation style, by its name or path."""
        return self._text("citing/style", "apa")

    @style.setter
    def style(self, name: str) -> None:
        self._set("citing/style", name)

    @property
    def language(self) -> str | None:
        """The language of citations; None follows the style."""
        return self._text("citing/language") or None

    @language.setter
    def language(self, tag: str | None) -> None:
        self._set("citing/language", tag or "")

    @property
    def snippet(self) -> str:
        """The form that a quotation is copied in: ``plain``, ``markdown``, ``html``, ``latex``."""
        return self._text("citing/snippet", "plain")

    @snippet.setter
    def snippet(self, name: str) -> None:
        self._set("citing/snippet", name)

    @property
    def sort(self) -> Sort:
        """The order of the shelf."""
        try:
            return Sort(self._text("shelf/sort", Sort.READ.value))
        except ValueError:
            return Sort.READ

    @sort.setter
    def sort(self, order: Sort) -> None:
        self._settings.setValue("shelf/sort", order.value)

    @property
    def found_sort(self) -> Sort:
        """The order of what a search found."""
        try:
            return Sort(self._text("shelf/found", Sort.RELEVANCE.value))
        except ValueError:
            return Sort.RELEVANCE

    @found_sort.setter
    def found_sort(self, order: Sort) -> None:
        self._settings.setValue("shelf/found", order.value)

    @property
    def group(self) -> Grouping:
        """What the shelf is grouped by."""
        try:
            return Grouping(self._text("shelf/group", Grouping.NONE.value))
        except ValueError:
            return Grouping.NONE

    @group.setter
    def group(self, by: Grouping) -> None:
        self._settings.setValue("shelf/group", by.value)

    @property
    def last_article(self) -> int | None:
        """The article that was open."""
        words = self._text("window/article")
        return int(words) if words.isdigit() else None

    @last_article.setter
    def last_article(self, record: int | None) -> None:
        self._settings.setValue("window/article", "" if record is None else str(record))

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, the newest first."""
        kept = self._settings.value("files/recent", [])
        names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
        return tuple(Path(str(name)) for name in names if name)

    def add_recent(self, path: Path) -> None:
        """Remember a file that was opened."""
        others = [str(own) for own in self.recent if own != path]
        self._settings.setValue("files/recent", [str(path), *others][:_MOST_RECENT])

    def geometry(self, name: str) -> QByteArray:
        """The kept shape of the window or of a splitter; empty where there is none."""
        kept = self._settings.value(f"window/{name}", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def set_geometry(self, name: str, shape: QByteArray) -> None:
        """Keep a shape."""
        self._settings.setValue(f"window/{name}", shape)

    def flag(self, name: str, *, default: bool = True) -> bool:
        """A yes or no, such as ``shelf`` (is it shown?)."""
        return self._text(f"window/{name}", "true" if default else "false") == "true"

    def set_flag(self, name: str, *, on: bool) -> None:
        """Keep a yes or no."""
        self._settings.setValue(f"window/{name}", "true" if on else "false")

    def words(self, name: str) -> str:
        """Words kept under a name, such as what was exported last; "" where there are none."""
        return self._text(f"kept/{name}")

    def set_words(self, name: str, words: str) -> None:
        """Keep words under a name."""
        self._settings.setValue(f"kept/{name}", words)

    def keep(self) -> None:
        """Write everything to the file now."""
        self._settings.sync()
