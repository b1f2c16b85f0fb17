"""What mammoth leaves out of a DOCX document although it is printed, put so that it does not; and what is not printed, taken
out (ISO/IEC 29500-1: simple fields 17.16.19, directions 17.3.2.8, rubies 17.3.3.25, hidden text 17.3.2.41, formulas 22.1).
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from copy import deepcopy

from lxml import etree

from reindreader.ingest.html_preparing import Ruby
from reindreader.ingest.html_tree import words_of
from reindreader.ingest.zips import Parts

DOCUMENT = "word/document.xml"
_CONCERNED = re.compile(rb":(?:ruby|vanish|fldSimple|bdo|dir|oMath|txbx|altChunk)[\s/>]")
_PREPARED = re.compile(r"word/(?:document|footnotes|endnotes)\.xml")
_OFF = frozenset({"0", "false", "off"})


def prepared(data: bytes, parts: Parts) -> tuple[bytes, tuple[Ruby, ...]]:
    """The document as mammoth reads all of it, and its words with readings apart."""
    changed: dict[str, bytes] = {}
    rubies: tuple[Ruby, ...] = ()
    for name in filter(_PREPARED.fullmatch, parts.names):
        root = parts.xml(name) if _CONCERNED.search(parts.read(name) or b"") else None
        if root is not None:
            found = [_ruby(ruby) for ruby in list(root.iter("{*}ruby"))]
            rubies += tuple(ruby for ruby in found if ruby.words and ruby.reading)
            for tag, act in _ACTS.items():
                for element in list(root.iter(tag)):
                    act(element)
            changed[name] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return (_zipped(parts, changed) if changed else data), rubies


def _zipped(parts: Parts, changed: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name in parts.names:
            opened.writestr(name, changed.get(name) or parts.read(name) or b"")
    return buffer.getvalue()


def _ruby(ruby: etree._Element) -> Ruby:
    words = "".join(words_of(base) for base in ruby.iter("{*}rubyBase")).strip()
    reading = "".join(words_of(rt) for rt in ruby.iter("{*}rt")).strip()
    run = ruby.getparent()
    previous = run.getprevious() if run is not None else None
    before = words_of(previous)[-8:] if previous is not None else ""
    if run is not None:
        run.replace(ruby, _made(ruby, "t", words))
    return Ruby("".join(before.split()), words, reading)


def _made(beside: etree._Element, tag: str, words: str = "") -> etree._Element:
    """An element of WordprocessingML, in the namespace that the document has it in."""
    root = beside.getroottree().getroot()
    made = etree.Element(f"{str(root.tag).rpartition('}')[0]}}}{tag}")
    made.text = words or None
    if words:
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _unwrapped(element: etree._Element) -> None:
    """Its runs in its place."""
    _replaced(element, [child for child in element if not str(child.tag).endswith("Pr")])


def _formula(element: etree._Element) -> None:
    """The letters of a formula as a run."""
    run = _made(element, "r")
    run.append(_made(element, "t", "".join(t.text or "" for t in element.iter("{*}t"))))
    _replaced(element, [run])


def _hidden(vanish: etree._Element) -> None:
    """A run of hidden text says nothing; the mark of a paragraph may be hidden without its words."""
    value = next((v for name, v in vanish.attrib.items() if str(name).endswith("}val")), "")
    run = vanish.getparent()
    run = run.getparent() if run is not None else None
    if run is not None and str(run.tag).endswith("}r") and str(value) not in _OFF:
        _replaced(run, [])


def _boxed(box: etree._Element) -> None:
    """A text box that only newer programs read: its paragraphs behind that in which it is anchored."""
    content = next(iter(box.iter("{*}txbxContent")), None)
    choice = next(box.iterancestors("{*}AlternateContent"), None)
    spoken = choice is not None and any(
        True for fallback in choice.iter("{*}Fallback") for _ in fallback.iter("{*}txbxContent")
    )
    paragraph = next(box.iterancestors("{*}p"), None)
    if content is not None and paragraph is not None and not spoken:
        for child in reversed([deepcopy(child) for child in content]):
            paragraph.addnext(child)


def _replaced(element: etree._Element, children: Iterable[etree._Element]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    parent.remove(element)
    for number, child in enumerate(children):
        parent.insert(place + number, child)


_ACTS: dict[str, Callable[[etree._Element], None]] = {
    "{*}vanish": _hidden,
    "{*}fldSimple": _unwrapped,
    "{*}bdo": _unwrapped,
    "{*}dir": _unwrapped,
    "{*}oMath": _formula,
    "{*}oMathPara": _unwrapped,
    "{*}txbx": _boxed,
}
