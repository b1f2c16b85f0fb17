"""The readers of bibliography formats, by the names of ``detection``. Loaded with their libraries when a file comes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reindreader.citing.reading.bibtex import read_bibtex
from reindreader.citing.reading.csl_json import read_csl_json
from reindreader.citing.reading.endnote import read_endnote
from reindreader.citing.reading.mods import read_mods
from reindreader.citing.reading.ris import read_ris
from reindreader.citing.reading.trees import Element, root_of
from reindreader.citing.reading.values import Bibliography, Broken, Notice, Remark
from reindreader.citing.reading.zotero import read_zotero

TEXTS: Mapping[str, Callable[[str], Bibliography]] = MappingProxyType(
    {"bibtex": read_bibtex, "ris": read_ris, "csl-json": read_csl_json}
)
TREES: Mapping[str, Callable[[Element], Bibliography]] = MappingProxyType(
    {"endnote-xml": read_endnote, "mods": read_mods, "zotero-rdf": read_zotero}
)


def read_text(text: str, form: str) -> Bibliography:
    """Read a text of one of the formats of ``TEXTS``; line ends of any kind."""
    return TEXTS[form](text.replace("\r\n", "\n").replace("\r", "\n"))


def read_tree(data: bytes, form: str) -> Bibliography:
    """Read XML of one of the formats of ``TREES``."""
    root = root_of(data)
    if root is None:
        words = data[:4000].decode("utf-8", "replace")
        return Bibliography(form, (), (Broken(words, 1, Remark(Notice.NOT_READABLE, 1)),))
    return TREES[form](root)
