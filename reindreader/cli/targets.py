"""``targets``: files that are kept up to date, and the hook that keeps them so after every command that edits."""

from pathlib import Path
from typing import Annotated

import typer

from reindreader.cli.citing import Language
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
    export_options,
)
from reindreader.library import Library
from reindreader.library.keeping import ExportTarget
from reindreader.workflows.exporting import Order, known_formats
from reindreader.workflows.progress import finish
from reindreader.workflows.targets import (
    Selection,
    add_target,
    move_target,
    pause_target,
    trouble_sentence,
    update_target,
    update_targets,
)
from reindreader.workflows.wording import _

File = Annotated[Path, typer.Argument(help=_("The file that is kept up to date."), metavar="FILE")]
Format = Annotated[str, typer.Option("--format", help=", ".join(known_formats()))]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    own = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=_("Files that are kept up to date."))
    own.command("list", help=_("List them."))(list_)
    own.command("add", help=_("Keep a file up to date, and write it now."))(add)
    own.command("pause", help=_("Leave a file alone until it is resumed."))(pause)
    own.command("resume", help=_("Write a paused file again."))(resume)
    own.command("remove", help=_("Keep a file up to date no longer; it stays as it is."))(remove)
    own.command("update", help=_("Write what has changed, now."))(update)
    app.add_typer(own, name="targets")


def list_(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))] = False,
) -> None:
    """List the targets."""
    with context_of(context).open() as library:
        found = library.export_targets()
    if as_json:
        fields = ("path", "format", "written", "paused", "trouble")
        print_json([{field: getattr(target, field) for field in fields} for target in found])
        return
    for target in found:
        state = trouble_sentence(target) or (_("paused") if target.paused else target.written or "")
        typer.echo(f"{target.path}\t{target.format}\t{state}")


def add(
    context: typer.Context,
    file: File,
    form: Format = "biblatex",
    search: Annotated[str, typer.Option(help=_("Only records that this search finds."), metavar="QUERY")] = "",
    sort: SortOption = Order.KEY,
    leave_out: LeaveOutOption = None,
    width: WidthOption = 0,
    ascii_only: AsciiOption = None,
    protect: ProtectOption = True,
    safe_keys: SafeKeysOption = True,
    words: WordsOption = "en",
    style: StyleOption = "apa",
    language: Language = None,
) -> None:
    """Add a target."""
    options = export_options(form, leave_out, sort, width, protect, ascii_only, safe_keys, words, style, language)
    with context_of(context).open() as library:
        _tell(finish(add_target(library, file, form, options, Selection(search))))


def pause(context: typer.Context, file: File) -> None:
    """Pause a target."""
    with context_of(context).open() as library:
        pause_target(library, _target(library, file), paused=True)


def resume(context: typer.Context, file: File) -> None:
    """Resume a target, and write it."""
    with context_of(context).open() as library:
        target = pause_target(library, _target(library, file), paused=False)
        _tell(finish(update_target(library, target)))


def remove(context: typer.Context, file: File) -> None:
    """Remove a target."""
    with context_of(context).open() as library:
        target = _target(library, file)
        if target.id is not None:
            library.remove_export_target(target.id)


def update(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help=_("One file; all where none is given."), metavar="FILE")] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=_("Overwrite the file even if another program has changed it."))
    ] = False,
    to: Annotated[Path | None, typer.Option(help=_("Write to another file from now on."), metavar="FILE")] = None,
) -> None:
    """Update one target or all."""
    with context_of(context).open() as library:
        if file is None:
            troubles = finish(update_targets(library))
        else:
            target = _target(library, file)
            moved = target if to is None else move_target(library, target, to)
            done = finish(update_target(library, moved, overwrite=overwrite))
            troubles = (done,) if done.trouble else ()
    for trouble in troubles:
        warn(trouble_sentence(trouble))
    if troubles:
        raise typer.Exit(DONE_WITH_PROBLEMS)


def keep_targets(path: Path) -> None:
    """After a command that edits the library at the path: write what has changed, and say what could not be."""
    with Library.open(path, patience=0) as library:
        for target in finish(update_targets(library)):
            warn(trouble_sentence(target))


def _target(library: Library, file: Path) -> ExportTarget:
    path = str(file.absolute())
    for target in library.export_targets():
        if target.path == path:
            return target
    raise typer.BadParameter(str(file), param_hint="FILE")


def _tell(target: ExportTarget) -> None:
    if target.trouble:
        warn(trouble_sentence(target))
        raise typer.Exit(DONE_WITH_PROBLEMS)
