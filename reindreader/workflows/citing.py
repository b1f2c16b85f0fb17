"""Citing: one record or several in any style, with what the style leaves out in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reindreader.citing.citations import Cite, Formatted, cite
from reindreader.citing.styles import find_style
from reindreader.library import Library
from reindreader.model.highlights import Locator
from reindreader.workflows.places import cache_folder
from reindreader.workflows.style_names import style_name
from reindreader.workflows.warning_words import warning_sentence


@dataclass(frozen=True, slots=True)
class Preview:
    """What is copied: ``formatted`` in any form; ``warnings``: sentences, the gravest first; ``style``: its title."""

    style: str
    formatted: Formatted
    warnings: tuple[str, ...]


def cite_records(
    library: Library,
    records: Sequence[int],
    style: str | Path,
    *,
    language: str | None = None,
    locator: Locator | None = None,
) -> Preview:
    """The citation of some records of the library, and their references.

    Raises UnknownKeyError, UnknownStyleError, BadStyleError.
    """
    stored = [library.get(record) for record in records]
    return preview([Cite(own.key, own.record, locator) for own in stored], style, language=language)


def preview(cites: Sequence[Cite], style: str | Path, *, language: str | None = None) -> Preview:
    """The same for records that are at hand."""
    formatted = cite(cites, style, language=language, cache_folder=cache_folder())
    entry = find_style(style).entry
    title = style_name(entry)
    return Preview(title, formatted, tuple(warning_sentence(warning, title) for warning in formatted.warnings))
