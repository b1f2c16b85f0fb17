"""``show``: what is known of a file, without storing it. ``self-check``: whether the installation is whole."""

from itertools import zip_longest
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand

from reindreader.cli.context import DONE_WITH_PROBLEMS, print_json, warn
from reindreader.errors import ReindreaderError
from reindreader.workflows.checking import self_check
from reindreader.workflows.facts import Fact, Facts, facts_of
from reindreader.workflows.reading import Reading, read_file
from reindreader.workflows.showing import shown
from reindreader.workflows.suggesting import with_offers
from reindreader.workflows.wording import _, certainty_word, error_sentence, ngettext, problem_sentence


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("show", cls=_Show, help=_("Show what is known of a file. Nothing is stored."))(show)
    app.command("self-check", help=_("Open everything that the program needs, and say what is missing."))(check)


class _Show(TyperCommand):
    """``--url`` without an address (scripts leave out what they do not know) is an address that is not known."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Typer's, which knows no option whose value may be missing."""
        whole: list[str] = []
        for argument, following in zip_longest(args, args[1:]):
            whole.append(argument)
            if argument == "--url" and (following is None or following.startswith("-")):
                whole.append("")
        return super().parse_args(ctx, whole)


def show(
    file: Annotated[Path, typer.Argument(help=_("The file to read."), metavar="FILE")],
    as_json: Annotated[bool, typer.Option("--json", help=_("Print all of it as JSON."))] = False,
    encoding: Annotated[str | None, typer.Option(help=_("The file's encoding, where the guess is wrong."))] = None,
    url: Annotated[
        str | None, typer.Option(help=_("The address that a saved page is from. It is not visited."))
    ] = None,
) -> None:
    """Read a file and print its facts."""
    try:
        reading = read_file(file, encoding=encoding, url=url or None)
    except ReindreaderError as error:
        if as_json:
            print_json({"error": error_sentence(error)})
        raise
    if as_json:
        print_json(shown(reading.article, reading.claims))
    else:
        _print(reading, with_offers(facts_of(reading.claims), reading.article, reading.claims))
    for problem in reading.article.problems:
        warn(f"{file.name}: {problem_sentence(problem)}")
    if reading.article.problems:
        raise typer.Exit(DONE_WITH_PROBLEMS)


def _print(reading: Reading, facts: Facts) -> None:
    console = Console(highlight=False, soft_wrap=True)
    table = Table.grid(padding=(0, 2))
    for heading, rows in ((_("This translation"), facts.translation), (_("Original"), facts.original)):
        table.add_row(Text(heading, "bold"))
        for fact in rows:
            table.add_row(*_row(reading, fact))
    for question in facts.questions:
        table.add_row(Text(question.label, "bold"))
        table.add_row("", Text(question.value), Text(question.prompt, "italic"))
    console.print(table)
    count = len(reading.article.numbers)
    console.print(ngettext("{count} paragraph", "{count} paragraphs", count).format(count=count), markup=False)


def _row(reading: Reading, fact: Fact) -> tuple[Text, Text, Text]:
    if fact.certainty is None:
        return Text(fact.label), Text(_("not stated"), "italic"), Text()
    words = " … ".join(" ".join(span.slice(reading.article.text).split())[:80] for span in fact.spans)
    return (
        Text(fact.label),
        Text(fact.value),
        Text(f"{certainty_word(fact.certainty)}: {words or fact.place or ''}", "dim"),
    )


def check() -> None:
    """Open every resource that the program needs."""
    report = self_check()
    for name, state in report.found:
        typer.echo(f"{name}: {state}")
    for problem in report.missing:
        warn(problem)
    if report.missing:
        raise typer.Exit(2)
