"""The shelf: the articles of the library, found, sorted and opened."""

from reindreader.desktop.shelf.pane import ShelfPane

__all__ = ["ShelfPane"]
