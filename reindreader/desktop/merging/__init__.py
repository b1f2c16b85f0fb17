"""Duplicates: found, shown side by side, made one by the user's hand; versions of a work, linked."""

from reindreader.desktop.merging.work import Merging

__all__ = ["Merging"]
