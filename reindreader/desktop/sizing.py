"""How large dialogs open: as designed, grown with the text, and never larger than the screen has room for."""

from PySide6.QtWidgets import QWidget

from reindreader.desktop.fonts import scaled

_SHARE = 0.94
"""Of the screen; its rest is for the frame that systems put around."""


def open_as_large(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its size, in pixels of the design."""
    room = dialog.screen().availableSize() * _SHARE
    dialog.resize(min(scaled(width), room.width()), min(scaled(height), room.height()))
