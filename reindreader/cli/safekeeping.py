"""``backup``, ``restore``, ``check``, ``archive`` and ``unarchive``: nothing is lost, and all of it can be taken elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from reindreader.cli.context import DONE_WITH_PROBLEMS, context_of, warn
from reindreader.workflows.progress import finish
from reindreader.workflows.safekeeping import (
    archive,
    back_up,
    backup_line,
    backups_of,
    check_library,
    finding_sentence,
    go_back,
    keep_backups_in,
    open_archive,
    verify,
)
from reindreader.workflows.wording import _, ngettext

Folder = Annotated[
    Path | None,
    typer.Option("--in", help=_("The folder of the backups; beside the library if none."), metavar="FOLDER"),
]
Name = Annotated[str, typer.Argument(help=_("Its name, or how it begins; the newest if none."), metavar="BACKUP")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("backup", help=_("Back the library up, or list the backups. What has not changed is kept once."))(
        backup
    )
    app.command("restore", help=_("Make the library what it was in a backup. What it is now is backed up first."))(
        restore
    )
    app.command("check", help=_("Look at the database and at every file. Only a damaged search index is made anew."))(
        check
    )
    app.command("archive", help=_("Write everything into a zip file of JSON lines and the files as they came."))(
        archive_
    )
    app.command("unarchive", help=_("Make a new library from an archive."))(unarchive)


def backup(
    context: typer.Context,
    folder: Folder = None,
    listed: Annotated[bool, typer.Option("--list", help=_("List the backups; none is made."))] = False,
    always: Annotated[
        bool,
        typer.Option("--always", help=_("Keep backups in that folder from now on; the library's: beside it again.")),
    ] = False,
    verified: Annotated[str | None, typer.Option("--verify", help=_("Read all of a backup."), metavar="BACKUP")] = None,
) -> None:
    """Make a backup."""
    path = context_of(context).path
    if always and folder is not None:
        keep_backups_in(path, folder)
        folder = None
    if listed:
        for own in backups_of(path, folder).all():
            typer.echo(f"{own.name}\t{backup_line(own)}")
    elif verified is not None:
        own, bad = verify(path, verified, folder)
        if bad:
            warn(ngettext("{count} piece is damaged.", "{count} pieces are damaged.", bad).format(count=bad))
            raise typer.Exit(DONE_WITH_PROBLEMS)
        typer.echo(_("{name}: all of it is there.").format(name=own.name))
    else:
        made = finish(back_up(path, folder))
        typer.echo(f"{made.backup.name}\t{backup_line(made.backup)}")
        if not made.new:
            warn(_("Nothing has changed since this backup."))


def restore(context: typer.Context, name: Name = "", folder: Folder = None) -> None:
    """Go back to a backup."""
    own = finish(go_back(context_of(context).path, name, folder))
    typer.echo(f"{own.name}\t{backup_line(own)}")


def check(context: typer.Context) -> None:
    """Check the library."""
    with context_of(context).open() as library:
        found = finish(check_library(library))
        count = len(library.all_ids())
    for finding in found:
        warn(finding_sentence(finding))
    if found:
        raise typer.Exit(DONE_WITH_PROBLEMS)
    typer.echo(ngettext("{count} record, all well.", "{count} records, all well.", count).format(count=count))


def archive_(
    context: typer.Context, target: Annotated[Path, typer.Argument(help=_("The zip file to write."), metavar="FILE")]
) -> None:
    """Write an archive."""
    with context_of(context).open() as library:
        typer.echo(finish(archive(library, target)))


def unarchive(
    context: typer.Context, source: Annotated[Path, typer.Argument(help=_("The archive."), metavar="FILE")]
) -> None:
    """Make a library from an archive; ``--library`` says where."""
    typer.echo(finish(open_archive(source, context_of(context).path)))
