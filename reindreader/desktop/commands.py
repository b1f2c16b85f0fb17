"""Every command of the window: its menu, its words, its keys. One table for menus, palette and the sheet of keys."""

import sys
from dataclasses import dataclass

from reindreader.workflows.wording import _


@dataclass(frozen=True, slots=True)
class Command:
    """``keys``: portable key sequences, the first is shown. ``single``: keys of the article that need its focus.

    ``group``: commands of one menu and group stand together. ``checkable``: it says whether something is on.
    """

    name: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    single: str = ""
    group: int = 0
    checkable: bool = False


FILE, EDIT, VIEW, ARTICLE, QUOTATION, GO, HELP = "file", "edit", "view", "article", "quotation", "go", "help"


def menu_names() -> dict[str, str]:
    """The menus, in their order."""
    return {
        FILE: _("&File"),
        EDIT: _("&Edit"),
        VIEW: _("&View"),
        ARTICLE: _("&Article"),
        QUOTATION: _("&Quotation"),
        GO: _("&Go"),
        HELP: _("&Help"),
    }


def commands() -> tuple[Command, ...]:
    """All commands, in the order of the menus."""
    return (*_file(), *_edit(), *_view(), *_article(), *_quotation(), *_go(), *_help())


def _file() -> tuple[Command, ...]:
    return (
        Command("open", FILE, _("&Open…"), ("Ctrl+O",)),
        Command("open_folder", FILE, _("Open a &folder…"), ("Ctrl+Alt+F",)),
        Command("open_link", FILE, _("Add a web &address or DOI…"), ("Ctrl+Shift+O",)),
        Command("paste_article", FILE, _("&Paste as article"), ("Ctrl+Shift+V",)),
        Command("sample", FILE, _("Read the &sample article")),
        Command("report", FILE, _("&What became of the last files…")),
        Command("repairs", FILE, _("Entries to &repair…")),
        Command("export", FILE, _("&Export…"), ("Ctrl+E",), group=1),
        Command("save_pdf", FILE, _("Save a &PDF copy with highlights…"), group=1),
        Command("bin", FILE, _("Move to the &bin"), group=1),
        Command("show_bin", FILE, _("Show the b&in"), group=1),
        Command("empty_bin", FILE, _("E&mpty the bin"), group=1),
        Command("new_collection", FILE, _("&New collection"), ("Ctrl+Shift+N",), group=2),
        Command("duplicates", FILE, _("Find &duplicates…"), group=2),
        Command("settings", FILE, _("Se&ttings…"), ("Ctrl+,",), group=2),
        Command("close", FILE, _("&Close the window"), ("Ctrl+W",), group=3),
        Command("quit", FILE, _("&Quit"), ("Ctrl+Q",), group=3),
    )


