"""Broken entries of bibliography files: each with its place and its text, to be put right and read again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reindreader.citing.reading.values import Notice, Remark
from reindreader.desktop.messages import base_name
from reindreader.desktop.sizing import open_as_large
from reindreader.desktop.stylesheet import restyle
from reindreader.desktop.theme import code_font, scaled
from reindreader.library import Repair
from reindreader.workflows.bibliographies import BibliographyReport, retry_repair
from reindreader.workflows.bibliography_words import bibliography_summary, remark_sentence
from reindreader.workflows.wording import _, error_sentence

if TYPE_CHECKING:
    from reindreader.desktop.window import Window


class Repairing(QObject):
    """Opens the list, reads what was put right, and drops what is given up."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._dialog: RepairDialog | None = None

    def ask(self) -> None:
        """Open the list."""
        if self._dialog is None:
            self._dialog = RepairDialog(self._window)
            self._dialog.again.clicked.connect(self._retry)
            self._dialog.drop.clicked.connect(self._drop)
        self._list()
        self._dialog.show()

    def _list(self) -> None:
        def take(repairs: tuple[Repair, ...]) -> None:
            if self._dialog is not None:
                self._dialog.show_repairs(repairs)

        self._window.jobs.submit(lambda library: library.repairs(), take)

    def _retry(self) -> None:
        dialog = self._dialog
        repair = dialog.repair if dialog else None
        if dialog is None or repair is None or repair.id is None:
            return
        number, text = repair.id, dialog.text

        def take(report: BibliographyReport) -> None:
            if report.broken or not report.arrived:
                broken = report.broken[0].remark if report.broken else Remark(Notice.NOT_READABLE, 1)
                words = _("Line {line}: {what}").format(line=broken.line, what=remark_sentence(broken))
                dialog.show_state(words, "error")
            else:
                dialog.show_state(bibliography_summary(report))
                self._window.shelving.refresh()
                self._list()

        def fail(error: Exception) -> None:
            dialog.show_state(error_sentence(error), "error")

        self._window.jobs.submit(lambda library: retry_repair(library, number, text), take, fail)

    def _drop(self) -> None:
        repair = self._dialog.repair if self._dialog else None
        if repair is not None and repair.id is not None:
            number = repair.id
            self._window.jobs.submit(lambda library: library.remove_repair(number), lambda _done: self._list())


class RepairDialog(QDialog):
    """The list at the left, the text at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Entries to repair"))
        self._repairs: tuple[Repair, ...] = ()
        self._list, self._text = QListWidget(), QPlainTextEdit()
        self._list.setAccessibleName(_("Entries to repair"))
        self._list.setFixedWidth(scaled(220))
        self._text.setFont(code_font(12))
        self._text.setAccessibleName(_("Text of the entry"))
        self._state = QLabel()
        self._state.setWordWrap(True)
        self.again, self.drop, close = (
            QPushButton(_("Read it again")),
            QPushButton(_("Give it up")),
            QPushButton(_("Close")),
        )
        self.again.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        self._list.currentRowChanged.connect(self._show)
        row = QHBoxLayout()
        for button in (self.drop, close, self.again):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.insertStretch(1, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._state)
        right.addWidget(self._text, 1)
        right.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.setSpacing(20)
        whole.addWidget(self._list)
        whole.addLayout(right, 1)
        open_as_large(self, 780, 460)

    @property
    def repair(self) -> Repair | None:
        """The entry that is shown."""
        row = self._list.currentRow()
        return self._repairs[row] if 0 <= row < len(self._repairs) else None

    @property
    def text(self) -> str:
        """Its text, as it was put right."""
        return self._text.toPlainText()

    def show_repairs(self, repairs: tuple[Repair, ...]) -> None:
        """List these, the first one shown."""
        before = max(0, self._list.currentRow())
        self._repairs = repairs
        self._list.clear()
        for repair in repairs:
            words = _("{name}, line {line}").format(name=base_name(repair.source), line=repair.line or 1)
            item = QListWidgetItem(words)
            item.setToolTip(repair.source)
            item.setSizeHint(QSize(0, scaled(28)))
            self._list.addItem(item)
        self._list.setCurrentRow(min(before, len(repairs) - 1))
        for part in (self.again, self.drop, self._text):
            part.setEnabled(bool(repairs))
        if not repairs:
            self._text.clear()
            self.show_state(self._state.text() or _("There is nothing to repair."))

    def show_state(self, words: str, role: str = "sentence") -> None:
        """What is wrong, or what became of it."""
        self._state.setText(words)
        self._state.setProperty("role", role)
        restyle(self._state)

    def _show(self, row: int) -> None:
        repair = self.repair
        if row >= 0 and repair is not None:
            self._text.setPlainText(repair.text)
            known = repair.reason in {notice.value for notice in Notice}
            notice = Notice(repair.reason) if known else Notice.NOT_CLOSED
            self.show_state(remark_sentence(Remark(notice, repair.line or 1)))
