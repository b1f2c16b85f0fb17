"""Two texts beside each other: rows share their lines, gaps and doubts are shown, rows are changed and kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.theme import Theme
from reindreader.desktop.window import Window
from reindreader.model.articles import Article
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.text import BlockKind, Span
from tests.desktop.reading_texts import article_of, new_pane
from tests.desktop.shown import new_window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

FIRST = (
    (BlockKind.HEADING, "The lamp"),
    (BlockKind.PARAGRAPH, "A lamp stands at the end of the mole, and the keeper lights it at six every evening. " * 3),
    (BlockKind.PARAGRAPH, "Nobody has seen the keeper. The oil is delivered in March. " * 2),
    (BlockKind.PARAGRAPH, "In 1931 the mole was lengthened by 40 metres, and the lamp was left where it was. " * 2),
)
SECOND = (
    (BlockKind.HEADING, "燈"),
    (BlockKind.PARAGRAPH, "防波堤盡頭有一盞燈，看燈人每晚六時點亮它。" * 3),
    (BlockKind.PARAGRAPH, "沒有人見過看燈人。油在三月送來。" * 2),
    (BlockKind.PARAGRAPH, "冬天的浪把舊石階打碎了，至今沒有修好。"),
    (BlockKind.PARAGRAPH, "1931年防波堤加長了40米，燈卻留在原處。" * 2),
)
ROWS = (
    ((0,), (0,), 1.0),
    ((1,), (1,), 0.9),
    ((2,), (2,), 0.05),
    ((), (3,), 0.8),
    ((3,), (4,), 0.9),
)


def found(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def pane(qtbot: QtBot, light: Theme) -> ReadingPane:
    made = new_pane(qtbot, light, article_of(*FIRST), (1100, 800))
    made.show_beside(article_of(*SECOND, language="zh-Hant"), ROWS)
    return made


def lines(pane: ReadingPane, words: str, side: int) -> list[float]:
    article = pane.article if side == 0 else pane.second
    assert article is not None
    return [piece.baseline for piece in pane.page.stretches(found(article, words), side)]


@pytest.mark.parametrize(("words", "answer"), [("A lamp stands", "防波堤盡頭"), ("Nobody has seen", "沒有人見過")])
def test_rows_share_their_baselines(pane: ReadingPane, words: str, answer: str) -> None:
    assert lines(pane, words, 0) == lines(pane, answer, 1)


def test_all_lines_of_a_row_are_on_one_pitch(pane: ReadingPane) -> None:
    ours, theirs = lines(pane, FIRST[1][1], 0), lines(pane, SECOND[1][1], 1)
    assert ours[: len(theirs)] == theirs[: len(ours)]
    assert len(ours) > 1 < len(theirs)


def test_columns_do_not_overlap_and_numbers_stand_outside(pane: ReadingPane) -> None:
    left, right = (side.column for side in pane.page.spread.sides)
    assert 0 < left.left < left.right < right.left < right.right < pane.width()
    assert right.left - left.right >= 80
    assert (left.mirrored, right.mirrored) == (False, True)


@pytest.mark.parametrize(
    ("key", "shown"), [(Qt.Key.Key_T, ["en"]), (Qt.Key.Key_O, ["zh-Hant"]), (Qt.Key.Key_B, ["en", "zh-Hant"])]
)
def test_one_key_shows_either_text_or_both(qtbot: QtBot, pane: ReadingPane, key: Qt.Key, shown: list[str]) -> None:
    pane.show_view("second" if key is not Qt.Key.Key_O else "first")
    qtbot.keyClick(pane.page, key)
    assert [side.folio.language for side in pane.page.spread.in_view] == shown


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        (Qt.Key.Key_BracketLeft, [((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((), (3,)), ((3,), (4,))]),
        (Qt.Key.Key_BracketRight, [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2, 3)), ((3,), (4,))]),
        (Qt.Key.Key_S, [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2,)), ((), (3,)), ((3,), (4,))]),
        (Qt.Key.Key_Plus, [((0,), (0,)), ((1,), (1,)), ((2,), (2, 3)), ((3,), (4,))]),
    ],
)
def test_rows_are_changed_by_keys(qtbot: QtBot, pane: ReadingPane, key: Qt.Key, rows: list[object]) -> None:
    assert pane.article is not None
    pane.select(found(pane.article, "Nobody"))
    with qtbot.waitSignal(pane.rows_changed) as heard:
        qtbot.keyClick(pane.page, key)
    assert [row[:2] for row in heard.args[0]] == rows


def click(qtbot: QtBot, pane: ReadingPane, x: float, y: float) -> QMenu:
    view = pane.page.viewport()
    view.repaint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    return next(menu for menu in pane.page.findChildren(QMenu) if menu.isVisible())


def test_a_gap_is_paired_by_hand(qtbot: QtBot, pane: ReadingPane) -> None:
    _row, side, box = next(iter(pane.page.spread.gaps()))
    assert side == 0
    menu = click(qtbot, pane, box.right() - 40, box.center().y())
    assert len(menu.actions()) == 2
    with qtbot.waitSignal(pane.rows_changed) as heard:
        menu.actions()[0].trigger()
    assert [row[:2] for row in heard.args[0]] == [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), (3,)), ((3,), (4,))]
    menu.hide()


def test_a_row_that_is_not_sure_asks(qtbot: QtBot, pane: ReadingPane) -> None:
    left, right = (side.column for side in pane.page.spread.sides)
    y = lines(pane, "Nobody has", 0)[0] - 7
    menu = click(qtbot, pane, (left.right + right.left) / 2, y)
    with qtbot.waitSignal(pane.rows_changed) as heard:
        menu.actions()[0].trigger()
    assert heard.args[0][2] == ((2,), (2,), 1.0)
    menu.hide()


def test_a_row_is_put_right_by_key(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.select(found(pane.article, "Nobody"))
    qtbot.keyClick(pane.page, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    menu = next(own for own in pane.page.findChildren(QMenu) if own.isVisible())
    with qtbot.waitSignal(pane.rows_changed):
        menu.actions()[0].trigger()
    menu.hide()
    pane.page.select(found(pane.second, "冬天的浪"), 1)
    qtbot.keyClick(pane.page, Qt.Key.Key_Question)
    menu = next(own for own in pane.page.findChildren(QMenu) if own.isVisible())
    assert [own.text()[:6] for own in menu.actions()] == ["Nobody", "In 193"]
    menu.hide()


def test_words_are_found_in_the_text_that_is_shown(pane: ReadingPane) -> None:
    pane.show_view("second")
    pane.show_find("看燈人")
    hits = pane.page.spread.sides[1].scene.hits
    assert [hits.span(n).slice(pane.second.text) for n in range(len(hits))] == ["看燈人"] * 5
    assert len(pane.page.scene.hits) == 0


def test_evidence_brings_the_article_back(pane: ReadingPane) -> None:
    pane.show_view("second")
    pane.show_evidence((found(pane.article, "keeper"),))
    assert pane.page.spread.parallel


def test_other_rows_keep_the_place(qtbot: QtBot, pane: ReadingPane) -> None:
    assert pane.second is not None
    pane.resize(1100, 300)
    pane.page.scroll_to(found(pane.article, "Nobody").start)
    before = lines(pane, "Nobody", 0)
    pane.show_beside(pane.second, (*ROWS[:2], ((2,), (2, 3), 1.0), ROWS[4]))
    assert lines(pane, "Nobody", 0) == before


def test_nothing_that_no_row_names_is_left_out(pane: ReadingPane) -> None:
    assert pane.second is not None
    pane.show_beside(pane.second, (ROWS[1], ROWS[4]))
    seen = {(s.side.number, s.paragraph.number) for s in pane.page.spread.shown()}
    assert seen == {(0, n) for n in range(4)} | {(1, n) for n in range(5)}


def test_each_text_scrolls_for_itself(pane: ReadingPane) -> None:
    pane.resize(1100, 260)
    pane.page.show_locked(locked=False)
    pane.page.scroll_by(120, 1)
    assert pane.page.spread.offsets == [0.0, 120.0]
    pane.page.show_locked(locked=True)
    assert len(pane.page.spread.offsets) == 1


def test_words_beside_are_selected_and_answered(qtbot: QtBot, pane: ReadingPane) -> None:
    assert pane.second is not None
    assert pane.article is not None
    forth = {found(pane.article, "Nobody has seen the keeper."): found(pane.second, "沒有人見過看燈人。")}
    back = {span: own for own, span in forth.items()}
    pane.show_counterparts(forth.get, back.get)
    own, answer = next(iter(forth.items()))
    pane.page.select(answer, 1)
    assert pane.selected_words() == "沒有人見過看燈人。"
    assert pane.selection == own
    with qtbot.waitSignal(pane.highlight_wanted) as heard:
        qtbot.keyClick(pane.page, Qt.Key.Key_2)
    assert heard.args == [own, Colour.BLUE]
    plain = pane.page.viewport().grab().toImage()
    pane.show_highlights((Highlight(Quote("x", position=own), Colour.BLUE, id=1),))
    marked = pane.page.viewport().grab().toImage()
    piece = pane.page.stretches(answer, 1)[0].fill
    at = QPoint(round(piece.left() + 1), round(piece.top() + 4))
    assert plain.pixelColor(at) != marked.pixelColor(at)


def test_sentences_that_say_the_same_are_lit_on_hover(qtbot: QtBot, pane: ReadingPane) -> None:
    assert pane.second is not None
    assert pane.article is not None
    bead = found(pane.article, "Nobody has seen the keeper."), found(pane.second, "沒有人見過看燈人。")
    pane.show_counterparts(None, None, lambda row: [bead] if row == 2 else [])
    box = pane.page.first_line(found(pane.article, "Nobody"))
    qtbot.mouseMove(pane.page.viewport(), box.center().toPoint())
    assert [side.scene.bead for side in pane.page.spread.sides] == list(bead)


# in the window


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[[], Window]:
    def make() -> Window:
        return new_window(tmp_path / "library.sqlite", qtbot, qapp)

    return make


def test_an_original_is_opened_beside_kept_and_changed(
    open_window: Callable[[], Window], qtbot: QtBot, tmp_path: Path
) -> None:
    ours, theirs = tmp_path / "lamp.txt", tmp_path / "deng.txt"
    ours.write_text("\n\n".join(words.strip() for _, words in FIRST), "utf-8")
    theirs.write_text("\n\n".join(words for _, words in SECOND), "utf-8")
    window = open_window()
    window.start([ours])
    qtbot.waitUntil(lambda: window.pane.article is not None, timeout=30_000)
    assert not window.menus.action("view_both").isEnabled()
    window.beside.open_file(theirs)
    qtbot.waitUntil(lambda: window.pane.second is not None, timeout=30_000)
    assert window.pane.page.spread.parallel
    rows = window.pane.page.spread.rows
    window.pane.rows_changed.emit((*rows[:-2], (rows[-2][0] + rows[-1][0], rows[-2][1] + rows[-1][1], 1.0)))
    qtbot.waitUntil(lambda: len(window.pane.page.spread.rows) == len(rows) - 1)
    window.menus.action("undo").trigger()
    qtbot.waitUntil(lambda: len(window.pane.page.spread.rows) == len(rows))
    window.menus.action("redo").trigger()
    qtbot.waitUntil(lambda: len(window.pane.page.spread.rows) == len(rows) - 1)
    window.close()

    again = open_window()
    again.start()
    qtbot.waitUntil(lambda: again.pane.second is not None, timeout=30_000)
    assert len(again.pane.page.spread.rows) == len(rows) - 1
    again.pane.select(found(again.pane.article, "Nobody has seen"))
    qtbot.waitUntil(lambda: again.pane.page.mirroring.of(again.pane.selection, 0) is not None, timeout=5_000)
    again.menus.action("copy_pair").trigger()
    qtbot.waitUntil(lambda: "Both texts" in again.side.toast.words, timeout=30_000)
    copied = QGuiApplication.clipboard().text()
    assert "沒有人見過看燈人" in copied
    assert "” [“Nobody has seen”] (" in copied, "marks around both, and the citation"
    assert copied.endswith(")")
    again.menus.action("beside_none").trigger()
    qtbot.waitUntil(lambda: again.pane.second is None)
    again.close()
    QGuiApplication.clipboard().clear()
