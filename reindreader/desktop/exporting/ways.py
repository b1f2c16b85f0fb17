"""How the file is written: order, letters, lines, what is left out; of a bibliography its style. Only what concerns the format."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from reindreader.citing.phrases import phrase_languages
from reindreader.citing.trimming import LEAVABLE
from reindreader.desktop.citation.chooser import Chooser
from reindreader.desktop.theme import Theme
from reindreader.workflows.exporting import ExportOptions, Order
from reindreader.workflows.languages import language_name
from reindreader.workflows.wording import _, ngettext

_WIDTHS = (0, 72, 80, 100, 120)


class Ways(QWidget):
    """Two lines of small controls. ``options``: what they say."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = _box(_("Order"), _order_words())
        self._letters = _box(
            _("Letters"), ((None, _("As usual")), (False, _("All, as UTF-8")), (True, _("ASCII alone")))
        )
        self._width = _box(_("Lines"), [(width, _width_words(width)) for width in _WIDTHS])
        self._words = _box(_("In words"), [(tag, language_name(tag)) for tag in phrase_languages()])
        self._style = Chooser(_("Citation style"), theme)
        self._language = Chooser(_("Language"), theme)
        self._left_out = LeftOut()
        self._titles = QCheckBox(_("Protect capitals"))
        self._titles.setToolTip(_("Braces keep capitals of names and acronyms, whatever a style does with titles."))
        self._keys = QCheckBox(_("Plain keys"))
        self._keys.setToolTip(_("Keys of unaccented letters, figures and : _ - alone, which every program takes."))
        self._groups: dict[str, QWidget] = {}
        self._lay_out()
        self._connect()
        self.show_options(ExportOptions())

    @property
    def options(self) -> ExportOptions:
        """As they are chosen; those that do not concern the format are kept for another one."""
        return ExportOptions(
            leave_out=self._left_out.names,
            order=Order(self._order.currentData()),
            width=self._width.currentData(),
            protect_titles=self._titles.isChecked(),
            ascii=self._letters.currentData(),
            safe_keys=self._keys.isChecked(),
            words=self._words.currentData(),
            style=self._style.key or "apa",
            language=self._language.key or None,
        )

    def show_theme(self, theme: Theme) -> None:
        """Paint in this theme from now on."""
        self._style.show_theme(theme)
        self._language.show_theme(theme)

    def show_format(self, concerned: frozenset[str]) -> None:
        """Offer what concerns a format: names of ``ExportOptions``."""
        for name in sorted(self._groups, key=lambda name: name in concerned):  # first hide: it shall not grow meanwhile
            self._groups[name].setVisible(name in concerned)
        self.setVisible(bool(concerned))

    def show_styles(self, styles: Sequence[tuple[str, str]], languages: Sequence[tuple[str, str]]) -> None:
        """Offer these for bibliographies, (id, title) and (tag, name) each."""
        self._style.show_choices(styles, (self._style.key,))
        self._language.show_choices(languages)

    def show_options(self, options: ExportOptions) -> None:
        """Begin with these; nothing is told."""
        blocked = self.blockSignals(True)
        for box, value in (
            (self._order, options.order.value),
            (self._letters, options.ascii),
            (self._width, options.width),
            (self._words, options.words),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._left_out.show_names(options.leave_out)
        self._titles.setChecked(options.protect_titles)
        self._keys.setChecked(options.safe_keys)
        self._style.show_choice(options.style)
        self._language.show_choice(options.language or "")
        self.blockSignals(blocked)

    def _lay_out(self) -> None:
        first = {
            "order": _named(_("Order"), self._order),
            "style": _named(_("Style"), self._style),
            "language": _named(_("Language"), self._language),
            "ascii": _named(_("Letters"), self._letters),
            "width": _named(_("Lines"), self._width),
        }
        second = {
            "leave_out": _named(_("Without"), self._left_out),
            "words": _named(_("In words"), self._words),
            "protect_titles": self._titles,
            "safe_keys": self._keys,
        }
        self._words_tip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for parts in (first, second):
            row = QHBoxLayout()
            row.setSpacing(20)
            for part in parts.values():
                row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        self._groups = first | second

    def _words_tip(self) -> None:
        self._words.setToolTip(_("The language of facts that the format has no field for, such as “appeared in”."))

    def _connect(self) -> None:
        for box in (self._order, self._letters, self._width, self._words):
            box.activated.connect(lambda _index: self.changed.emit())
        for tick in (self._titles, self._keys):
            tick.clicked.connect(lambda _on: self.changed.emit())
        for chooser in (self._style, self._language):
            chooser.setAutoDefault(False)
            chooser.chosen.connect(lambda _key: self.changed.emit())
        self._left_out.changed.connect(self.changed)


class LeftOut(QPushButton):
    """A button that says what is left out, with a menu of ticks that stays open."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("size", "row")
        self.setAutoDefault(False)
        self._menu = StayingMenu(self)
        self._actions: dict[str, QAction] = {}
        labels = leavable_words()
        for name in LEAVABLE:
            action = self._menu.addAction(labels.get(name, name))
            action.setCheckable(True)
            action.toggled.connect(self._tell)
            self._actions[name] = action
        self.setMenu(self._menu)
        self._say()

    @property
    def names(self) -> frozenset[str]:
        """Of ``LEAVABLE``."""
        return frozenset(name for name, action in self._actions.items() if action.isChecked())

    def show_names(self, names: Iterable[str]) -> None:
        """Tick these."""
        wanted = frozenset(names)
        blocked = self.blockSignals(True)
        for name, action in self._actions.items():
            action.setChecked(name in wanted)
        self.blockSignals(blocked)
        self._say()

    def _tell(self, _on: bool) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = [action.text() for action in self._actions.values() if action.isChecked()]
        several = ngettext("{count} kind of fact", "{count} kinds of facts", len(chosen)).format(count=len(chosen))
        words = {0: _("Nothing left out"), 1: chosen[0] if chosen else ""}.get(len(chosen), several)
        self.setText(words)
        self.setToolTip(", ".join(chosen))
        self.setAccessibleName(_("Left out: {what}").format(what=", ".join(chosen) or _("nothing")))


class StayingMenu(QMenu):
    """Ticks are set and taken back while it stays open."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a tick does not close it."""
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: nor does the space bar."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class _WheelLess(QComboBox):
    """A turn of the wheel over it scrolls past and changes nothing."""

    def event(self, event: QEvent) -> bool:
        """Qt: the wheel is not ours."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().event(event)


def _box(name: str, choices: Sequence[tuple[object, str]]) -> QComboBox:
    box = _WheelLess()
    box.setProperty("size", "row")
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for value, words in choices:
        box.addItem(words, value)
    return box


def _named(words: str, part: QWidget) -> QWidget:
    label = QLabel(words)
    label.setProperty("role", "label")
    label.setBuddy(part)
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(part)
    return pair


def _width_words(width: int) -> str:
    return _("{count} columns").format(count=width) if width else _("Unbroken")


def _order_words() -> tuple[tuple[str, str], ...]:
    return (
        (Order.SELECTED.value, _("As selected")),
        (Order.KEY.value, _("By key")),
        (Order.AUTHOR.value, _("By author")),
        (Order.YEAR.value, _("By year")),
        (Order.TITLE.value, _("By title")),
    )


def leavable_words() -> dict[str, str]:
    """What can be left out of a file, for people."""
    return {
        "abstract": _("Abstract"),
        "note": _("Notes"),
        "keywords": _("Keywords"),
        "url": _("Web addresses"),
        "accessed": _("Days of access"),
        "doi": _("DOI"),
        "isbn": _("ISBN"),
        "issn": _("ISSN"),
        "pmid": _("PubMed numbers"),
        "archive": _("Archive and call number"),
        "license": _("Licence"),
        "original": _("The original"),
        "unknown": _("Fields of other programs"),
    }
