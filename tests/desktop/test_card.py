from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reindreader.desktop.card import CardPane
from reindreader.desktop.card.fact_row import FactRow
from reindreader.desktop.card.paragraph import Paragraph
from reindreader.desktop.theme import Theme, load_theme, theme_names, ui_font
from reindreader.model.claims import Certainty
from reindreader.model.highlights import AnchorState, Colour, Highlight, Quote
from reindreader.model.text import Span
from reindreader.workflows.facts import Answer, Fact, Facts, Question, Side

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform

ORIGINAL, TRANSLATION = Side.ORIGINAL, Side.TRANSLATION
HERE = (Span(0, 5),)
TRANSLATOR = Fact(
    "translator", TRANSLATION, "Translator", "Helen Ashworth", "Ashworth, Helen", "en", Certainty.STATED, HERE
)
ANSWERS = (
    Answer("The original", ORIGINAL, "appearance.relation", "original"),
    Answer("This translation", TRANSLATION, "appearance.relation", "translation"),
)
FACTS = Facts(
    original=(
        Fact("original.title", ORIGINAL, "Title", "渡輪留下的鐘", "渡輪留下的鐘", "zh-Hant", Certainty.USER),
        Fact("original.date", ORIGINAL, "Date"),
    ),
    translation=(
        Fact("title", TRANSLATION, "Title", "The Clock", "The Clock", "en", Certainty.STATED, HERE),
        TRANSLATOR,
    ),
    questions=(Question("Appeared in", "Harbour Evening Post", "Which text was it?", Certainty.STATED, HERE, ANSWERS),),
    gaps=(("published.place", "place"), ("published.url", "web address")),
)
AGREEMENT = Highlight(Quote("It is an agreement among strangers about when the day begins"), Colour.BLUE, id=1)
CLOCK = Highlight(Quote("a clock which is wrong"), Colour.YELLOW, "The thesis.", id=2)
LOST = Highlight(Quote("Keep the first boat"), Colour.ROSE, state=AnchorState.LOST, id=3)


@pytest.fixture
def card(qtbot: QtBot, light: Theme) -> Iterator[CardPane]:
    pane = CardPane(light)
    qtbot.addWidget(pane)
    pane.resize(368, 800)
    pane.show_facts(FACTS)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    pane.hide()


def row(card: CardPane, field: str) -> FactRow:
    return next(own for own in card.findChildren(FactRow) if own.fact.field == field)


def place(card: CardPane, field: str) -> QPoint:
    return row(card, field).mapTo(card, QPoint(0, 0))


def editor(of: QWidget) -> QLineEdit:
    return next(own for own in of.findChildren(QLineEdit) if own.isVisible())


def button(card: CardPane, words: str) -> QPushButton:
    return next(own for own in card.findChildren(QPushButton) if own.text() == words and own.isVisible())


def tinted(card: CardPane, field: str) -> QColor:
    return row(card, field).grab().toImage().pixelColor(4, 12)


def quotations(card: CardPane) -> QListView:
    return card.findChild(QListView)


def test_a_fact_is_named_with_its_state(qtbot: QtBot, card: CardPane) -> None:
    assert row(card, "translator").accessibleName() == "Translator, Helen Ashworth, stated, evidence in the text"
    assert row(card, "original.date").accessibleName() == "Date, not stated"
    card.show_facts(FACTS, {"translator": "credit line 3"})
    assert row(card, "translator").accessibleName() == "Translator, Helen Ashworth, stated, evidence in credit line 3"


def test_the_same_fact_of_both_texts_stands_side_by_side(qtbot: QtBot, card: CardPane) -> None:
    left, right = place(card, "original.title"), place(card, "title")
    assert left.y() == right.y()
    assert left.x() < right.x()
    assert place(card, "original.date").y() == place(card, "translator").y()


def test_a_narrow_card_shows_this_translation_first(qtbot: QtBot, card: CardPane) -> None:
    card.resize(320, 800)
    assert place(card, "translator").y() < place(card, "original.title").y()
    assert place(card, "title").x() == place(card, "original.title").x()


def test_a_click_and_enter_ask_for_the_evidence(qtbot: QtBot, card: CardPane) -> None:
    with qtbot.waitSignal(card.evidence_wanted) as clicked:
        qtbot.mouseClick(row(card, "translator"), Qt.MouseButton.LeftButton)
    assert clicked.args == [TRANSLATOR]
    with qtbot.waitSignal(card.evidence_wanted):
        qtbot.keyClick(row(card, "translator"), Qt.Key.Key_Return)


