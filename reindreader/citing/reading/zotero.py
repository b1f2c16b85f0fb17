"""Zotero's RDF -> entries: items, the collections they are in, notes and attachments (Zotero, "Zotero RDF")."""

from collections.abc import Iterator

from reindreader.citing.bibtex.tables import LANGIDS
from reindreader.citing.reading.drafts import Draft
from reindreader.citing.reading.flat import said_record, say
from reindreader.citing.reading.languages import tag_of
from reindreader.citing.reading.people import organisation, person
from reindreader.citing.reading.trees import Element, attribute, first, inside, line_of, name_of, raw, whole_text, words
from reindreader.citing.reading.values import Bibliography, Entry
from reindreader.model.contributors import Role
from reindreader.model.names import Name

FAMILY = "zotero:"
_TYPES = {
    "artwork": "graphic", "attachment": "", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter", "case": "legal_case", "computerProgram": "software", "conferencePaper": "paper-conference",
    "dataset": "dataset", "dictionaryEntry": "entry-dictionary", "document": "document", "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia", "film": "motion_picture", "forumPost": "post", "hearing": "hearing",
    "instantMessage": "personal_communication", "interview": "interview", "journalArticle": "article-journal",
    "letter": "personal_communication", "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaperArticle": "article-newspaper", "note": "", "patent": "patent", "podcast": "song", "preprint": "article",
    "presentation": "speech", "radioBroadcast": "broadcast", "report": "report", "standard": "standard",
    "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast", "videoRecording": "motion_picture",
    "webpage": "webpage",
}  # fmt: skip
_ROLES = {
    "authors": Role.AUTHOR, "translators": Role.TRANSLATOR, "editors": Role.EDITOR, "contributors": Role.CONTRIBUTOR,
    "interviewees": Role.INTERVIEWEE, "interviewers": Role.INTERVIEWER, "commenters": Role.COMMENTATOR,
}  # fmt: skip
_TEXTS = {
    "title": "title", "date": "issued", "dateSubmitted": "accessed", "volume": "volume", "number": "issue", "pages": "page",
    "abstract": "abstract", "shortTitle": "title-short", "language": "language", "libraryCatalog": "source",
    "archive": "archive", "numPages": "number-of-pages", "numberOfVolumes": "number-of-volumes", "edition": "edition",
    "type": "genre", "coverage": "archive_location",
}  # fmt: skip
_NOT_TOLD = frozenset({"itemType", "isReferencedBy", "link", "relation", "subject", "identifier", "publisher", "isPartOf",
                       "rights", "description", "presentedAt"})  # fmt: skip
_EXTRA = {
    "original title": "title", "original-title": "title", "original date": "date", "original-date": "date",
    "original publisher": "publication", "original-publisher": "publication", "original place": "place",
    "original-publisher-place": "place", "original language": "language", "original-language": "language",
}  # fmt: skip
"""Lines of the Extra field that citeproc reads as variables, and what they are of the original."""


def read_zotero(root: Element) -> Bibliography:
    """The items of an RDF tree."""
    about = {attribute(e, "about"): e for e in root if attribute(e, "about")}
    collections = _collections(root)
    items = [element for element in root if _TYPES.get(first(element, "itemType"))]
    return Bibliography("zotero-rdf", tuple(_entry(item, about, collections) for item in items))


def _collections(root: Element) -> dict[str, list[tuple[str, ...]]]:
    """Address of an item -> the paths of the collections that it is in."""
    groups = {attribute(e, "about"): e for e in root if name_of(e) == "Collection"}
    parents = {part: own for own, e in groups.items() for part in _parts(e) if part in groups}
    found: dict[str, list[tuple[str, ...]]] = {}
    for own, element in groups.items():
        path, at, seen = [first(element, "title")], own, {own}
        while (at := parents.get(at, "")) and at not in seen:
            seen.add(at)
            path.insert(0, first(groups[at], "title"))
        for part in _parts(element):
            if part not in groups and all(path):
                found.setdefault(part, []).append(tuple(path))
    return found


def _parts(element: Element) -> list[str]:
    return [attribute(part, "resource") for part in inside(element, "hasPart")]


