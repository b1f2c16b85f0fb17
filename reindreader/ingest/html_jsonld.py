"""What JSON-LD declares of an article (schema.org: CreativeWork, ``translator``, ``translationOfWork``, ``inLanguage``).

Only the page's own words are read: a context is never fetched.
"""

import html as markup
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from lxml import etree

from reindreader.ingest.html_facts import Fact, clean
from reindreader.ingest.html_names import FAMILY_NAME, ORGANISATION, PERSON
from reindreader.ingest.html_tree import words_of

ARTICLES: dict[str, str] = {
    "NewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper",
    "BackgroundNewsArticle": "article-newspaper",
    "ReviewNewsArticle": "article-newspaper",
    "Article": "",
    "BlogPosting": "post-weblog",
    "ScholarlyArticle": "article-journal",
    "MedicalScholarlyArticle": "article-journal",
    "TechArticle": "",
    "Report": "report",
    "Chapter": "chapter",
    "Book": "book",
    "Review": "",
    "WebPage": "",
    "CreativeWork": "",
}
"""The types that are articles, and the CSL type that each says it is; "" says none."""

_KEYS = (
    ("headline", "title"), ("datePublished", "date"), ("inLanguage", "language"), ("url", "url"), ("license", "license"),
    ("pageStart", "first-page"), ("pageEnd", "last-page"), ("pagination", "page"),
)  # fmt: skip
"""What an article's node says in plain words, by the names of facts."""
_PERIODICALS = frozenset({"Periodical", "Newspaper", "Book", "Magazine"})
_PEOPLE = ("author", "translator", "editor")
_CONTROLS = re.compile(r"[\x00-\x1f]")
_WRAPPED = re.compile(
    r"^\s*(?:<!--|(?://\s*|/\*\s*)?<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://\s*|/\*\s*)?\]\]>(?:\s*\*/)?)\s*;?\s*$"
)
"""Comments and CDATA sections, by which old pages hide scripts from older browsers."""
_MOST = 2_000


def jsonld_facts(root: etree._Element) -> Iterator[Fact]:
    """The facts of the page's article, the richest node first.

    Of several articles only that counts which bears the page's title or address: the others are read further.
    """
    nodes = [
        node for script in root.iter("script") if _is_jsonld(script) for node in _nodes(_loaded(script.text or ""))
    ]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 2}
    articles = [(kind, node) for node in nodes if (kind := _kind(node)) is not None]
    articles.sort(key=lambda pair: (pair[0] == "WebPage", "headline" not in pair[1], "author" not in pair[1]))
    for kind, node in _own(root, articles)[:1]:
        yield from _article(kind, node, by_id)


def _own(root: etree._Element, articles: list[tuple[str, Mapping[str, Any]]]) -> list[tuple[str, Mapping[str, Any]]]:
    titled = [node for _, node in articles if "headline" in node]
    if len(titled) < 2:
        return articles
    known = {_plain(words) for words in _page_names(root)}
    named = [pair for pair in articles if _node_names(pair[1]) & known]
    return named or [pair for pair in articles if "headline" not in pair[1]]


def _page_names(root: etree._Element) -> Iterator[str]:
    """The titles and addresses by which a page calls itself."""
    yield from (words_of(element) for element in root.iter("h1", "title"))
    for element in root.iter("meta", "link"):
        if (element.get("property") or element.get("name") or "").casefold() in {"og:title", "og:url", "twitter:title"}:
            yield element.get("content") or ""
        elif "canonical" in (element.get("rel") or "").casefold().split():
            yield element.get("href") or ""


def _node_names(node: Mapping[str, Any]) -> set[str]:
    page = node.get("mainEntityOfPage")
    named = [node.get("headline"), node.get("name"), node.get("url"), node.get("@id"), page]
    named += [page.get("@id"), page.get("url")] if isinstance(page, Mapping) else []
    return {_plain(markup.unescape(words)) for words in named if isinstance(words, str)} - {""}


def _plain(words: str) -> str:
    return re.sub(
        r"[\W_]+", "", re.sub(r"^https?://(?:www\.)?|[?#].*$" if "://" in words else "", "", words)
    ).casefold()


def _article(kind: str, node: Mapping[str, Any], by_id: Mapping[str, Any]) -> Iterator[Fact]:
    where = f"JSON-LD {kind}"
    if ARTICLES[kind]:
        yield Fact("type", ARTICLES[kind], f"{where} @type")
    for key, name in _KEYS:
        yield from _texts(name, node.get(key), f"{where} {key}", by_id)
    for role in _PEOPLE:
        key = "creator" if role == "author" and not node.get("author") else role
        yield from _persons(role, node.get(key), f"{where} {key}", by_id)
    yield from _parts(node.get("isPartOf"), f"{where} isPartOf", by_id)
    yield from _texts("publication", node.get("publisher"), f"{where} publisher", by_id)
    original = _first(node.get("translationOfWork"), by_id)
    if isinstance(original, str):
        yield Fact(
            "original.url" if original.startswith("http") else "original.title", original, f"{where} translationOfWork"
        )
    elif original:
        yield from _original(original, f"{where} translationOfWork", by_id)


