"""What a page's head and marked-up parts declare, as plain facts: meta tags, links, microdata, the visible byline."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import cast

from lxml import etree

from reindreader.ingest.html_tree import local_name, words_of

VERSION = "version"
"""The name of facts of which the words are a language and the address of this page in it."""
LONGEST = 300
"""Characters: what is longer is no name, date or outlet."""

WRITTEN_BY = "written-by"
"""How the tag is called here by which cards for other sites say who wrote a page."""
_WRITERS = re.compile(
    r"(?:written|posted|by|author|autore?|auteur|autor|verfasst|geschrieben|écrit|rédigé|escrito|scritto|geschreven|skrive[nt]|napisan[ea]|"
    r"автор|написано|作者|作成者|執筆者|글쓴이|작성자|yazan|yazar|kirjoittaja|كتب|بواسطة)\b.{0,12}",
    re.IGNORECASE,
)

META: dict[str, tuple[str, ...]] = {
    "title": (
        "citation_title", "dc.title", "dcterms.title", "og:title", "parsely-title", "sailthru.title", "twitter:title", "title",
    ),
    "author": (
        "citation_author", "dc.creator", "dcterms.creator", "dc.creator.personalname", "author", "article:author",
        "article:author_name", "parsely-author", "sailthru.author", "byl", "og:article:author", "book:author", "byline",
        "article.author", "cxenseparse:author", "mediator_author", "authors", "citation_authors", "dable:author", "og:author",
        "article_author", "article-author", "content-author", "post_author", WRITTEN_BY,
    ),
    "translator": ("citation_translator", "translator", "dc.contributor.translator", "dcterms.contributor.translator"),
    "editor": ("citation_editor", "dc.contributor.editor"),
    "date": (
        "article:published_time", "og:article:published_time", "citation_publication_date", "citation_date",
        "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish-date", "article.published", "date", "published_time", "og:published_time",
        "cxenseparse:recs:publishtime", "article:post_date", "rnews:datepublished", "originalpublicationdate", "ptime",
        "displaydate", "dcsext.articlefirstpublished", "bt:pubdate", "article_date_original", "cxenseparse:publishtime",
        "vr:published_time", "created", "date.created", "cre_date", "gentime", "firstcreatedtime",
        "datepublished", "iso-8601-publish-date",
    ),
    "publication": (
        "citation_journal_title", "citation_conference_title", "citation_inbook_title", "prism.publicationname",
        "dcterms.ispartof", "og:site_name", "application-name", "dc.publisher", "cre",
    ),
    "language": ("citation_language", "dc.language", "dcterms.language", "og:locale", "content-language"),
    "license": ("dcterms.license", "dc.rights.license", "dc.rights"),
    "url": ("og:url", "parsely-link", "citation_fulltext_html_url"),
    "DOI": ("citation_doi", "dc.identifier.doi", "prism.doi"),
    "ISSN": ("citation_issn", "prism.issn"),
    "volume": ("citation_volume", "prism.volume"),
    "issue": ("citation_issue", "prism.number"),
    "first-page": ("citation_firstpage", "prism.startingpage"),
    "last-page": ("citation_lastpage", "prism.endingpage"),
    "publisher": ("citation_publisher",),
    "section": ("article:section", "parsely-section"),
}  # fmt: skip
"""Facts by the names of meta tags that give them, the most trusted first (Open Graph; Google Scholar's inclusion
guidelines, ``citation_*``; DCMI Metadata Terms; PRISM)."""

ITEMPROPS: dict[str, str] = {
    "headline": "title",
    "author": "author",
    "translator": "translator",
    "editor": "editor",
    "datePublished": "date",
    "inLanguage": "language",
}
"""Facts by the properties of schema.org that microdata give."""

_OF_ORIGINAL = {"name": "title", "url": "url"}
"""Further properties, where they are those of a translation's original."""
_ARTICLES = frozenset(
    {
        "Article",
        "NewsArticle",
        "BlogPosting",
        "ScholarlyArticle",
        "ReportageNewsArticle",
        "OpinionNewsArticle",
        "TechArticle",
        "Report",
    }
)
_OTHERS = frozenset(
    {
        "Comment",
        "UserComments",
        "ImageObject",
        "VideoObject",
        "AudioObject",
        "MediaObject",
        "Product",
        "Event",
        "JobPosting",
        "Offer",
    }
)
"""Types of things on a page whose author and date are not the article's."""

