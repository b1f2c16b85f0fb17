"""What a page calls its elements, and where they stand: whether one can be the byline of the page's own article."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import cast
from urllib.parse import urlsplit

from lxml import etree

from reindreader.ingest.html_facts import clean, in_margin
from reindreader.ingest.html_tree import SKIPPED, local_name, words_of

BYLINE, TRANSLATOR = "byline", "translator"
LINK, NAME, BOX = "link", "name", "box"
MARKED = frozenset({BYLINE, TRANSLATOR})
"""What says by itself who wrote or translated the page."""
REL_AUTHOR = "[rel=author]"
LONGEST = 100
"""Characters of a byline."""

_PROSE = 120
"""Characters of a paragraph."""
_NO_WORDS = re.compile(r"\bcontributed (?:to|reporting)\b")

ELEMENTS = (
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
_BOXES = re.compile(
    r"(?:^|[\s_-])(?:(?:post|entry|article|single)[-_]+)?(?:author|autor|auteur|writer|contributor)s?[-_]*(?:bio(?:graphy)?|box|card|about|profile|info|desc(?:ription)?)(?:$|[\s_-])|"
    r"(?:^|[\s_-])(?:about|bio|box|card|profile)[-_]*(?:the[-_]*)?(?:author|autor|auteur|writer|contributor)s?(?:$|\s)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:^|\s)(?:[\w-]+[-_])?(?:(?:display|full|user|person|profile|staff)[-_]?)?name(?:$|\s)", re.IGNORECASE
)
_NOTE_CALL = re.compile(r"(?:[\[(]?(?:\d{1,3}|[*†‡§¶a-z]{1,2})[\])]?[,; ]*)+")
_STEMS = re.compile(
    r"aut|by|writ|report|journ|column|contrib|firma|signat|verfass|forfat|skrib|kirjo|yaz|penul|avtor|szerz|zuozhe|trans|trad|bersetz|vert|t[lł]um|perevod|cevir|yizhe|name",
    re.IGNORECASE,
)
"""What all of the words below have in them, to tell the rest in one go."""
_MEANINGS = ((BOX, _BOXES), (None, _NO_BYLINE), (BYLINE, _BYLINES), (TRANSLATOR, _TRANSLATORS), (NAME, _NAMES))
"""What the words of an attribute say that an element is, the first that fits."""
AUTHOR_PATH = re.compile(
    r"/(?P<sure>authors?|autor(?:e|es|en|i|zy|a)?|auteurs?|writers?|contributors?|columnists?|reporters?|journalists?|byline|avtor[yi]?|redakteur[ei]?|skribent(?:er)?)/[^/?#]+/?$"
    r"|/(?!\w+/(?:log|sign|regist|join|new|forgot|all|search|edit|help|settings))(?:people|persons?|profiles?|users?|members?|team|staff|bio|by|u)/(?P<slug>[^/?#]+)/?$|^https?://[^/]+/@(?P<handle>[\w.-]+)/?$",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:^|[\s_-])(?:post|item|entry|hentry|answer|reply|message|msg|thread|topic|result|question|teaser|beitrag|eintrag)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How one of many posts or articles on a page is called."""
_HEADINGS = ("h2", "h3", "h4", "h5")


class Shown:
    """A page's elements in their order, and where its heading stands among them."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._order = {element: place for place, element in enumerate(root.iter())}
        self._heading = next((self._order[h1] for h1 in root.iter("h1")), 0)

    def above_body(self, element: etree._Element) -> bool:
        """Whether it stands between the page's heading and the first paragraph."""
        return 0 < self._heading < self._order[element] < self._prose

    @cached_property
    def _prose(self) -> int:
        below = (place for element, place in self._order.items() if place > self._heading and _is_prose(element))
        return next(below, len(self._order))

    def is_below_heading(self, element: etree._Element) -> bool:
        """Whether it stands further down than the page's heading."""
        return self._order[element] > self._heading

    def fits(self, element: etree._Element) -> bool:
        """Whether it is short enough, and of the page's own article."""
        words = shown_words(element)
        return 1 < len(words) <= LONGEST and not (
            _NO_WORDS.search(words) or _pictured(element) or in_margin(element) or self._teased(element)
        )

    def first(self, found: Sequence[tuple[str, etree._Element]]) -> Iterator[tuple[str, etree._Element]]:
        """The first below the heading, and those beside it; of such within each other the innermost."""
        if not found or self._of_entries([element for _, element in found]):
            return
        _, first = min(found, key=lambda one: self._order[one[1]] < self._heading)
        outer = set().union(*(element.iterancestors() for _, element in found))
        around = [one for one in (first, *first.iterancestors()) if one is not self._root][:3]
        for where, element in found:
            if around[-1] in {element, *element.iterancestors()} and element not in outer:
                yield where, element

    def _of_entries(self, found: Sequence[etree._Element]) -> bool:
        """Whether each stands in an entry of its own, in a forum or a list of articles: none of them is the page's author."""
        entries = [next(filter(_is_entry, element.iterancestors()), None) for element in found]
        first = entries[0]
        alike = [
            one for one in entries if one is not None and first is not None and one.get("class") == first.get("class")
        ]
        return len(alike) == len(entries) and len(set(alike)) > 1 and len({one.getparent() for one in alike}) == 1

    def _teased(self, element: etree._Element) -> bool:
        """Whether it stands with the linked heading of another article, below the page's own."""
        for around in element.iterancestors():
            own = [one for one in around.iter("h1", *_HEADINGS) if not _named(one, element)]
            if own:
                return all(_links(one) and self._order[one] > self._heading > 0 for one in own)
        return False


