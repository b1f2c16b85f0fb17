"""Footnotes of a web page: what its small linked numbers lead to. The reader of the body would leave them out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_flow import NOTE_LABEL
from reindreader.ingest.html_preparing import remove
from reindreader.ingest.html_tree import local_name, words_of

LONGEST = 4_000
"""Characters: what is longer is no note, but a part of the article that a number leads to."""
_BLOCKS = frozenset({"p", "li", "div", "dd", "tr", "aside", "section"})
_BACK = re.compile(
    r"[\s↩︎↑^⤴⏎«\[\]().]*(?:(?:\d{1,4}|[a-z*†‡§]|back|return|jump up|zurück|retour)[\s↩︎↑^⤴⏎\[\]().:]*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Note:
    """``label``: as the reference has it."""

    label: str
    words: str


def take_notes(root: etree._Element) -> list[Note]:
    """The notes of a page in their order, taken out of its tree; the references to them are told by their address."""
    if not any(_is_local(link) for link in root.iter("a")):
        return []
    order = {element: place for place, element in enumerate(root.iter())}
    targets = {name: e for e in order for name in (e.get("id"), e.get("name")) if name and local_name(e) != "meta"}
    found: dict[etree._Element, str] = {}
    for reference, label, target in _references(root, targets):
        note = _holder(target)
        if note is not None and order[note] > order[reference] and _is_note(note, label):
            found.setdefault(note, label)
            reference.set("href", f"#fn{len(found)}")
            reference.text, reference[:] = words_of(reference), []
    notes = [Note(label, _words(note, label)) for note, label in sorted(found.items(), key=lambda one: order[one[0]])]
    for note in found:
        remove(note)
    return [note for note in notes if note.words]


def _references(
    root: etree._Element, targets: dict[str, etree._Element]
) -> Iterator[tuple[etree._Element, str, etree._Element]]:
    for link in root.iter("a"):
        target = targets.get((link.get("href") or "#").removeprefix("#")) if _is_local(link) else None
        label = NOTE_LABEL.fullmatch(clean(words_of(link)))
        if target is not None and label:
            yield link, label["label"], target


def _is_local(link: etree._Element) -> bool:
    return (link.get("href") or "").startswith("#")


def _holder(target: etree._Element) -> etree._Element | None:
    """The paragraph or item that a reference leads to, or into."""
    return next((e for e in (target, *target.iterancestors()) if local_name(e) in _BLOCKS), None)


def _is_note(note: etree._Element, label: str) -> bool:
    """Whether it begins with the reference's label, leads back, or is called a note."""
    words = clean(words_of(note))
    if not 0 < len(words) <= LONGEST or any(local_name(e) in {"h1", "h2", "article"} for e in note.iter()):
        return False
    begins = words.lstrip("[(^ ").startswith(label)
    back = any(_is_local(link) and _BACK.fullmatch(clean(words_of(link))) for link in note.iter("a"))
    parents = (note, *islice(note.iterancestors(), 2))
    called = any("note" in f"{e.get('role') or ''} {e.get('class') or ''} {e.get('id') or ''}" for e in parents)
    return begins or back or called


def _words(note: etree._Element, label: str) -> str:
    for link in list(note.iter("a")):
        if _is_local(link) and _BACK.fullmatch(clean(words_of(link))):
            remove(link)
    words = clean(words_of(note)).rstrip(" ↩︎↑^").lstrip(" ^")
    return re.sub(rf"^[\[(]?{re.escape(label)}[\])]?[.:]?\s+", "", words)
