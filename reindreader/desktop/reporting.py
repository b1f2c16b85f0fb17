"""What became of an import, source by source: why one was refused, what was noticed in another, and what to do about it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reindreader.desktop.entries import Action, Entries, Entry
from reindreader.desktop.messages import import_sentence, outcome_sentence, short_name
from reindreader.desktop.sizing import open_as_large
from reindreader.errors import UnreadableFileError
from reindreader.workflows.bibliographies import BibliographyReport
from reindreader.workflows.bibliography_words import arrival_note, remark_sentence
from reindreader.workflows.outcomes import ImportReport, Outcome, State
from reindreader.workflows.wording import _, ngettext, problem_sentence, unreadable_reason

_MOST = 200
"""Lines of one file that are listed."""

Ways = Callable[[Outcome], list[Action]]
"""What can be done about an outcome."""


class ReportDialog(QDialog):
    """The sources that were not simply added; their words can be copied."""

    def __init__(self, report: ImportReport, ways: Ways, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What became of the files"))
        self._report = report
        self._ways = ways
        self._entries: list[Entry] = []
        self._listed = Entries(_("What became of the files"))
        self._summary = QLabel()
        self._summary.setProperty("role", "sentence")
        self._summary.setWordWrap(True)
        self._show()
        copy, close = QPushButton(_("Copy the list")), QPushButton(_("Close"))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        for button in (copy, close):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self._listed, 1)
        column.addLayout(row)
        open_as_large(self, 680, 440)

    def take(self, report: ImportReport) -> None:
        """What became of them when they were tried again; other files are another report's."""
        self._report = renewed(self._report, report)
        self._show()

    def _show(self) -> None:
        self._entries = _entries(self._report, self._ways)
        self._listed.show_entries(self._entries, _("All files were read without problems."))
        self._summary.setText(import_sentence(self._report))

    def _copy(self) -> None:
        lines: list[str] = []
        for own in self._entries:
            lines += ["", own.heading] if own.heading else []
            lines += [own.tip or own.title, *(f"  {words}" for _role, words in own.lines)]
        QGuiApplication.clipboard().setText("\n".join(lines).strip())


def renewed(report: ImportReport, again: ImportReport) -> ImportReport:
    """The report with what became of its sources when they were tried again."""
    later = {outcome.name: outcome for outcome in again.outcomes}
    return ImportReport(tuple(later.get(outcome.name, outcome) for outcome in report.outcomes))


def told(outcome: Outcome) -> bool:
    """Whether there is anything to say of a source."""
    return bool(outcome.error or outcome.problems or outcome_sentence(outcome))


def _entries(report: ImportReport, ways: Ways) -> list[Entry]:
    """What could not be read, what is to be checked, what was here already: each under its heading."""
    kinds: dict[str, list[Outcome]] = {_("Could not be read"): [], _("To check"): [], _("Already here"): []}
    refused, checked, here = kinds.values()
    for outcome in filter(told, report.outcomes):
        unchanged = outcome.state is State.HERE and outcome.bibliography is None
        (refused if outcome.error else here if unchanged else checked).append(outcome)
    entries: list[Entry] = []
    for heading, own in kinds.items():
        made = [_entry(outcome, ways(outcome)) for outcome in own]
        entries += [replace(made[0], heading=f"{heading} ({len(made)})"), *made[1:]] if made else []
    return entries


def _entry(outcome: Outcome, acts: list[Action]) -> Entry:
    return Entry(short_name(outcome), _lines(outcome), acts, outcome.name)


def _lines(outcome: Outcome) -> list[tuple[str, str]]:
    if isinstance(outcome.error, UnreadableFileError):
        reason = unreadable_reason(outcome.error)
        return [("error", f"{reason[:1].upper()}{reason[1:]}.")]
    lines = [("error" if outcome.error else "sentence", words) for words in [outcome_sentence(outcome)] if words]
    if outcome.bibliography is None:
        return lines
    lines += [("warn", problem_sentence(problem)) for problem in outcome.problems]
    found = _bibliography_lines(outcome.bibliography)
    if len(found) > _MOST:
        more = len(found) - _MOST
        words = ngettext("and {count} more", "and {count} more", more).format(count=f"{more:,}")
        found = [*found[:_MOST], ("label", words)]
    return lines + found


def _bibliography_lines(report: BibliographyReport) -> list[tuple[str, str]]:
    at = _("line {line}: {what}")
    noticed = [(b.remark.line, "error", remark_sentence(b.remark)) for b in report.broken]
    for one in report.arrived:
        noticed += [(one.line, "label", f"{one.key}, {note}") for note in [arrival_note(one)] if note]
        noticed += [(remark.line, "label", f"{one.key}, {remark_sentence(remark)}") for remark in one.remarks]
    return [(role, at.format(line=line, what=what)) for line, role, what in sorted(noticed)]
