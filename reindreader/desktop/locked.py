"""The question for the password of a locked file. It stands beside the window's work, and holds nothing up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reindreader.desktop.theme import scaled
from reindreader.workflows.wording import _, ngettext


class PasswordDialog(QDialog):
    """``name``: of the file; ``others``: how many more locked files the password is tried on; ``wrong``: one was tried."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, others: int = 0, wrong: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Locked file"))
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(_("Password"))
        self._read, cancel = QPushButton(_("Read it")), QPushButton(_("Cancel"))
        self._read.setProperty("role", "primary")
        self._read.setDefault(True)
        self._read.setEnabled(False)
        cancel.setAutoDefault(False)
        self._field.textChanged.connect(lambda words: self._read.setEnabled(bool(words)))
        self._read.clicked.connect(self._give)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(_label(_("{name} is locked. Its password:").format(name=name), "sentence"))
        column.addWidget(self._field)
        if wrong:
            column.addWidget(_label(_("This is not its password."), "error"))
        if others:
            words = ngettext(
                "It is tried on {count} other locked file too.",
                "It is tried on {count} other locked files too.",
                others,
            )
            column.addWidget(_label(words.format(count=others), "label"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._read)
        column.addSpacing(6)
        column.addLayout(row)
        self.setMinimumWidth(scaled(440))

    def _give(self) -> None:
        self.given.emit(self._field.text())
        self.accept()


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
