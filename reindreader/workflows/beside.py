"""Work that waits for a parser or the network, done beside: whoever drives it is never held up, and can give it up."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, Generic, TypeVar, cast

from reindreader.workflows.progress import Part, Progress, Work

T = TypeVar("T")
Tell = Callable[[Part], None]
"""Takes how far the work is. Called after the work was given up, it ends it."""

PATIENCE = 0.03
"""Seconds between two looks at work that says nothing."""


class GivenUpError(BaseException):
    """Nobody waits for the work any more."""


@dataclass(frozen=True, slots=True)
class _End(Generic[T]):
    value: T | None = None
    error: BaseException | None = None


def beside(act: Callable[[Tell], T]) -> Generator[Part | None, None, T]:
    """The result of ``act``, which runs in a thread of its own; meanwhile how far it is, None where that is not known.

    Closing this gives the work up: it ends at the next word that it tells, and what it would have returned is dropped.
    Raises what ``act`` raises.
    """
    box: SimpleQueue[Any] = SimpleQueue()
    given_up = Event()
    Thread(target=_run, args=(act, box, given_up), daemon=True).start()
    try:
        return (yield from _waiting(box))
    finally:
        given_up.set()


def told(act: Callable[[Tell], T], step: Progress) -> Work[T]:
    """The same as a part of longer work: what is said meanwhile is the step, with how far it is."""
    work = beside(act)
    while True:
        try:
            part = next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result
        yield replace(step, part=part)


def _waiting(box: "SimpleQueue[Any]") -> Generator[Part | None, None, T]:
    part: Part | None = None
    while True:
        try:
            said = box.get(timeout=PATIENCE)
        except Empty:
            yield part
            continue
        if not isinstance(said, _End):
            part = said
        elif said.error is not None:
            raise said.error
        else:
            return cast("T", said.value)


def _run(act: Callable[[Tell], T], box: "SimpleQueue[Any]", given_up: Event) -> None:
    def tell(part: Part) -> None:
        if given_up.is_set():
            raise GivenUpError
        box.put(part)

    try:
        box.put(_End(act(tell)))
    except BaseException as error:  # noqa: BLE001  the boundary of the thread: it is raised again where it is waited for
        box.put(_End(error=error))
