"""An article in a window, and what is asked of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from reindreader.desktop.window import Window
from reindreader.library import Library
from reindreader.model.highlights import Colour
from reindreader.model.text import Span

ARTICLE = """The Clock the Ferry Left Behind

By Lam Ka-wai

On the wall of the old pier there is a clock that nobody winds. It has been four minutes fast for years.

A clock which is wrong by a constant amount is not wrong at all. It only speaks with an accent.

This article appeared in the Harbour Evening Post on 14 March.

Translated from the Chinese by Helen Ashworth
"""

Open = Callable[..., Window]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def select(window: Window, words: str) -> Span:
    assert window.pane.article is not None
    start = window.pane.article.text.index(words)
    window.pane.select(Span(start, start + len(words)))
    return Span(start, start + len(words))


def highlights(window: Window) -> list[tuple[str, Colour, str]]:
    shown = window.current.shown
    return [(own.quote.exact, own.colour, own.note) for own in shown.highlights] if shown else []


def stored(window: Window) -> list[str]:
    with Library.open(window.jobs.path) as library:
        return [own.quote.exact for own in library.highlights(library.all_ids()[0])]
