"""Citations and references in any CSL style, with what the style left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reindreader import csl
from reindreader.citing.csl_json import csl_item
from reindreader.citing.styles import find_style, load
from reindreader.citing.warnings import CitationWarning, citation_warnings
from reindreader.model.highlights import Locator
from reindreader.model.records import Record

FORMS = ("text", "html", "rtf", "markdown", "latex")
"""The forms that a citation can be had in."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One record to cite, by its key. ``prefix`` ("see") and ``suffix`` stand around it within the citation."""

    key: str
    record: Record
    locator: Locator | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the list of references. ``output``: None where the style prints none for this record."""

    key: str
    output: "csl.Rendered | None"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A citation, the references it leads to in the style's order, and what was left out."""

    citation: "csl.Rendered"
    references: tuple[Reference, ...]
    warnings: tuple[CitationWarning, ...]

    def citation_as(self, form: str = "text") -> str:
        """The citation in one of ``FORMS``."""
        return in_form(self.citation, form)

    def reference_as(self, form: str = "text") -> str:
        """The references in one of ``FORMS``, a line (in Markdown, LaTeX and HTML a paragraph) each."""
        found = [in_form(r.output, form) for r in self.references if r.output is not None]
        return _JOINTS.get(form, "\n").join(found)


_JOINTS = {"markdown": "\n\n", "latex": "\n\n", "html": "<br>\n", "rtf": "\\par\n"}


def in_form(rendered: "csl.Rendered", form: str) -> str:
    """Rendered text in one of ``FORMS``. Raises ValueError for another."""
    if form not in FORMS:
        raise ValueError(form)
    text: str = getattr(rendered, form)()
    return text


def cite(
    cites: Sequence[Cite], style: str | Path, *, language: str | None = None, cache_folder: Path | None = None
) -> Formatted:
    """One citation of one or several records, and their references.

    ``language``: BCP 47, None for the style's own. Raises UnknownStyleError and BadStyleError.
    """
    compiled = load(style, language, cache_folder)
    document = csl.Document(compiled, [csl_item(c.record, c.key) for c in cites])
    shown = document.cite(csl.Cluster("citation", tuple(_cite_item(c) for c in cites), note=_note(compiled)))
    entries = {entry.item_id: entry for entry in document.bibliography().entries}
    references = (*(Reference(key, entry.output) for key, entry in entries.items()),)
    missing = tuple(Reference(c.key, None) for c in cites if c.key not in entries)
    citation = shown[0][1]
    return Formatted(citation, references + missing, (*_warnings(cites, find_style(style).id, citation, entries),))


def bibliography(
    records: Sequence[tuple[str, Record]],
    style: str | Path,
    *,
    language: str | None = None,
    cache_folder: Path | None = None,
) -> "csl.Bibliography":
    """The list of references of (key, record) pairs, in the style's order, with how it wants to be set."""
    compiled = load(style, language, cache_folder)
    document = csl.Document(
        compiled, [csl_item(record, key) for key, record in records], uncited=[k for k, _ in records]
    )
    return document.bibliography()


def _note(style: "csl.Style") -> int:
    return 1 if style.kind == "note" else 0


def _cite_item(cite: Cite) -> "csl.CiteItem":
    locator = cite.locator
    return csl.CiteItem(
        cite.key,
        locator=locator.value if locator else "",
        label=locator.label if locator else "",
        prefix=cite.prefix,
        suffix=cite.suffix,
    )


def _warnings(
    cites: Sequence[Cite], style: str, citation: "csl.Rendered", entries: "dict[str, csl.Entry]"
) -> Iterator[CitationWarning]:
    text = citation.text()
    seen: set[str] = set()
    for one in cites:
        entry = entries.get(one.key)
        printed = entry.printed if entry else citation.printed or None
        if one.key not in seen:
            yield from citation_warnings(one.record, one.key, style, printed, text)
        seen.add(one.key)
