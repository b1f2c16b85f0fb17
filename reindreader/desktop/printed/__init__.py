"""The page as it is printed, beside the text and the card."""

from reindreader.desktop.printed.pane import PrintedPane

__all__ = ["PrintedPane"]
