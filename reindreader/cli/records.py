"""``set``, ``revert``, ``highlight`` and ``highlights``: the user's word on a record, and marks in its text."""

from typing import Annotated

import typer

from reindreader.cli.context import context_of, print_json, warn
from reindreader.model.fields import field_names
from reindreader.model.highlights import AnchorState, Colour, Highlight, Locator
from reindreader.workflows.bibliography_words import form_warnings
from reindreader.workflows.editing import revert_field, set_field
from reindreader.workflows.facts import fact_line
from reindreader.workflows.highlighting import anchored, find_quote, highlight_span, locator_of
from reindreader.workflows.wording import _

Key = Annotated[str, typer.Argument(help=_("The record's citation key."), metavar="KEY")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    fields = ", ".join(name for name in field_names() if "." in name or name.islower())
    app.command(
        "set",
        help=_("Set a fact; an empty value takes it out. What was found is kept beneath."),
        epilog=_("Fields: {fields}").format(fields=fields),
    )(set_)
    app.command("revert", help=_("Go back to what was found for a fact."))(revert)
    app.command("highlight", help=_("Highlight words in a record's text."))(highlight)
    app.command("highlights", help=_("List a record's highlights."))(highlights)


def set_(
    context: typer.Context,
    key: Key,
    field: Annotated[str, typer.Argument(help=_("The fact's name, such as published.date."), metavar="FIELD")],
    value: Annotated[
        str, typer.Argument(help=_("Its value; several people are divided by semicolons."), metavar="VALUE")
    ],
) -> None:
    """Set one field of a record."""
    with context_of(context).open() as library:
        record = library.by_key(key).id
        set_field(library, record, field, value)
        stored = library.get(record)
        typer.echo(fact_line(stored.claims, field))
        for sentence in form_warnings(stored.record, value):
            warn(sentence)


def revert(context: typer.Context, key: Key, field: Annotated[str, typer.Argument(metavar="FIELD")]) -> None:
    """Take the user's word on a field back."""
    with context_of(context).open() as library:
        record = library.by_key(key).id
        revert_field(library, record, field)
        typer.echo(fact_line(library.get(record).claims, field))


def highlight(
    context: typer.Context,
    key: Key,
    find: Annotated[str, typer.Option(help=_("The words to highlight."), metavar="WORDS")],
    colour: Annotated[Colour, typer.Option("--colour", "--color", help=_("Its colour."))] = Colour.YELLOW,
    note: Annotated[str, typer.Option(help=_("A note to it."))] = "",
    tag: Annotated[list[str] | None, typer.Option(help=_("A tag; may be given several times."))] = None,
) -> None:
    """Highlight the one place where the words stand."""
    with context_of(context).open() as library:
        record, article, span = find_quote(library, key, find)
        made = highlight_span(library, record, span, colour, note=note, tags=tuple(tag or ()))
        locator = locator_of(article, made.quote)
        typer.echo(f"{made.id}\t{f'¶ {locator.value}' if locator else ''}\t{made.quote.exact}")


def highlights(
    context: typer.Context,
    key: Key,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))] = False,
) -> None:
    """List the highlights of a record by their place."""
    with context_of(context).open() as library:
        record = library.by_key(key).id
        article = library.article(record)
        rows = [_row(made, locator_of(article, made.quote)) for made in anchored(library, record)]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        typer.echo("\t".join(str(row[name] or "") for name in ("id", "colour", "paragraph", "quote", "note")))
        if row["state"] == AnchorState.LOST:
            warn(_("{id}: These words are not in the text any more. They are kept.").format(id=row["id"]))


def _row(made: Highlight, locator: Locator | None) -> dict[str, object]:
    place = made.quote.position
    return {
        "id": made.id,
        "quote": made.quote.exact,
        "colour": made.colour.value,
        "note": made.note,
        "tags": list(made.tags),
        "state": made.state.value,
        "paragraph": locator.value if locator else None,
        "span": [place.start, place.end] if place else None,
    }
