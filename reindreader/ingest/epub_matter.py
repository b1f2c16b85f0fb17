"""What of an EPUB is about the book rather than of it: title page, copyright page, contents; and the pages of its print edition.

EPUB 3.3, 5.4 and the EPUB Structural Semantics Vocabulary; EPUB 2.0.1 OPF, 2.6 (``guide``).
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from reindreader.ingest.html_flow import Flow, Flowed
from reindreader.ingest.html_tree import local_name, role_of, words_of
from reindreader.model.text import Block, BlockKind

MATTER = frozenset(
    ["titlepage", "halftitlepage", "title-page", "half-title-page", "copyright-page", "toc", "landmarks", "loi", "lot", "page-list"]
)  # fmt: skip
"""Kinds of parts, as the vocabulary and EPUB 2's guide call them."""

_LONGEST = 8_000
"""Letters: a longer part holds more than that page."""
_ABSTRACT = 200
_RIGHTS = re.compile(
    r"©|\(c\)|copyright|isbn|all rights|droits|rechte|derechos|direitos|版權|版权|著作権", re.IGNORECASE
)
_LINKED = 0.8
_KEPT = frozenset({BlockKind.IMAGE, BlockKind.CAPTION, BlockKind.FOOTNOTE})
_OPS = "http://www.idpf.org/2007/ops"


def is_matter(root: etree._Element, named: str, chapters: frozenset[str]) -> bool:
    """Whether a part is such a page. ``named``: as the package calls it; ``chapters``: the last parts of the names of all."""
    words = words_of(root)
    if len(words) > _LONGEST:
        return False
    body = next((e for e in root.iter() if local_name(e) == "body"), root)
    outer = [body, *([only] if (only := _only_child(body)) is not None else [])]
    kinds = {kind for element in outer for kind in role_of(element).replace("doc-", "").split()} | {named}
    return bool(kinds & MATTER) or _is_list_of_links(body, chapters)


def _only_child(body: etree._Element) -> etree._Element | None:
    children = [child for child in body if local_name(child)]
    return children[0] if len(children) == 1 and not (body.text or "").strip() else None


def _is_list_of_links(body: etree._Element, chapters: frozenset[str]) -> bool:
    """Whether nearly all words lead to parts of the book."""
    links = [a for a in body.iter("{*}a") if (a.get("href") or "").partition("#")[0].rpartition("/")[2] in chapters]
    letters, linked = _letters(words_of(body)), sum(_letters(words_of(a)) for a in links)
    return len(links) > 1 and linked >= _LINKED * (letters - 20)


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def as_furniture(flow: Flow, root: etree._Element) -> Flowed:
    """The text of such a page, with nothing of it the book's but an abstract between title and rights."""
    own = Flow(picture_of=flow.picture_of)
    own.add(root)
    found = own.done()
    rights = bool(_RIGHTS.search(found.text))
    blocks = (b if _is_kept(b, rights=rights) else replace(b, kind=BlockKind.FURNITURE, level=0) for b in found.blocks)
    return replace(found, blocks=tuple(blocks))


def _is_kept(block: Block, *, rights: bool) -> bool:
    return block.kind in _KEPT or (not rights and block.kind is BlockKind.PARAGRAPH and len(block.span) > _ABSTRACT)


def mark_pages(root: etree._Element, chapter: str, pages: Mapping[str, str]) -> None:
    """Mark where printed pages begin of which only the list of pages tells. ``pages``: labels by part and ``id``."""
    for element in [e for e in root.iter("{*}*") if e.get("id") and f"{chapter}#{e.get('id')}" in pages]:
        if "pagebreak" not in role_of(element):
            _insert_before(element, pages[f"{chapter}#{element.get('id')}"])
    body = next((e for e in root.iter() if local_name(e) == "body"), None)
    if chapter in pages and body is not None:
        mark = _page(pages[chapter])
        mark.tail, body.text = body.text, None
        body.insert(0, mark)


def _insert_before(element: etree._Element, label: str) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.insert(parent.index(element), _page(label))


def _page(label: str) -> etree._Element:
    return etree.Element("span", {f"{{{_OPS}}}type": "pagebreak", "title": label})
