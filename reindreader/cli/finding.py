"""``list``: what is in the library, all of it or what a query finds."""

from typing import Annotated

import typer

from reindreader.cli.context import DONE_WITH_PROBLEMS, context_of, print_json, warn
from reindreader.library import Grouping, ShelfRow, Snippet, Sort, View
from reindreader.workflows.finding import Listing, listing, query_help
from reindreader.workflows.wording import _, one_line


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("list", help=_("List what is in the library."), epilog=query_help())(list_)


def list_(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help=_("Only what this query finds."), metavar="QUERY")] = None,
    sort: Annotated[Sort | None, typer.Option(help=_("The order; by relevance where there is a query."))] = None,
    reverse: Annotated[bool, typer.Option("--reverse", help=_("The other way round."))] = False,
    group: Annotated[Grouping, typer.Option(help=_("Bring together what has this in common."))] = Grouping.NONE,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))] = False,
) -> None:
    """List the library."""
    query = " ".join(words or ())
    order = sort or (Sort.RELEVANCE if query else Sort.ADDED)
    with context_of(context).open() as library:
        found = listing(library, View(query, order, reverse, group), with_snippets=True)
    _print(found, as_json=as_json)
    for mistake in found.mistakes:
        warn(mistake)
    if found.mistakes:
        raise typer.Exit(DONE_WITH_PROBLEMS)


def _print(found: Listing, *, as_json: bool) -> None:
    if as_json:
        print_json([_object(row, found.snippets.get(row.id)) for row in found.rows])
        return
    for row in found.rows:
        people = row.authors + (f", tr. {row.translators}" if row.translators else "")
        typer.echo("\t".join((row.key, row.title or one_line(row.file) or _("(no title)"), people)))
        if snippet := found.snippets.get(row.id):
            typer.echo(f"\t{snippet.text}")


def _object(row: ShelfRow, snippet: Snippet | None) -> dict[str, object]:
    shown: dict[str, object] = {
        "citekey": row.key,
        "title": row.title,
        "author": row.authors,
        "translator": row.translators,
        "language": row.language or "",
        "original_language": row.original_language or "",
        "added": row.added,
        "outlet": row.outlet,
        "year": row.year,
        "tags": list(row.tags),
        "starred": row.starred,
        "state": row.state.value,
        "progress": row.progress,
    }
    return shown | ({"snippet": snippet.text} if snippet else {})
