"""The first journey without a screen, by keys and mouse as a person makes it: read, highlight, cite, export.

``python -m reindreader.desktop.demo FOLDER [FILE…]`` leaves in the folder a picture of the window, the citation, the
quotation and the .bib file.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QMessageLogContext, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reindreader.desktop.adding import SAMPLE
from reindreader.desktop.looks import Looks
from reindreader.desktop.main import application, let_go
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.window import Window
from reindreader.library.whole import whole_file
from reindreader.model.highlights import Highlight
from reindreader.model.text import Span
from reindreader.resources import resource_path
from reindreader.workflows.exporting import export
from reindreader.workflows.progress import finish

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LONGEST_WAIT_MS = 30_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the journey. Returns the exit code."""
    folder, *names = sys.argv[1:] if arguments is None else arguments
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_pass_on)
    app = application()
    with TemporaryDirectory() as kept:
        preferences = Preferences(Path(kept) / "window.ini")
        preferences.theme = "light"
        window = Window(Path(kept) / "library.sqlite", preferences, Looks(app, preferences))
        window.show()
        try:
            Journey(window, target).make([Path(name).absolute() for name in names] or [resource_path(SAMPLE)])
        finally:
            window.close()
            let_go()
    sys.stdout.write("".join(f"{path}\n" for path in sorted(target.iterdir())))
    return 0


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if "propagateSizeHints" not in message:  # said at every start of a window without a screen
        sys.stderr.write(f"{message}\n")


class Journey:
    """Drives a window by real events."""

    def __init__(self, window: Window, target: Path) -> None:
        self._window, self._target = window, target

    def make(self, files: Sequence[Path]) -> None:
        """Open the files, highlight, cite, quote, export, and take the picture."""
        window = self._window
        window.start(files)
        window.activateWindow()  # a screen without a window manager gives no window the keyboard by itself
        self.wait_for(lambda: window.current.shown is not None and window.pane.article is not None)
        spans = self.sentences()
        for span, key in zip(spans, (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3), strict=False):
            self.highlight(span, key)
        if len(spans) > 1:
            self.write_note(spans[1], "The turn of the argument.")
        self._write("citation.txt", self.copied(Qt.Key.Key_C))
        if spans:
            self.choose(spans[0])
            self._write("snippet.txt", self.copied(Qt.Key.Key_Q))
        self.export()
        window.pane.show_place(0)
        for _ in range(2):  # the panel beside the selection, then the selection
            QTest.keyClick(window.pane.page, Qt.Key.Key_Escape)
        self.rest(1200)
        window.side.toast.hide()
        window.grab().save(str(self._target / "window.png"))

    def sentences(self) -> list[Span]:
        """Three sentences to mark: the last of the second, third and fourth paragraphs that have several."""
        article = self._window.pane.article
        blocks = list(article.body_blocks()) if article else []
        found: list[Span] = []
        for block in blocks[1:]:
            words = block.span.slice(article.text) if article else ""
            cut = max(words.rfind(". ", 0, -1), words.rfind("。", 0, -1))
            if cut > 0:
                start = block.span.start + cut + (2 if words[cut] == "." else 1)
                found.append(Span(start, block.span.end))
        return found[:3]

    def choose(self, span: Span) -> None:
        """Select words by dragging the mouse over them."""
        pane = self._window.pane
        pane.show_span(span)
        self.rest(50)
        start, end = pane.points_of(span)
        view = pane.page.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(view, (start + end) / 2)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        self.wait_for(lambda: pane.selection is not None)

    def highlight(self, span: Span, key: Qt.Key) -> None:
        """Highlight words with a key."""
        shown = self._window.current.shown
        before = len(shown.highlights) if shown else 0
        self.choose(span)
        QTest.keyClick(self._window.pane.page, key)
        self.wait_for(lambda: self._count() > before)

    def write_note(self, span: Span, words: str) -> None:
        """Click on a highlight and type a note."""
        pane = self._window.pane
        pane.show_span(span)
        start, _end = pane.points_of(span)
        QTest.mouseClick(pane.page.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(12, 0))
        QTest.keyClick(pane.page, Qt.Key.Key_M)
        field = QApplication.focusWidget()
        if field is not None:
            QTest.keyClicks(field, words)
            QTest.keyClick(field, Qt.Key.Key_Escape)
        self.wait_for(lambda: any(own.note for own in self._highlights()))

    def copied(self, key: Qt.Key) -> str:
        """What Ctrl+Shift and the key put on the clipboard."""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        QTest.keyClick(self._window, key, _CONTROL | _SHIFT)
        self.wait_for(lambda: bool(clipboard.text()))
        return clipboard.text()

    def export(self) -> None:
        """Write the .bib file of what is open."""
        shown = self._window.current.shown
        done: list[object] = []
        if shown is not None:
            path = self._target / f"{shown.stored.key}.bib"
            self._window.jobs.submit(lambda library: finish(export(library, [shown.id], "biblatex", path)), done.append)
            self.wait_for(lambda: bool(done))

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Let the window live until something is so. Raises TimeoutError."""
        waited = 0
        while not condition():
            self.rest(20)
            waited += 20
            if waited > _LONGEST_WAIT_MS:
                raise TimeoutError("the window did not answer")

    def rest(self, milliseconds: int) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _highlights(self) -> tuple[Highlight, ...]:
        shown = self._window.current.shown
        return shown.highlights if shown else ()

    def _count(self) -> int:
        return len(self._highlights())

    def _write(self, name: str, words: str) -> None:
        with whole_file(self._target / name) as file:
            file.write(words.rstrip("\n").encode() + b"\n")


if __name__ == "__main__":
    sys.exit(main())
