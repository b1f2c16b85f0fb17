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
    """One frame: the attribute and its value ("" and "" at the root), the frame around it, and the state inside."""

    __slots__ = ("depth", "name", "parent", "state", "value")

    def __init__(self, parent: Frame | None, name: str, value: str) -> None:
        self.parent = parent
        self.name = name
        self.value = value
        self.depth: int = parent.depth + 1 if parent else 0
        self.state: dict[str, str] = parent.state if parent else dict(_NEUTRAL)
        if name:
            self.state = {**self.state, name: value}

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
        if frame.state[name] != value:
            frame = Frame(frame, name, value)
    return frame


def flipped(frame: Frame, fmt: Format) -> Frame:
    """The frame for a field's own markup: italics in italics are upright again."""
    for name, value in fmt:
        if name == "nodecor":
            for key, neutral in _NEUTRAL.items():
                if frame.state[key] != neutral:
                    frame = Frame(frame, key, neutral)
        elif frame.state[name] == value:
            frame = Frame(frame, name, _NEUTRAL[name])
        else:
            frame = Frame(frame, name, value)
    return frame