def _is_entry(element: etree._Element) -> bool:
    return local_name(element) == "article" or _ENTRY.search(element.get("class") or "") is not None


def _named(heading: etree._Element, element: etree._Element) -> bool:
    """Whether a heading is the byline, or that of another author."""
    inner = (called(one, ()) for one in heading.iter(*ELEMENTS))
    return heading in (element, *element.iterancestors()) or any(own and own[0] in MARKED for own in inner)


def _links(heading: etree._Element) -> bool:
    around = (heading, *heading.iter("a"), heading.getparent())
    return any(local_name(one) == "a" and one.get("href") for one in around if one is not None)


def called_author(element: etree._Element) -> bool:
    """Whether its class says that it is on the author."""
    return any(meaning in {BOX, BYLINE} for meaning, _ in _named_by(_given(element)))


def called(element: etree._Element, paths: Container[str]) -> tuple[str, str] | None:
    """What the page calls an element: one of MARKED, LINK, NAME or BOX, and by which of its attributes."""
    given = _given(element)
    if not given:
        return None
    if "author" in given.get("rel", "").casefold().split():
        return BYLINE, REL_AUTHOR
    address = given.get("href", "")
    if paths and path_of(address) in paths:
        return BYLINE, "[href=author]"
    named = list(_named_by(given))
    own = next((one for one in named if one[0] in MARKED), None)
    if own or not (address or named):
        return own
    return (LINK, f"[href={address}]") if AUTHOR_PATH.search(address) else next(iter(named), None)


def _given(element: etree._Element) -> dict[str, str]:
    """Its attributes, asked for once: most elements have none or few."""
    return cast("dict[str, str]", dict(element.items()))


def _named_by(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for attribute in _NAMING:
        own = given.get(attribute)
        meaning = _meaning(own.strip()) if own else None
        if own and meaning and (meaning != NAME or attribute == "class"):
            word = next((one for one in own.split() if _meaning(one) == meaning), own.split()[0])
            yield meaning, f"[{attribute}={word}]"


def _is_prose(element: etree._Element) -> bool:
    words = element.text or ""
    if local_name(element) in SKIPPED or (len(words) < _PROSE and local_name(element) != "p"):
        return False
    return len(clean(words_of(element))) >= _PROSE


@lru_cache(maxsize=4_096)
def _meaning(words: str) -> str | None:
    if not words or len(words) >= 200 or not _STEMS.search(words):
        return None
    return next((meaning for meaning, form in _MEANINGS if form.search(words)), None)


def _pictured(element: etree._Element) -> bool:
    return any(local_name(parent) in {"figure", "figcaption"} for parent in element.iterancestors())


def path_of(address: str) -> str:
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
        elif name and name not in SKIPPED and not _calls_note(child, name):
            yield _between(child, name)
            yield from _words(child)
            yield " "
        yield (child.tail or "").replace("\n", " ")


def _calls_note(element: etree._Element, name: str) -> bool:
    """Whether it is the number of a note, which is none of a name's words."""
    calls = name == "sup" or (name == "a" and element.get("href", "").startswith("#"))
    return calls and _NOTE_CALL.fullmatch(clean(words_of(element))) is not None


def _between(child: etree._Element, name: str) -> str:
    """What stands before an element: a line's end where it follows another one with nothing between them."""
    previous = child.getprevious()
    if previous is not None and name == local_name(previous) == "li":
        return ", "
    if previous is None or previous.tail or local_name(previous) == "br":
        return " "
    return ", " if name == local_name(previous) == "a" else "\n"
