"""Declared facts to claims. Of sources that give the same fact the most trusted holds, and the others add their places.

Nothing is filled in: a date keeps the parts that the page gives, and a page without an author has none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from reindreader.ingest.appearances import OWN, SOURCE
from reindreader.ingest.html_dates import declared_date
from reindreader.ingest.html_facts import VERSION, Fact, clean
from reindreader.ingest.html_names import SITE_SUFFIX
from reindreader.ingest.html_people import people_claims
from reindreader.model.addresses import kept_copy
from reindreader.model.claims import Certainty, Claim, FilePlace, Value
from reindreader.model.fields import APPEARANCE, UNKNOWN, VARIABLE
from reindreader.model.records import Relation, Title

MOST_FACTS = 1_000
"""Of one name: a page that declares more authors than this is no article."""
MOST_VERSIONS = 12
"""Languages: a page with more says what its site is offered in, and not what the article was translated into."""

_TEXTS: dict[str, tuple[str, int]] = {
    "type": ("type", 0),
    "license": ("license", 0),
    "publisher": (VARIABLE + "publisher", 0),
    "section": (VARIABLE + "section", 0),
    "page": (VARIABLE + "page", 0),
    **{name: (VARIABLE + name, 0) for name in ("DOI", "ISSN", "ISBN", "volume", "issue")},
    "publication": (APPEARANCE + "publication", OWN),
    "url": (APPEARANCE + "url", OWN),
    "archived": (APPEARANCE + "archived", OWN),
    "original.publication": (APPEARANCE + "publication", SOURCE),
    "original.url": (APPEARANCE + "url", SOURCE),
}
"""Facts that are words, by the field and the appearance that they fill."""

_LANGUAGE = re.compile(
    r"(?P<tag>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<region>[A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?"
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")


def claims_of(facts: Iterable[Fact]) -> tuple[Claim, ...]:
    """The claims that the facts make, in the order of a card."""
    given: dict[str, list[Fact]] = {}
    for fact in chain.from_iterable(map(_own_addresses, facts)):
        own = given.setdefault(fact.name, [])
        if len(own) < MOST_FACTS:
            own.append(fact)
    return (
        *_titles(given),
        *people_claims(given),
        *_languages(given),
        *_dates(given),
        *_texts(given),
        *_relations(given),
        *_versions(given),
    )


def _own_addresses(fact: Fact) -> Iterator[Fact]:
    """A kept copy's address as that of the page and that of the copy."""
    url, copy = kept_copy(fact.value) if fact.name in {"url", "original.url"} else (fact.value, None)
    yield Fact(fact.name, url, fact.where) if copy else fact
    if copy and fact.name == "url":
        yield Fact("archived", copy, fact.where)


def language_tag(words: str) -> str | None:
    """A BCP 47 tag in its usual letters (``en_us`` is ``en-US``), None for other words."""
    match = _LANGUAGE.fullmatch(words.strip())
    if not match or match["tag"].casefold() in {"xx", "und", "mul"}:
        return None
    region = match["region"].upper() if match["region"] else None
    script = match["script"].title() if match["script"] else None
    return "-".join(part for part in (match["tag"].lower(), script, region) if part)


def _claim(field: str, value: Value, facts: Sequence[Fact], item: int = 0) -> Claim:
    places = tuple(dict.fromkeys(FilePlace(fact.where, fact.value) for fact in facts))
    return Claim(field, value, Certainty.DECLARED, places, item)


