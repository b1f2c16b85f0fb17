"""Spans, blocks and paragraph numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.model.text import Block, BlockKind, ParagraphNumbers, Span, check_blocks

P, H, C, Q = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CREDIT, BlockKind.QUOTATION


def blocks(*kinds_and_spans: tuple[BlockKind, int, int]) -> tuple[Block, ...]:
    return tuple(Block(kind, Span(start, end)) for kind, start, end in kinds_and_spans)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_refuses_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_counts_code_points() -> None:
    text = "a𠮷字b"
    assert Span(1, 3).slice(text) == "𠮷字"
    assert len(Span(1, 3)) == 2
    assert Span(1, 1)  # an empty place is a place
    assert Span(1, 3).shifted(1).slice(text) == "字b"


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_overlap_and_cover_agree(a: int, b: int, c: int, d: int) -> None:
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    cover = Span.around(one, other)
    assert one.within(cover)
    assert other.within(cover)
    assert one.overlaps(other) == any(one.contains(i) and other.contains(i) for i in range(51))


def test_counts_paragraphs_quotations_and_list_items_only() -> None:
    numbers = ParagraphNumbers(blocks((H, 0, 5), (P, 7, 20), (Q, 22, 30), (C, 31, 35), (P, 40, 50)))
    assert len(numbers) == 3
    assert [numbers.at(i) for i in (0, 7, 19, 20, 22, 33, 49)] == [None, 1, 1, None, 2, None, 3]
    assert numbers.of(Span(10, 25)) == (1, 2)
    assert numbers.of(Span(31, 36)) is None
    assert numbers.span(3) == Span(40, 50)
    for number in (0, 4):
        with pytest.raises(IndexError):
            numbers.span(number)


def test_refuses_blocks_that_overlap_or_leave_the_text() -> None:
    check_blocks("x" * 20, blocks((P, 0, 5), (P, 5, 20)))
    for wrong in (blocks((P, 0, 6), (P, 5, 9)), blocks((P, 0, 21))):
        with pytest.raises(ValueError, match="out of"):
            check_blocks("x" * 20, wrong)
