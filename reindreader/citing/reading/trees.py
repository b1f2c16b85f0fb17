"""XML of bibliography files: read without fetching anything, and searched by local names."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element


def root_of(data: bytes) -> Element | None:
    """The tree of the bytes; None where they are no XML at all. What is broken further down is left out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def name_of(element: Element) -> str:
    """The local name; "" for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(element: Element | None) -> str:
    """The text of an element and all in it, one blank between two words."""
    return " ".join(whole_text(element).split()) if element is not None else ""


def whole_text(element: Element) -> str:
    """The text of an element and all in it, as it is."""
    return "".join(map(str, element.itertext()))


def line_of(element: Element) -> int:
    """Where an element begins, from 1."""
    line: int | None = element.sourceline  # type: ignore[assignment]
    return line or 1


def inside(element: Element, *path: str) -> Iterator[Element]:
    """The elements at the end of a path of local names."""
    if not path:
        yield element
        return
    for child in element:
        if name_of(child) == path[0]:
            yield from inside(child, *path[1:])


def first(element: Element, *path: str) -> str:
    """The words of the first element at the end of the path; "" where there is none."""
    return words(next(inside(element, *path), None))


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name; "" where there is none."""
    return next((str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def raw(element: Element) -> str:
    """The element as text."""
    return etree.tostring(element, encoding="unicode", with_tail=False)