def test_evidence_tints_its_fact_until_another_is_shown(qtbot: QtBot, card: CardPane, light: Theme) -> None:
    card.show_evidence("translator")
    assert tinted(card, "translator") == light.colour("select")
    card.show_evidence(None)
    assert tinted(card, "translator") != light.colour("select")


def test_a_fact_is_edited_in_place(qtbot: QtBot, card: CardPane) -> None:
    qtbot.mouseDClick(row(card, "translator"), Qt.MouseButton.LeftButton)
    line = editor(card)
    assert line.text() == "Ashworth, Helen"
    line.clear()
    qtbot.keyClicks(line, "Ashworth, H.")
    with qtbot.waitSignal(card.fact_edited) as edited:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert edited.args == ["translator", "Ashworth, H."]


def test_esc_leaves_and_an_unchanged_line_changes_nothing(qtbot: QtBot, card: CardPane) -> None:
    own = row(card, "translator")
    with qtbot.assertNotEmitted(card.fact_edited):
        qtbot.keyClick(own, Qt.Key.Key_F2)
        qtbot.keyClicks(editor(card), "nonsense")
        qtbot.keyClick(editor(card), Qt.Key.Key_Escape)
        assert not own.editing
        qtbot.keyClick(own, Qt.Key.Key_F2)
        qtbot.keyClick(editor(card), Qt.Key.Key_Return)
    assert not own.editing


def test_words_that_were_typed_are_kept_when_the_focus_moves_on(qtbot: QtBot, card: CardPane) -> None:
    qtbot.keyClick(row(card, "translator"), Qt.Key.Key_F2)
    line = editor(card)
    line.setText("Lee, Alan")
    with qtbot.waitSignal(card.fact_edited) as edited:
        row(card, "title").setFocus(Qt.FocusReason.MouseFocusReason)
    assert edited.args == ["translator", "Lee, Alan"]


def test_what_is_not_stated_is_filled_in_by_a_click(qtbot: QtBot, card: CardPane) -> None:
    with qtbot.assertNotEmitted(card.evidence_wanted):
        qtbot.mouseClick(row(card, "original.date"), Qt.MouseButton.LeftButton)
    assert row(card, "original.date").editing


def test_a_refusal_stands_beside_the_words_that_were_typed(qtbot: QtBot, card: CardPane) -> None:
    before = row(card, "original.date").height()
    card.show_refusal("original.date", "the 14th", "Date: “the 14th” does not fit.")
    line = editor(card)
    assert line.text() == "the 14th"
    assert line.accessibleDescription() == "Date: “the 14th” does not fit."
    assert row(card, "original.date").height() > before
    with qtbot.assertNotEmitted(card.fact_edited):  # left as they are, they are given up
        row(card, "title").setFocus(Qt.FocusReason.MouseFocusReason)
    assert not row(card, "original.date").editing


def test_a_row_that_stays_keeps_what_is_being_typed(qtbot: QtBot, card: CardPane) -> None:
    qtbot.keyClick(row(card, "translator"), Qt.Key.Key_F2)
    editor(card).setText("Lee")
    card.show_facts(replace(FACTS, questions=()))
    assert editor(card).text() == "Lee"


def test_nothing_is_typed_over_into_another_article(qtbot: QtBot, card: CardPane) -> None:
    card.show_facts(FACTS, article=1)
    qtbot.keyClick(row(card, "translator"), Qt.Key.Key_F2)
    editor(card).setText("Lee")
    with qtbot.assertNotEmitted(card.fact_edited):
        card.show_facts(FACTS, article=2)
    assert not row(card, "translator").editing


def test_del_asks_for_what_was_found_where_the_user_says_otherwise(qtbot: QtBot, card: CardPane) -> None:
    with qtbot.assertNotEmitted(card.revert_wanted):
        qtbot.keyClick(row(card, "translator"), Qt.Key.Key_Delete)
    own = replace(TRANSLATOR, value="H. A.", certainty=Certainty.USER, found="Helen Ashworth")
    card.show_facts(replace(FACTS, translation=(own,)))
    assert "The text says Helen Ashworth" in row(card, "translator").accessibleName()
    card.show_facts(replace(FACTS, translation=(replace(own, found_in_file=True),)))
    assert "The file says Helen Ashworth" in row(card, "translator").accessibleName()
    with qtbot.waitSignal(card.revert_wanted) as reverted:
        qtbot.keyClick(row(card, "translator"), Qt.Key.Key_Delete)
    assert reverted.args == ["translator"]


