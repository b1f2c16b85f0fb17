"""What the commands of the window do."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

import reindreader
from reindreader.desktop.choosing import Choosing
from reindreader.desktop.current import Opened
from reindreader.desktop.key_sheet import KeySheet
from reindreader.desktop.link_field import LinkField
from reindreader.desktop.merging import Merging
from reindreader.desktop.organising import Organising
from reindreader.desktop.paragraph_field import ParagraphField
from reindreader.desktop.reading.popover import COLOURS
from reindreader.desktop.reading.style import NARROWEST, WIDEST, ReadingStyle
from reindreader.ingest import SUFFIXES
from reindreader.model.highlights import Colour
from reindreader.workflows.bibliography_reading import BIBLIOGRAPHY_SUFFIXES
from reindreader.workflows.importing import ImportOptions
from reindreader.workflows.wording import _

if TYPE_CHECKING:
    from reindreader.desktop.window import Window

_NEEDS_ARTICLE = (
    *(f"mark_{colour.value}" for colour in (*COLOURS, Colour.UNDERLINE)),
    *(
        "note",
        "remove",
        "next_highlight",
        "previous_highlight",
        "next_paragraph",
        "previous_paragraph",
        "fact",
        "caret",
        "lit",
        "join",
        "outline",
        "beside_file",
        "beside_paste",
    ),
    *("copy", "find", "find_next", "find_previous", "copy_citation", "copy_reference", "copy_quotation", "paragraph"),
    *("check_facts", "go_article", "go_card", "go_citation", "card"),
)


class WindowCommands(QObject):
    """Connects menus and buttons with what they do."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._choosing = Choosing(window)
        self.organising = Organising(window)
        self.merging = Merging(window, self.organising.acting)
        self._paragraph = ParagraphField(window.looks.theme, window.side)
        self._paragraph.number_chosen.connect(window.pane.show_paragraph)
        self._paragraph.closed.connect(window.pane.setFocus)
        self._link = LinkField(window.looks.theme, window.side)
        self._link.link_chosen.connect(
            lambda link, kept: window.adding.add([link], ImportOptions(archived=kept or None))
        )
        self._link.closed.connect(window.pane.setFocus)
        self._connect_menus()
        self._connect_parts()
        self._connect_undo()
        self.show_opened(None)

    def show_opened(self, shown: Opened | None) -> None:
        """What can be done with what is open."""
        self._window.menus.enable(_NEEDS_ARTICLE, on=shown is not None)

    def run(self, name: str) -> None:
        """Do a command, where it can be done now."""
        self._window.menus.action(name).trigger()

    def _connect_menus(self) -> None:
        for name, act in {**self._file(), **self._view(), **self._article(), **self._go()}.items():
            self._window.menus.action(name).triggered.connect(lambda _checked=False, act=act: act())
        for name in ("shelf", "card"):
            self._window.menus.action(name).setChecked(True)

    def _file(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "open": self.open_files,
            "open_folder": self._open_folder,
            "open_link": self._link.ask,
            "paste_article": window.adding.paste,
            "sample": window.adding.add_sample,
            "report": window.telling.show_report,
            "repairs": window.repairing.ask,
            "export": window.exporting.ask,
            "duplicates": self.merging.find,
            **self.organising.commands(),
            "settings": window.setting.ask,
            "close": window.close,
            "quit": QApplication.closeAllWindows,
            "copy": lambda: window.printing.for_pages(window.side.printed.copy, window.pane.page.copy),
            "find": lambda: window.printing.for_pages(window.side.printed.searching.open, window.pane.show_find),
            "find_next": partial(self._find_next, 1),
            "find_previous": partial(self._find_next, -1),
            "save_pdf": window.printing.save,
            "search": self._search,
            "keys": lambda: KeySheet(window).exec(),
            "about": self._about,
        }

    def _view(self) -> dict[str, Callable[[], object]]:
        return {
            "shelf": partial(self._toggle, "shelf"),
            "card": partial(self._toggle, "card"),
            "focus_mode": self._toggle_alone,
            "pages": self._window.printing.toggle_pages,
            "text_beside": self._window.printing.toggle_text,
            "view_first": partial(self._window.beside.show_view, "first"),
            "view_second": partial(self._window.beside.show_view, "second"),
            "view_both": partial(self._window.beside.show_view, "both"),
            "scroll_apart": self._window.beside.scroll_apart,
            "read_aloud": self._window.speaking.toggle,
            "zoom_in": partial(self._zoom, 1),
            "zoom_out": partial(self._zoom, -1),
            "zoom_reset": partial(self._zoom, 0),
            "wider": partial(self._widen, 3),
            "narrower": partial(self._widen, -3),
        }

    def _article(self) -> dict[str, Callable[[], object]]:
        window = self._window
        keys = window.pane.actions_by_name()
        marks = {f"mark_{c.value}": partial(self._mark, c) for c in (*COLOURS, Colour.UNDERLINE)}
        return {
            **marks,
            **keys,
            "copy_citation": window.citing.copy_citation,
            "encoding": window.encoding.ask,
            "check_facts": self._check_facts,
            "beside_file": window.beside.ask_file,
            "beside_paste": window.beside.paste,
            "beside_none": partial(window.beside.open_beside, None),
            "copy_pair": window.beside.copy_pair,
            "copy_reference": window.citing.copy_reference,
            "copy_quotation": window.citing.copy_quotation,
        }

    def _go(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "back": partial(self._step, -1),
            "forward": partial(self._step, 1),
            "outline": self._choosing.ask_heading,
            "paragraph": self._ask_paragraph,
            "go_shelf": partial(window.regions.go, 0),
            "go_article": partial(window.regions.go, 1),
            "go_card": partial(window.regions.go, 2),
            "go_citation": partial(window.regions.go, 3),
            "next_region": partial(window.regions.step, 1),
            "previous_region": partial(window.regions.step, -1),
            "palette": self._choosing.ask,
        }

    def _connect_parts(self) -> None:
        window = self._window
        header, empty = window.side.header, window.side.empty
        header.shelf_wanted.connect(partial(self._toggle, "shelf"))
        header.card_wanted.connect(partial(self._toggle, "card"))
        header.back_wanted.connect(partial(self._step, -1))
        header.forward_wanted.connect(partial(self._step, 1))
        header.find_wanted.connect(lambda: self.run("find"))
        header.type_wanted.connect(window.setting.ask)
        empty.open_wanted.connect(self.open_files)
        empty.paste_wanted.connect(window.adding.paste)
        empty.sample_wanted.connect(window.adding.add_sample)
        empty.references_wanted.connect(partial(self.open_files, references=True))
        window.shelf.add_wanted.connect(self.open_files)
        window.shelf.cancel_wanted.connect(window.adding.cancel)
        window.card.hide_wanted.connect(partial(self._toggle, "card"))
        window.menus.theme_chosen.connect(window.looks.choose)
        window.menus.file_chosen.connect(lambda path: window.adding.add_files([path]))
        window.frame.panes_changed.connect(self._tick_panes)

    def _connect_undo(self) -> None:
        stack = self._window.edits.stack
        undo, redo = self._window.menus.action("undo"), self._window.menus.action("redo")
        undo.triggered.connect(stack.undo)
        redo.triggered.connect(stack.redo)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.undoTextChanged.connect(lambda words: undo.setText(_("&Undo {what}").format(what=words.lower()).strip()))
        stack.redoTextChanged.connect(lambda words: redo.setText(_("&Redo {what}").format(what=words.lower()).strip()))
        undo.setEnabled(False)
        redo.setEnabled(False)

    def _check_facts(self) -> None:
        self._window.frame.show_pane(self._window.card, shown=True)
        self._window.checking.begin()

    def _open_folder(self) -> None:
        last = next((str(path.parent) for path in self._window.preferences.recent), "")
        name = QFileDialog.getExistingDirectory(self._window, _("Add all articles of a folder"), last)
        if name:
            self._window.adding.add_files([Path(name)])

    def open_files(self, *, references: bool = False) -> None:
        """Ask which files to read; ``references``: files of references are listed at first."""
        folder = next((str(path.parent) for path in self._window.preferences.recent), "")
        kinds = [
            _("Articles ({kinds})").format(kinds=_patterns(SUFFIXES)),
            _("References ({kinds})").format(kinds=_patterns((*BIBLIOGRAPHY_SUFFIXES, ".json", ".xml"))),
            _("Citation styles ({kinds})").format(kinds="*.csl"),
            _("All files ({kinds})").format(kinds="*"),
        ]
        names, _filter = QFileDialog.getOpenFileNames(
            self._window, _("Open"), folder, ";;".join(kinds), kinds[1 if references else 0]
        )
        self._window.take_files([Path(name) for name in names])

    def _step(self, step: int) -> None:
        self._window.current.go(step, self._window.printing.place)

    def _toggle(self, name: str) -> None:
        window = self._window
        pane = window.shelf if name == "shelf" else window.card
        window.frame.show_pane(pane, shown=not window.frame.is_shown(pane))

    def _tick_panes(self, shelf: bool, card: bool) -> None:
        self._window.menus.action("shelf").setChecked(shelf)
        self._window.menus.action("card").setChecked(card)

    def _toggle_alone(self) -> None:
        self._window.frame.show_alone(alone=self._window.menus.action("focus_mode").isChecked())
        self._window.pane.setFocus()

    def _search(self) -> None:
        self._window.frame.show_pane(self._window.shelf, shown=True)
        self._window.shelf.focus_search()

    def _ask_paragraph(self) -> None:
        shown = self._window.current.shown
        if self._window.printing.has_focus:
            self._window.side.printed.bar.ask_page()
        elif shown is not None and shown.article is not None and len(shown.article.numbers):
            self._paragraph.ask(len(shown.article.numbers))

    def _mark(self, colour: Colour) -> None:
        window = self._window
        window.printing.for_pages(partial(window.side.printed.marking.mark, colour), partial(window.pane.mark, colour))

    def _find_next(self, step: int) -> None:
        window = self._window
        window.printing.for_pages(partial(window.side.printed.searching.go, step), partial(window.pane.find_next, step))

    def _zoom(self, steps: int) -> None:
        self._window.printing.for_pages(partial(self._window.side.printed.zoom, steps), partial(self._zoom_text, steps))

    def _zoom_text(self, steps: int) -> None:
        reading = self._window.preferences.reading
        self._window.preferences.reading = (
            reading.zoomed(steps) if steps else replace(reading, size=ReadingStyle().size)
        )

    def _widen(self, by: int) -> None:
        reading = self._window.preferences.reading
        characters = min(WIDEST, max(NARROWEST, reading.characters + by))
        self._window.preferences.reading = replace(reading, characters=characters)

    def _about(self) -> None:
        words = _("Reads translated articles beside what is known of their translation, and cites them properly.")
        styles = _("Citation styles and locales: the Citation Style Language project, CC BY-SA 3.0.")
        library = _("Library: {path}").format(path=self._window.jobs.path)
        QMessageBox.about(
            self._window,
            _("About Reindreader"),
            f"<h3>Reindreader {reindreader.__version__}</h3><p>{words}</p><p>{styles}</p><p>{library}</p>",
        )


def _patterns(suffixes: Sequence[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)
