from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.citation import CitationBar
from reindreader.desktop.citation.choice_panel import ChoicePanel
from reindreader.desktop.citation.choices import ChoiceModel
from reindreader.desktop.citation.chooser import Chooser
from reindreader.desktop.citation.rich_document import rich_document
from reindreader.desktop.citation.rich_lines import RichLines
from reindreader.desktop.citation.warnings import WarningLine, WarningPanel
from reindreader.desktop.theme import Theme, load_theme, theme_names

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one

STYLES = (
    ("apa", "APA Style 7th edition"),
    ("chicago-notes", "Chicago Manual of Style (notes)"),
    ("modern-language-association", "MLA Handbook 9th edition"),
    ("revista", "Revista Española de Filología"),
)
REFERENCE = "Lam, K. (n.d.). <i>The clock the ferry left behind</i> (H. Ashworth, Trans.)."
LONG = f"{REFERENCE} <i>Harbour Evening Post, a newspaper with a long name</i>. " * 4


@pytest.fixture
def bar(qtbot: QtBot, light: Theme) -> Iterator[CitationBar]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    own = CitationBar(light, window)
    own.setGeometry(0, 504, 900, 96)
    own.show_styles(STYLES, ("modern-language-association",))
    own.show_style("apa")
    own.show_languages((("", "As the style has it"), ("en-GB", "English"), ("zh-Hant", "Chinese, traditional")))
    own.show_language("")
    window.show()
    qtbot.waitExposed(window)
    yield own
    window.hide()


def button(bar: QWidget, words: str) -> QPushButton:
    return next(own for own in bar.findChildren(QPushButton) if own.text() == words)


def chooser(bar: CitationBar, name: str) -> Chooser:
    return next(own for own in bar.findChildren(Chooser) if own.accessibleName().startswith(name))


def open_panel(qtbot: QtBot, bar: CitationBar, name: str = "Style") -> tuple[ChoicePanel, QLineEdit, QListView]:
    qtbot.mouseClick(chooser(bar, name), Qt.MouseButton.LeftButton)
    panel = next(own for own in bar.window().findChildren(ChoicePanel) if own.isVisible())
    return panel, panel.findChild(QLineEdit), panel.findChild(QListView)


def titles(view: QListView) -> list[str]:
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def lines(bar: CitationBar, name: str) -> RichLines:
    return next(own for own in bar.findChildren(RichLines) if own.accessibleName().startswith(name))


def test_the_choosers_say_what_is_chosen(bar: CitationBar) -> None:
    assert chooser(bar, "Style").accessibleName() == "Style, APA Style 7th edition"
    bar.show_style("/tmp/my.csl", "My journal")
    assert chooser(bar, "Style").accessibleName() == "Style, My journal"
    assert chooser(bar, "Language").accessibleName() == "Language of the citation, As the style has it"


def test_styles_used_last_come_first(qtbot: QtBot, bar: CitationBar) -> None:
    _panel, _field, view = open_panel(qtbot, bar)
    assert titles(view)[:2] == ["MLA Handbook 9th edition", "APA Style 7th edition"]
    assert view.currentIndex().data() == "APA Style 7th edition"


