"""``tag``, ``collection``, ``star``, ``bin``, ``undo``, ``history`` and ``link``: records in order."""

from dataclasses import asdict
from typing import Annotated

import typer

from reindreader.cli.context import DONE_WITH_PROBLEMS, context_of, print_json, warn
from reindreader.library import ShelfRow
from reindreader.workflows.organising import history_lines, link_original, undone_words, unlink
from reindreader.workflows.shelving import collection_at, ids_of, paths, put_into, take_out
from reindreader.workflows.wording import _, ngettext

Keys = Annotated[list[str] | None, typer.Argument(help=_("Citation keys."), metavar="KEY…")]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))]
NeededKeys = Annotated[list[str], typer.Argument(help=_("Citation keys."), metavar="KEY…")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("tag", help=_("Tag records; without keys, list the tags."))(tag)
    app.command("collection", help=_("Put records into a collection; without one, list them."))(collection)
    app.command("star", help=_("Put a star on records."))(star)
    app.command("bin", help=_("Put records in the bin; without keys, list what is in it."))(bin_)
    app.command("undo", help=_("Take back the last act that put away, merged or removed something."))(undo)
    app.command("history", help=_("Tell what changed of a record."))(history)
    app.command("link", help=_("Say that a record is a translation of another one in the library."))(link)


def tag(
    context: typer.Context,
    keys: Keys = None,
    add: Annotated[list[str] | None, typer.Option(help=_("A tag to add; may be given several times."))] = None,
    remove: Annotated[list[str] | None, typer.Option(help=_("A tag to take away."))] = None,
    colour: Annotated[str | None, typer.Option("--colour", "--color", help=_("The colour of the tags to add."))] = None,
    as_json: AsJson = False,
) -> None:
    """Tag records."""
    with context_of(context).open() as library:
        library.tag(ids_of(library, keys or ()), add=add or (), remove=remove or ())
        for name in add or () if colour else ():
            library.set_tag_colour(name, colour)
        if as_json and not keys:
            print_json([asdict(one) for one in library.tags()])
        elif not keys and not add:
            for one in library.tags():
                typer.echo("\t".join(filter(None, (one.name, str(one.count), one.colour))))
        for key in keys or ():
            typer.echo(f"{key}\t{', '.join(library.by_key(key).tags)}")


def collection(
    context: typer.Context,
    path: Annotated[
        str | None, typer.Argument(help=_("The collection, such as “To read/Harbour”."), metavar="COLLECTION")
    ] = None,
    keys: Keys = None,
    take: Annotated[bool, typer.Option("--take-out", help=_("Take the records out of it."))] = False,
    remove: Annotated[bool, typer.Option("--remove", help=_("Remove the collection; its records stay."))] = False,
    as_json: AsJson = False,
) -> None:
    """Put records into a collection, which is made where it is not there."""
    with context_of(context).open() as library:
        if path is None and as_json:
            print_json([{"path": name, "count": one.count} for name, one in paths(library).items()])
        elif path is None:
            for name, one in paths(library).items():
                typer.echo(f"{name}\t{one.count}")
        elif remove:
            library.remove_collection(collection_at(library, path))
        elif take:
            take_out(library, path, keys or ())
        else:
            put_into(library, path, keys or ())


def star(
    context: typer.Context,
    keys: NeededKeys,
    off: Annotated[bool, typer.Option("--off", help=_("Take the star off."))] = False,
) -> None:
    """Put a star on records."""
    with context_of(context).open() as library:
        library.set_starred(ids_of(library, keys), not off)


def bin_(
    context: typer.Context,
    keys: Keys = None,
    take: Annotated[bool, typer.Option("--take-out", help=_("Take the records out of it."))] = False,
    empty: Annotated[bool, typer.Option("--empty", help=_("Delete what is in the bin for good; see undo."))] = False,
    as_json: AsJson = False,
) -> None:
    """Put records in the bin."""
    with context_of(context).open() as library:
        if keys:
            (library.restore if take else library.bin)(ids_of(library, keys))
        if empty:
            gone = library.empty_bin()
            typer.echo(ngettext("Deleted {count} record.", "Deleted {count} records.", gone).format(count=gone))
        elif not keys:
            _print_binned(library.shelf_rows(library.binned()), as_json=as_json)


def _print_binned(rows: list[ShelfRow], *, as_json: bool) -> None:
    if as_json:
        print_json([{"citekey": row.key, "title": row.title, "binned": row.binned} for row in rows])
        return
    for row in rows:
        typer.echo(f"{row.key}\t{row.title}")


def undo(
    context: typer.Context,
    listed: Annotated[bool, typer.Option("--list", help=_("List what can be taken back, and do nothing."))] = False,
) -> None:
    """Take the last destructive act back."""
    with context_of(context).open() as library:
        if listed:
            for one in library.undoable():
                typer.echo(f"{one.at[:19]}\t{undone_words(one)}")
            return
        act = library.undo_last()
    if act is None:
        warn(_("There is nothing to take back."))
        raise typer.Exit(DONE_WITH_PROBLEMS)
    typer.echo(_("Taken back: {act}").format(act=undone_words(act)))


def history(context: typer.Context, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    """Tell what changed of a record."""
    with context_of(context).open() as library:
        for line in history_lines(library, library.by_key(key).id):
            typer.echo(line)


def link(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help=_("The translation's citation key."), metavar="KEY")],
    original: Annotated[str, typer.Option(help=_("The original's citation key."), metavar="KEY")],
    off: Annotated[bool, typer.Option("--off", help=_("Take the link away."))] = False,
) -> None:
    """Link a translation to its original."""
    with context_of(context).open() as library:
        (unlink if off else link_original)(library, key, original)
