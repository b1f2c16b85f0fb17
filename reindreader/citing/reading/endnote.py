"""EndNote's XML -> entries (the DTD that comes with EndNote, RSXML)."""

from reindreader.citing.reading.drafts import Draft
from reindreader.citing.reading.flat import said_record, say
from reindreader.citing.reading.people import one_name, organisation
from reindreader.citing.reading.trees import Element, attribute, first, inside, line_of, name_of, raw, whole_text, words
from reindreader.citing.reading.values import Bibliography, Broken, Entry, Notice, Remark
from reindreader.citing.xml.endnote_tables import TYPES as _WRITTEN
from reindreader.model.contributors import Role
from reindreader.model.names import Name

FAMILY = "endnote:"
_TYPES = {number: kind for kind, (number, _) in reversed(_WRITTEN.items())} | {43: "article-journal", 47: "paper-conference",
          10: "paper-conference", 12: "webpage", 16: "webpage", 34: "manuscript", 22: "document", 44: "book", 60: "chapter"}  # fmt: skip
_ROLES = {
    "authors": Role.AUTHOR,
    "secondary-authors": Role.EDITOR,
    "subsidiary-authors": Role.TRANSLATOR,
}
_TEXTS = {
    ("titles", "title"): "title", ("titles", "secondary-title"): "container-title", ("titles", "tertiary-title"):
    "collection-title", ("titles", "alt-title"): "container-title-short", ("titles", "short-title"): "title-short",
    ("titles", "translated-title"): "original-title", ("periodical", "full-title"): "container-title",
    ("periodical", "abbr-1"): "container-title-short", ("pages",): "page", ("volume",): "volume", ("number",): "issue",
    ("num-vols",): "number-of-volumes", ("edition",): "edition", ("section",): "section", ("dates", "year"): "issued",
    ("dates", "pub-dates", "date"): "issued", ("pub-location",): "publisher-place", ("publisher",): "publisher",
    ("isbn",): "serial-number", ("accession-num",): "archive_location", ("call-num",): "call-number",
    ("electronic-resource-num",): "DOI", ("abstract",): "abstract", ("notes",): "note", ("work-type",): "genre",
    ("remote-database-name",): "archive", ("remote-database-provider",): "source", ("language",): "language",
    ("urls", "related-urls", "url"): "URL", ("urls", "web-urls", "url"): "URL", ("access-date",): "accessed",
}  # fmt: skip
"""Path of elements -> CSL variable, in the order in which they are read."""

_SEEN = frozenset({path[0] for path in _TEXTS}) | {
    "contributors", "keywords", "ref-type", "rec-number", "source-app", "database", "foreign-keys", "label",
    "research-notes", "urls",
}  # fmt: skip


def read_endnote(root: Element) -> Bibliography:
    """The records of a tree whose root is ``xml`` or ``records``."""
    records = [element for element in root.iter() if name_of(element) == "record"]
    entries = tuple(_entry(record) for record in records if len(record))
    broken = tuple(_broken(record) for record in records if not len(record))
    return Bibliography("endnote-xml", entries, broken)


def _broken(record: Element) -> Broken:
    line = line_of(record)
    return Broken(raw(record), line, Remark(Notice.NOT_READABLE, line))


def _entry(record: Element) -> Entry:
    draft = Draft(kind=_kind(record))
    for group, role in _ROLES.items():
        draft.add(role, (_name(words(one)) for one in inside(record, "contributors", group, "author")))
    for path, name in _TEXTS.items():
        _say(draft, record, path, name)
    keywords = [words(one) for one in inside(record, "keywords", "keyword")]
    draft.variable("keyword", ", ".join(keywords))
    _keep_rest(draft, record)
    notes = [note for note in (first(record, "research-notes"),) if note]
    made = said_record(draft, notes)
    files = tuple(words(one) for one in inside(record, "urls", "pdf-urls", "url"))
    key = first(record, "label")
    return Entry(key, made, raw(record), line_of(record), tags=tuple(dict.fromkeys(keywords)), files=files)


def _kind(record: Element) -> str:
    number = first(record, "ref-type")
    return _TYPES.get(int(number), "document") if number.isdigit() and len(number) < 4 else "document"


def _name(text: str) -> Name | None:
    """``Institute of Ferries,``: a comma at the end keeps EndNote from splitting the name."""
    return organisation(text[:-1]) if text.endswith(",") else one_name(text)


def _say(draft: Draft, record: Element, path: tuple[str, ...], name: str) -> None:
    for element in inside(record, *path):
        text = words(element) if name != "note" else whole_text(element)
        if text and not say(draft, name, text) and not _same(draft, name, text):
            draft.unknown.setdefault(FAMILY + "/".join(path), text)


def _same(draft: Draft, name: str, text: str) -> bool:
    """Whether the text says again what was said: a container stands in two places."""
    return text in draft.own.values() or draft.variables.get(name) == text


def _keep_rest(draft: Draft, record: Element) -> None:
    for child in record:
        name = name_of(child)
        text = words(child)
        if name and name not in _SEEN and text:
            draft.unknown[FAMILY + name] = text
    for group in inside(record, "contributors"):
        for child in group:
            if name_of(child) not in _ROLES and words(child):
                people = [words(one) for one in child]
                draft.unknown[f"{FAMILY}contributors/{name_of(child)}"] = "; ".join(people)
    kind = next(inside(record, "ref-type"), None)
    if kind is not None and _kind(record) == "document" and attribute(kind, "name") not in {"", "Generic"}:
        draft.unknown[FAMILY + "ref-type"] = attribute(kind, "name")
