"""From words to their boxes on the page and back."""

from array import array

import pytest

from reindreader.anchoring.printed import PrintedText
from reindreader.model.text import Box, Page, Span
from reindreader.pages.values import Letters

TEXT = "The lamp is lit\nat four o’clock.\n\nA second page."
FIRST, SECOND, THIRD = Span(0, 15), Span(16, 32), Span(34, 48)
PAGES = (
    Page(Span(0, 32), "iv", 400, 600, (Box(FIRST, 50, 100, 200, 112), Box(SECOND, 50, 116, 210, 128))),
    Page(Span(34, 48), "v", 400, 600, (Box(THIRD, 50, 100, 190, 112),)),
)


def measured(words: str, left: float, top: float, step: float, *, down: bool = False) -> "array[float]":
    places = array("f")
    for number in range(len(words)):
        at = number * step
        places.extend(
            (left, top + at, left + 10, top + at + step) if down else (left + at, top, left + at + step, top + 10)
        )
    return places


@pytest.fixture
def text() -> PrintedText:
    return PrintedText(TEXT, PAGES)


def test_words_over_two_pages(text: PrintedText) -> None:
    boxes = text.boxes(Span(19, 36))
    assert list(boxes) == [0, 1]
    (on_first,), (on_second,) = boxes[0], boxes[1]
    assert on_first[1::2] == (116, 128)
    assert on_first[2] == pytest.approx(210)
    assert on_second[0] == pytest.approx(50)
    assert text.on(0, Span(19, 36)) == [on_first]
    assert text.on(0, THIRD) == text.on(7, THIRD) == []


def test_a_point_leads_to_the_nearest_letter_and_back(text: PrintedText) -> None:
    for offset in (0, 4, 9, 14, 16, 30):
        (box,) = text.on(0, Span(offset, offset + 1))
        middle = (box[1] + box[3]) / 2
        assert text.offset_at(0, box[0] + 0.1, middle) == offset
        assert text.offset_at(0, box[2] - 0.1, middle) == offset + 1
        assert text.letter_at(0, (box[0] + box[2]) / 2, middle) == offset


def test_beside_the_words_there_is_no_letter_but_a_nearest_place(text: PrintedText) -> None:
    assert text.letter_at(0, 350, 500) is None
    assert text.offset_at(0, 350, 500) == SECOND.end
    assert text.offset_at(0, 10, 100) == 0
    assert text.offset_at(9, 10, 100) is None


def test_measured_letters_take_the_place_of_guesses(text: PrintedText) -> None:
    assert not text.knows(0)
    text.know(0, [Letters((50, 100, 200, 112), FIRST.slice(TEXT), measured(FIRST.slice(TEXT), 50, 100, 10))])
    assert text.knows(0)
    assert text.on(0, Span(4, 8)) == [(90, 100, 130, 110)]
    text.know(9, [])


def test_letters_of_other_words_are_not_believed(text: PrintedText) -> None:
    before = text.on(0, Span(4, 8))
    text.know(0, [Letters((50, 100, 200, 112), "Other words", measured("Other words", 0, 0, 1))])
    assert text.on(0, Span(4, 8)) == before


def test_a_line_that_runs_down_the_page(text: PrintedText) -> None:
    words = THIRD.slice(TEXT)
    text.know(1, [Letters((50, 100, 190, 112), words, measured(words, 300, 40, 10, down=True))])
    assert text.on(1, Span(36, 42)) == [(300, 60, 310, 120)]
    assert text.offset_at(1, 305, 61) == 36
    assert text.letter_at(1, 305, 61) == 36


def test_a_line_that_runs_from_right_to_left(text: PrintedText) -> None:
    words = FIRST.slice(TEXT)
    places = array("f")
    for number in range(len(words)):
        places.extend((190 - 10 * number, 100, 200 - 10 * number, 112))
    text.know(0, [Letters((50, 100, 200, 112), words, places)])
    assert text.offset_at(0, 199, 105) == 0
    assert text.offset_at(0, 191, 105) == 1
    assert text.on(0, Span(0, 2)) == [(180, 100, 200, 112)]


def test_which_page_holds_a_place(text: PrintedText) -> None:
    assert (text.page_at(0), text.page_at(20), text.page_at(40)) == (0, 0, 1)
    assert text.page_at(33) is None
    assert len(text) == 2
