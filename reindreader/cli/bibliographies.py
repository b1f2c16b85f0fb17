"""Bibliography files in the terminal: what an import brought, and ``repairs``."""

from pathlib import Path
from typing import Annotated

import typer

from reindreader.citing.duplicates import Group
from reindreader.cli.context import context_of, print_json, warn
from reindreader.errors import UnknownFieldError
from reindreader.model.claims import Claim
from reindreader.model.fields import field_names, slot_of
from reindreader.workflows.bibliographies import Arrival, Arrived, BibliographyReport, retry_repair
from reindreader.workflows.bibliography_words import arrival_note, bibliography_summary, group_sentence, remark_sentence
from reindreader.workflows.identity import Alike
from reindreader.workflows.keying import pattern_of, plan_keys, rekey, set_pattern
from reindreader.workflows.merging import Take, find_duplicates, merge, merge_pair
from reindreader.workflows.progress import finish
from reindreader.workflows.wording import _


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("repairs", help=_("List entries of imported files that could not be read, or try one again."))(repairs)
    app.command("duplicates", help=_("List duplicates, and versions of one work that are not linked."))(duplicates)
    app.command("keys", help=_("Give records citation keys by a pattern, or show what it would give."))(keys)
    app.command("merge", help=_("Make one of two records; the other goes to the bin. It can be taken back."))(merge_)


def repairs(
    context: typer.Context,
    number: Annotated[int | None, typer.Argument(help=_("Its number in the list."), metavar="NUMBER")] = None,
    file: Annotated[
        Path | None, typer.Option("--from", help=_("A file with its repaired text."), metavar="FILE")
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help=_("Forget it."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))] = False,
) -> None:
    """List all, show the text of one, or try its repaired text."""
    with context_of(context).open() as library:
        kept = [one for one in library.repairs() if number in (None, one.id)]
        if number is not None and drop:
            library.remove_repair(number)
        elif number is not None and file is not None:
            print_bibliography(finish(retry_repair(library, number, file.read_text("utf-8"))))
        elif as_json:
            print_json(
                [{"id": r.id, "file": r.source, "line": r.line, "reason": r.reason, "text": r.text} for r in kept]
            )
        elif number is not None:
            typer.echo("\n".join(one.text for one in kept))
        else:
            for one in kept:
                typer.echo(f"{one.id}\t{one.source}:{one.line}\t{one.text.splitlines()[0][:80] if one.text else ''}")


def print_bibliography(report: BibliographyReport) -> None:
    """The keys on standard output, what was noticed with file and line on standard error."""
    for one in report.arrived:
        note = arrival_note(one)
        typer.echo(f"{one.key}\t{report.name}:{one.line}" + (f" ({note})" if note else ""))
        for remark in one.remarks:
            warn(f"{report.name}:{remark.line}: {remark_sentence(remark)}")
    for broken in report.broken:
        warn(f"{report.name}:{broken.line}: {remark_sentence(broken.remark)}")
    warn(bibliography_summary(report))


def bibliography_json(report: BibliographyReport) -> dict[str, object]:
    """What an import brought, for programs."""
    return {
        "format": report.form,
        "entries": [_entry(one) for one in report.arrived],
        "broken": [
            {"line": b.line, "reason": b.remark.notice.value, "sentence": remark_sentence(b.remark), "text": b.raw}
            for b in report.broken
        ],
    }


def _entry(one: Arrived) -> dict[str, object]:
    return {
        "citekey": one.key,
        "wished": one.wished,
        "state": one.state.value,
        "line": one.line,
        "alike": alike_json(one.alike),
        "remarks": [{"line": r.line, "field": r.field, "sentence": remark_sentence(r)} for r in one.remarks],
    }


def alike_json(alike: Alike | None) -> dict[str, object] | None:
    """The record that was there with the same DOI or address, None where there is none."""
    return {"citekey": alike.key, "shared": alike.shared.value, "same": alike.one} if alike else None


def uneven(report: BibliographyReport | None) -> bool:
    """Whether something was noticed that the exit code should tell."""
    return report is not None and (
        bool(report.broken)
        or any(one.remarks or (one.alike and one.state is not Arrival.JOINED) for one in report.arrived)
    )


def duplicates(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=_("Print a list of objects."))] = False,
) -> None:
    """List duplicates, and versions of one work that are not linked."""
    with context_of(context).open() as library:
        groups = finish(find_duplicates(library))
        own = {id_: library.get(id_).key for group in groups for id_ in group.ids}
    if as_json:
        print_json([_group(group, own) for group in groups])
        return
    for group in groups:
        typer.echo("\t".join([*(own[id_] for id_ in group.ids), group_sentence(group)]))


def _group(group: Group, own: dict[int, str]) -> dict[str, object]:
    return {"citekeys": [own[id_] for id_ in group.ids], "reason": group.reason.value, "versions": group.versions}


def merge_(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help=_("The record to keep."), metavar="KEY")],
    other: Annotated[str, typer.Argument(help=_("The record that goes to the bin."), metavar="OTHER")],
    take: Annotated[
        list[str] | None, typer.Option(help=_("A field whose value is the other's; may be given several times."))
    ] = None,
    both: Annotated[list[str] | None, typer.Option(help=_("A field that takes the people of both."))] = None,
) -> None:
    """Make one of two records; what neither is told to keep stays in the bin."""
    with context_of(context).open() as library:
        kept, gone = library.by_key(key), library.by_key(other)
        choices = {_slot(name, kept.claims): Take.OTHER for name in take or ()}
        choices |= {_slot(name, kept.claims): Take.BOTH for name in both or ()}
        merge(library, kept.id, gone.id, choices)
        for row in merge_pair(library, kept.id, gone.id).rows:
            if row.kept:
                typer.echo(f"{row.label}\t{row.kept}")


def _slot(name: str, claims: tuple[Claim, ...]) -> tuple[str, int]:
    try:
        return slot_of(name, claims)
    except KeyError as error:
        raise UnknownFieldError(name, field_names()) from error


def keys(
    context: typer.Context,
    chosen: Annotated[
        list[str] | None, typer.Argument(help=_("The records to give new keys, without any: all."), metavar="KEY")
    ] = None,
    pattern: Annotated[
        str | None, typer.Option(help=_("Such as [auth][year][title:1]; without it, the library's."), metavar="PATTERN")
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help=_("Show the new keys, and change nothing."))] = False,
    pinned: Annotated[bool, typer.Option("--pinned", help=_("Also keys that you chose by hand."))] = False,
    save: Annotated[bool, typer.Option("--save", help=_("Use the pattern for new records; change no key."))] = False,
) -> None:
    """Give records citation keys by a pattern: old and new, a tab between them."""
    with context_of(context).open() as library:
        if save and pattern is not None:
            set_pattern(library, pattern)
            typer.echo(pattern_of(library))
            return
        ids = [library.by_key(key).id for key in chosen] if chosen else library.all_ids()
        plan = plan_keys(library, ids, pattern, pinned=pinned)
        for one in plan if preview else finish(rekey(library, plan)):
            if one.changes:
                typer.echo(f"{one.old}\t{one.new}")
