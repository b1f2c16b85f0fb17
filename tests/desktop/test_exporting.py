from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.exporting import Exportable, ExportDialog, FileFormat, Scope
from reindreader.desktop.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one

FORMATS = (
    FileFormat("biblatex", "BibLaTeX", ".bib"),
    FileFormat("bibtex", "BibTeX, classic", ".bib"),
    FileFormat("csl-json", "CSL-JSON", ".json"),
)
ENTRY = "@article{lamndclock,\n  author = {Lam, Ka-wai},\n}\n"
LOSSES = (("Year", "Left out, because it is not stated.", False), ("Quotations", "4 quotations stay behind.", True))


class Chosen:
    """Stands for the system's dialog: answers with a path, and keeps what it was asked."""

    def __init__(self) -> None:
        self.path = ""
        self.name = ""

    def __call__(self, _parent: QWidget, name: str, _kinds: str) -> str:
        self.name = name
        return self.path


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def dialog(qtbot: QtBot, light: Theme, chosen: Chosen) -> Iterator[ExportDialog]:
    own = ExportDialog(FORMATS, light, choose_path=chosen)
    qtbot.addWidget(own)
    own.show_articles(Exportable("The Clock", 3, 1042))
    own.show()
    qtbot.waitExposed(own)
    yield own
    own.hide()


def option(dialog: ExportDialog, words: str) -> QAbstractButton:
    return next(own for own in dialog.findChildren(QAbstractButton) if own.text() == words)


def said(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def click(qtbot: QtBot, own: QWidget) -> None:
    qtbot.mouseClick(own, Qt.MouseButton.LeftButton)


def test_it_opens_by_asking_for_a_preview(qtbot: QtBot, light: Theme) -> None:
    own = ExportDialog(FORMATS, light)
    qtbot.addWidget(own)
    own.show_articles(Exportable("The Clock", 0, 1))
    with qtbot.waitSignal(own.preview_wanted) as asked:
        own.show()
    assert asked.args == ["this", "biblatex"]
    own.hide()


def test_other_articles_and_another_format_ask_for_another(qtbot: QtBot, dialog: ExportDialog) -> None:
    asked: list[tuple[str, str]] = []
    dialog.preview_wanted.connect(lambda scope, form: asked.append((scope, form)))
    click(qtbot, option(dialog, "All"))
    click(qtbot, option(dialog, "CSL-JSON"))
    qtbot.keyClick(option(dialog, "CSL-JSON"), Qt.Key.Key_Up)
    assert asked == [("all", "biblatex"), ("all", "csl-json"), ("all", "bibtex")]
    assert (dialog.scope, dialog.format) == (Scope.ALL, FORMATS[1])


def test_the_choices_say_what_they_hold(dialog: ExportDialog) -> None:
    assert option(dialog, "This article").accessibleName() == "This article, The Clock"
    assert option(dialog, "Selected").accessibleName() == "Selected, 3"
    assert option(dialog, "All").accessibleName() == "All, 1,042"


def test_what_is_not_there_cannot_be_chosen_and_says_why(dialog: ExportDialog) -> None:
    dialog.show_articles(Exportable(None, 0, 5))
    this, selected = option(dialog, "This article"), option(dialog, "Selected")
    assert (this.isEnabled(), this.toolTip()) == (False, "No article is open.")
    assert (selected.isEnabled(), selected.toolTip()) == (False, "No article is selected in the shelf.")
    assert dialog.scope is Scope.ALL


def test_the_file_and_its_losses_are_shown(dialog: ExportDialog) -> None:
    dialog.show_preview(ENTRY, 1, LOSSES, name="lamndclock.bib")
    assert dialog.findChild(QTextEdit).toPlainText() == ENTRY
    words = said(dialog)
    assert {"1 entry, as it will be written", "lamndclock.bib, UTF-8", "Year", "4 quotations stay behind."} <= set(
        words
    )
    dialog.show_preview(ENTRY, 1000, (), shown=20)
    words = said(dialog)
    assert "The first 20 of 1,000 entries" in words
    assert "Nothing. The file holds all that is known." in words
    assert "Year" not in words


def test_it_saves_where_the_user_says(qtbot: QtBot, dialog: ExportDialog, chosen: Chosen, tmp_path: Path) -> None:
    dialog.show_preview(ENTRY, 1, name="lamndclock.bib")
    chosen.path = str(tmp_path / "mine")
    with qtbot.waitSignal(dialog.save_wanted) as saved:
        click(qtbot, option(dialog, "Save as…"))
    assert chosen.name == "lamndclock.bib"
    assert saved.args == ["this", "biblatex", str(tmp_path / "mine.bib")]
    assert dialog.isVisible()  # until its parent says that the file was written
    chosen.path = ""
    with qtbot.assertNotEmitted(dialog.save_wanted):
        click(qtbot, option(dialog, "Save as…"))


def test_it_copies_and_it_closes(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.show_preview(ENTRY, 1)
    with qtbot.waitSignal(dialog.copy_wanted):
        click(qtbot, option(dialog, "Copy"))
    click(qtbot, option(dialog, "Cancel"))
    assert not dialog.isVisible()


def test_nothing_to_export_is_said(dialog: ExportDialog) -> None:
    dialog.show_preview("", 0)
    save = next(own for own in dialog.findChildren(QPushButton) if own.text() == "Save as…")
    assert (save.isEnabled(), save.toolTip()) == (False, "There is nothing to export yet.")


def test_an_error_is_said_and_the_file_stays(dialog: ExportDialog) -> None:
    dialog.show_preview(ENTRY, 1)
    dialog.show_error("The folder Papers allows no writing. Choose another.")
    assert "The folder Papers allows no writing. Choose another." in said(dialog)
    assert dialog.findChild(QTextEdit).toPlainText() == ENTRY


def test_it_begins_with_what_was_chosen_last(dialog: ExportDialog) -> None:
    dialog.show_choice(Scope.SELECTED, "csl-json")
    assert (dialog.scope, dialog.format.key) == (Scope.SELECTED, "csl-json")


def test_the_file_is_tinted_by_its_kind(dialog: ExportDialog, light: Theme) -> None:
    dialog.show_preview(ENTRY, 1)
    document = dialog.findChild(QTextEdit).document()
    name = document.findBlockByNumber(1).layout().formats()
    assert [own.format.foreground().color() for own in name] == [light.colour("quiet")]
