"""Pages as they are printed: sizes, labels, drawings, letters and links, as pdfium has them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reindreader.pages.printed import forget, outline, page_image, page_letters, page_links, printed_document
from reindreader.pages.values import PdfRefusedError
from tests.pages.papers import HEIGHT, WIDTH, pdf

LINES = [
    (60.0, 100.0, 12.0, "The lamp at the end of the quay"),
    (60.0, 116.0, 12.0, "is lit at four in the afternoon."),
]
LABELS = "/PageLabels << /Nums [0 << /S /r /St 4 >> 2 << /S /D /St 117 >>] >>"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    forget()


def kept(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return str(path)


def test_sizes_and_labels(tmp_path: Path) -> None:
    found = printed_document(kept(tmp_path, pdf([LINES] * 4, catalog=LABELS)))
    assert found.sizes == ((WIDTH, HEIGHT),) * 4
    assert found.labels == ("iv", "v", "117", "118")
    assert not found.signed


def test_a_page_is_drawn_as_large_as_asked_and_turned(tmp_path: Path) -> None:
    path = kept(tmp_path, pdf([LINES]))
    upright, turned = page_image(path, None, 0, 0.5), page_image(path, None, 0, 0.5, 90)
    assert (upright.width, upright.height) == (298, 421)
    assert (turned.width, turned.height) == (421, 298)
    assert len(upright.pixels) == upright.stride * upright.height
    assert min(upright.pixels) < 100, "there is ink on it"


def annotation(kind: str, left: float, bottom: float, right: float, top: float) -> str:
    quad = f"{left} {top} {right} {top} {left} {bottom} {right} {bottom}"
    rect = f"{left} {bottom} {right} {top}"
    return f"<< /Type /Annot /Subtype /{kind} /F 4 /C [0 1 0] /Rect [{rect}] /QuadPoints [{quad}] >> "


def greens(path: str) -> int:
    """How many pixels have a colour."""
    image = page_image(path, None, 0, 1.0)
    found = image.pixels
    return sum(found[at] < found[at + 1] - 40 for at in range(0, len(found), 4))


@pytest.mark.parametrize("kind", ["Highlight", "Underline"])
def test_marks_on_words_are_left_to_our_highlights(tmp_path: Path, kind: str) -> None:
    path = kept(tmp_path, pdf([LINES], annotations=annotation(kind, 60, HEIGHT - 104, 160, HEIGHT - 88)))
    assert greens(path) == 0


def test_marks_on_pictures_and_lines_through_words_are_drawn(tmp_path: Path) -> None:
    assert greens(kept(tmp_path, pdf([LINES], annotations=annotation("Highlight", 60, 300, 160, 316)))) > 500
    struck = annotation("StrikeOut", 60, HEIGHT - 104, 160, HEIGHT - 88)
    forget()
    assert greens(kept(tmp_path, pdf([LINES], annotations=struck))) > 20


def test_letters_stand_where_the_words_were_set(tmp_path: Path) -> None:
    first, second = page_letters(kept(tmp_path, pdf([LINES])), None, 0)
    assert first.text == "The lamp at the end of the quay"
    assert second.text == "is lit at four in the afternoon."
    assert len(first.places) == 4 * len(first.text)
    lefts, tops = first.places[0::4], first.places[1::4]
    assert lefts[0] == pytest.approx(60, abs=1)
    assert list(lefts) == sorted(lefts)
    assert all(100 < top < 116 for top in tops)


def test_letters_of_a_turned_page_stand_on_the_page_as_shown(tmp_path: Path) -> None:
    data = pdf([LINES]).replace(b"/MediaBox", b"/Rotate 90 /MediaBox")
    (first, _) = page_letters(kept(tmp_path, data), None, 0)
    lefts, tops = first.places[0::4], first.places[1::4]
    assert list(tops) == sorted(tops), "the line runs down"
    assert max(lefts) - min(lefts) < 16
    assert min(lefts) > HEIGHT - 130


def test_links_to_pages_and_addresses(tmp_path: Path) -> None:
    inside = "<< /Type /Annot /Subtype /Link /Rect [60 700 200 720] /Dest [6 0 R /Fit] >>"
    outside = "<< /Type /Annot /Subtype /Link /Rect [60 600 200 620] /A << /S /URI /URI (https://example.org/x) >> >>"
    one, other = page_links(kept(tmp_path, pdf([LINES, LINES], annotations=f"{inside} {outside}")), None, 0)
    assert (one.page, one.address) == (1, None)
    assert one.box == pytest.approx((60, HEIGHT - 720, 200, HEIGHT - 700), abs=0.1)
    assert (other.page, other.address) == (None, "https://example.org/x")


def test_a_file_without_an_outline_has_none(tmp_path: Path) -> None:
    assert outline(kept(tmp_path, pdf([LINES]))) == ()


@pytest.mark.parametrize(("data", "reason"), [(b"%PDF-1.7\nnothing", "broken"), (None, "missing")])
def test_what_does_not_open_says_why(tmp_path: Path, data: bytes | None, reason: str) -> None:
    path = kept(tmp_path, data) if data is not None else str(tmp_path / "gone.pdf")
    with pytest.raises(PdfRefusedError) as caught:
        printed_document(path)
    assert caught.value.reason == reason


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PdfRefusedError):
        page_image(kept(tmp_path, pdf([LINES])), None, 7, 1.0)
