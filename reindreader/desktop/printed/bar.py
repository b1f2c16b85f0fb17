"""The strip above the pages: which page, how large, how turned, one or all, and what stands beside them."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reindreader.desktop.hairline import hairline
from reindreader.desktop.printed.layout import Fit
from reindreader.desktop.theme import Theme, icon, scaled
from reindreader.workflows.wording import _

HEIGHT = 40


class PageBar(QFrame):
    """Emits what is wanted; shows what is."""

    page_wanted = Signal(str)
    """What was typed as a page's number or label."""
    step_wanted = Signal(int)
    zoom_wanted = Signal(int)
    """Steps larger (1) or smaller (-1)."""
    fit_wanted = Signal(object)
    """A Fit, or a factor: 1.0 as printed."""
    turn_wanted = Signal(bool)
    single_wanted = Signal(bool)
    side_wanted = Signal(bool)
    text_wanted = Signal(bool)
    """The text is to be shown beside the pages, or no longer."""
    find_wanted = Signal(bool)
    save_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setFixedHeight(scaled(HEIGHT))
        self._row = QHBoxLayout()
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(2)
        self._tools: dict[str, QToolButton] = {}
        self._side = self._tool("pages", _("Pages, contents and hits (F4)"))
        self._side.setCheckable(True)
        self._side.toggled.connect(self.side_wanted)
        self._row.addStretch(1)
        self._tool("chevron-up", _("The page before (PgUp)"), self.step_wanted, -1)
        self._field, self._count = self._page_field()
        self._tool("chevron-down", _("The next page (PgDown)"), self.step_wanted, 1)
        self._row.addSpacing(16)
        self._tool("minus", _("Smaller (Ctrl+-)"), self.zoom_wanted, -1)
        self._zoom = self._zoom_button()
        self._tool("plus", _("Larger (Ctrl++)"), self.zoom_wanted, 1)
        self._row.addStretch(1)
        self._tool("turn", _("Turn the pages (R)")).clicked.connect(self.turn_wanted)
        self._single = self._tool("single", _("One page at a time"))
        self._single.setCheckable(True)
        self._single.toggled.connect(self.single_wanted)
        self._text = self._tool("beside", _("The text beside the pages (Shift+G)"))
        self._text.setCheckable(True)
        self._text.clicked.connect(self.text_wanted)
        self._tool("search", _("Find in the pages (Ctrl+F)")).clicked.connect(self.find_wanted)
        self._tool("save", _("Save a copy with my highlights…")).clicked.connect(self.save_wanted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._row, 1)
        rule = hairline()
        rows.addWidget(rule)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Ink the icons."""
        for name, button in self._tools.items():
            button.setIcon(icon(name, theme))

    def show_page(self, label: str, page: int, count: int) -> None:
        """``label``: as printed; ``page``: from 0."""
        if not self._field.hasFocus():
            self._field.setText(label)
        own = label == str(page + 1)
        self._count.setText(
            _("of {count}").format(count=count) if own else _("{page} of {count}").format(page=page + 1, count=count)
        )

    def show_zoom(self, factor: float) -> None:
        """How large the pages are; 0: there are none."""
        self._zoom.setText(f"{round(factor * 100)} %" if factor else "")

    def show_side(self, *, shown: bool) -> None:
        """Whether the list beside the pages is there."""
        self._side.setChecked(shown)

    def show_text(self, *, there: bool, shown: bool) -> None:
        """Whether there is a text that can stand beside the pages, and whether it does."""
        self._text.setVisible(there)
        self._text.setChecked(shown)

    def ask_page(self) -> None:
        """Give the focus to the field of the page."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the field goes back to the pages."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.page_wanted.emit("")
            return True
        return super().eventFilter(watched, event)

    def _tool(self, name: str, tip: str, wanted: SignalInstance | None = None, value: int = 0) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFixedSize(scaled(30), scaled(30))
        if wanted is not None:
            button.clicked.connect(lambda: wanted.emit(value))
        self._tools[name] = button
        self._row.addWidget(button)
        return button

    def _page_field(self) -> tuple[QLineEdit, QLabel]:
        field, count = QLineEdit(self), QLabel(self)
        field.setAccessibleName(_("Page"))
        field.setToolTip(_("The page, by its printed number (Ctrl+L)"))
        field.setFixedWidth(scaled(64))
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.returnPressed.connect(lambda: self.page_wanted.emit(field.text().strip()))
        field.installEventFilter(self)
        count.setProperty("role", "label")
        self._row.addWidget(field)
        self._row.addSpacing(6)
        self._row.addWidget(count)
        return field, count

    def _zoom_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(_("Zoom"))
        button.setToolTip(_("Zoom"))
        button.setMinimumWidth(scaled(56))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(_("As wide as the window"), lambda: self.fit_wanted.emit(Fit.WIDTH))
        menu.addAction(_("The whole page"), lambda: self.fit_wanted.emit(Fit.PAGE))
        menu.addSeparator()
        for percent in (50, 75, 100, 125, 150, 200, 300, 400):
            menu.addAction(f"{percent} %", partial(self.fit_wanted.emit, percent / 100))
        button.setMenu(menu)
        self._row.addWidget(button)
        return button
