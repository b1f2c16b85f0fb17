"""All that a page declares, the most trusted sources of each fact first."""

import re

from lxml import etree

from reindreader.ingest.html_bylines import byline_facts
from reindreader.ingest.html_claims import without_tail
from reindreader.ingest.html_facts import (
    Fact,
    heading_of,
    item_facts,
    link_facts,
    meta_facts,
    page_title,
    time_facts,
)
from reindreader.ingest.html_jsonld import jsonld_facts

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
    heading, title = heading_of(root) or "", page_title(root) or ""
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


def _same_words(one: str, other: str) -> bool:
    """Whether two titles differ in quotation marks, dashes and spaces at most."""
    return bool(other) and re.sub(r"[\W_]+", "", one).casefold() == re.sub(r"[\W_]+", "", other).casefold()
