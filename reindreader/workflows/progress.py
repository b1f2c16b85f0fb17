"""Progress of long work: a workflow is a generator that yields these and returns its result."""

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar


class Unit(StrEnum):
    """What the parts of one step are counted in."""

    PAGES = "pages"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Part:
    """How far the step at hand is: ``done`` of ``total`` units (total 0: not known)."""

    done: int
    total: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps (total 0: not known); ``name``: what is being worked on, such as a file's name."""

    done: int
    total: int
    name: str = ""
    part: Part | None = None


T = TypeVar("T")
Work = Generator[Progress, None, T]
"""Long work. Closing it cancels it and leaves nothing half-written."""


def finish(work: Work[T]) -> T:
    """Drive work to its end and return its result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result
