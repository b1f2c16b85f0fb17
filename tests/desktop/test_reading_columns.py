"""Where the text stands on pages of all widths."""

import pytest

from reindreader.desktop.reading.columns import one_column, two_columns
from reindreader.desktop.reading.style import ReadingStyle

pytestmark = pytest.mark.usefixtures("qapp")  # sizes grow with its font

STYLE = ReadingStyle()


@pytest.mark.parametrize("mirrored", [False, True])
def test_on_a_usual_page_the_text_stands_at_its_edge(mirrored: bool) -> None:
    column = one_column(796, STYLE, mirrored=mirrored)
    assert (column.page - column.right if mirrored else column.left) == 88


@pytest.mark.parametrize("mirrored", [False, True])
def test_on_a_wide_page_text_and_notes_stand_in_the_middle(mirrored: bool) -> None:
    column = one_column(1944, STYLE, mirrored=mirrored)
    assert column.width == one_column(900, STYLE, mirrored=mirrored).width, "lines grow no longer"
    assert column.note_width > 0
    beside = column.left, column.page - column.right
    assert min(beside) > 500


def test_two_columns_stand_in_the_middle_and_do_not_meet() -> None:
    left, right = two_columns(1944, STYLE)
    assert left.left == pytest.approx(1944 - right.right, abs=1)
    assert right.left - left.right >= 80
    assert left.width == right.width
