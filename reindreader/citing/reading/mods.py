"""MODS -> entries (Library of Congress, MODS 3.8, user guidelines), also as bibutils and Zotero write it."""

from collections.abc import Iterator
from dataclasses import replace

from reindreader.citing.bibtex.tables import LANGIDS
from reindreader.citing.csl_tables import PUBLISHED_ALONE
from reindreader.citing.reading.bibtex_dates import date_of
from reindreader.citing.reading.drafts import Draft
from reindreader.citing.reading.flat import said_record, say
from reindreader.citing.reading.languages import tag_of
from reindreader.citing.reading.people import organisation, person, unsplit
from reindreader.citing.reading.trees import Element, attribute, first, inside, line_of, name_of, raw, words
from reindreader.citing.reading.values import Bibliography, Entry, KeyLink
from reindreader.citing.xml.mods_tables import GENRES
from reindreader.citing.xml.mods_tables import IDENTIFIERS as _IDENTIFIERS
from reindreader.citing.xml.mods_tables import PARTS as _PARTS
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import Name, NameForm
from reindreader.model.records import TYPES, LinkKind, TaggedText, Title

FAMILY = "mods:"
_GENRES = {term: kind for kind, term in reversed(GENRES.items())} | {
    "journal article": "article-journal", "newspaper article": "article-newspaper", "magazine article": "article-magazine",
    "academic journal": "article-journal", "periodical": "article-journal", "newspaper": "article-newspaper",
    "conference paper": "paper-conference", "web page": "webpage", "bibliography": "book", "theses": "thesis",
    "magazine": "article-magazine", "book section": "chapter", "collection": "collection",
}  # fmt: skip
_TERMS = {"author": Role.AUTHOR, "creator": Role.AUTHOR, "translator": Role.TRANSLATOR, "editor": Role.EDITOR,
          "illustrator": Role.ILLUSTRATOR, "compiler": Role.COMPILER, "contributor": Role.CONTRIBUTOR}  # fmt: skip
_NAMES = dict(_PARTS)
_ALIASES = {"chapter": "chapter-number", "part": "section"}
_KNOWN = frozenset(
    [
        "titleInfo",
        "name",
        "typeOfResource",
        "genre",
        "originInfo",
        "language",
        "physicalDescription",
        "abstract",
        "note",
        "subject",
        "relatedItem",
        "identifier",
        "location",
        "accessCondition",
        "part",
        "recordInfo",
    ]
)


def read_mods(root: Element) -> Bibliography:
    """The items of a collection, or the one item that the root is."""
    items = [root] if name_of(root) == "mods" else [child for child in root if name_of(child) == "mods"]
    return Bibliography("mods", tuple(_entry(item) for item in items))


def _entry(item: Element) -> Entry:
    draft = Draft(kind=_kind(item))
    draft.title = _title(item)
    draft.contributors += _people(item)
    draft.language = _language(item)
    _texts(draft, item)
    for host in _related(item, "host"):
        _host(draft, host)
    for series in _related(item, "series"):
        say(draft, "collection-title", first(series, "titleInfo", "title"))
        say(draft, "collection-number", first(series, "part", "detail", "number"))
    _part(draft, item)
    links = [link for original in _related(item, "original") for link in _original(draft, original)]
    topics = [words(topic) for topic in inside(item, "subject", "topic")]
    draft.variable("keyword", ", ".join(topics))
    draft.unknown |= {FAMILY + name_of(c): words(c) for c in item if name_of(c) not in _KNOWN and words(c)}
    notes = [words(note) for note in inside(item, "note")]
    key = next((words(i) for i in inside(item, "identifier") if attribute(i, "type") == "citekey"), "")
    record = said_record(draft, [note for note in notes if note])
    key = key or attribute(item, "ID")
    return Entry(key, record, raw(item), line_of(item), tuple(links), tags=tuple(dict.fromkeys(topics)))


def _kind(item: Element) -> str:
    terms = [words(genre) for genre in [*inside(item, "genre"), *inside(item, "relatedItem", "genre")]]
    own = (words(genre) for genre in inside(item, "genre") if attribute(genre, "authority") == "csl")
    said = next((term for term in own if term in TYPES), None)
    if said:
        return said
    found = next((_GENRES[term.lower()] for term in terms if term.lower() in _GENRES), "document")
    return "chapter" if found == "book" and any(_related(item, "host")) else found


def _related(item: Element, kind: str) -> Iterator[Element]:
    return (one for one in inside(item, "relatedItem") if attribute(one, "type") == kind)


def _title(item: Element) -> Title | None:
    plain = [info for info in inside(item, "titleInfo") if not attribute(info, "type")]
    others = [info for info in inside(item, "titleInfo") if attribute(info, "type") in {"alternative", "translated"}]
    forms = tuple(TaggedText(t, attribute(info, "lang") or None) for info in others if (t := _title_words(info)))
    text = next((t for info in plain if (t := _title_words(info))), None)
    return Title(text, next((attribute(i, "lang") for i in plain), "") or None, forms) if text else None


def _title_words(info: Element) -> str:
    start, main, rest = (first(info, part) for part in ("nonSort", "title", "subTitle"))
    whole = f"{start} {main}".strip()
    return f"{whole}: {rest}" if rest and whole else whole or rest


