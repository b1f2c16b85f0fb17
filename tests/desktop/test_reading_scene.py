"""Highlights are found by place without looking at all of them, and one more changes nothing else."""

from hypothesis import example, given
from hypothesis import strategies as st

from reindreader.desktop.reading.folio import SpanIndex
from reindreader.desktop.reading.scene import Highlights, Hits
from reindreader.model.highlights import AnchorState, Colour, Highlight, Quote
from reindreader.model.text import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda own: Span(own[0], own[0] + own[1]))


def marks(spans: list[Span]) -> tuple[Highlight, ...]:
    return tuple(Highlight(Quote("x", position=span), Colour.BLUE, id=n) for n, span in enumerate(spans, 1))


@given(st.lists(SPANS, max_size=12), SPANS)
@example([Span(0, 1)] * 12, Span(0, 1))
def test_those_that_touch_are_found(spans: list[Span], where: Span) -> None:
    found = Highlights(marks(spans)).touching(where)
    assert sorted(own.span for own in found) == sorted(span for span in spans if span.overlaps(where))
    for one in found:
        for other in found:
            assert one is other or one.lane != other.lane or not one.span.overlaps(other.span)


@given(st.lists(SPANS, max_size=12), SPANS, st.data())
def test_one_more_is_as_if_all_were_given_anew(spans: list[Span], new: Span, data: st.DataObject) -> None:
    before = marks(spans)
    at = data.draw(st.integers(0, len(before)))
    after = (*before[:at], Highlight(Quote("y", position=new), id=99), *before[at:])
    grown, fresh = Highlights(before).with_new(after), Highlights(after)
    assert sorted(grown.spans) == sorted(fresh.spans)
    for offset in range(0, 84, 3):
        where = Span(offset, offset + 4)
        assert {own.highlight.id for own in grown.touching(where)} == {
            own.highlight.id for own in fresh.touching(where)
        }
    assert len(grown.with_new(before)) == len(before)


def test_lost_ones_have_no_place_also_when_they_come_last() -> None:
    first = marks([Span(0, 4)])
    lost = Highlight(Quote("x", position=Span(6, 9)), state=AnchorState.LOST, id=9)
    assert len(Highlights(first).with_new((*first, lost))) == 1
    assert Highlights(first).by_id(9) is None


def test_stepping_from_one_to_the_next() -> None:
    own = Highlights(marks([Span(30, 34), Span(2, 6), Span(10, 20)]))
    assert [own.next_after(at, 1).span.start for at in (-1, 2, 9)] == [2, 10, 10]
    assert own.next_after(30, 1) is None
    assert own.next_after(30, -1).span.start == 10
    assert own.at(12).span == Span(10, 20)
    assert own.at(25) is None


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_index_leaves_out_none_that_touches(spans: list[Span], where: Span) -> None:
    spans.sort()
    found = {n for n in SpanIndex(spans).touching(where.start, where.end) if spans[n].overlaps(where)}
    assert found == {n for n, span in enumerate(spans) if span.overlaps(where)}


def test_hits_are_in_order() -> None:
    hits = Hits()
    for start in (3, 10, 20):
        hits.add(Span(start, start + 4))
    assert (hits.from_on(4), hits.from_on(99), hits.span(1)) == (1, 3, Span(10, 14))
    assert list(hits.touching(Span(12, 21))) == [1, 2]
