"""A line of one pixel between two parts."""

from PySide6.QtWidgets import QFrame


def hairline(*, upright: bool = False) -> QFrame:
    """It lies, or stands."""
    line = QFrame()
    line.setProperty("surface", "rule")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
