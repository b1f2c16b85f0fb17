"""Notes of EPUB chapters: their calls, their labels and their ways back, whether ``epub:type`` names them or not."""

import re

from lxml import etree

from reindreader.ingest.epub_contents import resolved
from reindreader.ingest.html_flow import NOTE_LABEL
from reindreader.ingest.html_preparing import remove
from reindreader.ingest.html_tree import local_name, role_of, words_of

_ARROW = re.compile(r"[\s↩↑⤴⏎^\ufe0e\ufe0f]+")


def label_notes(root: etree._Element, chapter: str, notes: dict[str, str]) -> None:
    """Give notes the labels of the references to them. ``notes``: those of earlier chapters, by part and ``id``."""
    for link in root.iter("{*}a"):
        part, _, place = (link.get("href") or "").partition("#")
        label = NOTE_LABEL.fullmatch(words_of(link).strip())
        if place and label:
            notes.setdefault(f"{resolved(chapter, part) if part else chapter}#{place}", label["label"])
            if _is_raised(link):
                link.set("role", f"{link.get('role') or ''} doc-noteref".strip())
    for element in root.iter("{*}*"):
        known = notes.get(f"{chapter}#{element.get('id')}")
        if known:
            element.set("data-label", known)
            _take_out_ways_back(element, known)


def _is_raised(link: etree._Element) -> bool:
    around = link.getparent()
    return (around is not None and local_name(around) == "sup") or any(local_name(own) == "sup" for own in link)


def _take_out_ways_back(note: etree._Element, label: str) -> None:
    """An arrow that leads from a note to its call, or the number at its beginning that does, is no word of it, and says that
    it is a note."""
    for number, link in enumerate(list(note.iter("{*}a"))):
        words = words_of(link).strip()
        arrow = bool(_ARROW.fullmatch(words)) if words else False
        known = NOTE_LABEL.fullmatch(words)
        back = number == 0 and known and known["label"] == label and "#" in (link.get("href") or "")
        if arrow or (back and not (link.getprevious() is not None or (note.text or "").strip())):
            if "noteref" not in role_of(note):
                note.set("role", note.get("role") or "doc-footnote")
            remove(link)
