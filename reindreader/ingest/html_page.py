"""All that a page declares, the most trusted sources of each fact first."""

import re
from urllib.parse import urlsplit

from lxml import etree

from reindreader.ingest.html_bylines import byline_facts
from reindreader.ingest.html_claims import without_tail
from reindreader.ingest.html_facts import (
    Fact,
    heading_of,
    heading_words,
    item_facts,
    link_facts,
    meta_facts,
    page_title,
    time_facts,
)
from reindreader.ingest.html_jsonld import jsonld_facts

_NO_TITLE = re.compile(
    r"untitled(?: (?:document|page))?|new page(?: \d+)?|document|home ?page|index(?:\.html?)?|page title|title|无标题文档|無標題文件|無題|제목 없음|"
    r"unbenanntes dokument|document sans (?:titre|nom)|documento (?:sin|senza) t[ií]tulo|без названия|name of your page",
    re.IGNORECASE,
)
"""What programs put in place of a title."""
_UNSURE = ("meta[name=title", "[itemprop")
"""Where titles come from that confirm no heading: the heading itself, and tags that copy the page's ``title``."""


def page_facts(root: etree._Element) -> list[Fact]:
    """All that a page declares, the most trusted sources of each fact first."""
    facts = [*meta_facts(root), *link_facts(root), *time_facts(root)]
    structured = [*jsonld_facts(root), *item_facts(root)]
    later = {"title", "url"}
    titles = _titles(root, [fact for fact in (*facts, *structured) if fact.name == "title"])
    first = [fact for fact in structured if fact.name not in later]
    rest = [
        fact for fact in (*facts, *structured) if fact.name != "title" and (fact.name == "url" or fact not in first)
    ]
    addresses = [fact.value for fact in (*first, *rest) if fact.name == "author" and fact.value.startswith("http")]
    return [*titles, *first, *rest, *byline_facts(root, addresses)]


def _titles(root: etree._Element, given: list[Fact]) -> list[Fact]:
    """A page's titles, the most trusted first: its heading, where another source confirms it.

    Of a page without such a heading it is what meta tags give. Where these give none, a heading counts most if the
    page's ``title`` begins or ends with it: others are a section's or the outlet's.
    """
    title = page_title(root) or ""
    title = "" if _NO_TITLE.fullmatch(title) else title
    heading = titled_heading(root, title) or heading_of(root) or ""
    given = [fact for fact in given if not _is_shortened(fact.value, heading)]
    own = [Fact("title", heading, "h1")] if heading else []
    short = [Fact("title", without_tail(title), "title")] if title else []
    if any(_same_words(fact.value, heading) for fact in given if not fact.where.startswith(_UNSURE)):
        return [*own, *given, *short]
    if any(fact.where.startswith("meta") for fact in given):
        return [*given, *own, *short]
    folded = title.casefold()
    if heading and folded.startswith(heading.casefold()) | folded.endswith(heading.casefold()):
        return [*own, *given, *short]
    return [*given, *short, *own]


def titled_heading(root: etree._Element, title: str) -> str | None:
    """Of several headings that the page's ``title`` is made of, the article's: the outlet's leads home, or is shorter."""
    parts = {part.strip().casefold() for part in re.split(r"\s[|｜·•–—»:-]+\s|:\s|[|｜_»]", title)}
    found: dict[str, bool] = {}
    for heading in root.iter("h1", "h2", "h3"):
        words = heading_words(heading)
        if words.casefold() in parts:
            found[words] = found.get(words, False) or _leads_home(heading)
    return max(found, key=lambda words: (not found[words], len(words))) if len(found) > 1 else None


def _leads_home(heading: etree._Element) -> bool:
    links = [one for one in (*heading.iter("a"), heading.getparent()) if one is not None and one.get("href")]
    return any(urlsplit(link.get("href", "")).path in {"", "/"} for link in links)


def _is_shortened(title: str, heading: str) -> bool:
    """Whether a title is the beginning of the heading, cut short."""
    stem = title.rstrip(" .…")
    return stem != title and len(stem) > 8 and heading != title and heading.startswith(stem)


def _same_words(one: str, other: str) -> bool:
    """Whether two titles differ in quotation marks, dashes and spaces at most."""
    return bool(other) and re.sub(r"[\W_]+", "", one).casefold() == re.sub(r"[\W_]+", "", other).casefold()
