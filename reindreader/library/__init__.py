"""Storage: SQLAlchemy Core over SQLite. Nothing else writes SQL."""

from reindreader.library.library import Library, Stored
from reindreader.library.shelf import ShelfRow, Sort

__all__ = ["Library", "ShelfRow", "Sort", "Stored"]