def test_other_values_can_be_taken(qtbot: QtBot, card: CardPane) -> None:
    date = Fact("published.date", TRANSLATION, "Date", "14 March", "--03-14", None, Certainty.STATED, HERE)
    card.show_facts(Facts((), (replace(date, conflict=("15 March",)),)))
    assert "or 15 March" in row(card, "published.date").accessibleName()
    with qtbot.waitSignal(card.fact_edited) as taken:
        qtbot.mouseClick(button(card, "Take"), Qt.MouseButton.LeftButton)
    assert taken.args == ["published.date", "15 March"]


def test_a_guessed_name_says_how_it_is_cited_and_can_be_swapped(qtbot: QtBot, card: CardPane) -> None:
    card.show_facts(Facts((), (replace(TRANSLATOR, guesses=((0, "Ashworth, Helen"), (1, "Marsh, Ann"))),)))
    assert "Cited as Ashworth, Helen: a guess" in row(card, "translator").accessibleName()
    with qtbot.waitSignal(card.swap_wanted) as swapped:
        swaps = [own for own in card.findChildren(QPushButton) if own.text() == "Swap"]
        qtbot.mouseClick(swaps[1], Qt.MouseButton.LeftButton)
    assert swapped.args == ["translator", 1]
    assert swaps[1].accessibleName().endswith("Marsh, Ann")


def test_arrows_move_between_facts(qtbot: QtBot, card: CardPane) -> None:
    card.activateWindow()
    card.focus_facts()
    steps = [(Qt.Key.Key_Right, "title"), (Qt.Key.Key_Down, "translator"), (Qt.Key.Key_Left, "original.date")]
    for key, field in steps:
        qtbot.keyClick(card.focusWidget(), key)
        assert card.focusWidget() is row(card, field)


def test_a_fact_is_brought_into_sight_when_it_is_asked_for_only(qtbot: QtBot, card: CardPane) -> None:
    card.resize(368, 200)
    card.activateWindow()
    before = place(card, "translator").y()
    card.show_evidence("translator")
    assert place(card, "translator").y() == before
    card.focus_facts("translator")
    assert card.focusWidget() is row(card, "translator")
    assert place(card, "translator").y() + row(card, "translator").height() <= card.height()


def test_each_answer_stands_under_the_column_that_it_fills(qtbot: QtBot, card: CardPane) -> None:
    for answer, field in zip(ANSWERS, ("original.date", "translator"), strict=True):
        own = button(card, answer.label)
        column = place(card, field).x() + 8
        assert own.mapTo(card, QPoint(0, 0)).x() == column
        with qtbot.waitSignal(card.answered) as answered:
            qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
        assert answered.args == [answer]


def test_a_question_without_answers_is_answered_in_words(qtbot: QtBot, card: CardPane) -> None:
    asked = Question("Published in", "", "Where did this translation appear?", field="published.publication")
    card.show_facts(Facts((), (TRANSLATOR,), (asked,)))
    line = editor(card)
    assert "Where did this translation appear?" in line.accessibleName()
    qtbot.keyClicks(line, "EJ Insight")
    with qtbot.waitSignal(card.answered) as answered:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (answered.args[0].field, answered.args[0].value) == ("published.publication", "EJ Insight")


def test_a_gap_is_chosen_and_filled_in(qtbot: QtBot, card: CardPane) -> None:
    qtbot.mouseClick(button(card, "Add"), Qt.MouseButton.LeftButton)
    menu = next(own for own in card.findChildren(QMenu) if own.isVisible())
    chosen: QAction = next(action for action in menu.actions() if action.text() == "Web address")
    chosen.trigger()
    menu.close()
    qtbot.keyClicks(editor(card), "https://example.org")
    with qtbot.waitSignal(card.fact_edited) as added:
        qtbot.keyClick(editor(card), Qt.Key.Key_Return)
    assert added.args == ["published.url", "https://example.org"]


def test_a_gap_that_does_not_fit_says_why(qtbot: QtBot, card: CardPane) -> None:
    card.show_refusal("published.url", "example", "Web address: “example” does not fit.")
    line = editor(card)
    assert (line.text(), line.accessibleDescription()) == ("example", "Web address: “example” does not fit.")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not any(own.isVisible() for own in card.findChildren(QLineEdit))


