"""The worker's side of forking: a process that has loaded the readers becomes two, which costs next to nothing."""

import gc
import os
import signal
import socket
from types import FrameType

_NICE = 10
"""How far a gentle worker stands back: it takes what time of the processor the window and the library leave."""

_children: set[int] = set()


class ForkedError(BaseException):
    """Raised in the new process: it has pipes of its own. ``requests`` and ``answers``: their numbers."""

    def __init__(self, requests: int, answers: int) -> None:
        super().__init__(requests, answers)
        self.requests, self.answers = requests, answers


def fork(control: int) -> int:
    """Called in a worker: the number of the new process, for which the pipes lie in the socket ``control``.

    Raises ForkedError in that process, and OSError.
    """
    with socket.socket(fileno=os.dup(control)) as pipes:
        _message, (requests, answers), _flags, _sender = socket.recv_fds(pipes, 1, 2)
    gc.freeze()  # a pass over what both have would make a second of each page
    signal.signal(signal.SIGCHLD, _reap)
    try:
        child = os.fork()
        if not child:
            _children.clear()
            os.close(control)
            stand_back()
            raise ForkedError(requests, answers)
    except OSError:
        _close(requests, answers)
        raise
    _children.add(child)
    _close(requests, answers)
    return child


def stand_back() -> None:
    """Give way to the rest of the program."""
    if hasattr(os, "nice"):
        os.nice(_NICE)


def _close(*numbers: int) -> None:
    for number in numbers:
        os.close(number)


def _reap(_signal: int, _frame: FrameType | None) -> None:
    """Let go of what was forked here and has ended. Other children are waited for by who started them."""
    for child in tuple(_children):
        if os.waitpid(child, os.WNOHANG)[0]:
            _children.discard(child)
