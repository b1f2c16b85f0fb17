"""Parts of the frame by themselves: preferences, palette, sentences, toast, header, sheet of keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.adding import progress_words
from reindreader.desktop.commands import commands
from reindreader.desktop.header import Header
from reindreader.desktop.key_sheet import KeySheet
from reindreader.desktop.messages import import_sentence
from reindreader.desktop.palette import Entry, ranked
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.reading import ReadingStyle
from reindreader.desktop.reporting import told
from reindreader.desktop.theme import Theme
from reindreader.desktop.toast import Message, Toast
from reindreader.errors import UnreadableFileError
from reindreader.library import Sort
from reindreader.model.articles import Problem, ProblemKind
from reindreader.workflows.outcomes import ImportReport, Outcome, State
from reindreader.workflows.progress import Part, Progress, Unit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


def test_preferences_come_back(tmp_path: Path, qtbot: QtBot) -> None:
    one = Preferences(tmp_path / "window.ini")
    one.theme, one.style, one.language, one.sort = "sepia", "ieee", "zh-TW", Sort.TITLE
    one.reading = ReadingStyle(22, 1.5, 60, justified=True)
    one.last_article = 7
    for number in range(12):
        one.add_recent(tmp_path / f"{number}.txt")
    one.add_recent(tmp_path / "5.txt")
    one.set_flag("card", on=False)
    one.keep()
    other = Preferences(tmp_path / "window.ini")
    assert (other.theme, other.style, other.language, other.sort) == ("sepia", "ieee", "zh-TW", Sort.TITLE)
    assert other.reading == ReadingStyle(22, 1.5, 60, justified=True)
    assert other.last_article == 7
    assert [path.stem for path in other.recent[:3]] == ["5", "11", "10"]
    assert len(other.recent) == 10
    assert not other.flag("card")


def test_nonsense_in_the_file_is_as_if_it_were_not_there(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "window.ini"
    path.write_text("[look]\nsize=900\nleading=x\n[shelf]\nsort=colour\n[window]\narticle=first\n", "utf-8")
    own = Preferences(path)
    assert (own.reading, own.sort, own.last_article, own.theme) == (ReadingStyle(), Sort.READ, None, "system")


@pytest.mark.parametrize(
    ("query", "first"),
    [("exp", "Export"), ("copycit", "Copy citation"), ("cq", "Copy quotation"), ("mla", "MLA 9")],
)
def test_the_palette_is_fuzzy(query: str, first: str) -> None:
    words = ("Open", "Export", "Copy citation", "Copy quotation")
    entries = [Entry("command", name, name) for name in words] + [Entry("style", "mla", "MLA 9")]
    assert ranked(entries, query, ())[0].words == first


def test_what_was_used_last_stands_first() -> None:
    entries = [Entry("command", name, name) for name in ("Open", "Export", "Undo")]
    assert [entry.words for entry in ranked(entries, "", ("Undo",))] == ["Undo", "Open", "Export"]
    assert ranked(entries, "zebra", ()) == []


def refused(name: str) -> Outcome:
    return Outcome(name, State.REFUSED, error=UnreadableFileError(Path(name), "missing"))


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ((Outcome("a", State.ADDED, 1),), ""),
        ((Outcome("a", State.HERE, 1),), "This was already here."),
        ((refused("column.docx"),), "column.docx could not be read: it is not there."),
        ((Outcome("a", State.ADDED, 1), Outcome("b", State.ADDED, 2)), "2 files added."),
        ((Outcome("a", State.ADDED, 1), refused("b")), "1 of 2 files added. 1 could not be read."),
        ((Outcome("a", State.ADDED, 1), Outcome("b", State.HERE, 2)), "1 file added. 1 file was already here."),
    ],
)
def test_what_became_of_files_is_told(outcomes: tuple[Outcome, ...], sentence: str) -> None:
    assert import_sentence(ImportReport(outcomes)) == sentence


def test_what_was_simply_added_is_not_listed() -> None:
    guessed = Outcome("a", State.ADDED, 1, problems=(Problem(ProblemKind.NO_TITLE),))
    assert [told(one) for one in (guessed, refused("b.txt"), Outcome("c", State.ADDED, 2))] == [True, True, False]


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(2, 12, "c.txt"), "3 of 12: c.txt"),
        (Progress(2, 12, "c.pdf", Part(25, 300, Unit.PAGES)), "3 of 12: c.pdf, page 26 of 300"),
        (Progress(0, 1, "c.pdf", Part(25, 300, Unit.PAGES)), "c.pdf, page 26 of 300"),
        (
            Progress(0, 1, "https://a.example", Part(1_200_000, 4_000_000, Unit.BYTES)),
            "https://a.example, 1.2 of 4.0 MB",
        ),
        (Progress(0, 1, "c.txt"), ""),
        (Progress(1, 1), ""),
    ],
)
def test_how_far_an_import_is(progress: Progress, words: str) -> None:
    assert progress_words(progress) == words


def test_a_toast_does_its_action_once(qtbot: QtBot, light: Theme) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(600, 400)
    over.show()
    toast, undone = Toast(light, over), []
    toast.show_message(Message("Highlight removed.", "Undo", lambda: undone.append(True)))
    assert toast.words == "Highlight removed."
    assert over.rect().contains(toast.geometry())
    qtbot.mouseClick(next(b for b in toast.findChildren(QPushButton) if b.text() == "Undo"), Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toast.words == ""


def test_an_error_stays_until_it_is_closed(qtbot: QtBot, light: Theme) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(300, 300)
    over.show()
    toast = Toast(light, over)
    toast.show_message(Message("column.docx could not be read: it ends in mid-file. Nothing was added.", grave=True))
    assert over.rect().contains(toast.geometry())
    close = next(b for b in toast.findChildren(QPushButton) if b.text() == "Close")
    assert close.isVisible()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert toast.words == ""


def test_buttons_that_can_do_nothing_say_why(qtbot: QtBot, light: Theme) -> None:
    header = Header(light)
    qtbot.addWidget(header)
    still = [header.back, header.forward, header.views.buttons["original"], header.views.buttons["both"]]
    assert not any(button.isEnabled() for button in still)
    assert all(button.toolTip().endswith(".") for button in still)
    header.views.show_second(there=True)
    with qtbot.waitSignal(header.views.view_changed) as heard:
        qtbot.mouseClick(header.views.buttons["both"], Qt.MouseButton.LeftButton)
    assert heard.args == ["both"]


def test_no_two_commands_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for command in commands() for key in command.keys]
    singles = [command.single for command in commands() if command.single]
    assert len(keys) == len(set(keys))
    assert len(singles) == len(set(singles))
    assert all(keys)


def test_the_sheet_tells_every_key(qtbot: QtBot) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    for shown in ("Ctrl+O", "F3", "M", "Ctrl+Shift+P", "Alt+Left"):
        assert shown in words
