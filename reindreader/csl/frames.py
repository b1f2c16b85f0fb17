"""Formatting in force at a place of the text: nested frames, each of which one formatting attribute opened."""

from __future__ import annotations

from .tree import Format

_NEUTRAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}


class Frame:
    """One frame: the attribute and its value ("" and "" at the root), and the frame around it."""

    __slots__ = ("name", "parent", "value")

    def __init__(self, parent: Frame | None, name: str, value: str) -> None:
        self.parent = parent
        self.name = name
        self.value = value

    def state(self, name: str) -> str:
        """The value of an attribute inside this frame; what is normal where nothing sets it."""
        frame: Frame | None = self
        while frame is not None:
            if frame.name == name:
                return frame.value
            frame = frame.parent
        return _NEUTRAL.get(name, "")

    def chain(self) -> list[Frame]:
        """Frames from the outermost to this one, without the root."""
        out: list[Frame] = []
        frame: Frame | None = self
        while frame is not None and frame.parent is not None:
            out.append(frame)
            frame = frame.parent
        out.reverse()
        return out


def enclosed(frame: Frame, fmt: Format) -> Frame:
    """The frame inside `frame` for an element's formatting; a value that is in force already opens nothing."""
    for name, value in fmt:
        if frame.state(name) != value:
            frame = Frame(frame, name, value)
    return frame


def flipped(frame: Frame, fmt: Format) -> Frame:
    """The frame for a field's own markup: italics in italics are upright again."""
    for name, value in fmt:
        if name == "nodecor":
            for key, neutral in _NEUTRAL.items():
                if frame.state(key) != neutral:
                    frame = Frame(frame, key, neutral)
        else:
            frame = Frame(frame, name, _NEUTRAL[name] if frame.state(name) == value else value)
    return frame
