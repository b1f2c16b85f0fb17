"""The window as a whole: opening, editing, undoing, sizes, errors; everything by real keys, clicks and drops."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.citing.styles import find_style
from reindreader.desktop.editing import places_of
from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.settings import SettingsValues
from reindreader.desktop.theme import load_theme
from reindreader.desktop.window import Window
from reindreader.library import Library
from reindreader.model.highlights import Colour
from reindreader.model.text import Span
from reindreader.resources import resource_path

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

ARTICLE = """The Clock the Ferry Left Behind

By Lam Ka-wai

On the wall of the old pier there is a clock that nobody winds. It has been four minutes fast for years.

A clock which is wrong by a constant amount is not wrong at all. It only speaks with an accent.

This article appeared in the Harbour Evening Post on 14 March.

Translated from the Chinese by Helen Ashworth
"""

Open = Callable[..., Window]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    made: list[Window] = []
    qapp.setStyle("Fusion")

    def make(*files: Path, library: Path | None = None) -> Window:
        preferences = Preferences(tmp_path / "window.ini")
        window = Window(library or tmp_path / "library.sqlite", preferences, Looks(qapp, preferences))
        qtbot.addWidget(window)
        made.append(window)
        if preferences.geometry("shape").isEmpty():
            window.resize(1400, 900)
        window.show()
        with qtbot.waitSignal(window.ready if library is None else window.jobs.failed):
            window.start(files)
        return window

    yield make
    for window in made:
        window.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "clock.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def window(open_window: Open, article: Path, qtbot: QtBot) -> Window:
    made = open_window(article)
    qtbot.waitUntil(lambda: made.pane.article is not None, timeout=10_000)
    made.pane.setFocus()
    return made


def select(window: Window, words: str) -> Span:
    assert window.pane.article is not None
    start = window.pane.article.text.index(words)
    window.pane.select(Span(start, start + len(words)))
    return Span(start, start + len(words))


def highlights(window: Window) -> list[tuple[str, Colour, str]]:
    shown = window.current.shown
    return [(own.quote.exact, own.colour, own.note) for own in shown.highlights] if shown else []


def stored(window: Window) -> list[str]:
    with Library.open(window.jobs.path) as library:
        return [own.quote.exact for own in library.highlights(library.all_ids()[0])]


def test_an_empty_library_says_how_to_begin(open_window: Open) -> None:
    window = open_window()
    assert window.side.empty.isVisible()
    assert not window.card.isVisible()
    assert not window.bar.isVisible()
    assert not window.menus.action("copy_citation").isEnabled()


def test_the_library_answers_while_all_styles_are_read_for_the_first_time(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no cache yet"))
    window = open_window()
    styles: list[int] = []
    window.choices.want()
    window.jobs.submit(lambda library: library.all_ids(), lambda _ids: styles.append(len(window.choices.styles)))
    qtbot.waitUntil(lambda: bool(styles), timeout=10_000)
    assert styles[0] < 100
    qtbot.waitUntil(lambda: len(window.choices.styles) > 10_000, timeout=60_000)


def test_all_styles_come_when_they_are_looked_for_and_what_is_typed_meanwhile_holds(
    window: Window, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    field, found = window.palette_panel.findChild(QLineEdit), window.palette_panel.findChild(QListWidget)
    assert len(window.choices.styles) < 100
    qtbot.keyClicks(field, "zoological journal of the linnean society")
    qtbot.waitUntil(lambda: found.count() == 1, timeout=20_000)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.preferences.style == "zoological-journal-of-the-linnean-society"


def test_the_sample_is_read_from_the_empty_page(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    button = next(b for b in window.side.empty.findChildren(QPushButton) if b.text() == "Read the sample article")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=10_000)
    assert window.pane.article.source.name == resource_path("samples/welcome.txt").name
    assert window.card.isVisible()
    assert window.bar.isVisible()


def test_a_highlight_is_stored_undone_and_redone(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: highlights(window) == [("nobody winds", Colour.BLUE, "")])
    assert stored(window) == ["nobody winds"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: highlights(window) == [])
    assert stored(window) == []
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: highlights(window) == [("nobody winds", Colour.BLUE, "")])
    assert stored(window) == ["nobody winds"]


def test_a_removed_highlight_comes_back_by_its_toast(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    qtbot.keyClick(window.pane.page, Qt.Key.Key_N)
    qtbot.keyClick(window.pane.page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.side.toast.words == "Highlight removed.")
    undo = next(b for b in window.side.toast.findChildren(QPushButton) if b.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)


def test_a_note_typed_in_pieces_is_undone_as_one(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    identity = window.current.shown.highlights[0].id
    for words in ("T", "The", "The thesis."):
        window.pane.note_changed.emit(identity, words)
        qtbot.waitUntil(lambda words=words: highlights(window)[0][2] == words)
    window.edits.stack.undo()
    qtbot.waitUntil(lambda: highlights(window)[0][2] == "")
    window.edits.stack.redo()
    qtbot.waitUntil(lambda: highlights(window)[0][2] == "The thesis.")


def test_a_question_is_answered_and_taken_back(window: Window, qtbot: QtBot) -> None:
    assert window.current.shown.facts.questions
    button = next(b for b in window.card.findChildren(QPushButton) if b.text() == "This translation")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.current.shown.facts.questions)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: bool(window.current.shown.facts.questions))


def test_a_fact_shows_its_evidence_and_the_evidence_its_fact(window: Window, qtbot: QtBot) -> None:
    fact = next(own for own in window.current.shown.facts.translation if own.field == "translator")
    window.card.evidence_wanted.emit(fact)
    assert len(window.pane.page.scene.evidence) == len(fact.spans)
    assert window.current.shown.field_at(fact.spans[0].start) == "translator"
    qtbot.keyClick(window.pane.page, Qt.Key.Key_Escape)
    assert window.pane.page.scene.evidence == ()


def test_words_that_do_not_fit_a_field_change_nothing(window: Window, qtbot: QtBot) -> None:
    before = window.current.shown.claims
    window.card.fact_edited.emit("published.date", "the day after")
    window.card.fact_edited.emit("translator", "Ashworth, Helen M.")
    qtbot.waitUntil(lambda: window.current.shown.claims != before, timeout=20_000)
    assert not any(
        claim.field == "appearance.date" and claim.certainty == "user" for claim in window.current.shown.claims
    )


def test_citation_and_quotation_are_copied(window: Window, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    select(window, "nobody winds")
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: clipboard.text() == "(Lam, n.d., para. 1)", timeout=10_000)
    assert clipboard.mimeData().hasHtml()
    assert clipboard.mimeData().hasFormat("text/rtf")
    qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: "nobody winds" in clipboard.text(), timeout=10_000)
    assert clipboard.text() == "“nobody winds” (Lam, n.d., para. 1)"


def test_dropped_files_are_read(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article))])
    drop = QDropEvent(
        QPointF(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=10_000)
    assert window.preferences.recent == (article,)


def test_text_is_pasted_as_an_article(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    QGuiApplication.clipboard().setText(ARTICLE)
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=10_000)


def test_an_empty_clipboard_is_told(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: "could not be read" in window.side.toast.words)


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_lost(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.adding.add_files([tmp_path / "column.docx"])
    qtbot.waitUntil(lambda: "column.docx could not be read" in window.side.toast.words)
    assert window.pane.article is not None


def test_a_library_that_cannot_be_opened_is_told_in_the_place_of_the_article(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "other.sqlite"
    path.write_bytes(b"no library at all" * 100)
    window = open_window(library=path)
    assert path.read_bytes() == b"no library at all" * 100
    qtbot.waitUntil(window.side.empty.isVisible)


def test_an_article_goes_to_the_bin_and_back(window: Window, qtbot: QtBot) -> None:
    window.menus.action("bin").trigger()
    qtbot.waitUntil(lambda: window.current.shown is None)
    assert window.side.empty.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.current.shown is not None)


def test_back_and_forward(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    first = window.current.shown.id
    other = tmp_path / "other.txt"
    other.write_text("Another Title\n\nBy Someone Else\n\nSome other words, quite other ones.\n", "utf-8")
    window.adding.add_files([other])
    qtbot.waitUntil(lambda: window.current.shown.id != first, timeout=10_000)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.current.shown.id == first)
    assert window.side.header.forward.isEnabled()
    qtbot.mouseClick(window.side.header.forward, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.current.shown.id != first)


@pytest.mark.parametrize(("width", "shelf", "card"), [(1300, True, True), (1100, False, True), (760, False, False)])
def test_what_does_not_fit_slides_over(window: Window, qtbot: QtBot, width: int, shelf: bool, card: bool) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: (window.shelf.isVisible(), window.card.isVisible()) == (shelf, card))
    assert window.side.header.shelf.isVisible() is not shelf
    assert window.pane.page.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.shelf.isVisible() is not shelf
    window.resize(1400, 700)
    qtbot.waitUntil(window.card.isVisible)


def test_the_window_comes_back_as_it_was_left(open_window: Open, article: Path, qtbot: QtBot, tmp_path: Path) -> None:
    first = open_window(article)
    qtbot.waitUntil(lambda: first.pane.article is not None, timeout=10_000)
    first.looks.choose("sepia")
    first.commands.run("zoom_in")
    first.citing.choose_style("modern-language-association")
    qtbot.keyClick(first, Qt.Key.Key_F9, SHIFT)
    first.resize(760, 640)  # the screen of the offscreen platform is small
    select(first, "nobody winds")
    qtbot.keyClick(first.pane.page, Qt.Key.Key_3)
    first.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.pane.article is not None, timeout=10_000)
    assert again.looks.theme.name == "sepia"
    assert again.preferences.style == "modern-language-association"
    assert again.pane.style_shown.size == 19
    assert (again.width(), again.height()) == (760, 640)
    again.resize(1300, 800)
    assert again.shelf.isVisible()
    assert not again.card.isVisible()
    assert highlights(again) == [("nobody winds", Colour.GREEN, "")]


def test_regions_are_gone_to_by_keys(window: Window, qtbot: QtBot) -> None:
    for key, region in ((Qt.Key.Key_1, window.shelf), (Qt.Key.Key_3, window.card), (Qt.Key.Key_4, window.bar)):
        qtbot.keyClick(window, key, CONTROL)
        assert region.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.pane.page.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.card.isAncestorOf(QApplication.focusWidget())


def test_the_palette_finds_commands_articles_and_styles(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    field = window.palette_panel.findChild(QLineEdit)
    qtbot.keyClicks(field, "theme dark")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.looks.theme.name == "dark")
    assert window.pane.page.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.keyClicks(field, "mla 9")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.preferences.style == "modern-language-association"


def test_a_paragraph_is_gone_to(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.pane.page.hasFocus()


def test_type_is_zoomed_by_keys(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    assert window.pane.style_shown.size == 19
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    assert window.pane.style_shown.size == 17
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert window.pane.style_shown.size == 18


def test_export_shows_the_file_and_writes_it(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)), timeout=10_000)
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    path = tmp_path / "out.bib"
    dialog.save_wanted.emit("this", "biblatex", str(path))
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert "translator" in path.read_text("utf-8")
    qtbot.waitUntil(lambda: "out.bib" in window.side.toast.words)


def test_a_folder_that_allows_no_writing_is_said_in_the_dialog(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)), timeout=10_000)
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    told: list[str] = []
    dialog.show_error = told.append
    dialog.save_wanted.emit("this", "biblatex", str(tmp_path / "none" / "out.bib"))
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert "not there" in told[0]
    dialog.reject()


def test_settings_hold_at_once(window: Window, qtbot: QtBot) -> None:
    window.commands.run("settings")
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    dialog.settings_changed.emit(replace(SettingsValues(), theme="dark", size=22, characters=50))
    assert window.looks.theme.name == "dark"
    assert window.pane.style_shown.size == 22
    assert window.pane.grab().toImage().pixelColor(4, 300).name() == load_theme("dark").hex("paper").lower()
    dialog.close()


def test_only_the_article_is_left_in_focus_mode(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not any(region.isVisible() for region in (window.shelf, window.card, window.bar))
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.shelf.isVisible()
    assert window.card.isVisible()


def test_a_note_that_cannot_be_written_is_kept_until_it_can(window: Window, qtbot: QtBot) -> None:
    select(window, "nobody winds")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    identity = window.current.shown.highlights[0].id
    with closing(sqlite3.connect(window.jobs.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.pane.note_changed.emit(identity, "Kept.")
        qtbot.waitUntil(lambda: "Another program" in window.side.toast.words, timeout=30_000)
        assert "kept until" in window.side.toast.words
        window.close()
        assert window.isVisible()
        other.rollback()
    window.edits.retry()
    qtbot.waitUntil(lambda: highlights(window)[0][2] == "Kept.", timeout=30_000)
    assert window.edits.waiting == ()


def test_a_quotation_of_the_card_is_copied_and_gone_to(window: Window, qtbot: QtBot) -> None:
    select(window, "It only speaks with an accent")
    qtbot.keyClick(window.pane.page, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: len(highlights(window)) == 1)
    identity = window.current.shown.highlights[0].id
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    window.card.quotation_copy_wanted.emit(identity)
    qtbot.waitUntil(lambda: "speaks with an accent" in clipboard.text(), timeout=10_000)
    assert "para. 2" in clipboard.text()
    window.card.quotation_opened.emit(identity)
    assert window.pane.chosen().highlight.id == identity


def test_evidence_is_told_in_words(window: Window) -> None:
    places = places_of(window.current.shown)
    assert places["title"] == "the title"
    assert places["translator"].startswith("credit line")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share"])
def test_links_to_this_computer_are_not_opened(window: Window, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.pane.link_opened.emit(address)
    assert opened == []
    window.pane.link_opened.emit("https://example.org/")
    assert opened == [QUrl("https://example.org/")]


def test_a_style_that_is_dropped_is_cited_in_and_an_article_beside_it_is_read(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    (tmp_path / "ours.csl").write_text(find_style("ieee").path.read_text("utf-8"), "utf-8")
    (tmp_path / "clock.txt").write_text(ARTICLE, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("ours.csl", "clock.txt")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), action, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: window.current.shown is not None, timeout=10_000)
    assert window.preferences.style == str(tmp_path / "ours.csl")
    window.citing.copy_citation()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "[1]", timeout=10_000)
