"""The pictures of an article: those whose bytes came with its file. Nothing is fetched, and nothing is decoded here.

A picture is what its first bytes say (PNG, JPEG, GIF, WebP, BMP), whatever it is called. SVG is left out: it can hold
scripts and draw on other files. Sizes are read from headers, so that a picture that would unpack to too much is refused.
"""

import base64
import binascii
import hashlib
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from lxml import etree

from reindreader.model.articles import Image

LARGEST, LARGEST_TOGETHER, MOST = 8_000_000, 40_000_000, 300
"""Bytes of one picture and of all of an article, and how many there may be; what is beyond is left out."""
MOST_PIXELS, LONGEST_SIDE, SHORTEST_SIDE = 40_000_000, 20_000, 32
"""Pixels: of a picture, and of its sides. What is smaller on both sides is an icon or a spacer."""

KEPT = "picture:"
"""Before the SHA-256 of a picture that was written out in a page, where its data stood."""
_DATA = re.compile(
    r"""data:(?P<type>[a-z0-9+./-]{0,80})(?P<more>[a-z0-9+./;=-]{0,80}),(?P<data>[^"')\s>]{60,})""", re.I
)


def _png(data: bytes) -> tuple[int, int] | None:
    return struct.unpack_from(">II", data, 16) if data[12:16] == b"IHDR" else None


def _gif(data: bytes) -> tuple[int, int] | None:
    return struct.unpack_from("<HH", data, 6)


def _bmp(data: bytes) -> tuple[int, int] | None:
    width, height = struct.unpack_from("<ii", data, 18)
    return abs(width), abs(height)


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """The size in the first frame header (ITU-T T.81, B.2.2)."""
    place = 2
    for _ in range(1_000):
        kind, size = struct.unpack_from(">xBH", data, place)
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        place += 2 + size
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """The size in the three forms of WebP (RFC 9649, 2.5 to 2.7)."""
    form = data[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return None


_FORMS: tuple[tuple[re.Pattern[bytes], str, Callable[[bytes], tuple[int, int] | None]], ...] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", _png),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", _jpeg),
    (re.compile(rb"GIF8[79]a"), "image/gif", _gif),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp", _webp),
    (re.compile(rb"BM.{12}[\x28\x6c\x7c]\0\0\0", re.DOTALL), "image/bmp", _bmp),
)
"""The forms of pictures that are kept, by their first bytes, and where each says its size."""


def picture_of(data: bytes) -> Image | None:
    """The picture that the bytes are, None where they are none that can be kept."""
    known = next(((media_type, size_of) for form, media_type, size_of in _FORMS if form.match(data)), None)
    if known is None or len(data) > LARGEST:
        return None
    try:
        size = known[1](data)
    except struct.error:
        return None
    return Image(hashlib.sha256(data).hexdigest(), known[0], data) if size and _shown(*size) else None


def _shown(width: int, height: int) -> bool:
    whole = min(width, height) > 0 and max(width, height) <= LONGEST_SIDE and width * height <= MOST_PIXELS
    return whole and max(width, height) >= SHORTEST_SIDE


def _nowhere(base: str, address: str) -> bytes | None:
    del base, address
    return None


@dataclass(slots=True)
class Pictures:
    """The pictures of one file. ``at``: the bytes that the file has for an address in its part ``base``, None where it
    has none."""

    at: Callable[[str, str], bytes | None] = _nowhere
    base: str = ""
    _kept: dict[str, Image] = field(default_factory=dict)
    _known: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _size: int = 0

    def add(self, data: bytes) -> str | None:
        """Keep a picture and return its SHA-256; None where it is none, or too much."""
        image = picture_of(data)
        if image is None:
            return None
        if image.sha256 not in self._kept:
            if len(self._kept) >= MOST or self._size + len(data) > LARGEST_TOGETHER:
                return None
            self._kept[image.sha256] = image
            self._size += len(data)
        return image.sha256

    def of(self, element: etree._Element) -> str | None:
        """The SHA-256 of the picture that an ``img`` shows, None where its bytes are not at hand."""
        found = (self._from(address) for address in _addresses(element))
        return next((sha256 for sha256 in found if sha256), None)

    def _from(self, address: str) -> str | None:
        own = address.removeprefix(KEPT)
        if own in self._kept:
            return own
        place = (self.base, address)
        if place not in self._known:
            data = self.at(*place)
            self._known[place] = self.add(data) if data else None
        return self._known[place]

    def without_data(self, page: str) -> str:
        """The page with the data that is written out in it taken out, and its pictures kept."""
        return _DATA.sub(self._taken, page) if "data:" in page else page

    def named(self, used: Iterable[str | None]) -> tuple[Image, ...]:
        """The pictures with these hashes, each once."""
        return tuple(self._kept[sha256] for sha256 in dict.fromkeys(used) if sha256 and sha256 in self._kept)

    def _taken(self, match: re.Match[str]) -> str:
        if not match["type"].casefold().startswith("image/") or len(match["data"]) > 2 * LARGEST:
            return "data:,"
        sha256 = self.add(_decoded(match["data"], packed="base64" in match["more"].casefold()))
        return f"{KEPT}{sha256}" if sha256 else "data:,"


def _decoded(words: str, *, packed: bool) -> bytes:
    raw = unquote_to_bytes(words)
    if not packed:
        return raw
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return b""


def _addresses(element: etree._Element) -> Iterator[str]:
    """Where an ``img`` may be from: its own address, those it is loaded from later, those for other sizes."""
    for name in ("src", "data-src", "data-original", "href", "{http://www.w3.org/1999/xlink}href"):
        if element.get(name):
            yield element.get(name, "").strip()
    parent = element.getparent()
    around = parent.iter("source") if parent is not None and parent.tag == "picture" else ()
    for one in (element, *around):
        for candidate in (one.get("srcset") or "").split(","):
            yield from candidate.split()[:1]