def _people(item: Element) -> list[Contributor]:
    found = []
    for one in inside(item, "name"):
        roles = [role for term in inside(one, "role", "roleTerm") if (role := _role(words(term)))]
        parts = {attribute(part, "type") or "": words(part) for part in reversed(list(inside(one, "namePart")))}
        given = " ".join(words(p) for p in inside(one, "namePart") if attribute(p, "type") == "given")
        if attribute(one, "type") in {"corporate", "conference"}:
            name = organisation(parts.get("", ""))
        elif "family" in parts:
            name = person(
                parts["family"], given or None, suffix=parts.get("termsOfAddress"), tag=attribute(one, "lang") or None
            )
        else:
            name = unsplit(parts.get("", given))
        if name:
            role, *more = roles or [Role.AUTHOR]
            qualifier = more[0] if more and more[0] is not role else None
            found.append(Contributor(role, _with_forms(name, one), qualifier, first(one, "description") or None))
    return found


def _with_forms(name: Name, element: Element) -> Name:
    """The name with the forms that it has in other languages and scripts."""
    others = [
        NameForm(text, attribute(other, "lang") or None)
        for other in inside(element, "alternativeName")
        if (text := " ".join(words(part) for part in inside(other, "namePart")).strip())
    ]
    return replace(name, forms=(*name.forms, *others)) if others else name


def _role(term: str) -> Role | None:
    term = term.strip().lower()
    return Role(term) if term in set(Role) else _TERMS.get(term)


def _language(item: Element) -> str | None:
    terms = (words(term) for term in inside(item, "language", "languageTerm"))
    return next((tag for term in terms if (tag := tag_of(term, LANGIDS))), None)


def _texts(draft: Draft, item: Element) -> None:
    for origin in inside(item, "originInfo"):
        _origin(draft.own, origin, draft)
    _location(draft.own, item)
    say(draft, "abstract", first(item, "abstract"))
    short = (i for i in inside(item, "titleInfo") if attribute(i, "type") == "abbreviated")
    say(draft, "title-short", next((first(i, "title") for i in short), ""))
    draft.license = first(item, "accessCondition") or None
    _identifiers(draft, item)
    genres = (words(g) for g in inside(item, "genre") if not attribute(g, "authority"))
    say(draft, "genre", next((g for g in genres if g and g not in TYPES and g.lower() not in _GENRES), ""))
    say(draft, "number-of-pages", first(item, "physicalDescription", "extent").removesuffix(" p."))


def _location(side: dict[str, object], item: Element) -> None:
    for address in inside(item, "location", "url"):
        part = "archived" if attribute(address, "note") == "archived copy" else "url"
        side.setdefault(part, words(address))
        seen = date_of(attribute(address, "dateLastAccessed"))
        if seen:
            side["accessed"] = seen


def _origin(side: dict[str, object], origin: Element, draft: Draft | None = None) -> None:
    places = [words(p) for p in inside(origin, "place", "placeTerm") if attribute(p, "type") != "code"]
    publisher = first(origin, "publisher")
    date = next((d for name in ("dateIssued", "copyrightDate") if (d := date_of(first(origin, name)))), None)
    said = {"place": places[0] if places else None, "date": date}
    if draft is None or draft.kind in PUBLISHED_ALONE:
        said["publication"] = publisher or None
    elif publisher:
        say(draft, "publisher", publisher)
    for part, value in said.items():
        if value:
            side.setdefault(part, value)
    if draft is not None:
        say(draft, "edition", first(origin, "edition"))


def _identifiers(draft: Draft, item: Element) -> None:
    names = dict(_IDENTIFIERS)
    for one in inside(item, "identifier"):
        kind, text = attribute(one, "type").lower(), words(one)
        if kind in names:
            say(draft, names[kind], text)
        elif kind not in {"citekey", "uri"} and text:
            draft.unknown[f"{FAMILY}identifier/{kind}"] = text


def _host(draft: Draft, host: Element) -> None:
    plain = [info for info in inside(host, "titleInfo") if not attribute(info, "type")]
    short = (i for i in inside(host, "titleInfo") if attribute(i, "type") == "abbreviated")
    say(draft, "container-title", next((t for info in plain if (t := _title_words(info))), ""))
    say(draft, "container-title-short", next((first(i, "title") for i in short), ""))
    for origin in inside(host, "originInfo"):
        _origin(draft.own, origin, draft)
    draft.contributors += [c for c in _people(host) if c.role is Role.EDITOR]
    _identifiers(draft, host)
    _part(draft, host)


def _part(draft: Draft, item: Element) -> None:
    for part in inside(item, "part"):
        for detail in inside(part, "detail"):
            kind = attribute(detail, "type")
            kind = "issue" if kind == "number" and draft.kind.startswith("article") else kind
            say(draft, _NAMES.get(kind, _ALIASES.get(kind, "")), first(detail, "number"))
        for extent in inside(part, "extent"):
            start, end, whole = (first(extent, name) for name in ("start", "end", "list"))
            say(draft, "page", f"{start}-{end}" if start and end and start != end else start or whole)
        if date := date_of(first(part, "date")):
            draft.own.setdefault("date", date)


def _original(draft: Draft, item: Element) -> Iterator[KeyLink]:
    draft.translated = True
    draft.original_title = _title(item) or draft.original_title
    draft.original_language = _language(item)
    draft.original_contributors += _people(item)
    for origin in inside(item, "originInfo"):
        _origin(draft.there, origin)
    if host := next((first(h, "titleInfo", "title") for h in _related(item, "host")), ""):
        draft.there["publication"] = host
    _location(draft.there, item)
    key = attribute(item, "href").removeprefix("#")
    if key:
        yield KeyLink(LinkKind.TRANSLATION_OF, key)