def _parts(value: Any, where: str, by_id: Mapping[str, Any]) -> Iterator[Fact]:
    """What an article is a part of: an issue of a volume of a periodical, each within the next."""
    for _ in range(4):
        part = _first(value, by_id)
        if not isinstance(part, Mapping):
            return
        kinds = set(_types(part))
        if kinds & _PERIODICALS:
            yield from _texts("publication", part, where, by_id)
            yield from _texts("ISSN", part.get("issn"), f"{where} issn", by_id)
        for key, name in (("issueNumber", "issue"), ("volumeNumber", "volume")):
            yield from _texts(name, part.get(key), f"{where} {key}", by_id)
        value = part.get("isPartOf")


def _original(node: Mapping[str, Any], where: str, by_id: Mapping[str, Any]) -> Iterator[Fact]:
    titled = node.get("headline") or node.get("name")
    yield from _texts("original.title", titled, f"{where} name", by_id)
    for key, name in (
        ("inLanguage", "language"), ("datePublished", "date"), ("publisher", "publication"), ("isPartOf", "publication"), ("url", "url"),
    ):  # fmt: skip
        yield from _texts(f"original.{name}", node.get(key), f"{where} {key}", by_id)
    yield from _persons("original.author", node.get("author"), f"{where} author", by_id)


def _texts(name: str, value: Any, where: str, by_id: Mapping[str, Any]) -> Iterator[Fact]:
    for one in value if isinstance(value, list) else [value]:
        for words in filter(None, _named(_resolved(one, by_id))):
            yield Fact(name, clean(markup.unescape(words)), where)


def _persons(role: str, value: Any, where: str, by_id: Mapping[str, Any]) -> Iterator[Fact]:
    """The people of a role; where they are declared as persons or organisations the place says so."""
    for one in value if isinstance(value, list) else [value]:
        own = _resolved(one, by_id)
        kinds = _types(own) if isinstance(own, Mapping) else ()
        kind = next((suffix for suffix in (PERSON, ORGANISATION) if any(k.endswith(suffix.strip()) for k in kinds)), "")
        inverted = _inverted(own)
        for fact in _texts(role, inverted or own, f"{where}{FAMILY_NAME if inverted else ''}{kind}", by_id):
            if not (kind == ORGANISATION and fact.value.startswith("http")):
                yield fact


def _inverted(value: Any) -> str | None:
    """ "Family, Given" where a person's names are given apart."""
    if not isinstance(value, Mapping):
        return None
    family, given = value.get("familyName"), value.get("givenName")
    both = isinstance(family, str) and isinstance(given, str) and family.strip() and given.strip()
    return f"{family}, {given}" if both else None


def _named(value: Any) -> tuple[str, ...]:
    """What it is called; several names are those of several."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return (str(value),)
    if not isinstance(value, Mapping):
        return ()
    name = value.get("name") or value.get("alternateName") or value.get("url")
    return tuple(one for one in (name if isinstance(name, list) else [name]) if isinstance(one, str))


def _first(value: Any, by_id: Mapping[str, Any]) -> Mapping[str, Any] | str | None:
    one = _resolved(value[0] if isinstance(value, list) and value else value, by_id)
    return cast("Mapping[str, Any] | str", one) if isinstance(one, Mapping | str) and one else None


def _resolved(value: Any, by_id: Mapping[str, Any]) -> Any:
    if isinstance(value, Mapping) and "@id" in value and not value.get("name"):
        return by_id.get(str(value["@id"]), value)
    return value


def _types(node: Mapping[str, Any]) -> tuple[str, ...]:
    kinds = node.get("@type")
    return tuple(str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind)


def _kind(node: Mapping[str, Any]) -> str | None:
    return next((kind for kind in _types(node) if kind in ARTICLES), None)


def _is_jsonld(script: etree._Element) -> bool:
    return (script.get("type") or "").split(";")[0].strip().casefold() == "application/ld+json"


def _loaded(text: str) -> Any:
    """The value of a script; broken JSON, which pages are full of, says nothing."""
    text = _WRAPPED.sub("", text.strip())
    for candidate in (text, _CONTROLS.sub(" ", text)):
        try:
            return json.loads(candidate)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> list[Mapping[str, Any]]:
    """All objects at the top, in lists and in graphs; of a page the entity that it is about."""
    found: list[Mapping[str, Any]] = []
    waiting = [value]
    while waiting and len(found) < _MOST:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one
        elif isinstance(one, Mapping):
            found.append(one)
            waiting += [one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one]
    return found