def test_a_style_is_found_by_typing_and_chosen_by_enter(qtbot: QtBot, bar: CitationBar) -> None:
    panel, field, view = open_panel(qtbot, bar)
    qtbot.keyClicks(field, "notes chic")
    assert titles(view) == ["Chicago Manual of Style (notes)"]
    with qtbot.waitSignal(bar.style_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["chicago-notes"]
    assert not panel.isVisible()
    assert chooser(bar, "Style").accessibleName() == "Style, Chicago Manual of Style (notes)"


def test_accents_and_ids_count_in_the_search(qtbot: QtBot, bar: CitationBar) -> None:
    _panel, field, view = open_panel(qtbot, bar)
    qtbot.keyClicks(field, "espanola")
    assert titles(view) == ["Revista Española de Filología"]
    field.clear()
    qtbot.keyClicks(field, "modern-language")
    assert titles(view) == ["MLA Handbook 9th edition"]


def test_arrows_move_while_one_types(qtbot: QtBot, bar: CitationBar) -> None:
    _panel, field, view = open_panel(qtbot, bar)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert view.currentIndex().data() == "Revista Española de Filología"
    with qtbot.waitSignal(bar.style_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["revista"]


def test_esc_and_a_click_elsewhere_close_without_choosing(qtbot: QtBot, bar: CitationBar) -> None:
    with qtbot.assertNotEmitted(bar.style_chosen):
        panel, field, _view = open_panel(qtbot, bar)
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert not panel.isVisible()
        panel, field, _view = open_panel(qtbot, bar)
        qtbot.mouseClick(bar.window(), Qt.MouseButton.LeftButton, pos=QPoint(880, 20))
        assert not panel.isVisible()


def test_what_is_not_there_is_said(qtbot: QtBot, bar: CitationBar) -> None:
    panel, field, _view = open_panel(qtbot, bar)
    qtbot.keyClicks(field, "zzz")
    assert any("“zzz”" in label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    with qtbot.assertNotEmitted(bar.style_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_another_language_is_chosen(qtbot: QtBot, bar: CitationBar) -> None:
    _panel, field, _view = open_panel(qtbot, bar, "Language")
    qtbot.keyClicks(field, "chin")
    with qtbot.waitSignal(bar.language_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["zh-Hant"]


def test_every_choice_is_there_again_after_a_search(qtbot: QtBot) -> None:
    model = ChoiceModel()
    model.show_choices([(str(n), f"Journal {n}") for n in range(10_844)])
    model.filter("journal 10843")
    assert model.rowCount() == 1
    model.filter("")
    assert model.rowCount() == 10_844


def test_citation_and_reference_are_shown_and_read_aloud(bar: CitationBar) -> None:
    bar.show_preview("(Lam, n.d.)", REFERENCE)
    assert lines(bar, "Citation").accessibleName() == "Citation: (Lam, n.d.)"
    reference = lines(bar, "Reference")
    assert reference.accessibleName() == (
        "Reference: Lam, K. (n.d.). The clock the ferry left behind (H. Ashworth, Trans.)."
    )
    assert (reference.lines, reference.toolTip()) == (1, "")


def test_a_long_reference_keeps_two_lines_and_the_tooltip_holds_it_whole(bar: CitationBar) -> None:
    bar.show_preview("(Lam, n.d.)", LONG)
    reference = lines(bar, "Reference")
    assert reference.lines == 2
    assert reference.words.endswith("…")
    assert LONG in reference.toolTip()


def test_warnings_show_the_first_and_how_many_more(qtbot: QtBot, bar: CitationBar) -> None:
    bar.show_preview("(Lam)", REFERENCE)
    line = bar.findChild(WarningLine)
    assert not line.isVisible()
    bar.show_preview("(Lam)", REFERENCE, ("IEEE prints no translator.", "It prints no original."))
    assert line.isVisible()
    assert line.accessibleName() == "Warning: IEEE prints no translator. It prints no original."
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    panel = bar.window().findChild(WarningPanel)
    said = [label.text() for label in panel.findChildren(QLabel) if label.text()]
    assert said == ["IEEE prints no translator.", "It prints no original."]
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bar.window().findChild(WarningPanel) is None)


def test_both_buttons_ask_to_copy(qtbot: QtBot, bar: CitationBar) -> None:
    bar.show_preview("(Lam)", REFERENCE)
    with qtbot.waitSignal(bar.copy_citation_wanted):
        qtbot.mouseClick(button(bar, "Copy citation"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.copy_quotation_wanted):
        qtbot.mouseClick(button(bar, "Copy quotation"), Qt.MouseButton.LeftButton)


def test_a_button_that_cannot_be_pressed_says_why(bar: CitationBar) -> None:
    own = button(bar, "Copy quotation")
    bar.show_quotation_refusal("Mark some words first.")
    assert (own.isEnabled(), own.toolTip()) == (False, "Mark some words first.")
    bar.show_quotation_refusal("")
    assert own.isEnabled()
    assert "Ctrl+Shift+Q" in own.toolTip()


def test_an_error_stands_where_the_citation_would(bar: CitationBar) -> None:
    bar.show_error("The style my-journal cannot be used.")
    assert any(
        own.text() == "The style my-journal cannot be used." and own.isVisible() for own in bar.findChildren(QLabel)
    )
    assert not lines(bar, "Citation").isVisible()
    assert not button(bar, "Copy citation").isEnabled()
    bar.show_preview("(Lam)", REFERENCE)
    assert lines(bar, "Citation").isVisible()
    assert button(bar, "Copy citation").isEnabled()


def test_a_style_file_can_be_dropped(qtbot: QtBot, bar: CitationBar) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/lam/notes.txt"), QUrl.fromLocalFile("/home/lam/my.csl")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(bar.style_file_dropped) as dropped:
        bar.dropEvent(drop)
    assert dropped.args == ["/home/lam/my.csl"]


@pytest.mark.parametrize("name", theme_names())
def test_another_theme_is_taken_on(bar: CitationBar, name: str) -> None:
    theme = load_theme(name)
    bar.show_preview("(Lam)", REFERENCE, ("One.", "Two."))
    bar.show_theme(theme)
    seen = bar.findChild(WarningLine).grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert theme.hex("warn").lower() in colours


def test_the_whole_of_a_long_reference_is_shown_by_key(qtbot: QtBot, bar: CitationBar) -> None:
    bar.show_preview("(Lam, n.d.)", LONG)
    qtbot.keyClick(lines(bar, "Reference"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: LONG in QToolTip.text())
    QToolTip.hideText()


def test_east_asian_titles_are_not_slanted(qtbot: QtBot) -> None:
    document = rich_document("<i>The clock 渡輪𠀀</i>", None, 400)
    cursor = QTextCursor(document)
    slanted = {}
    for place in range(1, document.characterCount()):
        cursor.setPosition(place)
        slanted[place] = cursor.charFormat().fontItalic()
    assert slanted == {place: place <= len("The clock ") for place in slanted}


@pytest.mark.parametrize(("tag", "direction"), [(None, "LeftToRight"), ("en-GB", "LeftToRight"), ("ar", "RightToLeft")])
def test_a_citation_runs_as_its_language_whatever_it_begins_with(qtbot: QtBot, tag: str | None, direction: str) -> None:
    document = rich_document("(الحدّاد, n.d.)", tag, 300)
    assert document.firstBlock().blockFormat().layoutDirection().name == direction
