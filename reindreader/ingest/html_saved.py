"""Pages saved in one file: MHTML (RFC 2557), and what browsers and SingleFile leave in a page they saved."""

import email
import email.policy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import urljoin

_MHTML = re.compile(rb"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,40}\r?\n")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://[^\s>]+)")
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://\S+)(?:\s+saved date:\s*(?P<date>[^\n]+))?"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """A page that was saved with its parts. ``pictures``: bytes by ``cid:`` and by address."""

    page: bytes = b""
    charset: str | None = None
    address: str | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def picture_at(self, base: str, address: str) -> bytes | None:
        """The bytes of the picture that an element of the page names so, None where they were not saved."""
        return self.pictures.get(address) or self.pictures.get(_joined(base, address))


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes begin as a message whose body is a page with its parts."""
    head = data[:4_000]
    return b"multipart/related" in head.lower() and _MHTML.match(head.lstrip()) is not None


def from_mhtml(data: bytes) -> Saved:
    """The page in a message, with its pictures. Empty bytes where no part is a page."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    parts = list(message.walk())
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in parts:
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            url = str(address or part.get("Content-Location") or "") or None
            return Saved(_payload(part), part.get_content_charset(), url, dict(_pictures(parts)))
    return Saved(address=str(address) if address else None)


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _pictures(parts: Sequence[Message]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        if part.get_content_maintype() != "image":
            continue
        place, number = part.get("Content-Location"), part.get("Content-ID")
        data = _payload(part)
        if place:
            yield str(place).strip(), data
        if number:
            yield f"cid:{str(number).strip().strip('<>')}", data


def saved_address(page: str) -> tuple[str | None, str | None]:
    """The address that a browser or SingleFile noted in a page that it saved, and the day (as it is written there)."""
    head = page[:20_000]
    single = _SINGLE_FILE.search(head)
    if single:
        return single["url"], single["date"]
    saved = _SAVED_FROM.search(head)
    return (saved["url"], None) if saved else (None, None)
