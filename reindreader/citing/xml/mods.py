"""Records as MODS 3.8 (Library of Congress): an original is a related item of its own, and may be linked to."""

from collections.abc import Iterable, Iterator

from reindreader.citing.csl_tables import PUBLISHED_ALONE
from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.citing.phrases import Words, phrases
from reindreader.citing.sheets import Sheet, keywords, sheet
from reindreader.citing.versions import linked_original
from reindreader.citing.xml.elements import Lines, as_text, document, element, within
from reindreader.citing.xml.mods_tables import GENRES, IDENTIFIERS, PARTS, RESOURCES, WORDED_ROLES
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date
from reindreader.model.names import Name
from reindreader.model.records import Appearance, Record, Title

_OPENING = (
    (
        '<modsCollection xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/mods/v3'
        ' http://www.loc.gov/standards/mods/v3/mods-3-8.xsd">'
    ),
)


def write_mods(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """A MODS collection, a record a piece."""
    words = phrases(job.options.words)
    records = (as_text(_mods(sheet(key, record), job, words)) for key, record in entries)
    return document(_OPENING, records, ("</modsCollection>",), ascii_only=bool(job.options.ascii))


def _mods(own: Sheet, job: Job, words: Words) -> Lines:
    record = own.record
    lines: list[str] = [*_title(record.title), *_short_title(own), *_names(record.contributors)]
    lines += element("typeOfResource", RESOURCES.get(record.kind, "text"))
    lines += element("genre", GENRES.get(record.kind, ""), authority="marcgt")
    lines += element("genre", record.kind, authority="csl")
    lines += element("genre", own.text("genre"))
    alone = record.kind in PUBLISHED_ALONE
    lines += _origin(own.own, own.text("publisher"), own.text("edition"))
    lines += _language(record.language)
    lines += _extent(own)
    lines += element("abstract", own.text("abstract"))
    lines += element("note", own.text("note"))
    for sentence in own.said(words, WORDED_ROLES, original=own.yearless_original, marked=True):
        lines += element("note", sentence, type="publications")
    for keyword in keywords(own.text("keyword")):
        lines += within("subject", element("topic", keyword))
    lines += _host(own, alone=alone)
    lines += _series(own)
    lines += _original(own, job)
    for kind, name in IDENTIFIERS:
        lines += element("identifier", own.text(name), type=kind)
    lines += element("identifier", own.key, type="citekey")
    lines += _location(own.own)
    lines += element("accessCondition", record.license or "", type="use and reproduction")
    return within("mods", lines, version="3.8", ID=_xml_id(own.key))


def _xml_id(key: str) -> str:
    """An XML name: it begins with a letter."""
    return key if key[:1].isalpha() else f"id-{key}"


def _title(title: Title | None) -> Lines:
    if title is None:
        return
    yield from within("titleInfo", element("title", title.text), lang=title.tag)
    for form in title.forms:
        yield from within("titleInfo", element("title", form.text), type="alternative", lang=form.tag)


def _short_title(own: Sheet) -> Lines:
    return within("titleInfo", element("title", own.text("title-short")), type="abbreviated")


def _names(contributors: Iterable[Contributor]) -> Lines:
    for contributor in contributors:
        if contributor.role is not Role.PUBLISHER:
            yield from _name(contributor)


def _name(contributor: Contributor) -> Lines:
    name = contributor.name
    parts: list[str] = [*_name_parts(name)]
    for form in name.forms[1:]:
        parts += within("alternativeName", element("namePart", form.text), lang=form.tag)
    for role in (contributor.role, contributor.qualifier):
        if role:
            parts += within("role", element("roleTerm", role.value, authority="marcrelator", type="code"))
    parts += element("description", ", ".join(part for part in (name.honorific, contributor.title) if part))
    return within("name", parts, type="corporate" if name.organisation else "personal", lang=name.form.tag)


def _name_parts(name: Name) -> Lines:
    form = name.form
    if name.organisation or form.family is None:
        yield from element("namePart", form.text)
        return
    yield from element("namePart", form.surname, type="family")
    yield from element("namePart", form.forenames, type="given")
    yield from element("namePart", form.suffix or "", type="termsOfAddress")


def _date(date: Date | None) -> str:
    """Extended Date/Time Format, which has marks and ranges; "" where a year is not known."""
    return date.edtf if date else ""


def _origin(appearance: Appearance, publisher: str, edition: str = "") -> Lines:
    place = [*within("place", element("placeTerm", appearance.place or "", type="text"))]
    date = [*element("dateIssued", _date(appearance.date), encoding="edtf")]
    return within("originInfo", [*place, *element("publisher", publisher), *date, *element("edition", edition)])


def _language(tag: str | None) -> Lines:
    term = element("languageTerm", tag or "", type="code", authority="rfc5646")
    return within("language", term)


def _extent(own: Sheet) -> Lines:
    pages = own.text("number-of-pages")
    return within("physicalDescription", element("extent", f"{pages} p." if pages else ""))


def _host(own: Sheet, *, alone: bool) -> Lines:
    """What it appeared in, with volume, issue and pages."""
    container = own.text("container-title")
    inside: list[str] = [*within("titleInfo", element("title", container))]
    inside += within("titleInfo", element("title", own.text("container-title-short")), type="abbreviated")
    part: list[str] = []
    for kind, name in PARTS:
        part += within("detail", element("number", own.text(name)), type=kind)
    part += within("extent", _pages(own), unit="page")
    if alone and not container:
        return within("part", part)
    inside += within("part", part)
    return within("relatedItem", inside, type="host")


def _pages(own: Sheet) -> Lines:
    first, last = own.text("first-page"), own.text("last-page")
    if not last:
        yield from element("list", first)
        return
    yield from element("start", first)
    yield from element("end", last)


def _series(own: Sheet) -> Lines:
    number = within("detail", element("number", own.text("collection-number")), type="volume")
    inside = [*within("titleInfo", element("title", own.text("collection-title"))), *within("part", number)]
    return within("relatedItem", inside, type="series")


def _original(own: Sheet, job: Job) -> Lines:
    """The version that this one was translated from: what is known of it, and a link where it is in the file."""
    original, there = own.original, own.there
    inside = [*_title(original.title), *_names(original.contributors)]
    alone = own.record.kind in PUBLISHED_ALONE
    inside += _origin(there, (there.publication or "") if alone else "")
    host = [] if alone else [*within("titleInfo", element("title", there.publication or ""))]
    inside += within("relatedItem", host, type="host")
    inside += _language(original.language)
    inside += _location(there)
    link = linked_original(own.record, job.there)
    key = link.key if link else None
    if key and not inside:
        inside += element("identifier", key, type="citekey")
    attributes = {"type": "original", "xlink:href": f"#{_xml_id(key)}" if key else None}
    return within("relatedItem", inside, **attributes)


def _location(appearance: Appearance) -> Lines:
    accessed = _date(appearance.accessed) or None
    address = [*element("url", appearance.url or "", dateLastAccessed=accessed, usage="primary display")]
    kept = [*element("url", appearance.archived or "", note="archived copy")]
    return within("location", address + kept)
