"""The options of an exported file, shared by ``export`` and ``targets``."""

from collections.abc import Sequence
from typing import Annotated

import typer

from reindreader.citing.trimming import LEAVABLE
from reindreader.library import Library
from reindreader.workflows.exporting import ExportOptions, Order, known_formats
from reindreader.workflows.wording import _

SortOption = Annotated[Order, typer.Option(help=_("The order of the entries."))]
LeaveOutOption = Annotated[
    list[str] | None, typer.Option("--without", help=", ".join(LEAVABLE), metavar="FIELD", show_default=False)
]
WidthOption = Annotated[int, typer.Option(help=_("Break lines of a .bib file at this width, 0 for never."))]
AsciiOption = Annotated[
    bool | None, typer.Option("--ascii/--utf8", help=_("Letters beyond ASCII as the format's escapes."))
]
ProtectOption = Annotated[bool, typer.Option("--protect/--no-protect", help=_("Braces around names in titles."))]
SafeKeysOption = Annotated[bool, typer.Option("--safe-keys/--any-keys", help=_("Citation keys in ASCII alone."))]
WordsOption = Annotated[str, typer.Option(help=_("The language of facts that are said in words."))]
StyleOption = Annotated[str, typer.Option(help=_("The style of a bibliography: its name, or a .csl file."))]


def export_options(
    form: str,
    leave_out: Sequence[str] | None,
    sort: Order,
    width: int,
    protect: bool,
    ascii_only: bool | None,
    safe_keys: bool,
    words: str,
    style: str,
    language: str | None,
) -> ExportOptions:
    """The options as given. Raises typer.BadParameter where a name or number is none."""
    if form not in known_formats():
        raise typer.BadParameter(", ".join(known_formats()), param_hint="--format")
    if unknown := [name for name in leave_out or () if name not in LEAVABLE]:
        raise typer.BadParameter(f"{', '.join(unknown)}: {', '.join(LEAVABLE)}", param_hint="--without")
    try:
        return ExportOptions(
            frozenset(leave_out or ()), sort, width, protect, ascii_only, safe_keys, words, style, language
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def chosen_ids(library: Library, keys: Sequence[str] | None, search: str) -> Sequence[int]:
    """The ids of the keys, or of what a search finds, or of all records."""
    if keys:
        return [library.by_key(key).id for key in keys]
    return library.shelf_ids(query=search) if search else library.all_ids()
