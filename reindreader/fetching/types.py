"""What a server says of a body: the name to read it under, and the encoding that it declares."""

import codecs
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from reindreader.errors import UnreachableError
from reindreader.fetching.links import Fetched

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "multipart/related": ".mhtml",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/plain": ".txt",
}
"""Media types (IANA) of what has a reader, and the name ending that leads to it."""

UNSURE = frozenset({"", "application/octet-stream", "application/x-download", "binary/octet-stream", "application/zip"})
"""Media types that say nothing: the first bytes and the name decide."""

_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
          "big5": "big5hkscs", "shift_jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949"}  # fmt: skip
"""What a word for an encoding means on the web (WHATWG Encoding Standard, 4.2)."""

_GIVEN = re.compile(r"filename\s*=\s*\"?(?P<name>[^\";]+)", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?(?P<name>[\w.:-]{2,40})", re.IGNORECASE)
_LONGEST = 100


def file_name(fetched: Fetched) -> str:
    """A name for the bytes, whose ending leads to their reader. Raises UnreachableError (``type``) where there is none."""
    kind, name = fetched.media_type, _name(fetched)
    if kind in UNSURE:
        return name
    ending = ENDINGS.get(kind)
    if ending is None:
        raise UnreachableError(fetched.url, "type", detail=kind)
    own = PurePosixPath(name).suffix.casefold()
    fits = own == ending or (kind.startswith("text/") and {own, ending} <= {".txt", ".md", ".markdown", ".text"})
    return name if fits or {own, ending} <= {".html", ".htm", ".xhtml"} else name + ending


def _name(fetched: Fetched) -> str:
    given = _GIVEN.search(fetched.headers.get("content-disposition", ""))
    parts = urlsplit(fetched.url)
    last = given["name"] if given else unquote(PurePosixPath(parts.path).name)
    clean = "".join(char for char in last if char.isprintable() and char not in "/\\").strip()
    return clean[-_LONGEST:] or parts.hostname or "page"


def decoded_as(fetched: Fetched) -> str | None:
    """The codec that the server declares for a text, None where it declares none, or where the bytes are not in it.

    Bytes that are good UTF-8 are taken for that: servers declare a default for all their files.
    """
    match = _CHARSET.search(fetched.headers.get("content-type", ""))
    data = fetched.data
    if not match or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    name = _WIDER.get(match["name"].casefold(), match["name"])
    seven_bit = name.casefold().startswith(("iso-2022", "hz"))
    return name if _is(data, name) and (seven_bit or not _is(data, "utf-8")) else None


def _is(data: bytes, codec: str) -> bool:
    try:
        return isinstance(data.decode(codec), str)
    except (LookupError, UnicodeError, ValueError):
        return False
