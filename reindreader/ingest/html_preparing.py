"""What is done to a page's tree before its article is looked for, so that nothing of it is lost or misread."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from lxml import etree

from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_flow import Flowed
from reindreader.ingest.html_margins import key_of
from reindreader.ingest.html_tree import local_name, words_of
from reindreader.model.text import Mark, MarkKind, Span

_INDENTED = re.compile(r"[ \t\r\n]*(?:\u3000{2}|\xa0{2})")
"""How lines begin that are paragraphs by their indentation."""
_EMPTY_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*?(?=[ \t]*\S)")
_WRAPPED = 45
"""Characters of a line that goes on in the next one."""
_SHADOWS = ("shadowrootmode", "shadowroot")
"""Attributes by which a ``template`` is part of the page (HTML Standard, 4.12.3; SingleFile writes both)."""
_HOLDERS = frozenset({"div", "article", "section", "main", "body", "td", "center", "font", "blockquote", "span"})
_INLINE = frozenset(
    {"a", "b", "strong", "i", "em", "u", "s", "span", "font", "sup", "sub", "small", "big", "cite", "code", "q", "abbr", "mark", "time",
     "ruby", "bdi", "bdo", "img", "wbr", "ins", "del", "dfn", "kbd", "acronym", "tt"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ruby:
    """Words with their reading, and those before them, by which they are found again."""

    before: str
    words: str
    reading: str


def without_templates(root: etree._Element) -> None:
    """Take out what a page holds for scripts alone, and put the shadow trees in their places."""
    for template in list(root.iter("template")):
        if any(template.get(name) is not None for name in _SHADOWS):
            template.tag = "div"
        else:
            remove(template)


def with_paragraphs(root: etree._Element) -> None:
    """Make paragraphs of what only empty lines divide (two ``br`` in a row), as old pages and mails have it."""
    for holder in [element for element in root.iter(*_HOLDERS) if _doubled(element)]:
        _divide(holder)
    for element in [pre for pre in root.iter("pre") if not len(pre) and _is_prose(pre.text or "")]:
        _divide_lines(element)


def captions_of(root: etree._Element) -> set[str]:
    """The words of captions, each by its key. A table's becomes a paragraph before it."""
    found = {key_of(words_of(caption)) for caption in root.iter("figcaption", "caption")} - {""}
    for caption in list(root.iter("caption")):
        table, words = caption.getparent(), clean(words_of(caption))
        remove(caption)
        if table is not None and table.getparent() is not None and words:
            paragraph = etree.Element("p")
            paragraph.text = words
            table.addprevious(paragraph)
    return found


def take_rubies(root: etree._Element) -> list[Ruby]:
    """The words of the page that have a reading, which is taken out of the text."""
    found: list[Ruby] = []
    for ruby in list(root.iter("ruby")):
        reading = "".join(words_of(rt) for rt in ruby.iter("rt")).strip()
        for part in [*ruby.iter("rt"), *ruby.iter("rp"), *ruby.iter("rtc")]:
            if part.getparent() is not None:
                remove(part)
        words = "".join(words_of(ruby).split())
        for part in [element for element in ruby.iter() if element is not ruby]:
            part.tag = "span"
        ruby.text, ruby[:] = words, []
        ruby.tag = "span"
        if words and reading:
            found.append(Ruby(_before(ruby), words, "".join(reading.split())))
    return found


def with_addresses(root: etree._Element, address: str | None) -> None:
    """Make the links of a page whole; those that are for scripts, and broken ones, are none."""
    given = next((element.get("href", "") for element in root.iter("base") if element.get("href")), "")
    base = _joined(address or "", given) or ""
    for link in root.iter("a"):
        href = (link.get("href") or "").strip()
        if href and not href.startswith("#"):
            whole = _joined(base, href)
            if whole is None:
                del link.attrib["href"]
            elif whole != link.get("href"):
                link.set("href", whole)


