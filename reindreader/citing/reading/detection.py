"""Which bibliography format a file is of, by its content; its name decides only between texts that could be either."""

import re

_HEAD = 65_536
_BIBTEX = re.compile(r"^[ \t]*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)
_RIS = re.compile(r"^\ufeff?TY\s{1,3}-", re.MULTILINE)
_CSL = re.compile(r"\A\s*(?:\[\s*)?\{.*?\"(?:type|title|author|issued|citation-key)\"\s*:", re.DOTALL)
_ENDNOTE = re.compile(r"<(?:xml|records)\b[^>]*>.{0,400}?<record\b", re.DOTALL)
_MODS = re.compile(r"<(?:\w+:)?mods(?:Collection)?[\s>]")
_ZOTERO = re.compile(r"<rdf:RDF\b.*?(?:zotero\.org/namespaces|z:itemType)", re.DOTALL)
_SUFFIXES = {".bib": "bibtex", ".bibtex": "bibtex", ".biblatex": "bibtex", ".ris": "ris", ".enw": "ris"}


def form_of(text: str, name: str = "") -> str | None:
    """``bibtex``, ``ris``, ``csl-json``, ``endnote-xml``, ``mods`` or ``zotero-rdf``; None for what is no bibliography.

    ``text``: the file's beginning is enough; ``name``: the file's. An article that quotes an entry is no bibliography: a
    text file counts as one by its suffix, or where it begins as one.
    """
    head = text[:_HEAD]
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        return next((form for form, mark in _XML.items() if mark.search(head)), None)
    if suffix in _SUFFIXES and (suffix != ".enw" or _RIS.search(head)):
        return _SUFFIXES[suffix]
    if suffix in {".json", ".csl", ""} and _CSL.match(head):
        return "csl-json"
    if suffix in {".txt", "", ".json"}:
        return _of_plain(head.lstrip("\ufeff \t\r\n"))
    return None


_XML = {"mods": _MODS, "zotero-rdf": _ZOTERO, "endnote-xml": _ENDNOTE}


def _of_plain(head: str) -> str | None:
    if _RIS.match(head):
        return "ris"
    return "bibtex" if _BIBTEX.match(head) and "=" in head else None
