"""``cite``, ``quote``, ``export``, ``styles``: what goes into a paper."""

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reindreader.citing.snippets import SnippetForm
from reindreader.citing.styles import search_styles
from reindreader.cli.context import DONE_WITH_PROBLEMS, context_of, print_json, warn
from reindreader.cli.export_options import (
    AsciiOption,
    LeaveOutOption,
    ProtectOption,
    SafeKeysOption,
    SortOption,
    StyleOption,
    WidthOption,
    WordsOption,
    chosen_ids,
    export_options,
)
from reindreader.cli.records import Key
from reindreader.library import Library
from reindreader.workflows.citing import cite_records
from reindreader.workflows.exporting import (
    ExportOptions,
    Order,
    export,
    export_bytes,
    export_text,
    known_formats,
    loss_report,
)
from reindreader.workflows.locators import parse_locator
from reindreader.workflows.loss_words import LossWords
from reindreader.workflows.places import cache_folder
from reindreader.workflows.progress import finish
from reindreader.workflows.quoting import quotation
from reindreader.workflows.wording import _, ngettext

Style = Annotated[str, typer.Option(help=_("The style's name, or a .csl file."))]
Language = Annotated[str | None, typer.Option(help=_("The language of the citation, such as en-GB."))]


class Form(StrEnum):
    """The forms that a citation is printed in."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    LATEX = "latex"
    RTF = "rtf"


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("cite", help=_("Print the citation, then the reference. Warnings go to standard error."))(cite)
    app.command("quote", help=_("Print a quotation with its citation."))(quote)
    app.command("export", help=_("Write records into a bibliography file."))(export_)
    app.command("styles", help=_("Find citation styles by title, field or name."))(styles)


def cite(
    context: typer.Context,
    keys: Annotated[list[str], typer.Argument(help=_("Citation keys."), metavar="KEY…")],
    style: Style = "apa",
    language: Language = None,
    locator: Annotated[str, typer.Option(help=_("Where in the article, such as “para. 4”."))] = "",
    form: Annotated[Form, typer.Option("--format", help=_("The form of the output."))] = Form.TEXT,
) -> None:
    """Cite records in a style."""
    with context_of(context).open() as library:
        records = [library.by_key(key).id for key in keys]
        preview = cite_records(library, records, style, language=language, locator=parse_locator(locator))
    typer.echo(preview.formatted.citation_as(form))
    typer.echo(preview.formatted.reference_as(form))
    for sentence in preview.warnings:
        warn(sentence)


def quote(
    context: typer.Context,
    key: Key,
    find: Annotated[str, typer.Option(help=_("Words of the quotation, enough to find it."), metavar="WORDS")],
    style: Style = "apa",
    language: Language = None,
    form: Annotated[SnippetForm, typer.Option("--format", help=_("The form of the output."))] = SnippetForm.PLAIN,
) -> None:
    """Quote words from a record's text."""
    with context_of(context).open() as library:
        found = quotation(library, key, find, style, form, language=language)
    typer.echo(found.text)
    for sentence in found.warnings:
        warn(sentence)


def export_(
    context: typer.Context,
    keys: Annotated[
        list[str] | None, typer.Argument(help=_("Citation keys; all records where none is given."), metavar="KEY")
    ] = None,
    form: Annotated[str, typer.Option("--format", help=", ".join(known_formats()))] = "biblatex",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help=_("The file to write; standard output if none, or if “-”."))
    ] = None,
    search: Annotated[str, typer.Option(help=_("Only records that this search finds."), metavar="QUERY")] = "",
    sort: SortOption = Order.SELECTED,
    leave_out: LeaveOutOption = None,
    width: WidthOption = 0,
    ascii_only: AsciiOption = None,
    protect: ProtectOption = True,
    safe_keys: SafeKeysOption = True,
    words: WordsOption = "en",
    style: StyleOption = "apa",
    language: Language = None,
    losses_only: Annotated[
        bool, typer.Option("--losses", help=_("Say what the file would leave out, and write nothing."))
    ] = False,
) -> None:
    """Export records."""
    options = export_options(form, leave_out, sort, width, protect, ascii_only, safe_keys, words, style, language)
    with context_of(context).open() as library:
        ids = chosen_ids(library, keys, search)
        if losses_only:
            _say_losses(finish(loss_report(library, ids, form, options)))
            return
        if output is None or output == Path("-"):
            _print_file(library, ids, form, options)
            return
        report = finish(export(library, ids, form, output, options))
    warn(
        ngettext("{count} record written to {path}.", "{count} records written to {path}.", report.entries).format(
            count=report.entries, path=output
        )
    )
    _say_losses(report.losses)


def _print_file(library: Library, ids: Sequence[int], form: str, options: ExportOptions) -> None:
    """The file on standard output, a package as its bytes."""
    if known_formats()[form].pack is None:
        for piece in export_text(library, ids, form, options):
            typer.echo(piece, nl=False)
        return
    for data in export_bytes(library, ids, form, options):
        sys.stdout.buffer.write(data)


def _say_losses(losses: Iterable[LossWords]) -> None:
    for loss in losses:
        warn(f"{loss.label}: {loss.sentence}")


def styles(
    words: Annotated[list[str], typer.Argument(help=_("Words of the title, a field such as history, or a name."))],
    as_json: Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))] = False,
) -> None:
    """Find styles."""
    found = search_styles(" ".join(words), cache_folder())
    if as_json:
        print_json([{"id": style.id, "title": style.title, "format": style.format} for style in found])
        return
    for style in found:
        typer.echo(f"{style.id}\t{style.title}")
    if not found:
        warn(_("No style has all these words."))
        raise typer.Exit(DONE_WITH_PROBLEMS)
