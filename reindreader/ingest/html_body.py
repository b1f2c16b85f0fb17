"""Which part of a web page is the article: trafilatura's choice, for huge pages resiliparse's.

Trafilatura 2 gives a tree in the names of TEI; it is turned back into HTML so that one walker serves all formats.
"""

import copy
import re

from lxml import etree, html

from reindreader.ingest.html_extracting import extracted
from reindreader.ingest.html_margins import key_of
from reindreader.ingest.html_tree import words_of

HUGE, MANY = 3_000_000, 100_000
"""Characters and tags: a page of more goes to the faster reader."""

_CONTROLS = bytes.maketrans(bytes((*range(9), 11, 12, *range(14, 32))), b" " * 29)
"""What no tree may hold (XML 1.0, 2.2), each as a blank."""
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])|x0*(?:[0-8bcef]|1[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef]))(?:;|(?![0-9a-f]))",
    re.IGNORECASE,
)
"""The same, by number."""
_LONG = 1_000_000
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"]{1000000,}"|'[^']{1000000,}')""")
_NESTED = re.compile(
    r"<(div|span|font|section|article|blockquote|center|b|i|u|em|strong|small|big|sub|sup|table|ul|ol|dl|main)(?:\s[^<>]*)?(?<!/)>"
    r"(?:\s*<\1(?:\s[^<>]*)?(?<!/)>){50,}",
    re.IGNORECASE,
)
_NAMES = {
    "quote": "blockquote",
    "list": "ul",
    "item": "li",
    "lb": "br",
    "row": "tr",
    "cell": "td",
    "graphic": "img",
    "ref": "a",
    "del": "s",
}
_PARAGRAPHS = ("p", "li", "blockquote", "h2", "h3", "h4", "pre")
_RENDERED = {"#b": "b", "#i": "i", "#u": "u", "#t": "code", "#sub": "sub", "#sup": "sup"}


def body_of(tree: etree._Element, url: str | None = None) -> etree._Element | None:
    """The article's part of a page as HTML elements, None where none was found. The page's own tree is kept."""
    body = extracted(tree, url, marked=True)
    if body is not None and any(child.tag in {"ref", "hi"} for child in body):
        # Links and emphasis have torn paragraphs apart, which happens where only <br> divides them.
        body = extracted(tree, url, marked=False)
    if body is None:
        return None
    paragraphs = _paragraphs_within(tree, words_of(body)) if [child.tag for child in body] == ["p"] else []
    if paragraphs:
        body[:] = paragraphs
        return body
    for element in body.iter():
        _rename(element)
    _restore_lists(tree, body)
    return body


def _restore_lists(tree: etree._Element, body: etree._Element) -> None:
    """Put back the lists that stand between two paragraphs of the body: its reader drops short ones."""
    missing = [
        (key_of(words_of(before)), one)
        for one in tree.iter("ul", "ol")
        if (before := _paragraph_before(one)) is not None
    ]
    if not missing:
        return
    kept = {key_of(words_of(paragraph)): paragraph for paragraph in body.iter("p")}
    items = {_letters(words_of(item)) for item in body.iter("li")}
    for key, one in reversed(missing):
        paragraph = kept.get(key)
        following = next((below for below in one.itersiblings() if below.tag not in {"h2", "h3", "h4"}), None)
        known = following is not None and key_of(words_of(following)) in kept
        if paragraph is not None and known and not any(_letters(words_of(item)) in items for item in one.iter("li")):
            again = copy.deepcopy(one)
            again.tail, paragraph.tail = paragraph.tail, None
            paragraph.addnext(again)


def _paragraph_before(one: etree._Element) -> etree._Element | None:
    """The paragraph right above a list that is text, and no list of links."""
    before = one.getprevious()
    if before is None or before.tag != "p" or one.getnext() is None:
        return None
    plain = any(_letters(words_of(item)) != _letters("".join(map(words_of, item.iter("a")))) for item in one.iter("li"))
    return before if plain else None


def _paragraphs_within(tree: etree._Element, words: str) -> list[etree._Element]:
    """The page's own paragraphs where the reader of short articles took all their words as one, [] where it did not."""
    whole = _letters(words)
    found: list[etree._Element] = []
    place = 0
    for element in tree.iter(*_PARAGRAPHS):
        own = _letters(words_of(element))
        start = whole.find(own, place) if own and element.find(".//p") is None else -1
        if start >= 0 and own:
            found.append(element)
            place = start + len(own)
    covered = sum(len(_letters(words_of(element))) for element in found)
    return [copy.deepcopy(element) for element in found] if len(found) > 1 and covered > len(whole) / 2 else []


def _letters(words: str) -> str:
    return "".join(words.split())


def huge_body(tree: etree._Element) -> etree._Element | None:
    """The same by resiliparse, in linear time; from the tree, whose depth has a limit (a page's own stalls it)."""
    markup = etree.tostring(tree, method="html", encoding="unicode")
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415  only the worker needs it

    words = extract_plain_text(markup, preserve_formatting="minimal_html", main_content=True, alt_texts=False)
    return parsed(words) if words.strip() else None


def parsed(markup: str) -> etree._Element | None:
    """The tree of a page, None where there is not one element. Nothing is fetched, no entity of a DTD is expanded.

    Control characters are left out, for a tree that holds them cannot be changed; so are values without end. Where the parser
    gives up, which it does at a depth of 256, elements that only hold the next one of their kind are left out as well.
    """
    markup = _REFERENCE.sub(" ", markup) if "&#" in markup else markup
    markup = _NO_CHARACTER.sub(" ", markup) if "\ufffe" in markup or "\uffff" in markup else markup
    markup = _LONG_VALUE.sub('=""', markup) if len(markup) > _LONG else markup
    root, whole = _parsed(markup)
    return root if whole else _parsed(_NESTED.sub(r"<\1>", markup))[0]


def _parsed(markup: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether the parser came to the end."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False)
    data = markup.encode("utf-8", "replace").translate(_CONTROLS)
    try:
        root: etree._Element | None = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    return root, not parser.error_log.filter_from_fatals()


def _rename(element: etree._Element) -> None:
    tag = element.tag
    if tag == "head":
        rend = element.get("rend", "h2")
        element.tag = rend if rend in {"h1", "h2", "h3", "h4", "h5", "h6"} else "h2"
    elif tag == "hi":
        element.tag = _RENDERED.get(element.get("rend", ""), "span")
    elif isinstance(tag, str):
        element.tag = _NAMES.get(tag, tag)
        parent = element.getparent()
        if tag == "code" and parent is not None and parent.tag != "pre" and "\n" in words_of(element).strip():
            element.tag = "pre"
        if tag == "ref" and element.get("target"):
            element.set("href", element.get("target", ""))
