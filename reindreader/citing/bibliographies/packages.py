"""Lists of references as DOCX (ECMA-376) and ODT (OpenDocument 1.3): a small package each, the same bytes every time."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from reindreader.citing.bibliographies.docx_parts import docx_parts
from reindreader.citing.bibliographies.lists import references
from reindreader.citing.bibliographies.odt_parts import odt_parts
from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.model.records import Record

Part = tuple[str, str]
"""Path in the package, text."""

_STORED = frozenset({"mimetype"})
_WHEN = (1980, 1, 1, 0, 0, 0)
"""No time of writing: the same list gives the same bytes."""


def write_docx(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[bytes]:
    """A Word document."""
    yield package(docx_parts(references(entries, job)))


def write_odt(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[bytes]:
    """An OpenDocument text."""
    yield package(odt_parts(references(entries, job)))


def package(parts: Sequence[Part]) -> bytes:
    """A ZIP of the parts, in their order."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for path, text in parts:
            entry = zipfile.ZipInfo(path, _WHEN)
            entry.compress_type = zipfile.ZIP_STORED if path in _STORED else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, text.encode("utf-8", "replace"))
    return held.getvalue()
