"""Storage: SQLAlchemy Core over SQLite. Nothing else writes SQL."""

from reindreader.library.adding import Entry, KeyMaker
from reindreader.library.collecting import Collection
from reindreader.library.history import Change, Undoable
from reindreader.library.hits import SearchGivenUpError
from reindreader.library.identities import Known
from reindreader.library.keeping import ExportTarget, Repair
from reindreader.library.library import Library
from reindreader.library.links import Alignment
from reindreader.library.organising import ReadingState, SavedSearch, Tag
from reindreader.library.query import Mistake, QueryProblem
from reindreader.library.records import Stored
from reindreader.library.shelf import Group, Grouping, Shelf, ShelfRow, Sort, View
from reindreader.library.snippets import Origin, Snippet
from reindreader.library.sqlite import Medium

__all__ = [
    "Alignment",
    "Change",
    "Collection",
    "Entry",
    "ExportTarget",
    "Group",
    "Grouping",
    "KeyMaker",
    "Known",
    "Library",
    "Medium",
    "Mistake",
    "Origin",
    "QueryProblem",
    "ReadingState",
    "Repair",
    "SavedSearch",
    "SearchGivenUpError",
    "Shelf",
    "ShelfRow",
    "Snippet",
    "Sort",
    "Stored",
    "Tag",
    "Undoable",
    "View",
]
