"""What a worker and its parent say to each other: pickles with their length in front, over two pipes."""

import pickle
import struct
from typing import IO, Any

LENGTH = struct.Struct("<Q")
"""What stands before each pickle: its bytes."""

RESULT, ERROR, STEP = "result", "error", "step"
"""What the worker's messages are: the first two end a call."""


def pickled(value: Any) -> bytes:
    """A message."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write a message. Raises OSError where nobody reads."""
    pipe.write(LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """The next message of a pipe. Raises EOFError at its end."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    (size,) = LENGTH.unpack(head)
    body = pipe.read(size)
    if len(body) < size:
        raise EOFError
    return body
