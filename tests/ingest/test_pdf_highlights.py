"""Highlights of a PDF on the words of its text."""

import pytest

from reindreader.ingest import read_source
from reindreader.ingest.pdf import pdf_article
from reindreader.ingest.pdf_highlights import nearest, span_of
from reindreader.model.highlights import Colour
from reindreader.pages.values import PdfHighlight
from tests.pages.papers import HEIGHT, pdf

LINES = ["The lamp at the end of the quay is lit at", "four in the afternoon, two hours before"]
PAGE = [(60.0, 120.0 + 14 * number, 11.0, words) for number, words in enumerate(LINES)]


def test_a_highlight_over_two_lines() -> None:
    quads = " ".join(
        f"{left} {HEIGHT - top} {right} {HEIGHT - top} {left} {HEIGHT - top - 13} {right} {HEIGHT - top - 13}"
        for left, right, top in ((177, 290, 119), (59, 88, 133))
    )
    note = f"<< /Type /Annot /Subtype /Highlight /Rect [59 690 290 730] /QuadPoints [{quads}] /Contents (Why?) /C [1 1 0] >>"
    data = pdf([PAGE], annotations=note)
    read = read_source(data, "a.pdf")
    article, (found,) = read.article, read.highlights
    assert found.span is not None
    words = found.span.slice(article.text)
    assert words.startswith(("quay is lit at four", "the quay is lit at four"))
    assert (found.highlight.note, found.colour) == ("Why?", Colour.YELLOW)


@pytest.mark.parametrize("page", [0, 5])
def test_a_mark_over_no_words_has_no_place(page: int) -> None:
    article = pdf_article(pdf([PAGE]), "a.pdf")
    assert span_of(article, PdfHighlight(page, "highlight", ((400.0, 700.0, 500.0, 712.0),))) is None


@pytest.mark.parametrize(
    ("colour", "ours"),
    [("#ffff00", Colour.YELLOW), ("#ffd100", Colour.YELLOW), ("#a6e22e", Colour.GREEN), ("#00ff00", Colour.GREEN), ("#2ea8e5", Colour.BLUE),
     ("#aa00ff", Colour.ROSE), ("#ff6666", Colour.ROSE), ("#f19837", Colour.ORANGE), ("#808080", Colour.YELLOW), (None, Colour.YELLOW)],
)  # fmt: skip
def test_colours_of_other_programs(colour: str | None, ours: Colour) -> None:
    assert nearest(colour) is ours
