"""A line that ends in mid-sentence goes on in the next one, also where the rest of the text is not wrapped."""

from reindreader.ingest import read_article
from reindreader.model.text import BlockKind


def paragraphs(text: str) -> list[str]:
    article = read_article(text.encode(), "a.txt")
    return [block.span.slice(article.text) for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def test_a_single_wrapped_line_is_no_new_paragraph() -> None:
    wrapped = (
        "Nobody reads the ledger. It is written all the same, in a hand that changes every eleven years, when a clerk\n"
        "retires and another one learns to make the same seven."
    )
    text = f"The Lamps\n\nThe office keeps a ledger of every lamp on the breakwater.\n\n{wrapped}\n\nThe lamps went on burning.\n"
    assert wrapped in paragraphs(text)


def test_a_byline_below_a_long_title_is_not_part_of_it() -> None:
    text = "What the Harbour Office Owes to All Its Clerks, and to Their Sons\nby Tobias Quill\n\nThe office keeps a ledger.\n"
    article = read_article(text.encode(), "a.txt")
    assert article.blocks[0].span.slice(text) == text.split("\n", maxsplit=1)[0]
