"""A quotation with its citation, ready to be pasted: plain text, Markdown, HTML, LaTeX (csquotes, biblatex), RTF.

Whether it is run in or a block follows the style's family (``quoting_rules``); the marks are those of the style's
language. In a note style the citation is a note. The writer's own translation is marked as such, or in APA is a
paraphrase without marks.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from reindreader.citing.citations import Cite, Formatted, cite
from reindreader.citing.quotation_marks import quoted
from reindreader.citing.quoting_rules import QuotingRule, Size, is_block, paragraphs, quoting_rule, size_of
from reindreader.citing.snippet_forms import WRITERS, Parts
from reindreader.citing.styles import find_style, load
from reindreader.citing.warnings import CitationWarning
from reindreader.model.records import TranslationKind

PARAPHRASE = "paraphrase"


class SnippetForm(StrEnum):
    """The forms of a snippet."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    LATEX = "latex"
    RTF = "rtf"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet. ``block``: set as a block, since its ``size`` reaches the family's ``rule``; ``paraphrase``: without
    quotation marks, since it is the writer's own translation; ``warnings``: of the citation."""

    text: str
    block: bool
    paraphrase: bool
    size: Size
    rule: QuotingRule
    warnings: tuple[CitationWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Clipboard:
    """One thing in the forms that programs paste."""

    text: str
    html: str
    rtf: str


def quotation_snippet(
    words: str,
    one: Cite,
    style: str | Path,
    form: SnippetForm = SnippetForm.PLAIN,
    *,
    language: str | None = None,
    cache_folder: Path | None = None,
) -> Snippet:
    """The words with the citation of where they stand. ``language``: of the citation, None for the style's own.

    Raises UnknownStyleError and BadStyleError.
    """
    return _written(_prepared(words, one, style, language, cache_folder), form)


def quotation_clipboard(
    words: str,
    one: Cite,
    style: str | Path,
    *,
    original: str = "",
    language: str | None = None,
    cache_folder: Path | None = None,
) -> Clipboard:
    """The quotation with its citation as text, HTML and RTF. ``original``: the words that it translates; they then stand
    first, and the quotation behind them in brackets."""
    prepared = _prepared(words, one, style, language, cache_folder, original)
    text, html, rtf = (_written(prepared, f).text for f in (SnippetForm.PLAIN, SnippetForm.HTML, SnippetForm.RTF))
    return Clipboard(text, html, rtf)


def citation_clipboard(formatted: Formatted, *, references: bool = False) -> Clipboard:
    """The citation, or with ``references`` the references, as text, HTML and RTF (whole documents of RTF)."""
    text, html, rtf = (
        formatted.reference_as(form) if references else formatted.citation_as(form) for form in ("text", "html", "rtf")
    )
    return Clipboard(text, html, "{\\rtf1\\ansi\\uc1 " + rtf + "}")


@dataclass(frozen=True, slots=True)
class _Prepared:
    parts: Parts
    warnings: tuple[CitationWarning, ...]
    size: Size
    rule: QuotingRule


def _prepared(
    words: str, one: Cite, style: str | Path, language: str | None, cache_folder: Path | None, original: str = ""
) -> _Prepared:
    source = find_style(style)
    compiled = load(style, language, cache_folder)
    rule = quoting_rule(source.id, source.entry.parent)
    own = one.record.translation.kind is TranslationKind.OWN
    if own and rule.own != PARAPHRASE:
        one = replace(one, suffix=one.suffix + rule.own)
    formatted = cite([one], style, language=language, cache_folder=cache_folder)
    marks = compiled.marks.outer, compiled.marks.inner
    shown = _marked(words, rule, own, *marks)
    if original:
        shown = _with_original(_marked(original, rule, False, *marks), shown)
        one = replace(one, record=replace(one.record, language=None))  # the words are of two languages
    parts = Parts(
        paragraphs=shown,
        bare=tuple(paragraphs(words)),
        citation=formatted.citation,
        cite=one,
        block=is_block(original or words, rule),
        note=compiled.kind == "note",
        paraphrase=own and rule.own == PARAPHRASE and not original,
        language=compiled.locale.lang,
    )
    return _Prepared(parts, formatted.warnings, size_of(words, rule), rule)


def _marked(
    words: str, rule: QuotingRule, own: bool, outer: tuple[str, str], inner: tuple[str, str]
) -> tuple[str, ...]:
    """The paragraphs, run in between marks; a block has none of its own, a paraphrase neither."""
    found = paragraphs(words)
    if is_block(words, rule):
        return tuple(found)
    if own and rule.own == PARAPHRASE:
        return (found[0],)
    return (quoted(found[0], outer, inner),)


def _with_original(original: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """What was translated, and what it became in brackets behind it."""
    *before, last = original
    return (*before, f"{last} [{' '.join(words)}]")


def _written(prepared: _Prepared, form: SnippetForm) -> Snippet:
    parts = prepared.parts
    text = WRITERS[form.value](parts)
    return Snippet(text, parts.block, parts.paraphrase, prepared.size, prepared.rule, prepared.warnings)
