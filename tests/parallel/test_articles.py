"""Two articles side by side: our own sample and its Chinese version, and small texts."""

from functools import cache
from itertools import pairwise

import pytest

from reindreader.model.articles import Article, Source
from reindreader.model.text import Block, BlockKind, Span
from reindreader.parallel import (
    Alignment,
    Row,
    align_articles,
    aligned_blocks,
    beads,
    counterpart,
    rows_from_text,
    rows_to_text,
)
from reindreader.resources import resource_path
from reindreader.workflows.reading import read_file


@cache
def sample(name: str) -> Article:
    return read_file(resource_path(f"samples/{name}")).article


@cache
def letters() -> Alignment:
    return align_articles(sample("welcome.txt"), sample("welcome.zh-Hant.txt"))


def article(*paragraphs: str) -> Article:
    blocks, start = [], 0
    for part in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(part))))
        start += len(part) + 2
    text = "\n\n".join(paragraphs)
    return Article(text, tuple(blocks), Source("a.txt", "text/plain", "0" * 64, len(text)))


def shape(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(row.first, row.second) for row in alignment.rows]


def test_our_sample_and_its_chinese_version_stand_paragraph_by_paragraph() -> None:
    rows = letters().rows
    assert [(len(row.first), len(row.second)) for row in rows] == [(1, 1)] * len(rows)
    assert len(rows) >= 17
    assert all(row.confidence > 0.5 for row in rows)


def test_our_sample_the_other_way_round() -> None:
    turned = align_articles(letters().second, letters().first)
    assert [(b, a) for a, b in shape(turned)] == shape(letters())


def test_a_missing_paragraph_is_a_gap() -> None:
    first, second = letters().first, letters().second
    kept = [block for n, block in enumerate(second.blocks) if n != letters().rows[9].second[0]]
    shorter = Article(second.text, tuple(kept), second.source)
    gaps = [row for row in align_articles(first, shorter).rows if not row.second]
    assert [row.first for row in gaps] == [letters().rows[9].first]


def test_a_place_leads_to_the_sentences_beside_it_and_back() -> None:
    both = letters()
    start = both.first.text.index("Bad news was free")
    place = counterpart(both, Span(start, start + 8))
    assert place is not None
    assert place.slice(both.second.text) == "壞消息不收錢。"
    back = counterpart(both, place, from_first=False)
    assert back is not None
    assert back.slice(both.first.text) == "Bad news was free."


def test_a_place_across_paragraphs_leads_to_all_of_them() -> None:
    both = letters()
    one, other = (both.first.blocks[both.rows[n].first[0]].span for n in (4, 5))
    place = counterpart(both, Span(one.start, other.end))
    assert place is not None
    spans = [both.second.blocks[both.rows[n].second[0]].span for n in (4, 5)]
    assert place == Span.around(*spans)


def test_sentences_of_a_row_are_in_order_and_within_it() -> None:
    both = letters()
    for number, row in enumerate(both.rows):
        found = beads(both, number)
        for first in (True, False):
            spans = [span for bead in found if (span := bead.side(first=first))]
            block = both.article(first=first).blocks[row.side(first=first)[0]].span
            assert all(span.within(block) for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))


def test_nothing_beside_a_text_is_gaps() -> None:
    one, none = article("Only this.", "And that."), article()
    alignment = align_articles(one, none)
    assert shape(alignment) == [((0,), ()), ((1,), ())]
    assert beads(alignment, 0)[0].second is None
    assert counterpart(alignment, Span(0, 4)) is None
    assert shape(align_articles(none, one)) == [((), (0,)), ((), (1,))]


def test_a_place_outside_the_rows_has_no_counterpart() -> None:
    one = article("First.", "A note.")
    noted = Article(one.text, (one.blocks[0], Block(BlockKind.FOOTNOTE, one.blocks[1].span)), one.source)
    alignment = align_articles(noted, article("Erstens."))
    assert aligned_blocks(noted) == (0,)
    assert alignment.row_of(0, first=True) == 0
    assert alignment.row_of(1, first=True) is None
    assert counterpart(alignment, one.blocks[1].span) is None


def three() -> Alignment:
    rows = (Row((0,), (0,), 0.9), Row((1,), (1,), 0.4), Row((2,), (), 0.5))
    return Alignment(rows, article("a b.", "c d.", "e f."), article("A B.", "C D."))


def test_rows_are_nudged_split_and_joined_and_the_old_ones_stay() -> None:
    old = three()
    assert shape(old.nudged(1, 1, first=False)) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]
    assert shape(old.nudged(1, -1, first=False)) == [((0,), (0, 1)), ((1,), ()), ((2,), ())]
    assert shape(old.nudged(2, -1, first=True)) == [((0,), (0,)), ((1, 2), (1,))]
    assert shape(old.nudged(0, -1, first=True)) == [((0,), ()), ((), (0,)), ((1,), (1,)), ((2,), ())]
    assert shape(old.nudged(2, 1, first=True)) == shape(old)
    assert shape(old.joined(0)) == [((0, 1), (0, 1)), ((2,), ())]
    assert shape(old.joined(0).split(0, 1, 1)) == shape(old)
    assert shape(old.split(0, 1, 0)) == [((0,), ()), ((), (0,)), ((1,), (1,)), ((2,), ())]
    assert old.joined(0).rows[0].confidence == 1
    assert old == three()


def test_what_cannot_be_done_to_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to move"):
        three().nudged(2, 1, first=False)
    with pytest.raises(ValueError, match="without blocks"):
        three().split(0, 0, 0)
    with pytest.raises(IndexError):
        three().joined(2)
    with pytest.raises(ValueError, match="cross"):
        Alignment((Row((1,), (0,)), Row((0,), (1,))), article("a", "b"), article("c", "d"))


def test_rows_are_kept_as_text_for_the_same_articles() -> None:
    old = three()
    assert rows_from_text(rows_to_text(old), old.first, old.second) == old
    assert rows_from_text(rows_to_text(old), old.second, old.first) is None
    for other in ("", "[]", "[[1]]", "[[[0], [0], 1]]", "3", "[[[0], [[0]], 1]]"):
        assert rows_from_text(other, old.first, old.second) is None
