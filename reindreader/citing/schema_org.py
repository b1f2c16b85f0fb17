"""Records as JSON-LD of schema.org, where a translation has its ``translator`` and its ``translationOfWork``."""

from collections.abc import Iterable, Iterator
from typing import Any

from reindreader.citing.json_pieces import filled, json_list
from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.citing.phrases import Words, phrases
from reindreader.citing.schema_org_tables import CONTAINERS, NAMES, PROPERTIES, TYPES, WORDED_ROLES
from reindreader.citing.sheets import Sheet, iso_date, keywords, page_ends, sheet
from reindreader.citing.versions import linked_original
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date, DateRange, PartialDate
from reindreader.model.records import Appearance, Record, Title

Thing = dict[str, Any]
_OPENING = '{\n  "@context": "https://schema.org",\n  "@graph": ['


def write_schema_org(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """A JSON-LD file, a work a piece."""
    words = phrases(job.options.words)
    things = (_thing(sheet(key, record), job, words) for key, record in entries)
    return json_list(things, ascii_only=bool(job.options.ascii), opening=_OPENING, closing="  ]\n}")


def _thing(own: Sheet, job: Job, words: Words) -> Thing:
    record = own.record
    return filled(
        {
            "@type": TYPES.get(record.kind, "CreativeWork"),
            "@id": f"#{own.key}",
            "identifier": own.key,
            **_title(record.title),
            "inLanguage": record.language,
            **_people(record.contributors),
            "datePublished": schema_date(own.own.date),
            **{name: own.text(text) for name, text in PROPERTIES},
            **_pages(own.text("page")),
            "publisher": _organisations(own.text("publisher")),
            "publication": _publication(own.own),
            "isPartOf": _container(own),
            "url": own.own.url,
            "archivedAt": own.own.archived,
            "sameAs": f"https://doi.org/{doi}" if (doi := own.text("DOI")) else None,
            "license": record.license,
            "keywords": keywords(own.text("keyword")),
            "comment": _comment(own.text("note")),
            "creditText": ". ".join(
                s.rstrip(".") for s in own.said(words, WORDED_ROLES, original=own.yearless_original, marked=True)
            ),
            "translationOfWork": _original(own, job),
        }
    )


def schema_date(date: Date | None) -> str:
    """ISO 8601, of a range both ends; marks are dropped; "" without a year."""
    if isinstance(date, DateRange) and date.edtf:
        ends = (iso_date(end) if end else ".." for end in (date.start, date.end))
        return "/".join(ends)
    return iso_date(date) if isinstance(date, PartialDate) else ""


def _title(title: Title | None) -> Thing:
    if title is None:
        return {}
    forms = [{"@value": form.text, "@language": form.tag} if form.tag else form.text for form in title.forms]
    return {"name": title.text, "alternateName": forms}


def _people(contributors: Iterable[Contributor]) -> Thing:
    found: Thing = {}
    for contributor in contributors:
        name = NAMES.get(contributor.role)
        if name:
            found.setdefault(name, []).append(_person(contributor))
        elif contributor.role is not Role.PUBLISHER:
            role = {"@type": "Role", "roleName": contributor.role.value, "contributor": _person(contributor)}
            found.setdefault("contributor", []).append(role)
    return found


def _person(contributor: Contributor) -> Thing:
    name, form = contributor.name, contributor.name.form
    return filled(
        {
            "@type": "Organization" if name.organisation else "Person",
            "name": form.text,
            "familyName": form.surname if form.family else None,
            "givenName": form.forenames,
            "honorificSuffix": form.suffix,
            "honorificPrefix": name.honorific,
            "jobTitle": contributor.title,
            "alternateName": [other.text for other in name.forms[1:]],
        }
    )


def _pages(pages: str) -> Thing:
    first, last = page_ends(pages)
    return {"pageStart": first, "pageEnd": last} if last else {"pagination": pages}


def _organisations(names: str) -> list[Thing]:
    return [{"@type": "Organization", "name": name} for name in names.split("; ") if name]


def _publication(appearance: Appearance) -> Thing | None:
    """Where the publisher is: a work has no property for that, its publication has."""
    if not appearance.place:
        return None
    return {"@type": "PublicationEvent", "location": {"@type": "Place", "name": appearance.place}}


def _container(own: Sheet) -> Thing | None:
    """The periodical or book, in it the volume, in that the issue: what it is part of stands innermost."""
    name = own.text("container-title")
    whole = filled({"name": name, "issn": own.text("ISSN"), "alternateName": own.text("container-title-short")})
    inner: Thing = {"@type": CONTAINERS.get(own.record.kind, "CreativeWork")} | whole if whole else {}
    for kind, number, text in (
        ("PublicationVolume", "volumeNumber", "volume"),
        ("PublicationIssue", "issueNumber", "issue"),
    ):
        if value := own.text(text):
            inner = filled({"@type": kind, number: value, "isPartOf": inner})
    return inner or None


def _comment(note: str) -> Thing | None:
    return {"@type": "Comment", "text": note} if note else None


def _original(own: Sheet, job: Job) -> Thing | None:
    """The original: by its address within the file where it is there, and what the record itself knows of it."""
    original, there = own.original, own.there
    link = linked_original(own.record, job.there)
    key = link.key if link else None
    known = filled(
        {
            "@id": f"#{key}" if key else None,
            **_title(original.title),
            "inLanguage": original.language,
            **_people(original.contributors),
            "datePublished": schema_date(there.date),
            "publication": _publication(there),
            "isPartOf": {"@type": "CreativeWork", "name": there.publication} if there.publication else None,
            "url": there.url,
            "archivedAt": there.archived,
        }
    )
    if not known or key:
        return known or None
    return {"@type": TYPES.get(own.record.kind, "CreativeWork")} | known
