"""What is quoted of a text: its words, and nothing that only stands between them."""

from pathlib import Path

from reindreader.ingest import read_article
from reindreader.library import Library
from reindreader.model.articles import Article
from reindreader.model.text import Span
from reindreader.workflows.highlighting import find_quote
from reindreader.workflows.importing import import_files
from reindreader.workflows.progress import finish
from reindreader.workflows.quoting import quoted_words
from tests.pages.papers import Placed, pdf

PAGE = b"""<html lang="en"><body><article><h1>What the Harbour Owes</h1>
<p>The office keeps a ledger of every lamp.<sup><a href="#fn1">1</a></sup> Nobody reads it, and it is written all the same.</p>
<p>A lamp that is out is a sentence that begins with the word again, and ends nowhere in particular at all.</p>
<p>The clerk said so himself, in a hand that changes every eleven years, when another learns to make the seven.</p>
<ol><li id="fn1">The ledger was lost in the flood.</li></ol></article></body></html>"""


def quoted(article: Article, first: str, last: str) -> str:
    start = article.text.index(first)
    return quoted_words(article, Span(start, article.text.index(last, start) + len(last)))


def test_the_number_of_a_note_is_no_word_of_the_quotation() -> None:
    article = read_article(PAGE, "a.html")
    assert quoted(article, "The office", "reads it") == "The office keeps a ledger of every lamp. Nobody reads it"


def test_a_quotation_runs_on_over_a_note_at_the_foot_of_the_page() -> None:
    first: list[Placed] = [(60, 700 + 14 * n, 11, line) for n, line in enumerate(LINES[:2])]
    foot: list[Placed] = [(60, 770, 8, "1 The ledger was lost in the flood of that year, and with it the hand.")]
    second: list[Placed] = [(60, 60 + 14 * n, 11, line) for n, line in enumerate(LINES[2:])]
    article = read_article(pdf([[*first, *foot], second]), "a.pdf")
    assert "1 The ledger" not in quoted(article, "every lamp", "the tenth of them.")
    assert quoted(article, "hand", "The tenth").split() == ["hand,", "and", "nobody", "reads", "it.", "The", "tenth"]


def test_a_note_alone_can_be_quoted() -> None:
    article = read_article(PAGE, "a.html")
    assert quoted(article, "The ledger was", "flood.") == "The ledger was lost in the flood."


LINES = [
    "The office keeps a ledger of every lamp of the eastern breakwater, in a clear and level",
    "hand, and nobody reads it.",
    "The tenth clerk of it has begun to write the sevens as they were written by the first, and",
    "the eleventh will not know that there was ever another seven than that of the tenth of them.",
]


def test_words_are_found_without_the_number_of_a_note(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (outcome,) = finish(import_files(library, [tmp_path / "a.html"])).outcomes
    key = library.get(outcome.record or 0).key
    _, article, span = find_quote(library, key, "every lamp. Nobody reads it")
    assert span.slice(article.text) == "every lamp.1 Nobody reads it"
