"""What the window offers after an import that did not end as wished: the newer text, or a field for the password."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QLineEdit

from reindreader.errors import UnreadableFileError
from reindreader.workflows.importing import ImportOptions, ImportReport, Outcome, State, WhenChanged, source_of
from reindreader.workflows.wording import _, ngettext

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

Offer = tuple[str, Callable[[], object]]
"""The words on a button, and what it does."""


def offer_of(report: ImportReport, window: "Window") -> Offer | None:
    """What can be done about the sources that were left; None where there is nothing."""
    locked = [outcome for outcome in report.of(State.REFUSED) if _is_locked(outcome)]
    if locked:
        return _("Enter the password…"), lambda: ask_password(locked, window)
    older = report.of(State.OLDER)
    if older:
        words = ngettext("Take the newer text", "Take the newer texts", len(older))
        return words, lambda: _add(older, ImportOptions(changed=WhenChanged.UPDATE), window)
    return None


def ask_password(locked: list[Outcome], window: "Window") -> None:
    """Ask for the password of locked files, and read them with it."""
    name = source_of(locked[0].name)
    shown = name if isinstance(name, str) else name.name
    words = _("The password of {name}:").format(name=shown)
    password, given = QInputDialog.getText(window, _("Locked file"), words, QLineEdit.EchoMode.Password)
    if given and password:
        _add(locked, ImportOptions(password=password), window)


def _add(outcomes: "list[Outcome] | tuple[Outcome, ...]", options: ImportOptions, window: "Window") -> None:
    window.adding.add([source_of(outcome.name) for outcome in outcomes], options)


def _is_locked(outcome: Outcome) -> bool:
    error = outcome.error
    return isinstance(error, UnreadableFileError) and error.reason in {"encrypted", "password"}
