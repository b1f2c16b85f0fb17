"""PDF files: text with its pages and boxes, and what the file declares. Read by pdfium and pypdf in the worker process."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reindreader.errors import UnreadableFileError
from reindreader.ingest.docx_properties import UNTITLED, is_person
from reindreader.ingest.html_claims import claims_of
from reindreader.ingest.html_facts import Fact
from reindreader.ingest.pdf_measures import Paragraph
from reindreader.ingest.pdf_notes import Noted, Raised, marks_of, words_at
from reindreader.ingest.pdf_outline import with_outline
from reindreader.ingest.pdf_paragraphs import furniture_words, paragraphs_of
from reindreader.model.articles import Article, Problem, ProblemKind, Source
from reindreader.model.claims import Claim
from reindreader.model.text import Block, BlockKind, Box, Mark, Page, Span
from reindreader.pages import Limits, Told, WorkerFailedError, in_worker, in_worker_told
from reindreader.pages.furniture import furniture_of
from reindreader.pages.info import document_info
from reindreader.pages.numbers import printed_labels
from reindreader.pages.values import DocumentLines, PageLines, PdfHighlight, PdfInfo, PdfRefusedError

LIMITS, INFO_LIMITS = Limits(seconds=7.5), Limits(seconds=2.5)
"""Together the ten seconds that a file has."""
MEDIA_TYPE = "application/pdf"

_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_FILE_NAME = re.compile(
    r"^microsoft \w+ -|\.(?:docx?|tex|dvi|pdf|indd|qxp?|pptx?|rtf|odt|html?|txt)\s*$|^\W*\d*\W*$", re.IGNORECASE
)


def read_pdf(data: bytes, name: str, *, encoding: str | None = None, url: str | None = None) -> Article:
    """The text of a PDF. Without a text layer the article is empty and says so.

    Raises UnreadableFileError (``encrypted``, ``password``: a wrong one, ``broken``, ``empty``: no pages, ``slow``,
    ``memory``, ``crash``).
    """
    del encoding  # each font has its own
    return read_marked_pdf(data, name, url=url)[0]


def read_marked_pdf(
    data: bytes, name: str, *, url: str | None = None, password: str | None = None, told: Told | None = None
) -> tuple[Article, tuple[PdfHighlight, ...]]:
    """The text with the highlights that readers left in it. ``told``: takes (pages read, pages). Raises as read_pdf."""
    try:
        article, marked = in_worker_told(LIMITS, told or _nobody, _text_and_marked, data, name, url, password)
    except (WorkerFailedError, PdfRefusedError) as error:
        raise UnreadableFileError(Path(name), error.reason) from error
    try:
        info = in_worker(INFO_LIMITS, document_info, data, password, marked)
    except WorkerFailedError:  # the text is there; what the file says of itself stays unknown
        lost = (Problem(ProblemKind.NOTES_LOST),) if marked else ()
        return replace(article, problems=(*article.problems, *lost)), ()
    return with_info(article, info), info.highlights


def pdf_article(data: bytes, name: str, url: str | None = None, password: str | None = None) -> Article:
    """The text alone, in this process. Raises PdfRefusedError."""
    return _text_and_marked(data, name, url, password)[0]


def _text_and_marked(
    data: bytes, name: str, url: str | None, password: str | None, told: Told | None = None
) -> tuple[Article, tuple[int, ...]]:
    from reindreader.pages.document import document_lines  # noqa: PLC0415  pdfium is loaded in the worker only

    document = document_lines(data, password, told)
    furniture = furniture_of(document.pages)
    writer = _Writer(document.pages, printed_labels(document.pages, furniture))
    for paragraph in paragraphs_of(document.pages, furniture):
        writer.add(paragraph)
    for words in furniture_words(document.pages, furniture):
        writer.add_furniture(words)
    source = Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest(), len(data), url=url)
    problems = _problems(document, writer)
    article = Article(
        writer.text, tuple(writer.blocks), source, writer.marks(), pages=writer.pages(), problems=problems
    )
    return article, tuple(number for number, page in enumerate(document.pages) if page.marked)


def _nobody(_step: tuple[int, int]) -> None:
    return


def with_info(article: Article, info: PdfInfo) -> Article:
    """The article with the claims that the file's own words make, and the headings that its outline names."""
    return replace(with_outline(article, info.outline), declared=declared_in(info))


