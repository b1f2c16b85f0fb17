"""CSL's XML as small elements that know their line; read once, when a style or a locale is compiled."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from .errors import StyleError

CSL_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


class Element:
    """One element: local name, attributes (`xml:lang` as "lang"), child elements, own text, and line from 1."""

    __slots__ = ("attrs", "kids", "line", "tag", "text")

    def __init__(self, tag: str, attrs: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attrs = attrs
        self.line = line
        self.kids: list[Element] = []
        self.text = ""

    def get(self, name: str, default: str = "") -> str:
        """The attribute's value, or `default`."""
        return self.attrs.get(name, default)

    def first(self, tag: str) -> Element | None:
        """The first child of that name, None if there is none."""
        return next((kid for kid in self.kids if kid.tag == tag), None)

    def all(self, tag: str) -> Iterator[Element]:
        """All children of that name, in order."""
        return (kid for kid in self.kids if kid.tag == tag)

    def error(self, what: str) -> StyleError:
        """A StyleError at this element's line."""
        return StyleError(f"<{self.tag}>: {what}", self.line)


class _Builder:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.stack: list[Element] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.data
        self.parser.EntityDeclHandler = self.entity

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if any(" " in key for key in attributes):
            attributes = {key.removeprefix(_XML_NAMESPACE + " "): value for key, value in attributes.items()}
        element = Element(tag, attributes, self.parser.CurrentLineNumber)
        if namespace not in (CSL_NAMESPACE, ""):
            element.tag = f"{namespace} {tag}"
        if self.stack:
            self.stack[-1].kids.append(element)
        else:
            self.root = element
        self.stack.append(element)

    def end(self, _name: str) -> None:
        self.stack.pop()

    def data(self, text: str) -> None:
        if self.stack:
            self.stack[-1].text += text

    def entity(self, name: str, *_rest: object) -> None:
        raise StyleError(f"entity {name} is declared; CSL has no use for entities", self.parser.CurrentLineNumber)


def parse(text: str) -> Element:
    """The root element of a style's or locale's text. Raises StyleError with the line where it is not well-formed."""
    builder = _Builder()
    try:
        builder.parser.Parse(text.lstrip("\ufeff \t\r\n").encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise StyleError(f"not well-formed XML: {expat.ErrorString(error.code)}", error.lineno) from None
    except UnicodeDecodeError as error:
        raise StyleError(f"not readable as text: {error.reason}") from None
    if builder.root is None:
        raise StyleError("no XML element")
    return builder.root
