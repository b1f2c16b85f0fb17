"""What elements of HTML are, and the words in them: the tables and questions that readers of web pages share."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from reindreader.model.text import BlockKind, MarkKind

SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "math", "iframe", "object",
     "form", "button", "input", "select", "textarea", "nav", "rt", "rp", "audio", "video", "canvas"}
)  # fmt: skip
"""Elements without words of the article."""

BLOCK_TAGS: dict[str, BlockKind | None] = {
    **dict.fromkeys(("p", "div", "section", "article", "main", "body", "html", "ul", "ol", "dl", "dt", "dd", "figure"), None),
    **dict.fromkeys(("header", "footer", "aside", "address", "hr", "details", "summary", "center", "pre"), None),
    "blockquote": BlockKind.QUOTATION,
    "li": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}  # fmt: skip
"""Elements that begin a block, and its kind; None: that of the element around."""

MARK_TAGS: dict[str, MarkKind] = {
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "dfn": MarkKind.EMPHASIS,
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "sup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
    "code": MarkKind.CODE,
    "a": MarkKind.LINK,
    "ruby": MarkKind.RUBY,
}

_CELL = 200
"""Characters in a table of one row: a longer cell is the column of a page."""
_TYPE = "{http://www.idpf.org/2007/ops}type"


def words_of(element: etree._Element) -> str:
    """All the words in an element, as they stand."""
    return "".join(str(part) for part in element.itertext())


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace, in small letters; "" for a comment or an instruction."""
    return _local(element.tag)


@lru_cache(maxsize=1_024)
def _local(tag: object) -> str:
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def role_of(element: etree._Element) -> str:
    """What EPUB and ARIA say that the element is."""
    return f"{element.get(_TYPE) or element.get('epub:type') or ''} {element.get('role') or ''}"


def is_hidden(element: etree._Element) -> bool:
    """Whether the element says itself that it is not shown."""
    style = element.get("style", "").replace(" ", "")
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def is_data_table(table: etree._Element) -> bool:
    """A table of one column, or with tables or many paragraphs in it, only lays the page out."""
    rows = list(named(table, "tr"))
    widest = max((sum(local_name(cell) in {"td", "th"} for cell in row) for row in rows), default=0)
    nested = any(True for child in table.iter() if child is not table and local_name(child) == "table")
    longest = max((len(words_of(cell)) for row in rows for cell in row), default=0)
    return widest > 1 and not nested and longest < (1_000 if len(rows) > 1 else _CELL)


def named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name, in an element."""
    return (child for child in element.iter() if local_name(child) == name)


def spaced_words(element: etree._Element) -> Iterator[str]:
    """The words in an element that a reader sees, with a blank where a block or a line ends."""
    if local_name(element) in SKIPPED or not local_name(element):
        return
    yield element.text or ""
    for child in element:
        yield from spaced_words(child)
        yield child.tail or ""
    if local_name(element) in BLOCK_TAGS or local_name(element) == "br":
        yield " "
