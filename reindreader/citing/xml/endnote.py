"""Records as EndNote XML, in the order of elements that its DTD asks for."""

from collections.abc import Iterable, Iterator
from itertools import count

import reindreader
from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.citing.phrases import Words, phrases
from reindreader.citing.ris.writer import ris_name
from reindreader.citing.sheets import Sheet, first_date, keywords, sheet
from reindreader.citing.xml.elements import Lines, as_text, document, element, within
from reindreader.citing.xml.endnote_tables import (
    FIELDS,
    GENERIC,
    LAST_FIELDS,
    LATER_FIELDS,
    NAMES,
    TITLES,
    TYPES,
    WORDED_ROLES,
)
from reindreader.model.names import Name
from reindreader.model.records import Record


def write_endnote(entries: Iterable[tuple[str, Record]], job: Job = PLAIN_JOB) -> Iterator[str]:
    """An EndNote XML file, a record a piece."""
    words = phrases(job.options.words)
    numbers = count(1)
    records = (as_text(_record(sheet(key, record), next(numbers), words)) for key, record in entries)
    return document(("<xml>", "<records>"), records, ("</records>", "</xml>"), ascii_only=bool(job.options.ascii))


def _record(own: Sheet, number: int, words: Words) -> Lines:
    kind, name = TYPES.get(own.record.kind, GENERIC)
    lines = [*element("source-app", "Reindreader", name="Reindreader", version=reindreader.__version__)]
    lines += element("rec-number", str(number))
    lines += element("ref-type", str(kind), name=name)
    lines += within("contributors", _contributors(own))
    lines += within("titles", _fields(own, TITLES))
    lines += within("periodical", element("full-title", own.text("container-title")))
    lines += _fields(own, FIELDS)
    lines += within("keywords", (line for k in keywords(own.text("keyword")) for line in element("keyword", k)))
    lines += _dates(own)
    lines += _fields(own, LATER_FIELDS)
    lines += element("label", own.key)
    lines += element("notes", "\n".join([n] if (n := own.text("note")) else []))
    lines += element("research-notes", ". ".join(own.said(words, WORDED_ROLES, original=False)))
    lines += _fields(own, LAST_FIELDS)
    lines += within("urls", within("related-urls", element("url", own.text("URL"))))
    lines += element("access-date", own.text("accessed"))
    return within("record", lines)


def _contributors(own: Sheet) -> Lines:
    for group, role in NAMES:
        yield from within(group, (line for name in own.names(role) for line in element("author", endnote_name(name))))


def endnote_name(name: Name) -> str:
    """``Family, Given, Suffix``; an organisation and an unsplit name end in a comma, so that EndNote does not split them."""
    whole = name.organisation or (name.form.family is None and " " in name.form.text.strip())
    return f"{ris_name(name)}," if whole else ris_name(name)


def _fields(own: Sheet, table: Iterable[tuple[str, str]]) -> Lines:
    for tag, name in table:
        yield from element(tag, _text(own, name))


def _text(own: Sheet, name: str) -> str:
    if name == "number-or-issue":
        return own.text("issue") or own.text("number")
    if name == "serial-number":
        return "\n".join(text for text in (own.text("ISSN"), own.text("ISBN")) if text)
    return own.text(name)


def _dates(own: Sheet) -> Lines:
    first = first_date(own.own.date)
    day = "-".join(f"{part:02d}" for part in (first.month, first.day) if part is not None) if first else ""
    dates = within("pub-dates", element("date", day and own.text("iso-date")))
    return within("dates", [*element("year", own.text("year")), *dates])