def _grouped(values: Iterable[tuple[str, Fact]]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for value, fact in values:
        found.setdefault(value, []).append(fact)
    return found


def _titles(given: dict[str, list[Fact]]) -> Iterator[Claim]:
    """The first source's title; a title in other words is another claim beside it."""
    sites = {fact.value.casefold() for fact in given.get("publication", ())}
    for name in ("title", "original.title"):
        facts = given.get(name, [])
        words = {fact.value.casefold() for fact in facts}
        own = _grouped((without_site(fact.value, sites, words), fact) for fact in facts)
        for title, places in list(own.items())[:2]:
            yield _claim(name, Title(title), places)


def without_site(title: str, sites: Iterable[str], others: Iterable[str] = ()) -> str:
    """The title without the outlet's name at its end ("The lamp | Harbour Post").

    ``sites``: outlets in small letters; ``others``: the page's other titles: what only one of them has at its end is
    not the title's.
    """
    title = _without_named(title, sites)
    cuts = list(SITE_SUFFIX.finditer(title))
    if not cuts:
        return title.strip()
    head, tail = title[: cuts[-1].start()].strip(), title[cuts[-1].end() :].strip().casefold()
    if not head:
        return title.strip()
    known = any(
        tail in {site, site.removeprefix("the ")} or tail.startswith(f"{site} ") for site in map(str.strip, sites)
    )
    return head if known or _DOMAIN.fullmatch(tail) or head.casefold() in others else title.strip()


def _without_named(title: str, sites: Iterable[str]) -> str:
    """Without an outlet's name in brackets, behind a bar without blanks (标题_海湾网), or in front ("Harbour Post: …")."""
    for site in sorted({site.strip() for site in sites} - {""}, key=len, reverse=True):
        name = re.escape(site)
        form = rf"(?P<title>.{{2,}}?)\s*(?:[|｜_：»]+\s*{name}|(?<=[^\x00-\x7f])\s*[-–—]+\s*{name}|[\[(（【]\s*{name}\s*[\])）】])|{name}\s*(?:[:|｜»]|\s[-–—])\s*(?P<behind>.{{4,}})"
        match = re.fullmatch(form, title.strip(), re.IGNORECASE)
        if match:
            rest = match["title"] or match["behind"]
            return re.sub(r"(?<=[\u3400-\u9fff？！])_[\u3400-\u9fff]{2,6}$", "", rest)
    return title


def without_tail(title: str) -> str:
    """A page's ``title`` without a few capitalised words after a dash or bar, which nearly always name the outlet."""
    cuts = [cut for cut in SITE_SUFFIX.finditer(title) if len(title[: cut.start()].split()) >= 4]
    bars = [cut for cut in cuts if cut[0].strip() in "|｜"]
    for cut, most in (*((bar, 6) for bar in bars[:1]), *((last, 3) for last in cuts[-1:])):
        tail = title[cut.end() :].split()
        if 1 <= len(tail) <= most and tail[0][:1].isupper():
            return title[: cut.start()].strip()
    return title


def _languages(given: dict[str, list[Fact]]) -> Iterator[Claim]:
    for name, field in (("language", "language"), ("original.language", "original.language")):
        tagged = [(tag, fact) for fact in given.get(name, ()) if (tag := language_tag(fact.value))]
        # "en_US" of a template beside "en" is no other language.
        for tag, facts in list(_grouped(tagged).items())[:1]:
            yield _claim(field, tag, facts)


def _dates(given: dict[str, list[Fact]]) -> Iterator[Claim]:
    for name, item in (("date", OWN), ("original.date", SOURCE)):
        read = [(date, fact) for fact in given.get(name, ()) if (date := declared_date(fact.value))]
        if read:
            # The fullest of the dates that agree with the first.
            agreeing = [date for date, _ in read if date.iso.startswith(read[0][0].iso)]
            best = max(agreeing, key=lambda date: len(date.iso))
            yield _claim(APPEARANCE + "date", best, [fact for date, fact in read if date == best], item)


def _texts(given: dict[str, list[Fact]]) -> Iterator[Claim]:
    for name, (field, item) in _TEXTS.items():
        grouped = _grouped((clean(fact.value), fact) for fact in given.get(name, ()) if clean(fact.value))
        for value, facts in list(grouped.items())[:1]:
            yield _claim(field, value, facts, item)
    pages = [given[name][0] for name in ("first-page", "last-page") if given.get(name)]
    if pages:
        yield _claim(VARIABLE + "page", "–".join(dict.fromkeys(fact.value for fact in pages)), pages)


def _versions(given: dict[str, list[Fact]]) -> Iterator[Claim]:
    """Where the page says that it can be read in other languages, and the original's address if it is one of these.

    An address for all other readers (``x-default``) and one for another country are no other version. Which one is
    the original only the page can say: by the original's language, which just one version may have.
    """
    own = {_primary(tag) for fact in given.get("language", ()) if (tag := language_tag(fact.value))}
    known = [(tag, fact) for fact in given.get(VERSION, ()) if (tag := language_tag(fact.value.partition(" ")[0]))]
    others = {fact.value.partition(" ")[2]: (tag, fact) for tag, fact in known if _primary(tag) not in own}
    if not own or not 0 < len(others) <= MOST_VERSIONS:
        return
    words = "; ".join(f"{tag}: {url}" for url, (tag, _) in others.items())
    yield _claim(f"{UNKNOWN}html:versions", words, [fact for _, fact in others.values()])
    wanted = [tag for fact in given.get("original.language", ()) if (tag := language_tag(fact.value))]
    found = [(url, fact) for url, (tag, fact) in others.items() if wanted and _primary(tag) == _primary(wanted[0])]
    if len(found) == 1 and not given.get("original.url"):
        yield _claim(APPEARANCE + "url", found[0][0], [found[0][1]], SOURCE)
        if not any(given.get(name) for name in ("original.publication", "original.date")):
            yield _claim(APPEARANCE + "relation", Relation.ORIGINAL.value, [found[0][1]], SOURCE)


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _relations(given: dict[str, list[Fact]]) -> Iterator[Claim]:
    """What a page says of itself is where this text appeared."""
    for item, relation, names in (
        (OWN, Relation.TRANSLATION, ("publication", "url", "date")),
        (SOURCE, Relation.ORIGINAL, ("original.publication", "original.url", "original.date")),
    ):
        facts = [given[name][0] for name in names if given.get(name)]
        if facts:
            yield _claim(APPEARANCE + "relation", relation.value, facts[:1], item)
