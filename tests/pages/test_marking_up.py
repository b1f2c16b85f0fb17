"""A copy of a PDF with highlights: the old bytes are untouched, and other readers find the marks."""

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from reindreader.ingest.pdf import pdf_article
from reindreader.ingest.pdf_highlights import span_of
from reindreader.pages.info import document_info
from reindreader.pages.marking_up import marked_up
from reindreader.pages.printed import forget, page_letters
from reindreader.pages.values import Markup, PdfRefusedError
from tests.pages.papers import pdf

LINES = [
    (60.0, 100.0, 12.0, "The lamp at the end of the quay"),
    (60.0, 116.0, 12.0, "is lit at four in the afternoon."),
]
YELLOW, BROWN = (0.98, 0.91, 0.63), (0.6, 0.45, 0.0)
NOTE = "Who lights it? 誰點的燈？"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    forget()


def kept(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return str(path)


def mark_of(path: str, first: int, last: int) -> Markup:
    """The letters of the first line from ``first`` to ``last``, and all of the second line."""
    one, other = page_letters(path, None, 0)
    boxes = tuple(
        (line.places[4 * a], min(line.places[1::4]), line.places[4 * b + 2], max(line.places[3::4]))
        for line, a, b in ((one, first, last), (other, 0, len(other.text) - 1))
    )
    return Markup(0, boxes, YELLOW, BROWN, note=NOTE, author="Ada", name="h-1", date="D:20150101000000Z")


@pytest.mark.parametrize("turned", [False, True])
def test_the_old_bytes_are_untouched_and_the_mark_is_found_again(tmp_path: Path, turned: bool) -> None:
    data = pdf([LINES])
    data = data.replace(b"/MediaBox", b"/Rotate 90 /MediaBox") if turned else data
    path = kept(tmp_path, data)
    copy, count = marked_up(path, None, [mark_of(path, 4, 7)])
    assert count == 1
    assert copy.startswith(data)
    (found,) = document_info(copy).highlights
    assert (found.kind, found.note, found.author) == ("highlight", NOTE, "Ada")
    article = pdf_article(copy, "a.pdf")
    span = span_of(article, found)
    assert span is not None
    assert "lamp at" in span.slice(article.text)


def test_the_mark_is_drawn_by_viewers_that_trust_its_appearance(tmp_path: Path) -> None:
    path = kept(tmp_path, pdf([LINES]))
    copy, _ = marked_up(path, None, [mark_of(path, 0, 7)])
    (tmp_path / "b.pdf").write_bytes(copy)
    blue, green, red = drawn(path, 75, 105)  # between the letters' tops, on the first words
    assert blue == green == red
    blue, _green, red = drawn(str(tmp_path / "b.pdf"), 75, 105)
    assert red > blue


def drawn(path: str, left: int, top: int) -> list[int]:
    """What pdfium draws there, with the marks: blue, green, red."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        bitmap = document[0].render()
        at = top * bitmap.stride + left * bitmap.n_channels
        return list(bitmap.buffer[at : at + 3])


def test_what_the_file_has_already_is_not_written_twice(tmp_path: Path) -> None:
    path = kept(tmp_path, pdf([LINES]))
    mark = mark_of(path, 4, 7)
    copy, _ = marked_up(path, None, [mark])
    again = kept(tmp_path, copy)
    assert marked_up(again, None, [mark]) == (copy, 0)


def test_an_underline_and_a_file_that_ends_without_a_line_end(tmp_path: Path) -> None:
    path = kept(tmp_path, pdf([LINES]).rstrip())
    copy, _ = marked_up(path, None, [Markup(0, ((60, 100, 120, 112),), YELLOW, BROWN, underline=True)])
    annotation = PdfReader(io.BytesIO(copy), strict=True).pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    assert annotation["/Subtype"] == "/Underline"
    assert "/N" in annotation["/AP"]


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PdfRefusedError):
        marked_up(kept(tmp_path, b"%PDF-1.4 nothing"), None, [Markup(0, ((0, 0, 9, 9),), YELLOW, BROWN)])
