"""``import`` and ``reread``: sources into the library."""

from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress as Bar

from reindreader.cli.bibliographies import alike_json, bibliography_json, print_bibliography, uneven
from reindreader.cli.context import DONE_WITH_PROBLEMS, NOT_DONE, context_of, print_json, warn
from reindreader.ingest import MAX_BYTES
from reindreader.workflows.bibliography_words import alike_sentence
from reindreader.workflows.importing import ImportOptions, import_files, source_of
from reindreader.workflows.outcomes import ImportReport, Outcome, State, WhenChanged
from reindreader.workflows.progress import Work
from reindreader.workflows.rereading import Reread, reread
from reindreader.workflows.wording import _, error_sentence, ngettext, one_line, part_words, problem_sentence


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("import", help=_("Add files, folders, web addresses or DOIs to the library."))(import_)
    app.command("reread", help=_("Read the kept files of articles again, with what reads them today."))(reread_)


def import_(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            help=_(
                "What to add: files; folders, for the files in them; addresses (https://…); DOIs (10.… or doi:10.…)."
                " Nothing else is ever fetched."
            ),
            metavar="SOURCE…",
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help=_("Print the outcome of each source as JSON."))] = False,
    encoding: Annotated[str | None, typer.Option(help=_("The files' encoding, where the guess is wrong."))] = None,
    password: Annotated[str | None, typer.Option(help=_("The password of locked PDF files."))] = None,
    max_size: Annotated[
        float, typer.Option("--max-size", min=0, help=_("The largest file or page that is read."), metavar="MB")
    ] = MAX_BYTES / 1e6,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, help=_("How many files are read at once; by default, one for each processor."), metavar="N"
        ),
    ] = None,
    archived: Annotated[
        str | None, typer.Option(help=_("The address of a kept copy of the page."), metavar="URL")
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help=_("Take the newer text where an older version is in the library."))
    ] = False,
    new: Annotated[
        bool, typer.Option("--new", help=_("Add a newer version as a record of its own, beside the older."))
    ] = False,
) -> None:
    """Import sources and print their citation keys."""
    changed = WhenChanged.UPDATE if update else WhenChanged.ADD if new else WhenChanged.TELL
    options = ImportOptions(encoding, password, int(max_size * 1e6), archived, changed, workers=workers)
    outcomes: list[Outcome] = []
    with context_of(context).open() as library:
        try:
            shown(import_files(library, [source_of(words) for words in sources], options, outcomes=outcomes))
        finally:  # what is in is told of, also where the user cancels
            report = ImportReport(tuple(outcomes))
            _print(report, as_json=as_json)
    _end(report)


def _end(report: ImportReport) -> None:
    refused = report.of(State.REFUSED)
    if refused:
        raise typer.Exit(NOT_DONE if len(refused) == len(report.outcomes) else DONE_WITH_PROBLEMS)
    doubtful = report.with_problems or report.of(State.OLDER) or report.beside_others
    if doubtful or any(uneven(one.bibliography) for one in report.outcomes):
        raise typer.Exit(DONE_WITH_PROBLEMS)


T = TypeVar("T")


def shown(work: Work[T]) -> T:
    """Drive work with a bar, where standard error is a terminal."""
    with Bar(transient=True, disable=not _is_terminal(), console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)
        while True:
            try:
                step = next(work)
            except StopIteration as stop:
                result: T = stop.value
                return result
            words = " ".join((escape(one_line(step.name)[-40:]), part_words(step.part) if step.part else ""))
            bar.update(task, completed=step.done, total=step.total or None, description=words)


def _is_terminal() -> bool:
    return typer.get_text_stream("stderr").isatty()


