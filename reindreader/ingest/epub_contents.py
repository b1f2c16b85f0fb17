"""The lists of an EPUB: its contents, its landmarks and the pages of its print edition (EPUB 3.3, 7; NCX of EPUB 2)."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_tree import local_name, role_of, words_of
from reindreader.ingest.zips import Parts


def each(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name, in small letters."""
    return (element for element in root.iter() if local_name(element) == name)


def resolved(base: str, href: str) -> str:
    """The name of the part that an address in the part ``base`` is of."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.partition("#")[0])))


@dataclass(frozen=True, slots=True)
class Contents:
    """``labels``: what the contents call a part; ``kinds``: what the landmarks say that it is; ``pages``: labels of printed
    pages by part, or part and ``id`` (``a.xhtml#p9``)."""

    labels: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Parts, path: str, items: Iterable[etree._Element]) -> "Contents":
        """Of the package at the path."""
        contents = cls()
        for item in items:
            own = resolved(path, item.get("href", ""))
            if "nav" in (item.get("properties") or "").split():
                contents._read_nav(parts.xml(own), own)
            elif item.get("media-type") == "application/x-dtbncx+xml":
                contents._read_ncx(parts.xml(own), own)
        return contents

    def _read_nav(self, root: etree._Element | None, own: str) -> None:
        navs = list(each(root, "nav")) if root is not None else []
        for nav in navs or ([root] if root is not None else []):
            kinds = role_of(nav).replace("doc-", "").split()
            for link in each(nav, "a"):
                href, label = link.get("href", ""), clean(words_of(link))
                if "page-list" in kinds or "pagelist" in kinds:
                    self._page(own, href, label)
                elif "landmarks" in kinds:
                    self.kinds.setdefault(resolved(own, href), (role_of(link).split() or [""])[0])
                elif label:
                    self.labels.setdefault(resolved(own, href), label)

    def _read_ncx(self, root: etree._Element | None, own: str) -> None:
        if root is None:
            return
        for name in ("navpoint", "pagetarget"):
            for point in each(root, name):
                label, content = next(each(point, "text"), None), next(each(point, "content"), None)
                words = clean(words_of(label)) if label is not None else ""
                if content is None or not words:
                    continue
                if name == "pagetarget":
                    self._page(own, content.get("src", ""), words)
                else:
                    self.labels.setdefault(resolved(own, content.get("src", "")), words)

    def _page(self, own: str, href: str, label: str) -> None:
        place = href.partition("#")[2]
        if label and len(label) < 20:
            self.pages.setdefault(resolved(own, href) + (f"#{place}" if place else ""), label)
