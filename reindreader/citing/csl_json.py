"""Records as CSL-JSON 1.0.2: the item that styles format, and the export that loses nothing."""

from collections.abc import Iterable, Iterator
from typing import Any

from reindreader.citing.csl_custom import custom
from reindreader.citing.csl_dates import csl_date
from reindreader.citing.csl_tables import NAME_VARIABLES, PUBLISHED_ALONE
from reindreader.citing.identifiers import bare_doi
from reindreader.citing.json_pieces import json_list
from reindreader.citing.versions import original_authors, original_of, outlets
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import Name
from reindreader.model.records import Appearance, Record

Item = dict[str, Any]


def csl_item(record: Record, key: str) -> Item:
    """The record as a style should see it, and nothing that a style could misread.

    A date without a year is left out: a style would print "(Mok)" or "30 Nov. .". So is an appearance of which nobody
    said which text appeared there. An outlet of the original is ``original-publisher``: CSL has no
    ``original-container-title``. Key order is fixed.
    """
    found = outlets(record)
    item: Item = {"id": key, "type": record.kind}
    if record.title:
        item["title"] = record.title.text
    item |= _names(record)
    if found.own:
        item |= _own(found.own, record)
    item |= _original(record, found.original)
    if record.language:
        item["language"] = record.language
    item |= {name: value for name, value in record.variables.items() if value and name not in item}
    return item | ({"DOI": bare_doi(item["DOI"])} if "DOI" in item else {})


def csl_export(record: Record, key: str) -> Item:
    """The same item, with what CSL has no variable for under ``custom``."""
    item, extra = csl_item(record, key), custom(record)
    if "DOI" in item:
        item["DOI"] = record.variables["DOI"]  # as it came
    return item | {"custom": extra} if extra else item


def csl_name(name: Name) -> dict[str, str]:
    """A name in the parts of CSL-JSON; an organisation, or a name that was not split, as ``literal``."""
    form = name.form
    if name.organisation or form.family is None:
        return {"literal": form.text}
    parts = {
        "family": form.family,
        "given": form.given,
        "non-dropping-particle": form.particle,
        "dropping-particle": form.dropping_particle,
        "suffix": form.suffix,
    }
    return {part: words for part, words in parts.items() if words}


def write_csl_json(entries: Iterable[tuple[str, Record]], *, ascii_only: bool = False) -> Iterator[str]:
    """A CSL-JSON file, piece by piece, one record after the other; the same records give the same bytes."""
    return json_list((csl_export(record, key) for key, record in entries), ascii_only=ascii_only)


def _names(record: Record) -> Item:
    found: Item = {}
    for contributor in record.contributors:
        variable = NAME_VARIABLES.get(contributor.role)
        if contributor.role is Role.INTERVIEWEE and record.kind == "interview":
            variable = "author"
        if variable:
            found.setdefault(variable, []).append(csl_name(contributor.name))
    publishers = record.by_role(Role.PUBLISHER)
    return found | ({"publisher": _listed(publishers)} if publishers else {})


def _listed(contributors: tuple[Contributor, ...]) -> str:
    return "; ".join(c.name.form.text for c in contributors)


def _own(appearance: Appearance, record: Record) -> Item:
    outlet = "publisher" if record.kind in PUBLISHED_ALONE else "container-title"
    return _filled(
        {
            outlet: appearance.publication,
            "publisher-place": appearance.place,
            "issued": csl_date(appearance.date),
            "URL": appearance.url,
            "accessed": csl_date(appearance.accessed),
        }
    )


def _original(record: Record, appearance: Appearance | None) -> Item:
    original = original_of(record)
    there = appearance or Appearance()
    return _filled(
        {
            "original-author": [csl_name(c.name) for c in original_authors(record)],
            "original-title": original.title.text if original.title else None,
            "original-publisher": there.publication,
            "original-publisher-place": there.place,
            "original-date": csl_date(there.date),
        }
    )


def _filled(item: Item) -> Item:
    return {name: value for name, value in item.items() if value}
