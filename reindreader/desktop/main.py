"""The entry point ``reindreader``: arguments, log, application, window."""

import argparse
import faulthandler
import logging
import signal
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import reindreader
from reindreader.desktop.looks import Looks
from reindreader.desktop.preferences import Preferences
from reindreader.desktop.tidying import Tidying
from reindreader.desktop.window import Window
from reindreader.pages.memory import give_back_memory
from reindreader.pages.serving import serve_if_asked
from reindreader.resources import resource_path
from reindreader.workflows.places import library_path, log_path, settings_path
from reindreader.workflows.wording import _

_LOG = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window. Returns the exit code."""
    serve_if_asked()
    options = _parser().parse_args(arguments)
    _start_log()
    app = application()
    preferences = Preferences(settings_path())
    window = Window(library_path(options.library), preferences, Looks(app, preferences))
    sys.excepthook = lambda kind, error, trace: _tell(window, kind, error, trace)
    window.show()
    window.start([path.absolute() for path in options.files])
    _let_signals_in(app)
    try:
        return app.exec()
    finally:
        let_go()


_TURN = 0.0005
"""Seconds that another thread of Python's may keep the window's waiting; one repaint waits many times. Its own is 5 ms."""


def application() -> QApplication:
    """The application, in the one style that our sheet is made for."""
    give_back_memory()
    sys.setswitchinterval(_TURN)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["reindreader"])
    app.setApplicationName("reindreader")
    app.setApplicationDisplayName("Reindreader")
    app.setDesktopFileName("reindreader")
    app.setWindowIcon(QIcon(str(resource_path("icons/reindreader.svg"))))
    app.setStyle("Fusion")
    if existing is None:
        Tidying(app)
    return app


def let_go() -> None:
    """Before the end: without a screen Qt holds on to the clipboard's data until after Python is gone, and crashes."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        QGuiApplication.clipboard().clear()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("reindreader", description=_("Read and cite translated articles."))
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help=_("articles to open"))
    parser.add_argument("--library", metavar="FILE", type=Path, help=_("the library to open, a .sqlite file"))
    parser.add_argument("--version", action=_Version, nargs=0, help=_("show the version and stop"))
    return parser


class _Version(argparse.Action):
    """Looks the version up only where it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **_more: object) -> None:
        sys.stdout.write(f"reindreader {reindreader.__version__}\n")
        parser.exit()


def _start_log() -> None:
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    logging.basicConfig(
        level=logging.WARNING, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    if sys.stderr is not None:  # a windowed program on Windows has none
        faulthandler.enable()


def _tell(window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error that nobody expected: logged, and said, and the window goes on."""
    _LOG.critical("unexpected", exc_info=(kind, error, trace))
    if isinstance(error, Exception):
        window.telling.tell_error(error)


def _let_signals_in(app: QApplication) -> None:
    """Ctrl+C in a terminal closes the window as its button does; Python needs a moment now and then to see it."""
    signal.signal(signal.SIGINT, lambda _number, _frame: app.closeAllWindows())
    signal.signal(signal.SIGTERM, lambda _number, _frame: app.closeAllWindows())
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(250)


if __name__ == "__main__":
    sys.exit(main())