_DUBLIN = re.compile(r"^(dc(?:terms?)?)[:.]")
_MARGINS = re.compile(
    r"\b(?:comments?|commentlist|answers?|accepted-answer|(?:customer-|user-|product-)?reviews?|testimonials?|respond|related|sidebar|recirc|recommend(?:ed|ations?)?|teasers?|most-(?:read|popular|viewed)|"
    r"(?:more|read|up|also)-(?:stories|articles|from|news|next|more|on|posts|like|read)|trending|(?:post|story|article|news|entry|blog|content|product)-(?:cards?|tiles?|previews?|teasers?)|popular|promo|outbrain|taboola|"
    r"latest(?:-(?:news|posts|stories|articles))?|newsletter|post-navigation|nav-links)\b"
)
_PUBLISHED = re.compile(r"(?:^|[\s_-])(?:published|dt-published|entry-date)(?:$|\s)")
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|time|datetime|timestamp|published|pub(?:lish)?[-_]?(?:date|time))(?:$|[\s_-])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fact:
    """``name``: a key of META or JSON-LD's; ``value``: its words; ``where``: the place in the page."""

    name: str
    value: str
    where: str


def _dotted(match: re.Match[str]) -> str:
    """``dc:creator`` and ``dcterm:creator`` (RDFa's way of writing) as ``dc.creator`` and ``dcterms.creator``."""
    return "dc." if match[1] == "dc" else "dcterms."


def clean(words: str | None) -> str:
    """The words with runs of white space as one space."""
    return " ".join(words.split()) if words else ""


def meta_facts(root: etree._Element) -> Iterator[Fact]:
    """The facts of the meta tags, of one name in the table's order."""
    given: dict[str, list[Fact]] = {}
    for meta in root.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for key in (meta.get(attribute) or "").casefold().split():
                words = clean(unescape(meta.get("content") or ""))  # what is escaped twice
                if words:
                    given.setdefault(_DUBLIN.sub(_dotted, key), []).append(Fact("", words, f"meta[{attribute}={key}]"))
    given[WRITTEN_BY] = list(_writers(given))
    for name, keys in META.items():
        for key in keys:
            yield from (Fact(name, fact.value, fact.where) for fact in given.get(key, ()))


def _writers(given: Mapping[str, Sequence[Fact]]) -> Iterator[Fact]:
    """Whom a card for another site names, which gives two facts with their labels."""
    for number in "12":
        label, data = (given.get(f"twitter:{part}{number}", ()) for part in ("label", "data"))
        if label and data and _WRITERS.fullmatch(label[0].value):
            yield data[0]


def link_facts(root: etree._Element) -> Iterator[Fact]:
    """The page's own address, its licence, and its versions in other languages."""
    for link in root.iter("link", "a"):
        rel, href = (link.get("rel") or "").casefold().split(), link.get("href") or ""
        if "canonical" in rel and href.startswith("http"):
            yield Fact("url", href, "link[rel=canonical]")
        elif "license" in rel and href:
            yield Fact("license", clean(words_of(link)) if local_name(link) == "a" else href, "[rel=license]")
        elif "alternate" in rel and link.get("hreflang") and href.startswith("http"):
            yield Fact(VERSION, f"{link.get('hreflang')} {href}", f"link[hreflang={link.get('hreflang')}]")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language and language.strip():
        yield Fact("language", language.strip(), "html[lang]")


_TYPED = etree.XPath("descendant-or-self::*[@itemtype or @typeof]")
_WITH_PROPERTY = etree.XPath("descendant-or-self::*[@itemprop or @property]")


