"""Code points and UTF-16 agree, also beyond the Basic Multilingual Plane."""

from hypothesis import given
from hypothesis import strategies as st

from reindreader.desktop.positions import Units, one_a_unit, with_hyphens

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


@given(TEXTS, st.data())
def test_soft_hyphens_of_ours_belong_to_no_code_point(text: str, data: st.DataObject) -> None:
    breaks = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=4))) if len(text) > 1 else []
    shown, units = with_hyphens(text, breaks), Units(text, breaks)
    assert units.length == len(shown.encode("utf-16-le")) // 2
    assert shown.replace("\u00ad", "") == text
    for point in range(len(text) + 1):
        assert units.point(units.unit(point)) == point
        assert (
            one_a_unit(shown)[: units.end(point)].rstrip("\u00ad") == one_a_unit(text[:point]) or units.end(point) > 0
        )
    for unit in range(units.length):
        assert units.is_hyphen(unit) == (one_a_unit(shown)[unit] == "\u00ad")


def test_a_stretch_ends_before_the_hyphen_that_follows_it() -> None:
    units = Units("ab𠮷cd", (3,))
    assert (units.end(3), units.unit(3)) == (4, 5)
    assert units.point(4) == 3


def test_one_character_a_unit() -> None:
    assert len(one_a_unit("a𠮷b")) == 4
    assert one_a_unit("plain") == "plain"
