"""Anchoring: on the very words or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from reindreader.anchoring import anchor, occurrences, quote_of, words_in
from reindreader.model.highlights import Quote
from reindreader.model.text import Span

TEXT = "The ferry left. Nobody waved.\n\nNobody waved, and the ferry left. “It’s late,” she said — twice."


def test_finds_a_quotation_after_the_text_before_it_grew() -> None:
    quote = quote_of(TEXT, Span(31, 43))
    assert quote.exact == "Nobody waved"
    longer = "A new first line. " + TEXT
    assert anchor(TEXT, quote) == Span(31, 43)
    assert anchor(longer, quote) == Span(49, 61)


def test_words_that_are_gone_are_lost() -> None:
    quote = quote_of(TEXT, Span(4, 14))
    assert anchor(TEXT.replace("ferry", "boat"), quote) is None


def test_one_of_several_is_taken_only_where_its_surroundings_say_which() -> None:
    assert anchor("echo echo", Quote("echo")) is None
    assert anchor("echo echo", Quote("echo", position=Span(5, 9))) == Span(5, 9)
    assert anchor("echo. echo!", Quote("echo", suffix="!")) == Span(6, 10)


def test_typed_words_find_typographic_ones() -> None:
    (place,) = words_in(TEXT, '"It\'s late," she said -  twice')
    assert place.slice(TEXT) == "“It’s late,” she said — twice"
    assert words_in(TEXT, "waved. Nobody")[0].slice(TEXT) == "waved.\n\nNobody"
    assert words_in(TEXT, " ") == occurrences(TEXT, " ")
    assert words_in(TEXT, "") == []


def test_all_places_are_found_overlapping_ones_too() -> None:
    assert occurrences("aaa", "aa") == [Span(0, 2), Span(1, 3)]


@given(st.text("abc ", min_size=5, max_size=60), st.data())
def test_never_on_other_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_of(text, Span(start, end))
    assert anchor(text, quote) == Span(start, end)
    other = data.draw(st.text("abc ", max_size=60))
    place = anchor(other, quote)
    assert place is None or place.slice(other) == quote.exact
