"""What the settings keep: files up to date, backups, the pattern of citation keys; in a window on a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reindreader.desktop.window import Window
from reindreader.library import Library
from reindreader.library.backups import backups_beside
from reindreader.library.sqlite import may_write
from reindreader.workflows.keying import pattern_of
from reindreader.workflows.progress import finish
from reindreader.workflows.safekeeping import archive, back_up, backups_of
from reindreader.workflows.targets import Selection, add_target
from tests.cli.test_safekeeping import end_badly
from tests.desktop.shown import button, click, made_library, open_on, said, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return made_library(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, library: Path) -> Iterator[Window]:
    made = open_on(library, qtbot, qapp)
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def target(window: Window, qtbot: QtBot, tmp_path: Path) -> Path:
    path = tmp_path / "kept.bib"
    done: list[object] = []
    window.jobs.submit(
        lambda own: finish(add_target(own, path, "biblatex", selection=Selection(tag="ferries"))), done.append
    )
    until(qtbot, lambda: done)
    return path


def tag(window: Window, key: str, word: str) -> None:
    window.jobs.submit(lambda own: own.tag([own.by_key(key).id], add=[word]))


def look(window: Window) -> None:
    for _ in range(2):  # a change that is the same at two looks has settled
        window.targets.look()


def test_a_kept_file_follows_a_change(window: Window, qtbot: QtBot, target: Path) -> None:
    assert "marsh1999letters" not in target.read_text("utf-8")
    tag(window, "marsh1999letters", "ferries")
    look(window)
    until(qtbot, lambda: "marsh1999letters" in target.read_text("utf-8"))


def test_a_file_that_another_program_changed_is_left_until_the_user_says(
    window: Window, qtbot: QtBot, target: Path
) -> None:
    target.write_text("% mine", "utf-8")
    tag(window, "marsh1999letters", "ferries")
    look(window)
    toast = window.side.toast
    until(qtbot, lambda: "changed by another program" in toast.words)
    assert target.read_text("utf-8") == "% mine"
    assert button(toast, "Leave").isVisible()
    click(qtbot, toast, "Overwrite")
    until(qtbot, lambda: "marsh1999letters" in target.read_text("utf-8"))


def test_a_kept_file_is_paused_listed_and_removed(window: Window, qtbot: QtBot, target: Path, library: Path) -> None:
    page = window.targets.page
    window.setting.ask(page)
    until(qtbot, lambda: "kept.bib" in said(page))
    assert "tag ferries" in said(page)
    click(qtbot, page, "Pause")
    until(qtbot, lambda: "paused, written" in said(page))
    tag(window, "marsh1999letters", "ferries")
    look(window)
    click(qtbot, page, "Go on")
    until(qtbot, lambda: "paused, written" not in said(page))
    look(window)
    until(qtbot, lambda: "marsh1999letters" in target.read_text("utf-8"))
    click(qtbot, page, "Remove")
    until(qtbot, lambda: "No file is kept" in said(page))
    assert target.exists()


def test_a_backup_is_made_and_gone_back_to(window: Window, qtbot: QtBot, library: Path) -> None:
    page = window.safekeeping.page
    window.setting.ask(page)
    until(qtbot, lambda: "There is no backup yet." in said(page))
    click(qtbot, page, "Back up now")
    until(qtbot, lambda: "2 records" in said(page))
    window.jobs.submit(lambda own: own.bin(own.by_key("marsh1999letters").id))
    click(qtbot, page, "Go back to this")
    until(qtbot, lambda: "present state is backed up first" in said(page))
    click(qtbot, page, "Go back")
    until(qtbot, lambda: "The library is what it was" in said(page))
    until(qtbot, lambda: len(window.shelving.ids) == 2)
    assert len(backups_of(library).all()) == 2


def test_an_archive_becomes_a_library_in_a_window_of_its_own(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda _program, arguments: started.append(arguments))
    with Library.open(window.jobs.path) as own:
        finish(archive(own, tmp_path / "all.zip"))
    page = window.safekeeping.page
    window.setting.ask(page)
    window.safekeeping.open_archive(tmp_path / "all.zip", tmp_path / "again.sqlite")
    until(qtbot, lambda: "again.sqlite holds all that was in the archive." in said(page))
    assert started[0][-2:] == ["--library", str(tmp_path / "again.sqlite")]
    with Library.open(tmp_path / "again.sqlite") as own:
        assert len(own.all_ids()) == 2
    window.safekeeping.open_archive(tmp_path / "all.zip", tmp_path / "again.sqlite")
    until(qtbot, lambda: "again.sqlite" in said(page) and "holds all" not in said(page))
    assert len(started) == 1, "a library that is there is not written over"


def test_the_library_is_checked(window: Window, qtbot: QtBot) -> None:
    page = window.safekeeping.page
    window.setting.ask(page)
    click(qtbot, page, "Check the library")
    until(qtbot, lambda: "Nothing is wrong" in said(page))


def test_the_days_backup_is_made_once(window: Window, qtbot: QtBot, library: Path) -> None:
    window.safekeeping.back_up_when_due()
    until(qtbot, lambda: backups_of(library).all())
    window.safekeeping.close()
    first = backups_of(library).all()
    assert finish(back_up(library)).backup == first[0]


def test_a_pattern_is_tried_and_its_mistake_is_told_with_its_place(window: Window, qtbot: QtBot, library: Path) -> None:
    page = window.keying.page
    window.setting.ask(page)
    until(qtbot, lambda: "dvorakova1999letters" in said(page))
    field = page.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "[auth][yeer]")
    until(qtbot, lambda: "At sign 8" in said(page))
    assert not button(page, "Use for new").isEnabled()
    field.selectAll()
    qtbot.keyClicks(field, "[auth]-[year]")
    until(qtbot, lambda: "lam-2016" in said(page))
    click(qtbot, page, "Use for new")
    until(qtbot, lambda: "from now on" in said(page))
    with Library.open(library) as own:
        assert pattern_of(own) == "[auth]-[year]"


def test_new_keys_are_given_and_taken_back(window: Window, qtbot: QtBot, library: Path) -> None:
    def keys() -> set[str]:
        with Library.open(library) as own:
            return {own.get(number).key for number in own.all_ids()}

    page = window.keying.page
    window.setting.ask(page)
    until(qtbot, lambda: any(own.text() == "New keys for all 2 records" for own in page.findChildren(QPushButton)))
    field = page.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "[title:1]")
    until(qtbot, lambda: "letters" in said(page).splitlines())
    click(qtbot, page, "New keys")
    until(qtbot, lambda: keys() == {"clock", "letters"})
    until(qtbot, lambda: "2 records have new keys" in window.side.toast.words)
    click(qtbot, window.side.toast, "Undo")
    until(qtbot, lambda: keys() == {"lam2016clock", "marsh1999letters"})


def test_a_read_only_library_is_told_and_is_not_backed_up(qtbot: QtBot, qapp: QApplication, library: Path) -> None:
    back = [(path, path.stat().st_mode) for path in (library, library.parent)]
    library.chmod(0o444)
    library.parent.chmod(0o555)
    try:
        if may_write(library):
            pytest.skip("this user may write everywhere")
        window = open_on(library, qtbot, qapp)
        until(qtbot, lambda: "allows no writing" in window.side.toast.words)
        window.close()
    finally:
        for path, mode in back:
            path.chmod(mode)


def test_after_a_crash_damage_is_told_with_a_way_out(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "crashed" / "library.sqlite"
    end_badly(path, damaged=True)
    window = open_on(path, qtbot, qapp)
    toast = window.side.toast
    until(qtbot, lambda: "is damaged" in toast.words)
    click(qtbot, toast, "Show the backups")
    until(qtbot, window.safekeeping.page.isVisible)
    window.close()


def test_a_backup_that_fails_is_told_with_its_reason(window: Window, qtbot: QtBot, library: Path) -> None:
    backups_of(library).folder.write_text("a file stands in the way")
    window.safekeeping.back_up_when_due()
    toast = window.side.toast
    until(qtbot, lambda: "backup could not be made" in toast.words)
    click(qtbot, toast, "Show")
    until(qtbot, window.safekeeping.page.isVisible)


def test_backups_are_kept_in_another_folder(window: Window, qtbot: QtBot, library: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "other disk"
    elsewhere.mkdir()
    window.setting.ask(window.safekeeping.page)
    window.safekeeping.keep_in(elsewhere)
    page = window.safekeeping.page
    until(qtbot, lambda: str(elsewhere) in said(page))
    click(qtbot, page, "Back up now")
    until(qtbot, lambda: "Backed up." in said(page))
    assert list(elsewhere.glob("*/*.json"))
    assert not list(backups_beside(library).glob("*.json"))
    elsewhere.rename(tmp_path / "taken away")
    click(qtbot, page, "Back up now")
    until(qtbot, lambda: "is not there" in said(page))
    window.safekeeping.keep_in(library.parent)
    click(qtbot, page, "Back up now")
    until(qtbot, lambda: list(backups_beside(library).glob("*.json")))
