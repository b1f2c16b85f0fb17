"""One transfer: redirects, sizes and times are limited, and it can be given up between two pieces."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import reindreader
from reindreader.errors import UnreachableError
from reindreader.fetching.links import Fetched, IsNear, is_near, link_of, next_link

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """``max_bytes``: of a body as it is unpacked; ``redirects``: one after the other; ``seconds``: for all of it;
    ``silence``: how many seconds a server may say nothing."""

    max_bytes: int = MAX_BYTES
    redirects: int = 10
    seconds: float = 120.0
    silence: float = 20.0


Received = tuple[int, int]
"""Bytes that have come, and how many there will be (0: not known)."""

_STATUS = {
    401: "forbidden",
    403: "forbidden",
    404: "not-found",
    410: "not-found",
    429: "busy",
    451: "forbidden",
    503: "busy",
}


def fetch(
    words: str,
    limits: FetchLimits = FetchLimits(),
    *,
    accept: str = "*/*",
    near: IsNear = is_near,
) -> "Iterator[Received | Fetched]":
    """What stands at the address: pieces are told of as they come, the last value is the Fetched.

    Proxies are those of the environment. ``near``: which hosts a redirect from outside may not lead to. Raises
    UnreachableError with the reason ``address``, ``offline``, ``certificate``, ``silent``, ``slow``, ``cut-off``, ``too-large``,
    ``redirects``, ``redirect-kind``, ``redirect-inside``, ``not-found``, ``forbidden``, ``busy`` or ``status``.
    """
    import httpx  # noqa: PLC0415  slow to load, and most runs fetch nothing

    url, until = link_of(words), time.monotonic() + limits.seconds
    headers = {
        "User-Agent": f"Reindreader/{reindreader.__version__}",
        "Accept": accept,
        "Accept-Encoding": "gzip, deflate",  # whose growth is bounded, piece by piece
    }
    timeout = httpx.Timeout(limits.silence)
    with _told(words), httpx.Client(headers=headers, timeout=timeout, follow_redirects=False) as client:
        for _ in range(limits.redirects + 1):
            yield 0, 0
            with client.stream("GET", url) as answer:
                if answer.has_redirect_location:
                    url = next_link(url, answer.headers["location"], near)
                    continue
                _check(answer, words, limits)
                pieces = bytearray()
                yield from _received(answer, words, limits, until, pieces)
                yield Fetched(bytes(pieces), url, _headers(answer.headers))
                return
    raise UnreachableError(words, "redirects")


def _received(
    answer: "httpx.Response", words: str, limits: FetchLimits, until: float, pieces: bytearray
) -> Iterator[Received]:
    total = _length(answer) if "content-encoding" not in answer.headers else 0
    for piece in answer.iter_bytes():
        pieces += piece
        if len(pieces) > limits.max_bytes:
            raise UnreachableError(words, "too-large")
        if time.monotonic() > until:
            raise UnreachableError(words, "slow")
        yield len(pieces), total


def _check(answer: "httpx.Response", words: str, limits: FetchLimits) -> None:
    if not answer.is_success:
        raise UnreachableError(words, _STATUS.get(answer.status_code, "status"), answer.status_code)
    if _length(answer) > limits.max_bytes:
        raise UnreachableError(words, "too-large")


def _length(answer: "httpx.Response") -> int:
    words = answer.headers.get("content-length", "")
    return int(words) if words.isascii() and words.isdigit() else 0


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.casefold(): value for name, value in headers.items()}


@contextmanager
def _told(words: str) -> Iterator[None]:
    """Turn the network's errors into ours."""
    import httpx  # noqa: PLC0415  as above

    try:
        yield
    except httpx.ConnectTimeout as error:
        raise UnreachableError(words, "offline") from error
    except httpx.TimeoutException as error:
        raise UnreachableError(words, "silent") from error
    except httpx.ConnectError as error:
        raise UnreachableError(words, "certificate" if "CERTIFICATE" in str(error) else "offline") from error
    except (httpx.RemoteProtocolError, httpx.ReadError, httpx.DecodingError) as error:
        raise UnreachableError(words, "cut-off") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
        raise UnreachableError(words, "offline") from error
