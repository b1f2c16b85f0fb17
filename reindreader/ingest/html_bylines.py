"""Who a page shows as its author or translator: elements that their relation, class or address calls so."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from lxml import etree

from reindreader.ingest.html_facts import Fact, clean, in_margin
from reindreader.ingest.html_tree import SKIPPED, local_name

REL_AUTHOR = "[rel=author]"
LONGEST = 100
"""Characters of a byline."""

_ELEMENTS = (
    "a", "span", "div", "p", "address", "li", "cite", "strong", "h2", "h3", "h4", "h5", "em", "i", "b", "dd", "small", "section", "header", "ul", "ol", "dl",
)  # fmt: skip
_NAMING = ("class", "id", "data-testid", "data-qa", "data-component", "data-type")
"""Attributes in which pages say what an element is for."""
_PART = r"s?(?:[-_]*(?:[Nn]ames?|nombre|nome?|naam|[Ll]inks?|[Tt]itle|[Tt]ext|[Cc]ontent|[Ll]ine|[Ii]nfo|[Ww]rap(?:per)?|[Bb]lock|fn))*(?:$|\s|--)"
_BYLINES = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:[Bb]y[-_]?[Ll]ine|[Aa]ut(?:h)?or(?:e|es|en|i)?|auteur|[Ww]riter|[Rr]eporter|[Jj]ournalist|columnist|"
    r"[Cc]ontributor|firma|signature|verfasser|forfatter|forfattare|skribent|kirjoittaja|yazar|penulis|autorzy|avtor|szerzo|zuozhe|"
    rf"written-?by|posted-?by){_PART}"
)
_TRANSLATORS = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:[Tt]ranslator|traducteur|traductrice|traductora?|tradutora?|traduttore|traduttrice|"
    rf"[Uu](?:e)?bersetzer(?:in)?|vertaler|t[lł]umacz|perevodchik|cevirmen|yizhe|translated-?by){_PART}"
)
_NO_BYLINE = re.compile(
    r"comment|avatar|bio|about|related|sidebar|share|social|follow|widget|img|image|icon|photo|credit|caption|role|job|"
    r"(?:author|byline|contributor)s?[-_]*(?:title|desc|location|affiliation|email)",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:^|[\s_-])(?:meta(?:data)?|info|postmetadata|details?|date-?line|submitted|posted|published)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:^|\s)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor)\s+(?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s(?:(?:van|von|de|der|den|di|da|la|le|al)\s)*[A-ZÀ-Þ][\w.’'-]*){1,3})"
    r"(?=$|\s+(?:on|in|at|am|le|el|il|op|um|to|under)\s|\s*[|•·,–—-])"
)
"""A name behind the word for "by", with a date, a section or nothing behind it."""
_HEADINGS = ("h2", "h3", "h4", "h5")


def byline_facts(root: etree._Element, addresses: Iterable[str] = ()) -> Iterator[Fact]:
    """Whom the page shows: as its author ("byline"), and as its translator.

    ``addresses``: of the author, where the page declares no name; what links there is one. Of elements that a class
    calls bylines only the first after the page's heading counts, with the names beside it: further down are other
    articles.
    """
    paths = {path for address in addresses if (path := _path(address))}
    shown = [(*called, element) for element in root.iter(*_ELEMENTS) if (called := _called(element, paths))]
    page = _Page(root)
    for name in ("byline", "translator"):
        found = [(where, element) for called, where, element in shown if called == name and page.fits(element)]
        for where, element in page.first(found):
            yield Fact(name, shown_words(element), where)
        if name == "byline" and not found:
            yield from page.named_in_notes()


class _Page:
    """A page's elements in their order, and where its heading stands among them."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._order = {element: place for place, element in enumerate(root.iter())}
        self._heading = next((self._order[h1] for h1 in root.iter("h1")), 0)

    def fits(self, element: etree._Element) -> bool:
        """Whether it is short enough, and of the page's own article."""
        words = shown_words(element)
        return 1 < len(words) <= LONGEST and not (_pictured(element) or in_margin(element) or self._teased(element))

    def first(self, found: Sequence[tuple[str, etree._Element]]) -> Iterator[tuple[str, etree._Element]]:
        """The first below the heading, and those beside it; of such within each other the innermost."""
        if not found:
            return
        _, first = min(found, key=lambda one: self._order[one[1]] < self._heading)
        outer = set().union(*(element.iterancestors() for _, element in found))
        around = [one for one in (first, *first.iterancestors()) if one is not self._root][:3]
        for where, element in found:
            if around[-1] in {element, *element.iterancestors()} and element not in outer:
                yield where, element

    def named_in_notes(self) -> Iterator[Fact]:
        """Whom the first line of notes on the article names behind "by", where no part of it is called a byline."""
        for element in self._root.iter("p", "div", "span", "ul"):
            called = f"{element.get('class') or ''} {element.get('id') or ''}"
            if (
                len(called) > 3
                and _NOTES.search(called)
                and self.fits(element)
                and self._order[element] > self._heading
            ):
                named = _BY.search(shown_words(element))
                if named:
                    yield Fact("byline", named["name"], f"[class={called.split(maxsplit=1)[0]}]")
                    return

    def _teased(self, element: etree._Element) -> bool:
        """Whether it stands with the linked heading of another article, below the page's own."""
        for around in element.iterancestors():
            own = [one for one in around.iter("h1", *_HEADINGS) if not _named(one, element)]
            if own:
                return all(_links(one) and self._order[one] > self._heading > 0 for one in own)
        return False