def remove(element: etree._Element) -> None:
    """Take an element out of its tree; the words after it stay."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    if element.tail and previous is not None:
        previous.tail = (previous.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _joined(base: str, address: str) -> str | None:
    try:
        whole = urljoin(base, address)
        return whole if urlsplit(whole).scheme in {"http", "https", "mailto", "ftp", ""} else None
    except ValueError:
        return None


def _before(element: etree._Element) -> str:
    previous = element.getprevious()
    parent = element.getparent()
    words = previous.tail if previous is not None else (parent.text if parent is not None else "")
    return "".join((words or "").split())[-8:]


def _doubled(holder: etree._Element) -> bool:
    """Whether words stand right in the element, and two line ends in a row between them."""
    for child in holder:
        following = child.getnext()
        empty = not (child.tail or "").strip() and following is not None and following.tag == "br"
        if child.tag == "br" and (empty or _INDENTED.match(child.tail or "")):
            return any(words.strip() for words in (holder.text or "", *(one.tail or "" for one in holder)))
    return False


def _divide(holder: etree._Element) -> None:
    children, words = list(holder), holder.text
    holder.text, holder[:] = None, []
    paragraph = _begin(holder, words)
    for index, child in enumerate(children):
        tail, child.tail = child.tail, None
        if child.tag == "br" and _ends(children, index, tail):
            paragraph = _begin(holder, tail) if (tail or "").strip() or len(paragraph) or paragraph.text else paragraph
        elif child.tag == "br" or local_name(child) in _INLINE:
            paragraph.append(child)
            child.tail = tail
        else:
            holder.append(child)
            paragraph = _begin(holder, tail)
    for empty in [p for p in holder if p.tag == "p" and not len(p) and not (p.text or "").strip()]:
        holder.remove(empty)


def _is_prose(words: str) -> bool:
    """Whether words that are printed as they stand are an article's, as in mails, and not code."""
    signs = sum(words.count(sign) for sign in "{}();=<>|_")
    return len(words) > 300 and signs < len(words) / 60 and bool(_EMPTY_LINE.search(words.strip()))


def _divide_lines(pre: etree._Element) -> None:
    """Empty lines divide paragraphs; within these only short lines end where they are printed to end."""
    parts, pre.text, pre.tag = _EMPTY_LINE.split((pre.text or "").strip("\n")), None, "div"
    for part in parts:
        lines = part.splitlines()
        wrapped = all(len(line) > _WRAPPED for line in lines[:-1])
        paragraph = _begin(pre, " ".join(lines) if wrapped else lines[0])
        for line in () if wrapped else lines[1:]:
            etree.SubElement(paragraph, "br").tail = line


def _begin(holder: etree._Element, words: str | None) -> etree._Element:
    paragraph = etree.SubElement(holder, "p")
    paragraph.text = words
    return paragraph


def _ends(children: list[etree._Element], index: int, tail: str | None) -> bool:
    """Whether a line end is one of two in a row, with nothing between them, or the next line is indented."""
    if _INDENTED.match(tail or ""):
        return True
    before = children[index - 1] if index else None
    follows = children[index + 1] if index + 1 < len(children) else None
    blank = not (tail or "").strip()
    return (blank and follows is not None and follows.tag == "br") or (
        before is not None and before.tag == "br" and not (before.tail or "").strip()
    )


def _places(text: str, rubies: Iterable[Ruby]) -> Iterator[tuple[int, int, str]]:
    """Where the words stand in the article's text, in order, with their readings."""
    place = 0
    for ruby in rubies:
        form = r"\s*".join(map(re.escape, ruby.before + ruby.words))
        match = re.compile(form).search(text, place) if len(form) < 2_000 else None
        if match:
            place = match.end()
            yield place - len(ruby.words), place, ruby.reading


def with_rubies(flowed: Flowed, rubies: Iterable[Ruby]) -> Flowed:
    """The text with the readings at their words."""
    readings = (Mark(MarkKind.RUBY, Span(start, end), reading) for start, end, reading in _places(flowed.text, rubies))
    marks = sorted((*flowed.marks, *readings), key=lambda mark: (mark.span.start, -mark.span.end))
    return replace(flowed, marks=tuple(marks))
