"""Moving through the pages: by keys, by the bar, by lists and links; far ways can be come back from."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reindreader.desktop.printed.layout import Fit, Zoom
from reindreader.desktop.printed.marking import MARK_KEYS
from reindreader.desktop.way import PAGES, Place
from reindreader.pages.values import PageLink

if TYPE_CHECKING:
    from reindreader.desktop.printed.pane import PrintedPane

Actions = dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class PageSteering(QObject):
    """Belongs to a pane of pages."""

    jumped = Signal(object, object)
    """Where one was and where one is now, each a ``Place``."""

    def __init__(self, pane: "PrintedPane") -> None:
        super().__init__(pane)
        self._pane, self._view, self._bar = pane, pane.view, pane.bar
        self._bar.page_wanted.connect(self._go)
        self._bar.step_wanted.connect(self._view.turn_page)
        self._bar.fit_wanted.connect(self._fit)
        self._bar.turn_wanted.connect(lambda _: self._turn())
        self._bar.single_wanted.connect(lambda single: self._view.show_single(single=single))
        pane.side.page_wanted.connect(lambda page: self.jump(partial(self._view.show_page, page)))
        pane.hand.link_followed.connect(self._follow)

    def keys(self) -> Actions:
        """What single keys do."""
        pane, view, marking = self._pane, self._view, self._pane.marking
        return {
            **{(key, _PLAIN): partial(marking.mark, colour) for key, colour in MARK_KEYS.items()},
            (Qt.Key.Key_M, _PLAIN): marking.mark_with_note,
            (Qt.Key.Key_N, _PLAIN): partial(self._step, 1),
            (Qt.Key.Key_P, _PLAIN): partial(self._step, -1),
            (Qt.Key.Key_J, _PLAIN): partial(view.turn_page, 1),
            (Qt.Key.Key_K, _PLAIN): partial(view.turn_page, -1),
            (Qt.Key.Key_R, _PLAIN): self._turn,
            (Qt.Key.Key_Space, _PLAIN): partial(self._roll, 1),
            (Qt.Key.Key_Space, _SHIFT): partial(self._roll, -1),
            (Qt.Key.Key_PageDown, _PLAIN): partial(view.turn_page, 1),
            (Qt.Key.Key_PageUp, _PLAIN): partial(view.turn_page, -1),
            (Qt.Key.Key_Home, _PLAIN): partial(self.jump, partial(view.show_page, 0)),
            (Qt.Key.Key_End, _PLAIN): partial(self.jump, self._to_end),
            (Qt.Key.Key_F4, _PLAIN): lambda: self._bar.show_side(shown=pane.side.isHidden()),
            (Qt.Key.Key_F2, _PLAIN): marking.offer,
            (Qt.Key.Key_Delete, _PLAIN): lambda: marking.remove(view.scene.chosen),
            (Qt.Key.Key_Return, _PLAIN): lambda: marking.open_highlight(view.scene.chosen or -1),
            (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier): pane.copy,
            (Qt.Key.Key_Escape, _PLAIN): pane.escape,
        }

    @property
    def place(self) -> Place:
        """Where one is."""
        return (PAGES, *self._view.place)

    def jump(self, act: Callable[[], object]) -> None:
        """Move far: one may want to come back."""
        before = self.place
        act()
        after = self.place
        if after[1] != before[1]:
            self.jumped.emit(before, after)

    def _to_end(self) -> None:
        self._view.show_page(len(self._view.layout_shown.sizes) - 1)

    def _go(self, words: str) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        count = len(self._view.layout_shown.sizes)
        labels = [self._view.label(page).casefold() for page in range(count)]
        if words.casefold() in labels:
            self.jump(partial(self._view.show_page, labels.index(words.casefold())))
        elif words.isdecimal() and 1 <= int(words) <= count:
            self.jump(partial(self._view.show_page, int(words) - 1))
        self._pane.take_page(self._view.page)

    def _fit(self, wanted: Fit | float) -> None:
        self._view.show_zoom(Zoom(wanted) if isinstance(wanted, Fit) else Zoom(Fit.FREE, wanted))

    def _turn(self) -> None:
        self._view.show_turned(self._view.layout_shown.turned + 90)

    def _follow(self, link: PageLink) -> None:
        if link.page is not None:
            self.jump(partial(self._view.show_page, link.page))
        elif link.address is not None:
            self._pane.link_opened.emit(link.address)

    def _step(self, step: int) -> None:
        """To the next highlight, or the one before."""
        scene = self._view.scene
        chosen = scene.by_id(scene.chosen)
        text = scene.text
        here = chosen.quote.position.start if chosen and chosen.quote.position else None
        if here is None and text is not None and self._view.page < len(text):
            here = text.span_of(self._view.page).start - (1 if step > 0 else 0)
        found = scene.next_after(here, step) if here is not None else None
        if found is not None and found.id is not None:
            self._pane.show_highlight(found.id)

    def _roll(self, step: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + step * round(bar.pageStep() * 0.9))
