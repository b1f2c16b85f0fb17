"""Lines of PDF pages to paragraphs, headings, notes and captions, told by size, place and spacing."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reindreader.ingest.pdf_joining import joined
from reindreader.ingest.pdf_measures import CAPTION, ITEM, NOTE, Measures, Paragraph, goes_on, leaves_column, measured
from reindreader.model.text import BlockKind
from reindreader.pages.values import PageLines

_SECTION = re.compile(
    r"(?:\d+[.)]?\s*)?(?:references|bibliography|contents|table of contents|abstract|introduction|notes|appendix|acknowledge?ments|"
    r"inhalt(?:sverzeichnis)?|literatur(?:verzeichnis)?|einleitung|zusammenfassung|sommaire|table des matières|bibliographie|résumé|"
    r"índice|referencias|bibliografía|resumen|referências|resumo|indice|bibliografia|参考文献|目录|目錄|摘要|目次|要旨|참고문헌|차례|초록|"
    r"литература|содержание|аннотация)\W*",
    re.IGNORECASE,
)
"""Parts of a text that no text is called by: where they are the largest words of the first page, the title is not there."""


def paragraphs_of(pages: Sequence[PageLines], furniture: frozenset[tuple[int, int]]) -> list[Paragraph]:
    """The paragraphs of the pages without their furniture, in reading order."""
    lines = [
        (number, line)
        for number, page in enumerate(pages)
        for place, line in enumerate(page.lines)
        if (number, place) not in furniture
    ]
    if not lines:
        return []
    measures = measured(lines)
    found = [Paragraph([lines[0]])]
    for before, line in pairwise(lines):
        if goes_on(found[-1], line, measures):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], column=found[-1].column + leaves_column(before, line)))
    _name_kinds(found, measures, pages)
    return joined(found, measures)


def _name_kinds(found: list[Paragraph], measures: Measures, pages: Sequence[PageLines]) -> None:
    sizes = sorted({round(p.size) for p in found if _is_heading(p, measures)}, reverse=True)
    title = _title(found, measures)
    for paragraph in found:
        if paragraph is title:
            paragraph.kind, paragraph.level = BlockKind.HEADING, 0
        elif _is_heading(paragraph, measures):
            paragraph.kind, paragraph.level = BlockKind.HEADING, min(6, 1 + sizes.index(round(paragraph.size)))
        elif CAPTION.match(paragraph.words) and len(paragraph.words) < 400:
            paragraph.kind = BlockKind.CAPTION
        elif _is_note(paragraph, measures, pages):
            match = NOTE.match(paragraph.words)
            paragraph.kind, paragraph.label = BlockKind.FOOTNOTE, match["label"] if match else None
        elif ITEM.match(paragraph.words):
            paragraph.kind = BlockKind.LIST_ITEM


def _title(found: Sequence[Paragraph], measures: Measures) -> Paragraph | None:
    """The largest words of the first page, if they are larger than the text."""
    first = [p for p in found if p.lines[0][0] == found[0].lines[0][0] and _is_heading(p, measures)]
    title = max(first, key=lambda p: p.size, default=None)
    return None if title and _SECTION.fullmatch(title.words) else title


def _is_heading(paragraph: Paragraph, measures: Measures) -> bool:
    if len(paragraph.lines) > 5 or paragraph.size <= 1.15 * measures.size:
        return False
    words = paragraph.words
    return len(words) < 250 and sum(map(str.isalpha, words)) > 2


def _is_note(paragraph: Paragraph, measures: Measures, pages: Sequence[PageLines]) -> bool:
    number, line = paragraph.lines[0]
    low = line.top > pages[number].height * 0.5
    return low and paragraph.size < 0.93 * measures.size and bool(NOTE.match(paragraph.words))


def furniture_words(pages: Sequence[PageLines], furniture: frozenset[tuple[int, int]]) -> Iterator[str]:
    """The words of headers and footers, each once; bare page numbers left out."""
    lines = (pages[number].lines[place].text for number, place in sorted(furniture))
    yield from dict.fromkeys(words for words in lines if sum(char.isalpha() for char in words) > 2)
