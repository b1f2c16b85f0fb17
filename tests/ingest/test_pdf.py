"""PDF: paragraphs, columns, hyphens, headers and footers, pages and boxes, what the file declares, and bad files."""

import io
import random

import pytest
from pypdf import PdfWriter

from reindreader.errors import UnreadableFileError
from reindreader.ingest import read_article, read_source
from reindreader.ingest.pdf import declared_in, pdf_article
from reindreader.model.articles import Article, ProblemKind
from reindreader.model.text import BlockKind
from reindreader.pages.info import document_info
from reindreader.pages.values import PdfInfo, PdfRefusedError
from tests.pages.papers import HEIGHT, Placed, pdf

LEFT = [
    "The lamp at the end of the quay is lit at", "four in the afternoon, two hours before", "any other lamp of the town, and it is",
    "not put out until noon on the day after.", "Nobody has ever been able to say who", "pays for the oil of it in a winter.",
]  # fmt: skip
RIGHT = [
    "The council denies it, and the harbour", "master shrugs, and the widow who keeps", "the key says only that it is brought to",
    "her on the first of each month in a can.", "I asked the boatmen, who went on with", "mending their nets as if they had heard.",
]  # fmt: skip


def column(left: float, lines: list[str], top: float = 120) -> list[Placed]:
    return [(left, top + 14 * number, 11, words) for number, words in enumerate(lines)]


def words(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.slice(article.text) for block in article.blocks if block.kind is kind]


def test_lines_become_paragraphs() -> None:
    page = [(60, 60, 20, "The Lamp"), *column(60, LEFT), *column(60, RIGHT, 240)]
    article = pdf_article(pdf([page]), "a.pdf")
    assert words(article, BlockKind.HEADING) == ["The Lamp"]
    assert words(article, BlockKind.PARAGRAPH) == [" ".join(LEFT), " ".join(RIGHT)]


def test_columns_are_read_one_after_the_other() -> None:
    rows = [placed for pair in zip(column(50, LEFT), column(310, RIGHT), strict=True) for placed in pair]
    article = pdf_article(pdf([[(50, 60, 18, "The Lamp at the End of the Quay of the Town"), *rows]]), "a.pdf")
    assert " ".join(" ".join(words(article, BlockKind.PARAGRAPH)).split()) == " ".join(LEFT + RIGHT)


def test_headers_footers_and_numbers_are_no_part_of_the_text() -> None:
    pages = [
        [(60, 30, 9, f"Harbour Post {number}"), *column(60, LEFT), (290, 800, 9, str(number))] for number in (7, 8, 9)
    ]
    article = pdf_article(pdf(pages), "a.pdf")
    assert "Harbour Post" not in article.body
    assert not any(line in {"7", "8", "9"} for line in article.body.split("\n"))
    assert words(article, BlockKind.FURNITURE)[0] == "Harbour Post 7"


def test_a_paragraph_goes_on_over_the_page() -> None:
    article = pdf_article(pdf([column(60, LEFT[:2], 700), column(60, LEFT[2:4], 60)]), "a.pdf")
    assert words(article, BlockKind.PARAGRAPH) == [" ".join(LEFT[:4])]
    assert [page.span.slice(article.text).strip() for page in article.pages] == [
        " ".join(LEFT[:2]),
        " ".join(LEFT[2:4]),
    ]


def test_each_line_has_its_box() -> None:
    article = pdf_article(pdf([column(60, LEFT)]), "a.pdf")
    boxes = article.pages[0].boxes
    assert [box.span.slice(article.text) for box in boxes] == LEFT
    assert all(59 < box.left < box.right < 400 and 110 < box.top < box.bottom < HEIGHT for box in boxes)


def test_printed_labels() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D /St 117 >>] >>"
    article = pdf_article(pdf([column(60, LEFT), column(60, RIGHT)], catalog=labels), "a.pdf")
    assert [page.label for page in article.pages] == ["iv", "117"]


def test_pages_that_are_pictures_say_so() -> None:
    article = pdf_article(pdf([[]], picture=True), "a.pdf")
    assert article.text == ""
    assert [problem.kind for problem in article.problems] == [ProblemKind.NO_TEXT_LAYER]
    assert [problem.kind for problem in pdf_article(pdf([[]]), "a.pdf").problems] == [ProblemKind.EMPTY]


def test_what_the_file_declares() -> None:
    info = document_info(pdf([column(60, LEFT)], info="/Title (The Lamp) /Author (Mei Lam) /CreationDate (D:20201130)"))
    found = [
        (claim.field, getattr(claim.value, "text", None) or claim.value.name.literal, claim.evidence[0].where)
        for claim in declared_in(info)
    ]  # type: ignore[union-attr]
    assert found == [("title", "The Lamp", "PDF /Title"), ("author", "Mei Lam", "PDF /Author")]