def _edit() -> tuple[Command, ...]:
    return (
        Command("undo", EDIT, _("&Undo"), ("Ctrl+Z",)),
        Command("redo", EDIT, _("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("take_back", EDIT, _("&Take back what was deleted"), ("Ctrl+Alt+Z",)),
        Command("copy", EDIT, _("&Copy"), ("Ctrl+C",), group=1),
        Command("find", EDIT, _("&Find in the text"), ("Ctrl+F",), group=2),
        Command("find_next", EDIT, _("Find &next"), ("F3",), group=2),
        Command("find_previous", EDIT, _("Find pre&vious"), ("Shift+F3",), group=2),
        Command("search", EDIT, _("&Search the library"), ("Ctrl+K",), group=2),
        Command("save_search", EDIT, _("Sa&ve this search"), group=2),
        Command("search_help", EDIT, _("&How to search"), group=2),
    )


def _view() -> tuple[Command, ...]:
    return (
        Command("shelf", VIEW, _("&Shelf"), ("F9",), checkable=True),
        Command("card", VIEW, _("&Card"), ("Shift+F9",), checkable=True),
        Command("sources", VIEW, _("Co&llections, tags, searches, bin"), ("Ctrl+Shift+K",)),
        Command("focus_mode", VIEW, _("Only the &article"), ("F11",), checkable=True),
        Command("pages", VIEW, _("Pages as &printed"), single="G", checkable=True),
        Command("text_beside", VIEW, _("The &text beside the pages"), single="Shift+G", checkable=True),
        Command("view_first", VIEW, _("The tra&nslation"), single="T", group=1),
        Command("view_second", VIEW, _("The &original"), single="O", group=1),
        Command("view_both", VIEW, _("Si&de by side"), single="B", group=1),
        Command("scroll_apart", VIEW, _("Scroll each te&xt for itself"), ("Ctrl+Alt+L",), group=1, checkable=True),
        Command("lit", VIEW, _("L&ight one paragraph"), single="L", group=2),
        Command("read_aloud", VIEW, _("Read alo&ud"), single="R", group=2, checkable=True),
        Command("zoom_in", VIEW, _("&Larger text"), ("Ctrl++", "Ctrl+="), group=3),
        Command("zoom_out", VIEW, _("S&maller text"), ("Ctrl+-",), group=3),
        Command("zoom_reset", VIEW, _("&Usual size"), ("Ctrl+0",), group=3),
        Command("wider", VIEW, _("Lo&nger lines"), ("Ctrl+Alt+=",), group=4),
        Command("narrower", VIEW, _("S&horter lines"), ("Ctrl+Alt+-",), group=4),
    )


def _article() -> tuple[Command, ...]:
    return (
        Command("mark_yellow", ARTICLE, _("Highlight &yellow"), single="1"),
        Command("mark_blue", ARTICLE, _("Highlight &blue"), single="2"),
        Command("mark_green", ARTICLE, _("Highlight &green"), single="3"),
        Command("mark_rose", ARTICLE, _("Highlight &rose"), single="4"),
        Command("mark_orange", ARTICLE, _("Highlight &orange"), single="5"),
        Command("mark_underline", ARTICLE, _("&Underline"), single="U"),
        Command("note", ARTICLE, _("&Note"), single="M"),
        Command("remove", ARTICLE, _("Re&move the highlight"), single="Del"),
        Command("join", ARTICLE, _("&Join with the next highlight"), single="Shift+J"),
        Command("next_highlight", ARTICLE, _("Ne&xt highlight"), single="N", group=1),
        Command("previous_highlight", ARTICLE, _("&Previous highlight"), single="P", group=1),
        Command("next_paragraph", ARTICLE, _("Next p&aragraph"), single="J", group=1),
        Command("previous_paragraph", ARTICLE, _("Previous paragrap&h"), single="K", group=1),
        Command("fact", ARTICLE, _("Evidence and &fact"), single="E", group=2),
        Command("check_facts", ARTICLE, _("Chec&k facts"), ("Ctrl+Shift+F",), group=2),
        Command("caret", ARTICLE, _("&Caret"), single="F7", group=2),
        Command("encoding", ARTICLE, _("Te&xt looks wrong: choose another encoding…"), group=2),
        Command("beside_file", ARTICLE, _("Open the &original beside…"), ("Ctrl+Alt+O",), group=3),
        Command("beside_paste", ARTICLE, _("Pas&te the original beside"), ("Ctrl+Alt+V",), group=3),
        Command("beside_none", ARTICLE, _("Close the text beside"), ("Ctrl+Alt+W",), group=3),
        Command("row_ask", ARTICLE, _("Put the row ri&ght…"), single="?", group=4),
        Command("row_up", ARTICLE, _("Move the original &up a row"), single="[", group=4),
        Command("row_down", ARTICLE, _("Move the original &down a row"), single="]", group=4),
        Command("row_split", ARTICLE, _("&Split the row"), single="S", group=4),
        Command("row_join", ARTICLE, _("&Join with the row below"), single="+", group=4),
        Command("star", ARTICLE, _("Put a &star on, or take it off"), group=5),
        Command("read", ARTICLE, _("Mark as &read or unread"), group=5),
        Command("tags", ARTICLE, _("Ta&gs…"), group=5),
        Command("ask_collection", ARTICLE, _("A&dd to a collection…"), group=5),
        Command("link_original", ARTICLE, _("Link its or&iginal…"), group=5),
        Command("history", ARTICLE, _("&History…"), group=5),
    )


def _quotation() -> tuple[Command, ...]:
    mac = sys.platform == "darwin"  # there Qt's Ctrl is ⌘ and its Meta is ⌃; ⌘⇧Q logs out
    return (
        Command("copy_citation", QUOTATION, _("Copy &citation"), ("Ctrl+Shift+C",)),
        Command("copy_reference", QUOTATION, _("Copy &reference")),
        Command("copy_pair", QUOTATION, _("Copy &both texts"), ("Ctrl+Shift+B",)),
        Command(
            "copy_quotation",
            QUOTATION,
            _("Copy &quotation with citation"),
            ("Meta+Shift+Q" if mac else "Ctrl+Shift+Q",),
        ),
    )


def _go() -> tuple[Command, ...]:
    mac = sys.platform == "darwin"
    return (
        Command("back", GO, _("&Back"), ("Ctrl+[" if mac else "Alt+Left",)),
        Command("forward", GO, _("&Forward"), ("Ctrl+]" if mac else "Alt+Right",)),
        Command("outline", GO, _("&Contents…"), ("Ctrl+Shift+L",), group=1),
        Command("paragraph", GO, _("To &paragraph…"), ("Ctrl+L",), group=1),
        Command("go_shelf", GO, _("&Shelf"), ("Ctrl+1",), group=2),
        Command("go_article", GO, _("&Article"), ("Ctrl+2",), group=2),
        Command("go_card", GO, _("&Card"), ("Ctrl+3",), group=2),
        Command("go_citation", GO, _("Citation &bar"), ("Ctrl+4",), group=2),
        Command("next_region", GO, _("&Next region"), ("F6",), group=2),
        Command("previous_region", GO, _("Pre&vious region"), ("Shift+F6",), group=2),
        Command("palette", GO, _("C&ommands, articles, styles…"), ("Ctrl+Shift+P",), group=3),
    )


def _help() -> tuple[Command, ...]:
    return (
        Command("keys", HELP, _("All &keys"), ("F1", "Ctrl+/")),
        Command("about", HELP, _("&About Reindreader"), group=1),
    )
