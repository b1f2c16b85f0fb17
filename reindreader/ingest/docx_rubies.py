"""Readings above words in a DOCX document (ISO/IEC 29500-1, 17.3.3.25), which mammoth leaves out with the words below."""

import io
import zipfile

from lxml import etree

from reindreader.ingest.html_preparing import Ruby
from reindreader.ingest.html_tree import words_of
from reindreader.ingest.zips import Parts

_DOCUMENT = "word/document.xml"


def without_rubies(data: bytes, parts: Parts) -> tuple[bytes, tuple[Ruby, ...]]:
    """The document with the words alone in the places of words with readings, and both apart."""
    document = parts.read(_DOCUMENT) or b""
    root = parts.xml(_DOCUMENT) if b":ruby>" in document else None
    if root is None:
        return data, ()
    found = [_taken(ruby) for ruby in list(root.iter("{*}ruby"))]
    changed = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name in parts.names:
            opened.writestr(name, changed if name == _DOCUMENT else parts.read(name) or b"")
    return buffer.getvalue(), tuple(ruby for ruby in found if ruby.words and ruby.reading)


def _taken(ruby: etree._Element) -> Ruby:
    words = "".join(words_of(base) for base in ruby.iter("{*}rubyBase")).strip()
    reading = "".join(words_of(rt) for rt in ruby.iter("{*}rt")).strip()
    run = ruby.getparent()
    previous = run.getprevious() if run is not None else None
    before = words_of(previous)[-8:] if previous is not None else ""
    namespace = str(ruby.tag).rpartition("}")[0]
    plain = etree.Element(f"{namespace}}}t")
    plain.text = words
    if run is not None:
        run.replace(ruby, plain)
    return Ruby("".join(before.split()), words, reading)
