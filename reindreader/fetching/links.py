"""Addresses that a user gives: which words are one, and which one may lead to another."""

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from reindreader.errors import UnreachableError

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)

IsNear = Callable[[str], bool]
"""Whether a host is this computer or stands in its own network."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address. ``url``: the last of the redirects; ``headers``: of the answer, names in small letters."""

    data: bytes = field(repr=False)
    url: str
    headers: dict[str, str]

    @property
    def media_type(self) -> str:
        """As the server says, in small letters, without parameters; "" where it says nothing."""
        return self.headers.get("content-type", "").partition(";")[0].strip().casefold()


def is_link(words: str) -> bool:
    """Whether the words are one address of the web and nothing else."""
    return _LINK.fullmatch(words.strip()) is not None


def link_of(words: str) -> str:
    """The address, without its fragment. Raises UnreachableError (``address``) for words that are none."""
    if not _host(words.strip()):
        raise UnreachableError(words, "address")
    return words.strip().partition("#")[0]


def next_link(url: str, location: str, is_near: IsNear) -> str:
    """Where a redirect leads. Raises UnreachableError: to no address of the web, or from outside into one's own network."""
    try:
        following = urljoin(url, location)
    except ValueError as error:
        raise UnreachableError(url, "redirect-kind") from error
    host = _host(following)
    if not host:
        raise UnreachableError(url, "redirect-kind")
    if is_near(host) and not is_near(_host(url) or ""):
        raise UnreachableError(url, "redirect-inside")
    return following.partition("#")[0]


def _host(url: str) -> str | None:
    """The host of an address of the web, None for other words."""
    try:
        parts = urlsplit(url)
        return parts.hostname if parts.scheme.casefold() in {"http", "https"} and parts.port != 0 else None
    except ValueError:
        return None


def is_near(host: str) -> bool:
    """Whether any address of the host is not of the public network; False where the name is not known."""
    try:
        found = {str(entry[4][0]).partition("%")[0] for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(address).is_global for address in found)
