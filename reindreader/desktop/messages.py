"""Errors and outcomes in words, at the window's edge."""

from datetime import datetime
from pathlib import Path

from reindreader.workflows.bibliography_words import alike_sentence, bibliography_summary
from reindreader.workflows.importing import source_of
from reindreader.workflows.outcomes import ImportReport, Outcome, State
from reindreader.workflows.wording import _, error_sentence, ngettext, one_line, problem_sentence

__all__ = ["base_name", "error_sentence", "import_sentence", "local_time", "outcome_sentence", "short_name"]


def local_time(iso: str) -> str:
    """A moment (ISO 8601) on the clock of here: ``22 November 2026, 20:03``."""
    from babel.dates import format_datetime  # noqa: PLC0415  slow to load

    return str(format_datetime(datetime.fromisoformat(iso).astimezone(), "d MMMM yyyy, HH:mm", locale="en"))


def import_sentence(report: ImportReport) -> str:
    """What became of the files, in a sentence or two; "" where there is nothing to say but that they are there."""
    added = len(report.of(State.ADDED)) + len(report.of(State.JOINED))
    here, refused = len(report.of(State.HERE)), len(report.of(State.REFUSED))
    if len(report.outcomes) == 1:
        return outcome_sentence(report.outcomes[0])
    parts = []
    if refused:
        if added or refused == len(report.outcomes):
            parts.append(_("{added} of {all} files added.").format(added=added, all=len(report.outcomes)))
        parts.append(
            ngettext("{count} could not be read.", "{count} could not be read.", refused).format(count=refused)
        )
    elif added:
        parts.append(ngettext("{count} file added.", "{count} files added.", added).format(count=added))
    older = len(report.of(State.OLDER))
    if older:
        words = ngettext("{count} file has changed since.", "{count} files have changed since.", older)
        parts.append(words.format(count=older))
    alike = sum(outcome.alike is not None for outcome in report.outcomes)
    if alike:
        words = ngettext(
            "{count} has the DOI or address of a record that was here.",
            "{count} have the DOI or address of records that were here.",
            alike,
        )
        parts.append(words.format(count=alike))
    if here:
        words = ngettext("{count} file was already here.", "{count} files were already here.", here)
        parts.append(words.format(count=here))
    return " ".join(parts)


def base_name(source: str) -> str:
    """A file's name without its folder, on one line."""
    return one_line(Path(source).name)


def short_name(outcome: Outcome) -> str:
    """A file's name, or the address."""
    source = source_of(outcome.name)
    return source if isinstance(source, str) else base_name(outcome.name)


def outcome_sentence(outcome: Outcome) -> str:
    """What became of one source; "" where it was added without problems."""
    if outcome.error is not None:
        return error_sentence(outcome.error)
    if outcome.bibliography is not None:
        return bibliography_summary(outcome.bibliography)
    if outcome.state is State.OLDER:
        return _("{name} has changed. The text that is here is older.").format(name=Path(outcome.name).name)
    if outcome.state is State.HERE:
        return _("This was already here.")
    sentences = (alike_sentence(outcome), *(problem_sentence(problem) for problem in outcome.problems))
    return " ".join(filter(None, sentences))
