"""OpenDocument's elements to HTML's, so that one walker makes blocks and marks of both."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from reindreader.ingest.html_tree import local_name, words_of

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"

_NAMES = {
    "p": "p", "list": "ul", "list-item": "li", "list-header": "li", "line-break": "br", "a": "a", "table": "table", "table-row": "tr",
    "table-cell": "td", "covered-table-cell": "td", "section": "div", "ruby": "ruby", "ruby-base": "span", "ruby-text": "rt",
    "text-box": "div", "frame": "span", "body": "body", "text": "div",
}  # fmt: skip
"""Elements by HTML's name; others become ``span``."""
_DROPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "note-citation", "note-body", "object",
     "alphabetical-index-mark", "bookmark", "table-of-content", "illustration-index", "automatic-styles", "font-face-decls", "scripts",
     "variable-decls", "user-field-decls", "desc"}
)  # fmt: skip
_FIRST = 40
"""Paragraphs in which a byline stands."""
_QUOTED = ("quot", "block_20_text", "zitat")


@dataclass(slots=True)
class _Styles:
    """``marks``: a style's inline elements; ``parents``: the style that a style is made from."""

    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)

    def chain(self, style: str) -> list[str]:
        """A style and those that it comes from."""
        names = [style]
        while (style := self.parents.get(style, "")) and style not in names:
            names.append(style)
        return names

    def named(self, style: str) -> str:
        """The same as words in small letters."""
        return " ".join(self.chain(style)).casefold()


@dataclass(slots=True)
class _Notes:
    items: list[etree._Element] = field(default_factory=list)


def html_of(content: etree._Element, styles: etree._Element | None) -> etree._Element:
    """The body of a document as HTML's elements, the notes at its end."""
    known = _styles_of(root for root in (styles, content) if root is not None)
    body = next((element for element in content.iter() if local_name(element) == "body"), content)
    notes = _Notes()
    result = etree.Element("body")
    _append(result, body, known, notes)
    result.extend(notes.items)
    return result


def styled(content: etree._Element, styles: etree._Element | None) -> Iterator[tuple[str, str]]:
    """The first paragraphs, each with the names of its style and of those that this is made from."""
    known = _styles_of(root for root in (styles, content) if root is not None)
    paragraphs = (e for e in content.iter("{*}p") if e.get(f"{_TEXT}style-name"))
    for paragraph in islice(paragraphs, _FIRST):
        for style in known.chain(paragraph.get(f"{_TEXT}style-name", "")):
            yield from ((style.replace("_20_", " "), line) for line in _lines(paragraph))


def _lines(paragraph: etree._Element) -> list[str]:
    return [" ".join(line.split()) for line in "".join(_printed(paragraph)).splitlines()]


def _printed(element: etree._Element) -> Iterator[str]:
    """The words of an element, a line end where it breaks a line."""
    yield {"line-break": "\n", "tab": " ", "s": " "}.get(local_name(element), "")
    yield element.text or ""
    for child in element:
        yield from _printed(child) if local_name(child) not in _DROPPED else ()
        yield child.tail or ""


def _styles_of(roots: Iterator[etree._Element]) -> _Styles:
    known = _Styles()
    for style in (element for root in roots for element in root.iter() if local_name(element) == "style"):
        name = style.get(f"{_STYLE}name", "")
        known.parents[name] = style.get(f"{_STYLE}parent-style-name", "")
        for properties in style:
            if local_name(properties) == "text-properties":
                known.marks[name] = tuple(_marks(properties))
    return known


def _marks(properties: etree._Element) -> Iterator[str]:
    if properties.get(f"{_FO}font-style") in {"italic", "oblique"}:
        yield "em"
    if properties.get(f"{_FO}font-weight") in {"bold", "600", "700", "800", "900"}:
        yield "strong"
    position = properties.get(f"{_STYLE}text-position", "")
    if position.startswith(("super", "sub")):
        yield "sub" if position.startswith("sub") else "sup"


def _append(parent: etree._Element, source: etree._Element, known: _Styles, notes: _Notes) -> None:
    """The content of ``source`` as children of ``parent``."""
    _add_words(parent, source.text)
    for child in source:
        tag = local_name(child)
        if tag == "note":
            _note(parent, child, known, notes)
        elif tag in {"s", "tab"}:
            _add_words(parent, " ")
        elif tag == "image":
            etree.SubElement(parent, "img", {"src": child.get(_HREF, ""), "alt": _alternative(source)})
        elif tag and tag not in _DROPPED and not (tag == "title" and local_name(source) == "frame"):
            _element(parent, child, tag, known, notes)
        _add_words(parent, child.tail)


def _alternative(frame: etree._Element) -> str:
    """What a picture's frame says that it shows: its title or its description."""
    named = {local_name(child): words_of(child) for child in frame if local_name(child) in {"title", "desc"}}
    return " ".join((named.get("title") or named.get("desc") or "").split())


def _element(parent: etree._Element, source: etree._Element, tag: str, known: _Styles, notes: _Notes) -> None:
    style = source.get(f"{_TEXT}style-name", "")
    for name, attributes in _elements(source, tag, style, known):
        parent = etree.SubElement(parent, name, attributes)
    _append(parent, source, known, notes)


def _elements(source: etree._Element, tag: str, style: str, known: _Styles) -> list[tuple[str, dict[str, str]]]:
    """HTML's elements for one of OpenDocument's, from outside in."""
    named = known.named(style) if style else ""
    own: dict[str, str] = {}
    if tag == "h":
        level = source.get(f"{_TEXT}outline-level", "1")
        return [(f"h{level}" if level in "123456" else "h6", {})]
    if tag == "p" and any(name == "title" for name in named.split()):
        return [("h1", {"data-level": "0"})]
    if tag == "p" and "subtitle" in named.split():
        return [("h2", {})]
    if tag == "p" and any(word in named for word in _QUOTED):
        return [("blockquote", {}), ("p", {})]
    if tag == "a":
        own = {"href": source.get(_HREF, "")}
    marks = known.marks.get(style, ()) if tag == "span" else ()
    return [(_NAMES.get(tag, "span"), own), *((mark, {}) for mark in marks)]


def _note(parent: etree._Element, note: etree._Element, known: _Styles, notes: _Notes) -> None:
    citation = next((words_of(e) for e in note if local_name(e) == "note-citation"), "").strip()
    label = citation or str(len(notes.items) + 1)
    reference = etree.SubElement(parent, "a", {"href": f"#fn{label}", "role": "doc-noteref"})
    reference.text = label
    body = next((e for e in note if local_name(e) == "note-body"), None)
    item = etree.Element("div", {"role": "doc-footnote", "data-label": label})
    if body is not None:
        _append(item, body, known, notes)
    notes.items.append(item)


def _add_words(parent: etree._Element, words: str | None) -> None:
    if not words:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