def declared_in(info: PdfInfo) -> tuple[Claim, ...]:
    """The claims of document information and XMP. Names that programs fill in, and file names as titles, are none."""
    kept = [Fact("publisher" if name == "publication" else name, words, where) for name, words, where in info.facts]
    return claims_of(fact for fact in kept if _says_something(fact))


def _says_something(fact: Fact) -> bool:
    if fact.name == "title":
        return not _FILE_NAME.search(fact.value) and fact.value.casefold() not in UNTITLED
    return fact.name != "author" or is_person(fact.value)


@dataclass(slots=True)
class _Writer:
    """Puts paragraphs one after the other and keeps where each line stands on its page."""

    read: Sequence[PageLines]
    labels: Sequence[str | None]
    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _size: int = 0
    _boxes: dict[int, list[Box]] = field(default_factory=dict)
    _noted: list[Noted] = field(default_factory=list)
    _raised: list[Raised] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, paragraph: Paragraph) -> None:
        self._append("\n\n" if self._size else "")
        start = self._size
        for place, (page, line) in enumerate(paragraph.lines):
            if place:
                self._append(
                    _between(paragraph.lines[place - 1][1].text, line.text, paragraph.lines[place - 1][1].hyphen)
                )
            begin = self._size
            self._append(line.text)
            self._raised += [Raised(page, Span(begin + first, begin + end)) for first, end in line.raised]
            box = Box(Span(begin, self._size), line.left, line.top, line.right, line.bottom)
            self._boxes.setdefault(page, []).append(box)
        if paragraph.kind is BlockKind.FOOTNOTE:
            start += words_at(paragraph)
        self.blocks.append(Block(paragraph.kind, Span(start, self._size), paragraph.level, paragraph.label))
        if paragraph.kind is BlockKind.FOOTNOTE and paragraph.label:
            self._noted.append(Noted(paragraph.lines[0][0], paragraph.label))

    def add_furniture(self, words: str) -> None:
        self._append("\n\n" if self._size else "")
        self.blocks.append(Block(BlockKind.FURNITURE, Span(self._size, self._size + len(words))))
        self._append(words)

    def marks(self) -> tuple[Mark, ...]:
        """The raised numbers, those that call a note apart from others."""
        return marks_of(self.text, self._raised, self._noted)

    def pages(self) -> tuple[Page, ...]:
        """The pages; an empty one stands where the page before it ends."""
        found, last = [], 0
        for number, page in enumerate(self.read):
            boxes = tuple(self._boxes.get(number, ()))
            start = boxes[0].span.start if boxes else last
            last = max(last, boxes[-1].span.end) if boxes else last
            span = Span(start, max(start, last))
            found.append(Page(span, self.labels[number], page.width, page.height, boxes))
        return tuple(found)

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._size += len(words)


def _between(before: str, after: str, hyphen: bool) -> str:
    if hyphen or (_CJK.match(before[-1:]) and _CJK.match(after[:1])):
        return ""
    return " "


def _pages_named(labels: Sequence[str], most: int = 20) -> str:
    return ", ".join([*labels[:most], *(["…"] if len(labels) > most else [])])


def _problems(document: DocumentLines, writer: _Writer) -> tuple[Problem, ...]:
    empty = [page.label or str(number) for number, page in enumerate(document.pages, 1) if page.pictures]
    found = []
    if not writer.blocks or empty:
        kind = ProblemKind.NO_TEXT_LAYER if empty else ProblemKind.EMPTY
        found.append(Problem(kind, detail=_pages_named(empty) if writer.blocks else ""))
    missing = document.count - len(document.pages)
    if missing:
        found.append(Problem(ProblemKind.TRUNCATED, detail=str(missing)))
    if writer.blocks and not any(block.kind is BlockKind.HEADING and block.level == 0 for block in writer.blocks):
        found.append(Problem(ProblemKind.NO_TITLE))
    return tuple(found)
