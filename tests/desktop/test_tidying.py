"""Cycles of objects go while the window rests, and not in the middle of a frame."""

import gc
import time
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reindreader.desktop.tidying import Tidying


class Knot:
    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def tidying(qtbot: QtBot) -> Iterator[Tidying]:
    before = gc.get_threshold()
    made = Tidying(every=400)
    yield made
    made.deleteLater()
    gc.unfreeze()
    gc.set_threshold(*before)


def old_knot() -> weakref.ref[Knot]:
    """A cycle that was looked at once, when it was still held: only a look through everything finds that it is not."""
    held = Knot()
    gc.collect(0)
    gc.collect(1)
    return weakref.ref(held)


@pytest.mark.usefixtures("tidying")
def test_a_cycle_is_found_while_nothing_is_done(qtbot: QtBot) -> None:
    knot = old_knot()
    assert knot() is not None
    gc.collect(0)  # some young objects were looked through since
    qtbot.waitUntil(lambda: knot() is None, timeout=20_000)


@pytest.mark.usefixtures("tidying")
def test_nothing_is_looked_through_while_the_window_works(qtbot: QtBot) -> None:
    knot = old_knot()
    gc.collect(0)
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        spent = time.thread_time()
        while time.thread_time() - spent < 0.04:
            pass
        qtbot.wait(1)
    assert knot() is not None
    qtbot.waitUntil(lambda: knot() is None, timeout=20_000)
