"""Quoting: words of an article with their citation, for a paper or the clipboard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reindreader.citing.citations import Cite, cite
from reindreader.citing.snippets import (
    Clipboard,
    SnippetForm,
    citation_clipboard,
    quotation_clipboard,
    quotation_snippet,
)
from reindreader.citing.styles import find_style
from reindreader.library import Library
from reindreader.model.articles import Article
from reindreader.model.highlights import Locator, Quote
from reindreader.model.text import Block, BlockKind, MarkKind, Span
from reindreader.workflows.highlighting import find_quote, locator_of
from reindreader.workflows.places import cache_folder
from reindreader.workflows.style_names import style_name
from reindreader.workflows.warning_words import warning_sentence

_BESIDE = frozenset({BlockKind.FOOTNOTE, BlockKind.CAPTION, BlockKind.FURNITURE, BlockKind.IMAGE})


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text``: in the form asked for; ``warnings``: sentences on what the citation leaves out."""

    text: str
    warnings: tuple[str, ...]


def quotation(
    library: Library,
    key: str,
    words: str,
    style: str | Path,
    form: SnippetForm = SnippetForm.PLAIN,
    *,
    language: str | None = None,
) -> Quotation:
    """The quotation of the one place where the words stand in a record's text.

    Raises QuoteNotFoundError, UnknownKeyError, NoTextError, UnknownStyleError, BadStyleError.
    """
    record, article, span = find_quote(library, key, words)
    stored = library.get(record)
    quote = Quote(span.slice(article.text), position=span)
    one = Cite(stored.key, stored.record, locator_of(article, quote))
    words = quoted_words(article, span)
    made = quotation_snippet(words, one, style, form, language=language, cache_folder=cache_folder())
    title = style_name(find_style(style).entry)
    return Quotation(made.text, tuple(warning_sentence(warning, title) for warning in made.warnings))


def quoted_words(article: Article, span: Span) -> str:
    """The words of a span as they are quoted: without the numbers that call notes (APA 7, 8.30; Chicago 17, 13.7), and
    without the notes, captions and headers that stand between the paragraphs it runs over."""
    calls = [mark.span for mark in article.marks if mark.kind is MarkKind.NOTE_REFERENCE]
    parts = ["".join(_without(article.text, part, calls)).strip() for part in _parts(article.blocks, span)]
    return "\n\n".join(part for part in parts if part) or span.slice(article.text)


def _parts(blocks: Sequence[Block], span: Span) -> list[Span]:
    """The span in pieces, without the blocks of other kinds between the first and the last that it touches."""
    touched = [block for block in blocks if block.span.overlaps(span)]
    if not touched or {touched[0].kind, touched[-1].kind} & _BESIDE:
        return [span]
    parts, start = [], span.start
    for before, block in pairwise(touched):
        if block.kind in _BESIDE and before.kind not in _BESIDE:
            parts.append(Span(start, before.span.end))
        elif before.kind in _BESIDE and block.kind not in _BESIDE:
            start = block.span.start
    return [*parts, Span(start, span.end)]


def _without(text: str, span: Span, calls: Sequence[Span]) -> Iterator[str]:
    place = span.start
    for call in calls:
        if call.within(span) and call != span:
            yield text[place : call.start]
            place = call.end
    yield text[place : span.end]


def quotation_for_clipboard(
    library: Library,
    record: int,
    quote: Quote,
    style: str | Path,
    *,
    original: str = "",
    language: str | None = None,
) -> Clipboard:
    """A quotation of a record with its citation, as text, HTML and RTF; ``original``: the words that it translates."""
    stored, article = library.get(record), library.article(record)
    words = quoted_words(article, quote.position) if quote.position else quote.exact
    one = Cite(stored.key, stored.record, locator_of(article, quote))
    return quotation_clipboard(words, one, style, original=original, language=language, cache_folder=cache_folder())


def citation_for_clipboard(
    library: Library,
    record: int,
    style: str | Path,
    *,
    language: str | None = None,
    locator: Locator | None = None,
    references: bool = False,
) -> Clipboard:
    """The citation of a record, or with ``references`` its reference, as text, HTML and RTF."""
    stored = library.get(record)
    formatted = cite([Cite(stored.key, stored.record, locator)], style, language=language, cache_folder=cache_folder())
    return citation_clipboard(formatted, references=references)
