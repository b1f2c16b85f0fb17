"""The page beside QTextBrowser: what it costs to show a text, to highlight, to scroll and to resize.

CPU time of the process (the window's thread is all there is), median of five; memory is what the process grew by, the
text itself not counted. Each case runs in a process of its own.
"""

import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit

from reindreader.desktop.main import application, let_go
from reindreader.desktop.reading import ReadingPane, ReadingStyle
from reindreader.desktop.theme import load_theme
from reindreader.model.articles import Article, Source
from reindreader.model.highlights import Colour, Highlight, Quote
from reindreader.model.text import Block, BlockKind, Span

CASES = ((100_000, 100), (1_000_000, 5_000))
RUNS = 5
LIMITS = {"first paint": (45, 100), "highlight": (3, 3), "worst frame": (8, 8), "resize": (45, 45), "memory": (60, 60)}
SYLLABLES = (
    "ta",
    "ne",
    "ri",
    "lo",
    "mu",
    "sa",
    "de",
    "ki",
    "vo",
    "pa",
    "ren",
    "dal",
    "tor",
    "mis",
    "ber",
    "gon",
    "lin",
    "ces",
    "tur",
    "fal",
    "ven",
    "qua",
    "stri",
    "pro",
    "con",
    "ter",
)


def article_of(words: int, seed: int = 1) -> Article:
    """A text of our own: made-up words, common ones short, 100 a paragraph."""
    chance = random.Random(seed)
    known = ["".join(chance.choice(SYLLABLES) for _ in range(1 + n % 5)) for n in range(6_000)]
    weights = [1 / (n + 3) for n in range(len(known))]
    parts, blocks, at = [], [], 0
    for _ in range(words // 100):
        sentence = " ".join(chance.choices(known, weights, k=100)).capitalize() + "."
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(sentence))))
        parts.append(sentence)
        at += len(sentence) + 2
    text = "\n\n".join(parts)
    return Article(text, tuple(blocks), Source("made.txt", "text/plain", "0" * 64, len(text)), language="en")


def highlights_of(article: Article, count: int) -> tuple[Highlight, ...]:
    """Spread over the whole of the text."""
    step, colours = len(article.text) // count, list(Colour)
    spans = [Span(n * step + 10, n * step + 60) for n in range(count)]
    return tuple(
        Highlight(Quote(span.slice(article.text), position=span), colours[n % 5], id=n + 1)
        for n, span in enumerate(spans)
    )


class CanvasCase:
    """Our page, justified and hyphenated."""

    def __init__(self, article: Article, marks: tuple[Highlight, ...]) -> None:
        self.article, self.marks = article, marks

    def open(self) -> None:
        self.pane = ReadingPane(load_theme("light"))
        self.pane.show_style(ReadingStyle(justified=True))
        self.pane.resize(860, 900)
        self.pane.show()
        QApplication.processEvents()

    def first(self) -> None:
        self.pane.show_article(self.article)
        self.pane.show_highlights(self.marks)
        self.paint()

    def paint(self) -> None:
        self.pane.page.viewport().repaint()

    def mark(self, number: int) -> None:
        place = self.pane.page.top_offset() + 100 + number * 120
        span = Span(place, place + 40)
        made = Highlight(Quote("x", position=span), Colour.GREEN, id=10_000_000 + number)
        self.marks = (*self.marks, made)
        self.pane.show_highlights(self.marks)
        QApplication.processEvents()

    def scroll(self, pixels: int) -> None:
        bar = self.pane.page.verticalScrollBar()
        bar.setValue(bar.value() + pixels)
        QApplication.processEvents()

    def resize(self, width: int) -> None:
        self.pane.resize(width, 900)
        QApplication.processEvents()

    def close(self) -> None:
        self.pane.deleteLater()
        _delete()