def _elements(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    return cast("list[etree._Element]", path(root))


def item_facts(root: etree._Element) -> Iterator[Fact]:
    """The facts of schema.org's microdata and RDFa Lite, of the article that holds the page's heading."""
    articles = [element for element in _elements(_TYPED, root) if _type_of(element) in _ARTICLES]
    own = next((a for a in articles if a.find(".//h1") is not None), next(iter(articles), None))
    for element in _elements(_WITH_PROPERTY, root):
        names = f"{element.get('itemprop') or ''} {_rdfa(element)}".split()
        scopes = _scopes(element) if names else []
        if names and not (set(map(_type_of, scopes)) & _OTHERS) and _of(own, scopes) and not in_margin(element):
            prefix = "original." if any(_property(scope) == "translationOfWork" for scope in scopes) else ""
            yield from _item(element, names, prefix)


def _item(element: etree._Element, names: Iterable[str], prefix: str) -> Iterator[Fact]:
    for prop in names:
        name = ITEMPROPS.get(prop) or (_OF_ORIGINAL.get(prop) if prefix else None)
        for words in _item_words(element) if name else ():
            if words and len(words) <= LONGEST:
                yield Fact(f"{prefix}{name}", words, f"[itemprop={prop}]")


def _rdfa(element: etree._Element) -> str:
    """The properties of schema.org by RDFa Lite, without its prefix; a ``meta`` tag's are read elsewhere."""
    if local_name(element) == "meta" or not (element.get("property") or "")[:1].isalpha():
        return ""
    return re.sub(r"\bschema:", "", element.get("property", ""))


def _property(element: etree._Element) -> str:
    return element.get("itemprop") or _rdfa(element)


def _type_of(element: etree._Element) -> str:
    return re.split(r"[/:#]", (element.get("itemtype") or element.get("typeof") or "").strip())[-1]


def _scopes(element: etree._Element) -> list[etree._Element]:
    return [e for e in element.iterancestors() if e.get("itemscope") is not None or e.get("typeof")]


def _of(own: etree._Element | None, scopes: Sequence[etree._Element]) -> bool:
    """Whether facts in these scopes are about the article, and not about another one."""
    return own is None or own in scopes or not any(_type_of(scope) in _ARTICLES for scope in scopes)


def time_facts(root: etree._Element) -> Iterator[Fact]:
    """The first time that is marked as that of publication, outside of comments and lists of other articles."""
    for element in root.iter("time", "abbr"):
        marked = element.get("pubdate") is not None or _PUBLISHED.search(element.get("class") or "")
        if marked and not in_margin(element):
            words = element.get("datetime") or element.get("title") or words_of(element)
            yield Fact("date", clean(words), f"{local_name(element)}[pubdate]")
            return


def is_dated(element: etree._Element) -> bool:
    """Whether it holds a time, or its class or name says so."""
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    return local_name(element) == "time" or (len(called) > 3 and _DATED.search(called) is not None)


def heading_of(root: etree._Element) -> str | None:
    """The words of the only ``h1`` of a page, None where there are several or none."""
    found = {heading_words(h1) for h1 in root.iter("h1")} - {""}
    return found.pop() if len(found) == 1 else None


def heading_words(heading: etree._Element) -> str:
    """The words of a heading, without the sign of a link to itself at its end."""
    return clean(words_of(heading)).rstrip("¶#§\uf0c1 ")


def page_title(root: etree._Element) -> str | None:
    """The words of the page's ``title``."""
    return next((words for element in root.iter("title") if (words := clean(element.text))), None)


def in_margin(element: etree._Element) -> bool:
    """Whether it stands in readers' comments, a list of other articles, or the page's margin."""
    around: Iterable[etree._Element] = element.iterancestors()
    for parent in around:
        tag = local_name(parent)
        if tag in {"aside", "nav"} or (tag == "footer" and not _ends_article(parent)):
            return True
        if tag not in {"body", "html"} and is_margin(parent):
            return True
    return False


def is_margin(element: etree._Element) -> bool:
    """Whether its class or name says that it holds readers' comments or other articles."""
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(called) > 3 and _in_margin(called)


@lru_cache(maxsize=4_096)
def _in_margin(called: str) -> bool:
    return _MARGINS.search(called.casefold()) is not None


def _ends_article(footer: etree._Element) -> bool:
    """Whether a footer is that of the article with the page's heading, where blogs say who wrote it."""
    article = next((parent for parent in footer.iterancestors() if local_name(parent) == "article"), None)
    return article is not None and article.find(".//h1") is not None


def _item_words(element: etree._Element) -> tuple[str, ...]:
    """The words of a property, or the names that it has itself, and not those of what it belongs to."""
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return (clean(element.get(attribute)),)
    inner = (child for child in element.iter() if "name" in _property(child).split() and child is not element)
    names = [child for child in inner if next(iter(_scopes(child)), element) in (element, *element.iterancestors())]
    return tuple(clean(name.get("content") or words_of(name)) for name in names) or (clean(words_of(element)),)
