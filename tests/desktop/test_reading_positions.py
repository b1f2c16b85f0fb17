"""Code points and UTF-16 agree, also beyond the Basic Multilingual Plane."""

from hypothesis import given
from hypothesis import strategies as st

from reindreader.desktop.positions import Positions, Shown, Units
from reindreader.model.text import Span

TEXTS = st.text(alphabet=st.sampled_from("ab 林家慧𠮷😀é"), max_size=30)


@given(TEXTS)
def test_units_are_those_of_utf16(text: str) -> None:
    units = Units(text)
    assert units.length == len(text.encode("utf-16-le")) // 2
    for point in range(len(text) + 1):
        assert units.unit(point) == len(text[:point].encode("utf-16-le")) // 2
        assert units.point(units.unit(point)) == point


def test_the_second_half_of_a_pair_belongs_to_its_character() -> None:
    assert Units("a𠮷b").point(2) == 1
    assert Units("a𠮷b").point(3) == 2


def shown(*texts: str) -> tuple[str, Positions]:
    """Blocks two code points apart in the article, one position apart in the document after a heading of 5."""
    made, offset, start = [], 0, 5
    for text in texts:
        units = Units(text)
        made.append(Shown(Span(offset, offset + len(text)), start, units))
        offset, start = offset + len(text) + 2, start + units.length + 1
    return "\n\n".join(texts), Positions(made)


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=4), st.data())
def test_a_span_comes_back(texts: list[str], data: st.DataObject) -> None:
    article, positions = shown(*texts)
    start = data.draw(st.integers(0, len(article) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(article))))
    found = positions.range(span)
    back = positions.span(*found) if found else None
    assert (back is None) == (not span.slice(article).strip("\n"))
    if back:
        assert back.slice(article) == span.slice(article).strip("\n")


def test_between_blocks_and_beyond() -> None:
    _, positions = shown("ab", "cd")
    assert positions.position(3) == 7
    assert positions.offset(7) == 2
    assert positions.position(99) == 10
    assert positions.offset(0) == 0
    assert positions.span(7, 8) is None


def test_nothing_is_shown() -> None:
    empty = Positions(())
    assert (empty.position(3), empty.offset(3), empty.range(Span(0, 2)), empty.span(0, 2)) == (None, None, None, None)
