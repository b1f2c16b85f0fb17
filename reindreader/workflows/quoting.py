"""Quoting: words of an article with their citation, for a paper or the clipboard."""

from dataclasses import dataclass
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
from reindreader.model.highlights import Locator, Quote
from reindreader.workflows.highlighting import find_quote, locator_of
from reindreader.workflows.places import cache_folder
from reindreader.workflows.style_names import style_name
from reindreader.workflows.warning_words import warning_sentence


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
    made = quotation_snippet(quote.exact, one, style, form, language=language, cache_folder=cache_folder())
    title = style_name(find_style(style).entry)
    return Quotation(made.text, tuple(warning_sentence(warning, title) for warning in made.warnings))


def quotation_for_clipboard(
    library: Library, record: int, quote: Quote, style: str | Path, *, language: str | None = None
) -> Clipboard:
    """A quotation of a record with its citation, as text, HTML and RTF."""
    stored = library.get(record)
    one = Cite(stored.key, stored.record, locator_of(library.article(record), quote))
    return quotation_clipboard(quote.exact, one, style, language=language, cache_folder=cache_folder())


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
