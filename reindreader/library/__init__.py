"""Storage: SQLAlchemy Core over SQLite. Nothing else writes SQL."""

from reindreader.library.history import Change, Undoable
from reindreader.library.keeping import ExportTarget, Repair
from reindreader.library.library import Library
from reindreader.library.links import Alignment
from reindreader.library.organising import Collection, ReadingState, SavedSearch, Tag
from reindreader.library.records import Entry, KeyMaker, Stored
from reindreader.library.shelf import ShelfRow, Sort
from reindreader.library.sqlite import Medium

__all__ = [
    "Alignment",
    "Change",
    "Collection",
    "Entry",
    "ExportTarget",
    "KeyMaker",
    "Library",
    "Medium",
    "ReadingState",
    "Repair",
    "SavedSearch",
    "ShelfRow",
    "Sort",
    "Stored",
    "Tag",
    "Undoable",
]