def _entry(item: Element, about: dict[str, Element], collections: dict[str, list[tuple[str, ...]]]) -> Entry:
    draft = Draft(kind=_TYPES[first(item, "itemType")])
    for group in item:
        if name_of(group) in _ROLES:
            draft.add(_ROLES[name_of(group)], _names(group))
    for host in _hosts(item, about):
        _host(draft, host)
    for child in item:
        _say(draft, child)
    _publisher(draft, item)
    tags = [words(subject) for subject in inside(item, "subject") if words(subject)]
    draft.variable("keyword", ", ".join(tags))
    notes = [words(about[a]) for one in inside(item, "isReferencedBy") if (a := attribute(one, "resource")) in about]
    links = (about.get(attribute(one, "resource")) for one in inside(item, "link"))
    files = tuple(
        a for link in links if link is not None for one in inside(link, "resource") if (a := attribute(one, "resource"))
    )
    own = attribute(item, "about")
    record = said_record(draft, [*_extra(draft, item), *notes])
    return Entry(
        _cite_key(item), record, raw(item), line_of(item), collections=tuple(collections.get(own, ())),
        tags=tuple(dict.fromkeys(tags)), files=files,
    )  # fmt: skip


def _names(group: Element) -> Iterator[Name | None]:
    for one in (e for e in group.iter() if name_of(e) in {"Person", "Organization"}):
        family, given = (first(one, "surname"), first(one, "givenName") or first(one, "givenname"))
        if name_of(one) == "Organization":
            yield organisation(first(one, "name"))
        elif family and not given:
            yield organisation(family) if " " in family else person(family)
        else:
            yield person(family, given or None)


def _hosts(item: Element, about: dict[str, Element]) -> Iterator[Element]:
    for part in inside(item, "isPartOf"):
        target = about.get(attribute(part, "resource"))
        yield from [target] if target is not None else list(part)


def _host(draft: Draft, host: Element) -> None:
    series = name_of(host) == "Series"
    say(draft, "collection-title" if series else "container-title", first(host, "title"))
    if not series:
        say(draft, "container-title-short", first(host, "alternative"))
    say(draft, "collection-number" if series else "issue", first(host, "number"))
    say(draft, "volume", first(host, "volume"))
    _identifiers(draft, host)


def _identifiers(draft: Draft, item: Element) -> None:
    for one in inside(item, "identifier"):
        address = first(one, "URI", "value")
        kind, _, number = words(one).partition(" ")
        if address:
            say(draft, "URL", address)
        elif kind in {"DOI", "ISBN", "ISSN"} and number:
            say(draft, kind, number)


def _say(draft: Draft, child: Element) -> None:
    name = name_of(child)
    if name == "identifier":
        parent = child.getparent()
        if parent is not None:
            _identifiers(draft, parent)
    elif name == "rights":
        draft.license = words(child) or None
    elif name in _TEXTS and (words(child) == "" or say(draft, _TEXTS[name], words(child))):
        return
    elif name and name not in _NOT_TOLD and name not in _ROLES and words(child):
        draft.unknown[FAMILY + name] = words(child)


def _publisher(draft: Draft, item: Element) -> None:
    for one in inside(item, "publisher", "Organization"):
        say(draft, "publisher", first(one, "name"))
        say(draft, "publisher-place", first(one, "adr", "Address", "locality"))


def _cite_key(item: Element) -> str:
    lines = (line.partition(":") for line in "".join(_description(item)).split("\n"))
    return next((value.strip() for name, _, value in lines if name.strip().lower() in {"citation key", "citekey"}), "")


def _description(item: Element) -> Iterator[str]:
    for one in inside(item, "description"):
        yield whole_text(one)


def _extra(draft: Draft, item: Element) -> Iterator[str]:
    """The lines of Extra that are no variables; those that are, are said."""
    for line in "\n".join(_description(item)).split("\n"):
        name, _, value = line.partition(":")
        part = _EXTRA.get(name.strip().lower())
        told = part is not None and value.strip() and _say_original(draft, part, value.strip())
        if line.strip() and not told:
            yield line.strip()


def _say_original(draft: Draft, part: str, value: str) -> bool:
    if part == "title":
        draft.say_original_title(value)
    elif part == "language":
        draft.original_language = tag_of(value, LANGIDS)
        return draft.original_language is not None
    elif part == "date":
        probe = Draft()
        if not say(probe, "issued", value):
            return False
        draft.there["date"] = probe.own["date"]
    else:
        draft.there[part] = value
    return True
