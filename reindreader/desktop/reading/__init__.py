"""The reading pane: the page, its gutter, notes and popovers."""

from reindreader.desktop.reading.pane import ReadingPane
from reindreader.desktop.reading.style import ReadingStyle

__all__ = ["ReadingPane", "ReadingStyle"]
