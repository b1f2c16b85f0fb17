"""Highlights of a text that has changed."""

from dataclasses import replace

import pytest

from reindreader.anchoring import AnchorChange, Change, quote_of
from reindreader.model.articles import Article, Source
from reindreader.model.highlights import AnchorState, Colour, Highlight, Locator, Quote
from reindreader.model.text import Block, BlockKind, Span
from reindreader.workflows.reanchoring import accepted, change_of, locator_now, outcomes, reanchored, refused

OLD = "The ferry left at seven.\n\nNobody waved.\n\nThe quay was empty all that day, and the next."
NEW = "In spring.\n\nThe ferry left at eight.\n\nNobody waved."


def highlight(words: str, text: str = OLD) -> Highlight:
    start = text.index(words)
    return Highlight(quote_of(text, Span(start, start + len(words))), Colour.ROSE, "a note", ("tag",))


def test_each_ends_anchored_changed_or_lost_with_its_note() -> None:
    marks = [highlight("Nobody waved."), highlight("left at seven"), highlight("all that day, and the next")]
    kept, changed, lost = reanchored(OLD, NEW, marks)
    assert kept == replace(marks[0], quote=quote_of(NEW, Span(38, 51)))
    assert (changed.state, changed.quote.exact) == (AnchorState.CHANGED, "left at seven")
    assert changed.quote.position is not None
    assert changed.quote.position.slice(NEW) == "left at eight"
    assert (lost.state, lost.quote.position, lost.quote.exact) == (AnchorState.LOST, None, "all that day, and the next")


def test_a_change_is_shown_and_accepted_or_refused() -> None:
    (changed,) = reanchored(OLD, NEW, [highlight("left at seven")])
    assert [c for c in change_of(NEW, changed) if not c.same] == [Change("seven", "eight")]
    taken = accepted(NEW, changed)
    assert (taken.state, taken.quote.exact, taken.note) == (AnchorState.ANCHORED, "left at eight", "a note")
    left = refused(changed)
    assert (left.state, left.quote.exact, left.quote.position) == (AnchorState.LOST, "left at seven", None)
    assert change_of(NEW, left) == (Change("left at seven", ""),)
    with pytest.raises(ValueError, match="place"):
        accepted(NEW, left)


def test_an_open_question_stays_one_until_the_words_come_back() -> None:
    (changed,) = reanchored(OLD, NEW, [highlight("left at seven")])
    later = "Long before.\n\n" + NEW
    (still,) = outcomes(NEW, later, [changed])
    assert (still.change, still.highlight.quote.exact) == (AnchorChange.CHANGED, "left at seven")
    assert still.highlight.quote.position == Span(36, 49)
    (back,) = outcomes(NEW, OLD, [changed])
    assert (back.change, back.highlight.state) == (AnchorChange.SAME, AnchorState.ANCHORED)
    (gone,) = outcomes(NEW, "Nothing of it.", [changed])
    assert gone.highlight.state is AnchorState.LOST


def test_a_lost_highlight_is_found_when_its_words_come_back() -> None:
    (lost,) = reanchored(OLD, NEW, [highlight("all that day, and the next")])
    assert reanchored(NEW, NEW, [lost]) == (lost,)
    assert reanchored(NEW, OLD, [lost])[0].state is AnchorState.ANCHORED


def test_a_place_that_does_not_hold_is_looked_up() -> None:
    (found,) = reanchored(OLD, NEW, [Highlight(Quote("Nobody waved.", position=Span(0, 5)))])
    assert found.quote.position == Span(38, 51)


def article(text: str) -> Article:
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(part))))
        start += len(part) + 2
    return Article(text, tuple(blocks), Source("a.txt", "text/plain", "0" * 64, len(text)))


def test_an_old_citation_says_which_paragraph_it_is_now() -> None:
    old, new = article(OLD), article(NEW)
    assert locator_now(old, new, Locator("paragraph", "2")) == Locator("paragraph", "3")
    assert locator_now(old, new, Locator("paragraph", "1–2")) == Locator("paragraph", "2–3")
    assert locator_now(old, new, Locator("paragraph", "3")) is None
    assert locator_now(old, new, Locator("paragraph", "9")) is None
    assert locator_now(old, new, Locator("page", "2")) is None