def _named(heading: etree._Element, element: etree._Element) -> bool:
    """Whether a heading is the byline, or that of another author."""
    return heading in (element, *element.iterancestors()) or any(_called(one, ()) for one in heading.iter(*_ELEMENTS))


def _links(heading: etree._Element) -> bool:
    around = (heading, *heading.iter("a"), heading.getparent())
    return any(local_name(one) == "a" and one.get("href") for one in around if one is not None)


def _called(element: etree._Element, paths: Container[str]) -> tuple[str, str] | None:
    """What the page calls an element, and by which of its attributes."""
    if "author" in (element.get("rel") or "").casefold().split():
        return "byline", REL_AUTHOR
    if paths and _path(element.get("href") or "") in paths:
        return "byline", "[href=author]"
    for attribute in _NAMING:
        own = element.get(attribute)
        called = _meaning(own.strip()) if own else None
        if own and called:
            return called, f"[{attribute}={own.split()[0]}]"
    return None


@lru_cache(maxsize=4_096)
def _meaning(words: str) -> str | None:
    if not words or len(words) >= 200 or _NO_BYLINE.search(words):
        return None
    return "byline" if _BYLINES.search(words) else "translator" if _TRANSLATORS.search(words) else None


def _pictured(element: etree._Element) -> bool:
    return any(local_name(parent) in {"figure", "figcaption"} for parent in element.iterancestors())


def _path(address: str) -> str:
    """The last two parts of an address's path, "" for those of no person."""
    try:
        parts = [part for part in urlsplit(address).path.casefold().split("/") if part]
    except ValueError:
        return ""
    return "/".join(parts[-2:]) if len(parts) > 1 else ""


def shown_words(element: etree._Element) -> str:
    """The words of an element, a line of the page as one line."""
    return "\n".join(line for words in "".join(_words(element)).split("\n") if (line := clean(words)))


def _words(element: etree._Element) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for child in element:
        name = local_name(child)
        if name == "br":
            yield "\n"
        elif name and name not in SKIPPED:
            yield _between(child, name)
            yield from _words(child)
            yield " "
        yield (child.tail or "").replace("\n", " ")


def _between(child: etree._Element, name: str) -> str:
    """What stands before an element: a line's end where it follows another one with nothing between them."""
    previous = child.getprevious()
    if previous is not None and name == local_name(previous) == "li":
        return ", "
    if previous is None or previous.tail or local_name(previous) == "br":
        return " "
    return ", " if name == local_name(previous) == "a" else "\n"