def test_the_same_is_offered_by_menu(qtbot: QtBot, card: CardPane) -> None:
    own = row(card, "translator")
    QApplication.sendEvent(own, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)))
    menu = next(one for one in own.findChildren(QMenu) if one.isVisible())
    offered = {action.text(): action for action in menu.actions()}
    assert not offered["Back to what the text says"].isEnabled()
    with qtbot.waitSignal(card.evidence_wanted):
        offered["Show the evidence"].trigger()
    offered["Edit"].trigger()
    menu.close()
    assert own.editing


@pytest.mark.parametrize("name", theme_names())
def test_another_theme_is_taken_on(qtbot: QtBot, card: CardPane, name: str) -> None:
    theme = load_theme(name)
    card.show_quotations((AGREEMENT, CLOCK, LOST), {1: "¶\u00a03"})
    card.show_theme(theme)
    card.show_evidence("translator")
    assert tinted(card, "translator") == theme.colour("select")


def test_without_gaps_there_is_nothing_to_add(qtbot: QtBot, card: CardPane) -> None:
    card.show_facts(replace(FACTS, gaps=()))
    assert not [own for own in card.findChildren(QPushButton) if own.text() == "Add" and own.isVisible()]


def test_a_quotation_is_opened_copied_and_named(qtbot: QtBot, card: CardPane) -> None:
    card.show_quotations((AGREEMENT, CLOCK), {1: "¶\u00a03", 2: "¶\u00a04–5"}, "en")
    view = quotations(card)
    index = view.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "a clock which is wrong, paragraph 4–5, yellow, note: The thesis"
    )
    with qtbot.waitSignal(card.quotation_opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert opened.args == [2]
    with qtbot.waitSignal(card.quotation_copy_wanted) as copied:
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == [2]
    corner = view.visualRect(index).bottomRight() - QPoint(14, 12)
    with qtbot.waitSignal(card.quotation_copy_wanted), qtbot.assertNotEmitted(card.quotation_opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)


def test_a_lost_quotation_is_looked_for_again(qtbot: QtBot, card: CardPane) -> None:
    card.show_quotations((AGREEMENT, LOST), {1: "¶\u00a03"})
    view = quotations(card)
    index = view.model().index(1, 0)
    assert "Not in the text any more" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    corner = view.visualRect(index).bottomRight() - QPoint(30, 16)
    with qtbot.waitSignal(card.find_again_wanted) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert clicked.args == [3]
    with qtbot.waitSignal(card.find_again_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_quotation_is_dragged_out_as_text(qtbot: QtBot, card: CardPane) -> None:
    card.show_quotations((AGREEMENT, CLOCK), {})
    model = quotations(card).model()
    assert model.mimeData([model.index(1, 0)]).text() == "a clock which is wrong"


def test_the_list_of_quotations_is_as_high_as_its_rows(qtbot: QtBot, card: CardPane) -> None:
    card.show_quotations((AGREEMENT, CLOCK, LOST), {})
    view = quotations(card)
    assert view.height() == view.visualRect(view.model().index(2, 0)).bottom() + 1
    many = tuple(replace(CLOCK, id=n) for n in range(1, 300))
    card.show_quotations(many, {})
    assert view.height() == view.visualRect(view.model().index(298, 0)).bottom() + 1


def test_a_paragraph_is_broken_on_a_fixed_pitch_and_elided(qtbot: QtBot) -> None:
    words = "the quick brown fox 渡輪留下的鐘 jumps over the lazy dog and runs away into the night"
    whole = Paragraph(words, ui_font(14), 20)
    assert whole.height(100) == 20 * (whole.height(100) // 20) > 60
    assert Paragraph(words, ui_font(14), 20, 2).height(100) == 40
    assert Paragraph("Donaudampfschifffahrtsgesellschaft", ui_font(14), 20).height(60) > 20
    assert Paragraph("𠀀𠀁𠀂𠀃𠀄𠀅𠀆", ui_font(14), 20).height(30) > 20


def test_a_quotation_makes_room_for_the_widest_number(qtbot: QtBot, card: CardPane) -> None:
    card.resize(368, 700)
    quotes = [replace(CLOCK, quote=replace(CLOCK.quote, exact="oo " * count)) for count in range(5, 40)]
    short, long = ([_height(card, quote, number) for quote in quotes] for number in ("¶\u00a03", "pp.\u00a01117–1118"))
    assert short.count(short[0]) > long.count(long[0]), "words give way to the number"


def _height(card: CardPane, quotation: Highlight, number: str) -> int:
    card.show_quotations((quotation,), {quotation.id or 0: number}, "en")
    return quotations(card).sizeHintForRow(0)
