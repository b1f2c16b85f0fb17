"""The worker's side: calls that come in by standard input, their results out by standard output."""

import gc
import logging
import os
import pickle
import sys
from typing import IO

from reindreader.pages.worker import LENGTH, WorkerFailedError, receive


def serve() -> None:
    """Answer calls until the pipe is closed. What libraries print goes nowhere."""
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(5_000)  # libxml2 allows a depth of 256 elements, and a walker takes several frames for each
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while True:
        try:
            request = receive(sys.stdin.buffer)
        except EOFError:
            return
        _send(answers, _answer(request))
        gc.collect()


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(LENGTH.pack(len(message)) + message)
    pipe.flush()


def _answer(request: bytes) -> bytes:
    try:
        memory, function, args, kwargs = pickle.loads(request)  # the parent wrote it
        _limit(memory)
        return pickle.dumps((True, function(*args, **kwargs)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((False, WorkerFailedError("memory")))
    except Exception as error:  # noqa: BLE001  the boundary: it is raised again where it was asked for
        return _refusal(error)


def _refusal(error: Exception) -> bytes:
    try:
        message = pickle.dumps((False, error))
        pickle.loads(message)
    except Exception:  # noqa: BLE001  an error of a library that cannot travel
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    return message


def _limit(memory: int) -> None:
    """Bound the address space; Windows and macOS know no such bound."""
    if sys.platform.startswith("linux"):
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    serve()
