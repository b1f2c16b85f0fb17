"""Zip files from strangers: the directory is checked before anything is unpacked, and each part has its limit.

The form of a bomb: little that becomes very much (a ratio that text never has), parts that overlap, or a directory
without end (D. Fifield, A better zip bomb, 2019).
"""

import io
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from reindreader.errors import UnreadableFileError

MOST_PARTS = 20_000
LARGEST_PART, LARGEST = 60_000_000, 400_000_000
"""Bytes when unpacked: of one part, and of all."""
RATIO, RATIO_FROM = 150, 2_000_000
"""No part above so many bytes may shrink to less than a hundred and fiftieth."""

BROKEN_PART = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)
"""What reading a part that is missing or damaged raises."""


class Parts:
    """The parts of a checked zip file by their names."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self._names = {info.filename: info for info in opened.infolist()}
        self._folded = {name.casefold(): name for name in self._names}

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in the directory's order."""
        return tuple(self._names)

    def read(self, name: str) -> bytes | None:
        """A part's bytes, None where it is missing or damaged."""
        info = self._names.get(name) or self._names.get(self._folded.get(name.casefold(), ""))
        if info is None:
            return None
        try:
            with self._opened.open(info) as stream:
                data = stream.read(LARGEST_PART + 1)
        except BROKEN_PART:
            return None
        return data if len(data) <= LARGEST_PART else None

    def day(self, name: str) -> str:
        """When a part was put in, ``2026-11-23``; "" where it is missing."""
        info = self._names.get(name)
        return "-".join(f"{part:02d}" for part in info.date_time[:3]) if info else ""

    def xml(self, name: str) -> etree._Element | None:
        """A part's tree, None where it is missing or no XML. No DTD is loaded and no entity expanded."""
        data = self.read(name)
        return xml_of(data) if data else None


def open_zip(data: bytes, name: str) -> Parts:
    """The parts of the zip file in the bytes.

    Raises UnreadableFileError: ``broken`` (no directory), ``encrypted``, or ``bomb`` (it would unpack to too much).
    """
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        parts = opened.infolist()
    except BROKEN_PART as error:
        raise UnreadableFileError(Path(name), "broken") from error
    reason = _refusal(parts, len(data))
    if reason:
        raise UnreadableFileError(Path(name), reason)
    return Parts(opened)


def xml_of(data: bytes) -> etree._Element | None:
    """The tree of an XML document, with what can be saved of a broken one; None where there is nothing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root: etree._Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _refusal(parts: list[zipfile.ZipInfo], size: int) -> str | None:
    if any(part.flag_bits & 1 for part in parts):
        return "encrypted"
    total, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    shrunk = any(part.file_size > RATIO_FROM and part.file_size > RATIO * max(1, part.compress_size) for part in parts)
    overlapping = packed > size or len({part.header_offset for part in parts}) < len(parts)
    many = len(parts) > MOST_PARTS or total > LARGEST or any(part.file_size > LARGEST_PART for part in parts)
    return "bomb" if shrunk or overlapping or many else None
