"""Articles, quotations, and the values that refuse nonsense."""

import pytest

from reindreader.model.articles import Article, Image, Source
from reindreader.model.highlights import Quote
from reindreader.model.records import TaggedText, Title
from reindreader.model.text import Block, BlockKind, Span

SOURCE = Source("a.txt", "text/plain", "0" * 64, 4)
TEXT = "Title\n\nOne.\n\nPart\n\nTwo.\n\nBy me"
BLOCKS = (
    Block(BlockKind.HEADING, Span(0, 5)),
    Block(BlockKind.PARAGRAPH, Span(7, 11)),
    Block(BlockKind.HEADING, Span(13, 17), level=1),
    Block(BlockKind.PARAGRAPH, Span(19, 23)),
    Block(BlockKind.CREDIT, Span(25, 30)),
)


def test_the_body_has_its_headings_but_neither_title_nor_credits() -> None:
    assert Article(TEXT, BLOCKS, SOURCE).body == "One.\n\nPart\n\nTwo."


def test_finds_the_block_and_the_number_of_a_place() -> None:
    article = Article(TEXT, BLOCKS, SOURCE)
    assert article.block_at(20) is BLOCKS[3]
    assert article.block_at(12) is None
    assert article.numbers.at(20) == 2


def test_refuses_blocks_outside_the_text() -> None:
    with pytest.raises(ValueError, match="out of"):
        Article("short", BLOCKS, SOURCE)


@pytest.mark.parametrize("make", [lambda: Title(" "), lambda: TaggedText(""), lambda: Quote("")])
def test_refuses_words_that_are_none(make) -> None:
    with pytest.raises(ValueError, match="without words"):
        make()


@pytest.mark.parametrize(("sha256", "data"), [("", b"x"), ("0" * 63 + "G", b"x"), ("0" * 64, b"")])
def test_refuses_a_picture_without_bytes_or_hash(sha256: str, data: bytes) -> None:
    with pytest.raises(ValueError, match="picture"):
        Image(sha256, "image/png", data)
