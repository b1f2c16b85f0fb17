"""``import`` and ``list``: files into the library, and what is in it."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress as Bar

from reindreader.cli.context import DONE_WITH_PROBLEMS, NOT_DONE, context_of, print_json, warn
from reindreader.library import Library, Sort
from reindreader.workflows.importing import ImportReport, Outcome, State, import_files
from reindreader.workflows.progress import Work
from reindreader.workflows.wording import _, error_sentence, problem_sentence


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("import", help=_("Add files to the library."))(import_)
    app.command("list", help=_("List what is in the library."))(list_)


def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help=_("Files to add."), metavar="FILE…")],
    as_json: Annotated[bool, typer.Option("--json", help=_("Print the outcome of each file as JSON."))] = False,
    encoding: Annotated[str | None, typer.Option(help=_("The files' encoding, where the guess is wrong."))] = None,
) -> None:
    """Import files and print their citation keys."""
    with context_of(context).open() as library:
        report = _shown(import_files(library, files, encoding=encoding))
    if as_json:
        print_json([_outcome(outcome) for outcome in report.outcomes])
    else:
        _print(report)
    refused = report.of(State.REFUSED)
    if refused:
        raise typer.Exit(NOT_DONE if len(refused) == len(files) else DONE_WITH_PROBLEMS)
    if report.with_problems:
        raise typer.Exit(DONE_WITH_PROBLEMS)


def _shown(work: Work[ImportReport]) -> ImportReport:
    """Drive the work with a bar, where standard error is a terminal."""
    with Bar(transient=True, disable=not _is_terminal()) as bar:
        task = bar.add_task("", total=None)
        while True:
            try:
                step = next(work)
            except StopIteration as stop:
                result: ImportReport = stop.value
                return result
            bar.update(task, completed=step.done, total=step.total or None, description=step.name[-40:])


def _is_terminal() -> bool:
    return typer.get_text_stream("stderr").isatty()


def _print(report: ImportReport) -> None:
    for outcome in report.outcomes:
        if outcome.error:
            warn(error_sentence(outcome.error))
            continue
        note = _(" (was already here)") if outcome.state is State.HERE else ""
        typer.echo(f"{outcome.key}\t{outcome.name}{note}")
        for problem in outcome.problems if outcome.state is State.ADDED else ():
            warn(f"{outcome.name}: {problem_sentence(problem)}")


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "file": outcome.name,
        "state": outcome.state.value,
        "citekey": outcome.key,
        "problems": [problem_sentence(problem) for problem in outcome.problems],
        "error": error_sentence(outcome.error) if outcome.error else None,
    }


def list_(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(help=_("Only what holds all these words."), metavar="WORD")
    ] = None,
    sort: Annotated[Sort, typer.Option(help=_("The order."))] = Sort.ADDED,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))] = False,
) -> None:
    """List the library."""
    with context_of(context).open() as library:
        rows = _rows(library, " ".join(words or ()), sort)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        people = row["author"] + (f", tr. {row['translator']}" if row["translator"] else "")
        typer.echo("\t".join((row["citekey"], row["title"] or _("(no title)"), people)))


def _rows(library: Library, query: str, sort: Sort) -> list[dict[str, str]]:
    ids = library.shelf_ids(query=query, sort=sort)
    return [
        {
            "citekey": row.key,
            "title": row.title,
            "author": row.authors,
            "translator": row.translators,
            "language": row.language or "",
            "original_language": row.original_language or "",
            "added": row.added,
        }
        for row in library.shelf_rows(ids)
    ]
