"""The worker's side: calls that come in by standard input, their results out by standard output."""

import gc
import logging
import os
import pickle
import signal
import sys
from functools import partial
from typing import IO, Any

from reindreader.pages.forking import ForkedError, stand_back
from reindreader.pages.memory import give_back_memory, go_first
from reindreader.pages.messages import ERROR, RESULT, STEP, pickled, receive, send
from reindreader.pages.processes import GENTLE, SERVICE
from reindreader.pages.worker import Limits, Told, WorkerFailedError, serve_here

LARGE = 1_000_000
"""Bytes of a request after which memory is tidied at once: that takes longer than reading a small file."""


SELDOM = 50_000
"""New objects after which the young ones are looked through for circles: about those of five small files, of which none makes
many circles. Python's own 700 would take a tenth of the time."""

ORPHANED = 2
"""A call that takes so many times its seconds of the processor has lost the parent that would have ended it."""


def serve() -> None:
    """Answer calls until the pipe is closed. What libraries print goes nowhere."""
    serve_here()
    give_back_memory()
    go_first()
    if sys.argv[-1:] == [GENTLE]:
        stand_back()
    gc.set_threshold(SELDOM)
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends its workers itself
    sys.setrecursionlimit(5_000)  # libxml2 allows a depth of 256 elements, and a walker takes several frames for each
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    modules = 0
    while True:
        try:
            request = receive(sys.stdin.buffer)
            send(answers, _answer(request, partial(_tell, answers)))
        except EOFError:
            return
        except ForkedError as forked:
            _take(forked, answers)
            continue
        if len(request) > LARGE or modules != len(sys.modules):
            gc.collect()  # what a large file leaves in circles would otherwise stay until the next large one
        if modules != len(sys.modules):
            gc.freeze()  # modules stay: they need not be looked through again
            modules = len(sys.modules)


def serve_if_asked() -> None:
    """Be the worker and end, where a frozen program was started as one; else return at once."""
    if getattr(sys, "frozen", False) and sys.argv[1:2] == [SERVICE]:
        serve()
        raise SystemExit(0)


def _take(forked: ForkedError, answers: IO[bytes]) -> None:
    """Have the new pipes in the place of those of the process that this one was forked from."""
    for new, old in ((forked.requests, sys.stdin.fileno()), (forked.answers, answers.fileno())):
        os.dup2(new, old)
        os.close(new)


def _tell(pipe: IO[bytes], step: Any) -> None:
    send(pipe, pickled((STEP, step)))


def _answer(request: bytes, tell: Told) -> bytes:
    try:
        limits, wants_steps, function, args, kwargs = pickle.loads(request)  # the parent wrote it
        _limit(limits)
        more = {"told": tell} if wants_steps else {}
        return pickled((RESULT, function(*args, **kwargs, **more)))
    except MemoryError:
        return pickled((ERROR, WorkerFailedError("memory")))
    except Exception as error:  # noqa: BLE001  the boundary: it is raised again where it was asked for
        return _refusal(error)


def _refusal(error: Exception) -> bytes:
    try:
        message = pickled((ERROR, error))
        pickle.loads(message)
    except Exception:  # noqa: BLE001  an error of a library that cannot travel
        return pickled((ERROR, RuntimeError(f"{type(error).__name__}: {error}")))
    return message


def _limit(limits: Limits) -> None:
    """Bound the address space; Windows and macOS know no such bound. And bound the time, for when nobody waits any more."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, ORPHANED * limits.seconds)
    if sys.platform.startswith("linux"):
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    serve()
