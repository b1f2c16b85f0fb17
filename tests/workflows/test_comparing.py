"""Working with an original beside its translation."""

from reindreader.model.articles import Article, Source
from reindreader.model.text import Block, BlockKind, Span
from reindreader.parallel import rows_to_text
from reindreader.workflows.comparing import beside, both_words, paired


def article(*paragraphs: str) -> Article:
    blocks, start = [], 0
    for part in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(part))))
        start += len(part) + 2
    text = "\n\n".join(paragraphs)
    return Article(text, tuple(blocks), Source("a.txt", "text/plain", "0" * 64, len(text)))


PARAGRAPH = "The father gave three letters to his daughter in May, and she read them all in the night."
ABSATZ = "Der Vater gab im Mai seiner Tochter drei Briefe, und sie las sie alle in der Nacht."
ENGLISH = article(
    "It rained all day in 1911. Nobody waved.",
    PARAGRAPH,
    "A line of 99 words, never translated.",
    "The ship left at 7.",
)
GERMAN = article("Es regnete 1911 den ganzen Tag. Niemand winkte.", ABSATZ, "Das Schiff ging um 7.")


def test_rows_that_were_kept_are_used_while_they_fit() -> None:
    made = beside(ENGLISH, GERMAN, ROWS)
    changed = made.joined(0)
    assert beside(ENGLISH, GERMAN, rows_to_text(changed)).rows == changed.rows
    assert beside(GERMAN, ENGLISH, rows_to_text(changed)).rows != changed.rows


def test_two_articles_are_aligned() -> None:
    rows = beside(ENGLISH, ENGLISH).rows
    assert [(row.first, row.second) for row in rows] == [((n,), (n,)) for n in range(4)]


ROWS = "[[[0], [0], 1], [[1], [1], 1], [[2], [], 1], [[3], [2], 1]]"


def test_a_highlight_reaches_both_and_both_are_copied() -> None:
    both = beside(ENGLISH, GERMAN, ROWS)
    span = Span(ENGLISH.text.index("Nobody waved."), ENGLISH.text.index("Nobody waved.") + 13)
    quote = paired(both, span)
    assert quote is not None
    assert quote.exact == "Niemand winkte."
    assert both_words(both, span) == "Nobody waved. [Niemand winkte.]"
    assert quote.position is not None
    assert both_words(both, quote.position, from_first=False) == "Nobody waved. [Niemand winkte.]"


def test_words_with_nothing_beside_them_stand_alone() -> None:
    both = beside(ENGLISH, GERMAN, ROWS)
    alone = ENGLISH.blocks[2].span
    assert paired(both, alone) is None
    assert both_words(both, alone) == "A line of 99 words, never translated."