@pytest.mark.parametrize(
    ("title", "author"), [("Microsoft Word - lamp.doc", "Administrator"), ("lamp_final.docx", "user"), ("untitled", "")]
)
def test_what_programs_fill_in_is_no_fact(title: str, author: str) -> None:
    assert declared_in(PdfInfo((("title", title, "PDF /Title"), ("author", author, "PDF /Author")))) == ()


def test_highlights_that_are_in_the_file() -> None:
    quad = f"60 {HEIGHT - 118} 200 {HEIGHT - 118} 60 {HEIGHT - 132} 200 {HEIGHT - 132}"
    note = f"<< /Type /Annot /Subtype /Highlight /Rect [60 700 200 730] /QuadPoints [{quad}] /Contents (Why?) /C [1 1 0] >>"
    (found,) = document_info(pdf([column(60, LEFT)], annotations=note)).highlights
    assert (found.page, found.note, found.colour) == (0, "Why?", "#ffff00")
    assert found.boxes == ((60.0, 118.0, 200.0, 132.0),)


def test_the_worker_reads_a_file_by_its_first_bytes() -> None:
    article = read_article(pdf([column(60, LEFT)], info="/Title (The Lamp)"), "paper")
    assert article.source.media_type == "application/pdf"
    assert [claim.field for claim in article.declared] == ["title"]


def locked(data: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user_password=password, owner_password="harbour", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_locked_file_needs_its_password() -> None:
    data = locked(pdf([column(60, LEFT)], info="/Title (The Lamp)"), "oil")
    for password, reason in ((None, "encrypted"), ("gas", "password")):
        with pytest.raises(UnreadableFileError) as raised:
            read_source(data, "a.pdf", password=password)
        assert raised.value.reason == reason
    article = read_source(data, "a.pdf", password="oil").article
    assert article.body == " ".join(LEFT)
    assert [claim.field for claim in article.declared] == ["title"]


def test_a_file_that_anyone_may_open_needs_none() -> None:
    article = read_article(locked(pdf([column(60, LEFT)], info="/Title (The Lamp)"), ""), "a.pdf")
    assert article.body == " ".join(LEFT)
    assert [claim.field for claim in article.declared] == ["title"]


def test_the_outline_names_headings() -> None:
    page = [(60, 60, 11, "2.1 The Oil of the Lamp"), *column(60, LEFT, 100)]
    plain = pdf([[(60, 60, 20, "The Lamp"), *column(60, RIGHT)], page])
    writer = PdfWriter(clone_from=io.BytesIO(plain))
    part = writer.add_outline_item(title="The Lamp", page_number=0)
    writer.add_outline_item(title="The oil of the lamp", page_number=1, parent=part)
    writer.add_outline_item(title="What is not there", page_number=1)
    file = io.BytesIO()
    writer.write(file)
    blocks = read_article(file.getvalue(), "a.pdf").blocks
    assert [(block.kind, block.level) for block in blocks if block.kind is BlockKind.HEADING] == [
        (BlockKind.HEADING, 0),
        (BlockKind.HEADING, 2),
    ]


def test_a_page_that_is_a_picture_among_others_is_named() -> None:
    problems = pdf_article(pdf([column(60, LEFT), []], picture=True), "a.pdf").problems
    assert (problems[0].kind, problems[0].detail) == (ProblemKind.NO_TEXT_LAYER, "2")


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 500, b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n"],
)
def test_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read_article(data, "a.pdf")
    assert raised.value.reason in {"broken", "empty"}


def test_mutated_files_are_read_or_refused() -> None:
    chance = random.Random(13)
    data = pdf([column(60, LEFT), column(60, RIGHT)], info="/Title (The Lamp)")
    for _ in range(150):
        broken = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)
        for _ in range(chance.randrange(1, 20)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        document_info(bytes(broken))
        assert outcome(bytes(broken)) in {"read", "broken", "encrypted", "empty"}


def outcome(data: bytes) -> str:
    try:
        pdf_article(data, "a.pdf")
    except PdfRefusedError as error:
        return error.reason
    return "read"


@pytest.mark.shared
def test_the_files_beside_the_project_open_or_are_refused(shared) -> None:  # type: ignore[no-untyped-def]
    outcomes = [outcome(path.read_bytes()) for path in sorted((shared / "pdf").glob("*/*.pdf"))]
    assert outcomes.count("read") >= len(outcomes) * 0.9
    assert set(outcomes) <= {"read", "broken", "encrypted"}
