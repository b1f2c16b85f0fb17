"""Pages saved in one file: MHTML (RFC 2557), and what browsers and SingleFile leave in a page they saved."""

import email
import email.policy
import re

_MHTML = re.compile(rb"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,40}\r?\n")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://[^\s>]+)")
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://\S+)(?:\s+saved date:\s*(?P<date>[^\n]+))?"
)
_DATA = re.compile(r"""data:[a-z0-9+./;=-]{0,80},[^"')\s>]{200,}""", re.IGNORECASE)


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes begin as a message whose body is a page with its parts."""
    head = data[:4_000]
    return b"multipart/related" in head.lower() and _MHTML.match(head.lstrip()) is not None


def from_mhtml(data: bytes) -> tuple[bytes, str | None, str | None]:
    """The page's own bytes, its encoding and its address. Empty bytes where no part is a page."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            own = part.get("Content-Location")
            url = str(address or own or "") or None
            charset = part.get_content_charset()
            return (page if isinstance(page, bytes) else b""), charset, url
    return b"", None, str(address) if address else None


def saved_address(page: str) -> tuple[str | None, str | None]:
    """The address that a browser or SingleFile noted in a page that it saved, and the day (as it is written there)."""
    head = page[:20_000]
    single = _SINGLE_FILE.search(head)
    if single:
        return single["url"], single["date"]
    saved = _SAVED_FROM.search(head)
    return (saved["url"], None) if saved else (None, None)


def without_data(page: str) -> str:
    """The page without the pictures and fonts that are written out in it."""
    return _DATA.sub("data:,", page) if "data:" in page else page