def _print(report: ImportReport, *, as_json: bool) -> None:
    if as_json:
        print_json([_outcome(outcome) for outcome in report.outcomes])
        return
    for outcome in report.outcomes:
        _print_one(outcome)
    refused, uneven = report.of(State.REFUSED), report.with_problems
    if len(report.outcomes) > 1 and (refused or uneven):
        good = len(report.outcomes) - len(refused)
        words = _("{good} of {all} read, {uneven} of them with problems; {refused} refused.")
        warn(words.format(good=good, all=len(report.outcomes), uneven=len(uneven), refused=len(refused)))


def _print_one(outcome: Outcome) -> None:
    name = one_line(outcome.name)
    if outcome.error:
        warn(error_sentence(outcome.error))
        return
    if outcome.bibliography:
        print_bibliography(outcome.bibliography)
    else:
        typer.echo(f"{outcome.key}\t{name}{_note(outcome)}")
    if outcome.state is State.OLDER:
        words = _("{name} has changed. Take the newer text with --update, or add it beside the older with --new.")
        warn(words.format(name=name))
    if same := alike_sentence(outcome):
        warn(f"{name}: {same}")
    for problem in outcome.problems:
        warn(f"{name}: {problem_sentence(problem)}")


def _note(outcome: Outcome) -> str:
    notes = {
        State.HERE: _(" (was already here)"),
        State.JOINED: _(" (the text of a record that was here without one)"),
        State.OLDER: _(" (already here, in an older version)"),
        State.UPDATED: _(" (now in its newer version)"),
    }
    marks = ngettext(" ({count} highlight)", " ({count} highlights)", outcome.highlights)
    return notes.get(outcome.state, "") + (marks.format(count=outcome.highlights) if outcome.highlights else "")


def _outcome(outcome: Outcome) -> dict[str, object]:
    own: dict[str, object] = {
        "file": outcome.name,
        "state": outcome.state.value,
        "citekey": outcome.key,
        "highlights": outcome.highlights,
        "alike": alike_json(outcome.alike),
        "problems": [problem_sentence(problem) for problem in outcome.problems],
        "error": error_sentence(outcome.error) if outcome.error else None,
    }
    return own | ({"bibliography": bibliography_json(outcome.bibliography)} if outcome.bibliography else {})


def reread_(
    context: typer.Context,
    keys: Annotated[
        list[str] | None,
        typer.Argument(help=_("Citation keys; without any, all that an older reader read."), metavar="KEY"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print the outcome of each article as JSON."))] = False,
    encoding: Annotated[str | None, typer.Option(help=_("The encoding to read these texts in."))] = None,
    password: Annotated[str | None, typer.Option(help=_("The password of locked PDF files."))] = None,
) -> None:
    """Read articles again. What you said about them stays, and highlights stay on their words."""
    with context_of(context).open() as library:
        records = [library.by_key(key).id for key in keys] if keys else None
        done = shown(reread(library, records, encoding=encoding, password=password))
    if as_json:
        print_json([_again(one) for one in done])
    else:
        for one in done:
            _print_again(one)
    if any(one.error for one in done):
        raise typer.Exit(NOT_DONE if all(one.error for one in done) else DONE_WITH_PROBLEMS)


def _print_again(one: Reread) -> None:
    if one.error:
        warn(f"{one.key}: {error_sentence(one.error)}")
        return
    words = [_("text changed") if one.changed else _("text as before")]
    if one.asked:
        marks = ngettext("{count} highlight on changed words", "{count} highlights on changed words", one.asked)
        words.append(marks.format(count=one.asked))
    if one.lost:
        marks = ngettext("{count} highlight without its words", "{count} highlights without their words", one.lost)
        words.append(marks.format(count=one.lost))
    typer.echo(f"{one.key}\t{', '.join(words)}")
    for problem in one.problems:
        warn(f"{one.key}: {problem_sentence(problem)}")


def _again(one: Reread) -> dict[str, object]:
    return {
        "citekey": one.key,
        "changed": one.changed,
        "highlights_changed": one.asked,
        "highlights_lost": one.lost,
        "problems": [problem_sentence(problem) for problem in one.problems],
        "error": error_sentence(one.error) if one.error else None,
    }