class BrowserCase(CanvasCase):
    """QTextBrowser with its highlights as extra selections; neither hyphenated nor in columns."""

    def open(self) -> None:
        self.browser = QTextBrowser()
        self.browser.resize(860, 900)
        self.browser.show()
        QApplication.processEvents()

    def first(self) -> None:
        document = QTextDocument(self.browser)
        document.setUndoRedoEnabled(False)
        document.setPlainText(self.article.text)
        self.browser.setDocument(document)
        self.extra = [self._selection(mark.quote.position) for mark in self.marks if mark.quote.position]
        self.browser.setExtraSelections(self.extra)
        self.browser.viewport().repaint()

    def _selection(self, span: Span) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self.browser.document())
        made.cursor.setPosition(span.start)
        made.cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        made.format = QTextCharFormat()
        made.format.setBackground(load_theme("light").colour("select"))
        return made

    def mark(self, number: int) -> None:
        self.extra.append(self._selection(Span(100 + number * 120, 140 + number * 120)))
        self.browser.setExtraSelections(self.extra)
        QApplication.processEvents()

    def scroll(self, pixels: int) -> None:
        bar = self.browser.verticalScrollBar()
        bar.setValue(bar.value() + pixels)
        QApplication.processEvents()

    def resize(self, width: int) -> None:
        self.browser.resize(width, 900)
        QApplication.processEvents()

    def close(self) -> None:
        self.browser.deleteLater()
        _delete()


class BesideCase(CanvasCase):
    """Two texts in rows."""

    def first(self) -> None:
        if not hasattr(self, "second"):
            self.second = article_of(100_000, 2)
        count = len(self.article.blocks)
        self.pane.show_article(self.article)
        self.pane.show_highlights(self.marks)
        self.pane.show_beside(self.second, [((n,), (n,), 0.9) for n in range(count)])
        self.paint()

    def open(self) -> None:
        super().open()
        self.pane.resize(1_100, 900)


def measure(kind: type[CanvasCase], words: int, count: int) -> dict[str, float]:
    """Milliseconds of CPU, and megabytes."""
    article = article_of(words)
    marks = highlights_of(article, count)
    warm = kind(article_of(2_000), ())
    warm.open(), warm.first(), warm.close()
    before = _memory()
    case = kind(article, marks)
    case.open()
    firsts = [_cpu(case.first)]
    for _ in range(50):
        case.scroll(84)
    memory = _memory() - before
    case.close()
    for _ in range(RUNS - 1):
        case.open()
        firsts.append(_cpu(case.first))
        case.close()
    case.open()
    case.first()
    adds = [_cpu(lambda n=n: case.mark(n)) for n in range(RUNS)]
    frames = [_cpu(lambda: case.scroll(84)) for _ in range(200)]
    sizes = [_cpu(lambda n=n: case.resize(820 - 20 * (n % 3))) for n in range(RUNS)]
    return {
        "first paint": statistics.median(firsts), "highlight": statistics.median(adds), "worst frame": max(frames),
        "frame": statistics.median(frames), "resize": statistics.median(sizes), "memory": memory,
    }  # fmt: skip


def _delete() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def _cpu(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1_000


def _memory() -> float:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 1e6


KINDS = {"canvas": CanvasCase, "browser": BrowserCase, "beside": BesideCase}


def _in_process(kind: str, words: int, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.bench_canvas", kind, str(words), str(count)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split("=") for line in told.splitlines() if "=" in line)}


def main(arguments: list[str]) -> int:
    if arguments:
        application()
        figures = measure(KINDS[arguments[0]], int(arguments[1]), int(arguments[2]))
        print("\n".join(f"{name}={value}" for name, value in figures.items()))
        let_go()
        return 0
    for column, (words, count) in enumerate(CASES):
        ours, peer = (_in_process(kind, words, count) for kind in ("canvas", "browser"))
        print(f"{words:,} words, {count:,} highlights (ours / QTextBrowser, limit)")
        for name, limits in LIMITS.items():
            ratio = ours[name] / peer[name] if peer[name] else 0
            print(f"  {name:12} {ours[name]:8.1f} / {peer[name]:8.1f}  = {ratio:.2f}  (≤ {limits[column]})")
    two = _in_process("beside", 100_000, 100)
    print(
        f"two columns of 100,000 words: first paint {two['first paint']:.1f} (≤ 80), worst frame {two['worst frame']:.1f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
