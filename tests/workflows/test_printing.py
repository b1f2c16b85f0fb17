"""A copy of a record's PDF that carries its highlights."""

from pathlib import Path

import pytest

from reindreader.errors import NoTextError
from reindreader.ingest.pdf import pdf_article
from reindreader.ingest.pdf_highlights import found_highlights
from reindreader.library import Library
from reindreader.model.highlights import Colour
from reindreader.model.text import Span
from reindreader.pages.info import document_info
from reindreader.workflows.highlighting import highlight_span
from reindreader.workflows.importing import import_files, import_text
from reindreader.workflows.printing import printed_file, save_marked_up
from reindreader.workflows.progress import finish
from tests.pages.papers import pdf

PAGE = [(60.0, 100.0 + 14 * n, 12.0, f"Line {n} of what stands on a quay at four in the afternoon") for n in range(12)]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.sqlite")


def test_the_highlights_come_back_from_the_copy(library: Library, tmp_path: Path) -> None:
    source = tmp_path / "quay.pdf"
    source.write_bytes(pdf([PAGE, PAGE]))
    (outcome,) = finish(import_files(library, [source])).outcomes
    assert outcome.record is not None
    article = library.article(outcome.record)
    start = article.text.index("Line 3 of")
    highlight_span(library, outcome.record, Span(start, start + 40), Colour.GREEN, note="Why four?")
    highlight_span(library, outcome.record, Span(10, 60), Colour.UNDERLINE)
    saved = finish(save_marked_up(library, outcome.record, tmp_path / "copy.pdf", author="Ada"))
    assert (saved.written, saved.there, saved.placeless, saved.signed) == (2, 0, 0, False)
    copy = (tmp_path / "copy.pdf").read_bytes()
    assert copy.startswith(source.read_bytes())
    kinds = {(own.kind, own.note, own.author) for own in document_info(copy).highlights}
    assert kinds == {("highlight", "Why four?", "Ada"), ("underline", "", "Ada")}
    again = pdf_article(copy, "copy.pdf")
    found = [own.span.slice(again.text) for own in found_highlights(document_info(copy).highlights, again) if own.span]
    assert any(own.startswith("Line 3 of what stands on a quay") for own in found)
    kept = printed_file(library, article)
    assert kept is not None
    assert kept.read_bytes() == source.read_bytes()


def test_a_text_that_is_no_pdf_has_no_pages(library: Library, tmp_path: Path) -> None:
    outcome = import_text(library, "A title\n\nSome words of a paragraph.", "notes.txt")
    assert outcome.record is not None
    with pytest.raises(NoTextError):
        finish(save_marked_up(library, outcome.record, tmp_path / "copy.pdf"))
    assert not (tmp_path / "copy.pdf").exists()
