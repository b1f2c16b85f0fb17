"""What a screen reader is told of the page: a document, its paragraphs, their highlights, and where the caret is."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from reindreader.desktop.reading import ReadingPane
from reindreader.desktop.theme import Theme
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.text import BlockKind, Span
from tests.desktop.reading_texts import article_of, new_pane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

PARTS = (
    (BlockKind.HEADING, "A mole and its lamp"),
    (BlockKind.CREDIT, "By nobody"),
    (BlockKind.PARAGRAPH, "The lamp is lit at six, 𠮷 and nobody has seen who lights it."),
    (BlockKind.LIST_ITEM, "Oil comes in March."),
    *((BlockKind.PARAGRAPH, f"Filling of paragraph {n}. " * 30) for n in range(30)),
)


@pytest.fixture
def pane(qtbot: QtBot, light: Theme) -> ReadingPane:
    return new_pane(qtbot, light, article_of(*PARTS))


def document(pane: ReadingPane) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(pane.page)


def name(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)


def test_the_document_has_a_child_a_paragraph(pane: ReadingPane) -> None:
    page = document(pane)
    assert (page.role(), name(page)) == (QAccessible.Role.Document, "Article")
    assert page.childCount() == len(PARTS)
    assert [page.child(n).role() for n in range(4)] == [
        QAccessible.Role.Heading,
        QAccessible.Role.Paragraph,
        QAccessible.Role.Paragraph,
        QAccessible.Role.ListItem,
    ]
    assert name(page.child(2)) == PARTS[2][1]
    assert page.child(2).text(QAccessible.Text.Description) == "¶ 1"
    assert page.indexOfChild(page.child(3)) == 3
    assert name(page.child(2).parent()) == "Article"
    assert page.child(99) is None


def test_paragraphs_tell_where_they_are_and_whether_they_are_in_sight(pane: ReadingPane) -> None:
    page = document(pane)
    assert not page.child(2).rect().isEmpty()
    assert not page.child(2).state().offscreen
    assert page.child(30).state().offscreen
    centre = page.child(2).rect().center()
    assert name(page.childAt(centre.x(), centre.y())) == PARTS[2][1]


def test_highlights_tell_colour_words_note_and_whether_they_are_chosen(pane: ReadingPane) -> None:
    start = pane.article.text.index("nobody has seen")
    own = Highlight(Quote("x", position=Span(start, start + 15)), Colour.BLUE, "Why?", ("keeper",), id=7)
    pane.show_highlights((own,))
    part = document(pane).child(2).child(0)
    assert name(part).lower().startswith("blue")
    assert name(part).endswith("nobody has seen. Note: Why?. Tags: keeper")
    assert not part.state().selected
    assert document(pane).child(2).rect().contains(part.rect())
    pane.show_highlight(7)
    assert part.state().selected
    pane.show_highlights(())
    assert document(pane).child(2).childCount() == 0
    assert not part.isValid()


def test_the_caret_is_in_a_paragraph(qtbot: QtBot, pane: ReadingPane) -> None:
    qtbot.keyClick(pane.page, Qt.Key.Key_F7)
    qtbot.keyClick(pane.page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    page = document(pane)
    assert name(page.focusChild()) == PARTS[2][1]
    assert page.child(2).state().focused
    assert not page.child(3).state().focused


def test_another_text_has_other_paragraphs(pane: ReadingPane) -> None:
    part = document(pane).child(20)
    pane.show_article(article_of(*PARTS[:2], language="en"))
    assert document(pane).childCount() == 2
    assert not part.isValid()
    pane.show_beside(article_of(*PARTS[:3], language="fr"), (((0,), (0,), 1.0),))
    assert document(pane).childCount() == 5
    pane.show_nothing()
    assert document(pane).childCount() == 0


def test_a_page_that_is_gone_takes_its_parts_along(qtbot: QtBot, light: Theme) -> None:
    pane = ReadingPane(light)
    pane.show_article(article_of(*PARTS, language="en"))
    assert name(document(pane).child(0)) == PARTS[0][1]
    with qtbot.waitSignal(pane.destroyed):
        pane.deleteLater()
    gc.collect()
