"""Who a page shows as its author or translator: elements that their relation, class or address calls so, and such as
need a second sign."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from reindreader.ingest.html_facts import Fact, in_margin
from reindreader.ingest.html_shown import BYLINE, ELEMENTS, MARKED, TRANSLATOR, Shown, called, path_of, shown_words
from reindreader.ingest.html_signed import signed_facts

_NOTES = re.compile(
    r"(?:^|[\s_-])(?:meta(?:data)?|info|postmetadata|details?|date-?line|submitted|posted|published)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OTHER_TIMES = re.compile(r"event|start|begin|updat|modif|chang|duration|reading|expir|deadline", re.IGNORECASE)
"""How a time is called that is not of publication."""
_BY = re.compile(
    r"(?:^|\s)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor)\s+(?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s(?:(?:van|von|de|der|den|di|da|la|le|al)\s)*[A-ZÀ-Þ][\w.’'-]*){1,3})"
    r"(?=$|\s+(?:on|for|in|at|am|le|el|il|op|um|to|under)\s|\s*[|•·,–—-])"
)
"""A name behind the word for "by", with a date, a section or nothing behind it."""


def byline_facts(root: etree._Element, addresses: Iterable[str] = ()) -> Iterator[Fact]:
    """Whom the page shows: as its author ("byline"), and as its translator.

    ``addresses``: of the author, where the page declares no name; what links there is one. Of elements that a class
    calls bylines only the first after the page's heading counts, with the names beside it: further down are other
    articles.
    """
    paths = {path for address in addresses if (path := path_of(address))}
    found = [(*own, element) for element in root.iter(*ELEMENTS) if (own := called(element, paths))]
    page = Shown(root)
    for role in (BYLINE, TRANSLATOR):
        marked = [(where, element) for own, where, element in found if own == role and page.fits(element)]
        for where, element in page.first(marked):
            yield Fact(role, shown_words(element), where)
        if role == BYLINE and not marked:
            yield from _named_in_notes(root, page)
    yield from signed_facts(page, [one for one in found if one[0] not in MARKED])
    yield from _time_below_heading(root, page)


def _time_below_heading(root: etree._Element, page: Shown) -> Iterator[Fact]:
    """The only time of day or date that stands between the heading and the body, for a page that marks none as its own."""
    shown = [time for time in root.iter("time") if page.above_body(time) and not in_margin(time)]
    if len(shown) == 1 and shown[0].get("datetime") and not _OTHER_TIMES.search(_attributes(shown[0])):
        yield Fact("date", shown[0].get("datetime", ""), "time[datetime]")


def _attributes(element: etree._Element) -> str:
    around = (element, *islice(element.iterancestors(), 2))
    return " ".join(one.get(name) or "" for one in around for name in ("class", "id", "itemprop", "itemtype"))


def _named_in_notes(root: etree._Element, page: Shown) -> Iterator[Fact]:
    """Whom the first line of notes on the article names behind "by", where no part of it is called a byline."""
    for element in root.iter("p", "div", "span", "ul"):
        words = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(words) > 3 and _NOTES.search(words) and page.fits(element) and page.is_below_heading(element):
            named = _BY.search(shown_words(element))
            if named:
                yield Fact(BYLINE, named["name"], f"[class={words.split(maxsplit=1)[0]}]")
                return
