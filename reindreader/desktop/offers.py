"""What the window offers after an import that did not end as wished: the newer text, or a field for the password."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reindreader.desktop.locked import PasswordDialog
from reindreader.desktop.messages import short_name
from reindreader.errors import UnreadableFileError
from reindreader.workflows.importing import ImportOptions, source_of
from reindreader.workflows.outcomes import ImportReport, Outcome, State, WhenChanged
from reindreader.workflows.wording import _, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

Offer = tuple[str, Callable[[], object]]
"""The words on a button, and what it does."""


def offer_of(report: ImportReport, window: "Window") -> Offer | None:
    """What can be done about the sources that were left; None where there is nothing."""
    locked = [outcome for outcome in report.of(State.REFUSED) if is_locked(outcome)]
    if locked:
        return _("Enter the password…"), lambda: ask_password(locked, window)
    older = report.of(State.OLDER)
    if older:
        words = ngettext("Take the newer text", "Take the newer texts", len(older))
        return words, lambda: _add(older, ImportOptions(changed=WhenChanged.UPDATE), window)
    doubled = [offer for offer in (_merging(outcome, window) for outcome in report.beside_others) if offer]
    return doubled[0] if len(doubled) == 1 else None


def _merging(outcome: Outcome, window: "Window") -> Offer | None:
    """To make one of a record that came in and the one that has its DOI or address."""
    record, alike = outcome.record, outcome.alike
    if record is None or alike is None or not alike.one or outcome.state is not State.ADDED:
        return None
    return _("Merge…"), lambda: window.commands.merging.compare(alike.record, record)


def ways_of(outcome: Outcome, window: "Window") -> list[Offer]:
    """What can be done about one source."""
    record = outcome.record
    if outcome.bibliography is not None and outcome.bibliography.broken:
        return [(_("Repair…"), window.repairing.ask)]
    if is_locked(outcome):
        return [(_("Enter the password…"), lambda: ask_password([outcome], window))]
    if outcome.error is not None:
        return [(_("Try again"), lambda: _add((outcome,), ImportOptions(), window))]
    opening: list[Offer] = [(_("Open"), lambda: window.current.open(record))] if record is not None else []
    if outcome.state is State.OLDER:
        newer = ImportOptions(changed=WhenChanged.UPDATE)
        return [(_("Take the newer text"), lambda: _add((outcome,), newer, window)), *opening]
    merging = _merging(outcome, window)
    return [merging, *opening] if merging else opening


def ask_password(locked: list[Outcome], window: "Window") -> None:
    """Ask for the password of locked files, and read them with it."""
    wrong = isinstance(locked[0].error, UnreadableFileError) and locked[0].error.reason == "password"
    dialog = PasswordDialog(short_name(locked[0]), window, others=len(locked) - 1, wrong=wrong)
    dialog.given.connect(window.printing.remember)
    dialog.given.connect(lambda password: _add(locked, ImportOptions(password=password), window))
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def wrongly_unlocked(report: ImportReport) -> list[Outcome]:
    """The files whose password was tried, and was not theirs."""
    return [
        outcome
        for outcome in report.of(State.REFUSED)
        if isinstance(outcome.error, UnreadableFileError) and outcome.error.reason == "password"
    ]


def _add(outcomes: "list[Outcome] | tuple[Outcome, ...]", options: ImportOptions, window: "Window") -> None:
    window.adding.add([source_of(outcome.name) for outcome in outcomes], options)


def is_locked(outcome: Outcome) -> bool:
    """Whether a password would open it."""
    error = outcome.error
    return isinstance(error, UnreadableFileError) and error.reason in {"encrypted", "password"}
