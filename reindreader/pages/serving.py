"""The worker's side: calls that come in by standard input, their results out by standard output."""

import gc
import logging
import os
import pickle
import sys
from functools import partial
from typing import IO, Any

from reindreader.pages.memory import give_back_memory
from reindreader.pages.worker import ERROR, LENGTH, RESULT, SERVICE, STEP, Told, WorkerFailedError, receive, serve_here

LARGE = 1_000_000
"""Bytes of a request after which memory is tidied at once: that takes longer than reading a small file."""


SELDOM = 50_000
"""New objects after which the young ones are looked through for circles: about those of five small files, of which none makes
many circles. Python's own 700 would take a tenth of the time."""


def serve() -> None:
    """Answer calls until the pipe is closed. What libraries print goes nowhere."""
    serve_here()
    give_back_memory()
    gc.set_threshold(SELDOM)
    modules = 0
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(5_000)  # libxml2 allows a depth of 256 elements, and a walker takes several frames for each
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while True:
        try:
            request = receive(sys.stdin.buffer)
        except EOFError:
            return
        _send(answers, _answer(request, partial(_tell, answers)))
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


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(LENGTH.pack(len(message)) + message)
    pipe.flush()


def _tell(pipe: IO[bytes], step: Any) -> None:
    _send(pipe, pickle.dumps((STEP, step)))


def _answer(request: bytes, tell: Told) -> bytes:
    try:
        memory, wants_steps, function, args, kwargs = pickle.loads(request)  # the parent wrote it
        _limit(memory)
        more = {"told": tell} if wants_steps else {}
        return pickle.dumps((RESULT, function(*args, **kwargs, **more)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((ERROR, WorkerFailedError("memory")))
    except Exception as error:  # noqa: BLE001  the boundary: it is raised again where it was asked for
        return _refusal(error)


def _refusal(error: Exception) -> bytes:
    try:
        message = pickle.dumps((ERROR, error))
        pickle.loads(message)
    except Exception:  # noqa: BLE001  an error of a library that cannot travel
        return pickle.dumps((ERROR, RuntimeError(f"{type(error).__name__}: {error}")))
    return message


def _limit(memory: int) -> None:
    """Bound the address space; Windows and macOS know no such bound."""
    if sys.platform.startswith("linux"):
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    serve()
