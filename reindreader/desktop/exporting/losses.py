"""What the file leaves out or says in other words, one line each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reindreader.desktop.hairline import hairline
from reindreader.desktop.theme import CONTROL, Theme, icon, scaled, ui_font
from reindreader.workflows.wording import _

Loss = tuple[str, str, bool]
"""What it is about, what becomes of it, whether it is lost."""

_LABEL, _ICON = 96, 16


class LossList(QScrollArea):
    """Rows between lines; a lost fact has a triangle, a reworded one a bubble."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._losses: tuple[Loss, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Left out or reworded"))

    def show_theme(self, theme: Theme) -> None:
        """Ink the icons anew."""
        self._theme = theme
        self.show_losses(self._losses)

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Show these."""
        self._losses = tuple(losses)
        inner = QWidget()
        inner.setProperty("surface", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for loss in losses:
            column.addWidget(hairline())
            column.addWidget(self._row(*loss))
        if not losses:
            column.addWidget(hairline())
            column.addWidget(_sentence(_("Nothing. The file holds all that is known."), "sentence"))
        column.addStretch(1)
        self.setWidget(inner)
        self.setAccessibleDescription(" ".join(f"{label}: {sentence}" for label, sentence, _severe in losses))

    def _row(self, label: str, sentence: str, severe: bool) -> QWidget:
        mark = QLabel()
        ink = ("warning", "warn") if severe else ("note", "quiet")
        mark.setPixmap(icon(ink[0], self._theme, _ICON, ink[1]).pixmap(scaled(_ICON)))
        name = QLabel(label)
        name.setFont(ui_font(CONTROL, 600))
        name.setProperty("role", "title")
        name.setFixedWidth(scaled(_LABEL))
        name.setWordWrap(True)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 9, 0, 9)
        line.setSpacing(12)
        for part in (mark, name):
            part.setMinimumHeight(scaled(20))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_sentence(sentence, "warn" if severe else "sentence"), 1)
        return row


def _sentence(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setMinimumHeight(scaled(20))
    return label
