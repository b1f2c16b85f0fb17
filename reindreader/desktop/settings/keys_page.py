"""The page for citation keys: the pattern, its mistakes where they stand, and what it makes of records."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reindreader.citing.key_patterns import PatternMistake
from reindreader.desktop.entries import Entries, Entry
from reindreader.desktop.settings.parts import button, heading, rows, sentence
from reindreader.desktop.stylesheet import restyle
from reindreader.desktop.theme import code_font
from reindreader.workflows.keying import NewKey, pattern_sentence
from reindreader.workflows.wording import _, ngettext


class KeysPage(QWidget):
    """``show_…`` in, ``…_wanted`` out; nothing is kept before a button is pressed."""

    pattern_changed = Signal(str)
    keep_wanted = Signal(str)
    rekey_wanted = Signal(str)
    usual_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setFont(code_font(13))
        self._field.setAccessibleName(_("Pattern of citation keys"))
        self._field.textEdited.connect(self.pattern_changed)
        self._mistake = sentence("", "error")
        self._mistake.setMinimumHeight(20)
        self._keep, self._usual = button(_("Use for new records")), button(_("Usual pattern"))
        self._rekey = button("")
        self._keep.clicked.connect(lambda: self.keep_wanted.emit(self._field.text()))
        self._rekey.clicked.connect(lambda: self.rekey_wanted.emit(self._field.text()))
        self._usual.clicked.connect(self.usual_wanted)
        self._keys = Entries(_("What the pattern makes"))
        self._lay_out()

    def show_pattern(self, pattern: str) -> None:
        """The pattern that holds."""
        self._field.setText(pattern)

    def show_preview(self, keys: Sequence[tuple[NewKey, str]], mistakes: Sequence[PatternMistake]) -> None:
        """Keys with the titles of their records; or what is wrong with the pattern."""
        place = _("At sign {place}: {what}.")
        words = [place.format(place=one.start + 1, what=pattern_sentence(one)) for one in mistakes]
        self._mistake.setText("\n".join(words))
        self._mistake.setProperty("role", "error")
        restyle(self._mistake)
        self._field.setProperty("invalid", bool(mistakes))
        restyle(self._field)
        for own in (self._keep, self._rekey):
            own.setEnabled(not mistakes)
            own.setToolTip(_("The pattern has a mistake.") if mistakes else "")
        if not mistakes:
            self._keys.show_entries([_entry(*one) for one in keys], _("The library is empty."))

    def show_mistake_at(self, start: int, end: int) -> None:
        """Select the words that are wrong."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.setSelection(start, max(1, end - start))

    def show_chosen(self, count: int, *, everything: bool) -> None:
        """How many records would get new keys."""
        many = ngettext("New keys for {count} record", "New keys for all {count} records", count)
        words = many if everything else _("New keys for the {count} selected")
        self._rekey.setText(words.format(count=f"{count:,}"))
        self._rekey.setVisible(count > 0)

    def show_state(self, words: str, role: str = "sentence") -> None:
        """What has just happened."""
        self._mistake.setText(words)
        self._mistake.setProperty("role", role)
        restyle(self._mistake)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for own in (self._keep, self._rekey, self._usual):
            line.addWidget(own)
        line.addStretch(1)
        hint = sentence(
            _(
                "[auth] family names, [authors:2], [year], [title:1] first words, [translator], [origyear], [origtitle:1], "
                "[journal]; after a colon a number, (3) for first letters, lower, upper, cap, abbr. "
                "Other letters, figures, : _ - stand as they are."
            ),
            "label",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(8)
        column.addWidget(heading(_("Citation keys")))
        column.addLayout(rows((_("Pattern"), self._field)))
        column.addWidget(self._mistake)
        column.addWidget(hint)
        column.addLayout(line)
        column.addSpacing(8)
        column.addWidget(heading(_("What the pattern makes")))
        column.addWidget(self._keys, 1)


def _entry(key: NewKey, title: str) -> Entry:
    if key.kept:
        return Entry(key.old, [("label", _("{title} · stays, since you chose it").format(title=title))], tip=title)
    was = _("{title} · now {key}").format(title=title, key=key.old) if key.changes else title
    return Entry(key.new, [("label", was)], tip=title)
