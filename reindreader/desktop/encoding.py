"""A text whose letters look wrong is read again in an encoding that the user chooses by looking at it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reindreader.desktop.sizing import open_as_large
from reindreader.desktop.theme import PREVIEW, scaled, text_font
from reindreader.desktop.toast import Message
from reindreader.library import Library
from reindreader.workflows.rereading import Reread, reread
from reindreader.workflows.wording import _, error_sentence, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_SEEN = 4096
"""Bytes that are shown."""


def encoding_words() -> dict[str, str]:
    """Encodings by their codecs' names, those of the world first, then by languages."""
    return {
        "utf-8": _("Unicode (UTF-8)"),
        "utf-16": _("Unicode (UTF-16)"),
        "big5hkscs": _("Chinese, traditional (Big5)"),
        "gb18030": _("Chinese, simplified (GB 18030)"),
        "shift_jis": _("Japanese (Shift JIS)"),
        "euc_jp": _("Japanese (EUC)"),
        "iso2022_jp": _("Japanese (ISO 2022)"),
        "cp949": _("Korean (CP949)"),
        "cp1252": _("Western European (Windows-1252)"),
        "iso8859_15": _("Western European (ISO 8859-15)"),
        "mac_roman": _("Western European (Macintosh)"),
        "cp437": _("Western European (DOS)"),
        "cp1250": _("Central European (Windows-1250)"),
        "iso8859_2": _("Central European (ISO 8859-2)"),
        "cp1251": _("Cyrillic (Windows-1251)"),
        "koi8_u": _("Cyrillic (KOI8)"),
        "cp866": _("Cyrillic (DOS)"),
        "cp1253": _("Greek (Windows-1253)"),
        "cp1254": _("Turkish (Windows-1254)"),
        "cp1255": _("Hebrew (Windows-1255)"),
        "cp1256": _("Arabic (Windows-1256)"),
        "cp1257": _("Baltic (Windows-1257)"),
        "cp1258": _("Vietnamese (Windows-1258)"),
        "tis_620": _("Thai (TIS-620)"),
    }


class ChoosingEncoding(QObject):
    """Opens the dialog on the open article, and reads it again."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Open the dialog, where the article is a text that has an encoding."""
        shown = self._window.current.shown
        source = shown.article.source if shown and shown.article else None
        if shown is None or source is None or source.encoding is None:
            self._window.telling.tell(_("Files of this kind say themselves how their letters are kept."))
            return
        record, before = shown.id, source.encoding.name

        def take(data: bytes) -> None:
            dialog = EncodingDialog(source.name, data, before, self._window)
            dialog.chosen.connect(lambda name: self._read(record, name, before))
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()

        self._window.jobs.submit(lambda library: library.files.read(source.sha256)[:_SEEN], take)

    def _read(self, record: int, name: str, before: str) -> None:
        def work(library: Library) -> object:
            return reread(library, [record], encoding=name)

        def take(found: tuple[Reread, ...]) -> None:
            self._window.current.refresh()
            self._window.shelving.refresh()
            one = found[0]
            if one.error is not None:
                self._window.telling.tell_error(one.error)
                return
            waiting = one.asked + one.lost
            words = [_("Read as {encoding}.").format(encoding=encoding_words().get(name, name))]
            if waiting:
                more = ngettext("{count} highlight waits for you.", "{count} highlights wait for you.", waiting)
                words.append(more.format(count=waiting))
            message = Message(" ".join(words), _("Undo"), lambda: self._read(record, before, name))
            self._window.telling.tell_with(message)

        def fail(error: Exception) -> None:
            self._window.telling.tell_with(Message(error_sentence(error), grave=True))

        self._window.jobs.submit(work, take, fail)


class EncodingDialog(QDialog):
    """Encodings to choose from, and the beginning of the text in each."""

    chosen = Signal(str)

    def __init__(self, name: str, data: bytes, encoding: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Text looks wrong"))
        self._data = data
        self._box, self._text = QComboBox(), QPlainTextEdit()
        self._box.setAccessibleName(_("Encoding"))
        for codec, words in {
            **encoding_words(),
            **({} if encoding in encoding_words() else {encoding: encoding}),
        }.items():
            self._box.addItem(words, codec)
        self._box.currentIndexChanged.connect(lambda _index: self._show())
        self._text.setReadOnly(True)
        self._text.setFont(text_font("en", scaled(PREVIEW)))
        self._text.setAccessibleName(_("The beginning of the text"))
        read, cancel = QPushButton(_("Read it so")), QPushButton(_("Cancel"))
        read.setProperty("role", "primary")
        read.setDefault(True)
        read.clicked.connect(self._choose)
        cancel.clicked.connect(self.reject)
        label = QLabel(_("Which encoding makes the letters of {name} right?").format(name=name))
        label.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(read)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (label, self._box):
            column.addWidget(part)
        column.addWidget(self._text, 1)
        column.addLayout(row)
        self._box.setCurrentIndex(max(0, self._box.findData(encoding)))
        self._show()
        open_as_large(self, 600, 420)

    def _show(self) -> None:
        self._text.setPlainText(self._data.decode(self._box.currentData(), "replace"))

    def _choose(self) -> None:
        self.chosen.emit(self._box.currentData())
        self.accept()
