"""What a record holds and CSL-JSON 1.0.2 has no variable for, as the item's ``custom`` object.

The schema leaves the inside of ``custom`` to the program that writes it. Keys here: ``original-language``,
``original-container-title``, ``original-contributors``, ``appearances`` (all of them, dates as written by ``Date.iso``),
``contributors`` (those with a fact that a CSL name cannot hold), ``title-forms``, ``original-title-forms``, ``links``,
``translation``, ``license``, ``unknown``.
"""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from reindreader.citing.csl_tables import NAME_VARIABLES
from reindreader.citing.versions import original_of, outlets
from reindreader.model.contributors import Contributor
from reindreader.model.dates import Date, DateRange
from reindreader.model.names import NameForm
from reindreader.model.records import (
    Appearance,
    LinkKind,
    Original,
    Record,
    TaggedText,
    Title,
    Translation,
    TranslationKind,
)

Custom = dict[str, Any]


def custom(record: Record) -> Custom:
    """All that ``csl_item`` had no place for; empty where there is nothing."""
    original = original_of(record)
    there = outlets(record).original
    return filled(
        {
            "original-language": original.language,
            "original-container-title": there.publication if there else None,
            "original-contributors": _contributors(original.contributors, every=True),
            "original-title-forms": _title_forms(original.title),
            "title-forms": _title_forms(record.title),
            "contributors": _contributors(record.contributors, every=False),
            "appearances": [_appearance(a) for a in record.appearances],
            "links": _links(record, original),
            "translation": _translation(record.translation),
            "license": record.license,
            "unknown": dict(record.unknown),
        }
    )


def filled(values: Custom) -> Custom:
    """The values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _appearance(appearance: Appearance) -> Custom:
    return filled(
        {
            "relation": appearance.relation.value,
            "publication": appearance.publication,
            **date_facts("date", appearance.date),
            "place": appearance.place,
            "url": appearance.url,
            **date_facts("accessed", appearance.accessed),
            "archived": appearance.archived,
        }
    )


def date_facts(name: str, date: Date | None) -> Custom:
    """A date as text under its name, and beside it the words as printed."""
    if date is None:
        return {}
    edtf = date.edtf if not isinstance(date, DateRange) or date.edtf else date.iso
    return {name: edtf or date.iso, f"{name}-printed": date.printed}


def _contributors(contributors: Iterable[Contributor], *, every: bool) -> list[Custom]:
    return [_contributor(c) for c in contributors if every or not _plain(c)]


def _plain(contributor: Contributor) -> bool:
    """Whether CSL's name says all that is known of the contributor."""
    name = contributor.name
    rest = contributor.qualifier, contributor.title, name.honorific, name.form.tag, len(name.forms) > 1, name.guessed
    return contributor.role in NAME_VARIABLES and not any(rest) and name.literal == name.form.text


def _contributor(contributor: Contributor) -> Custom:
    name = contributor.name
    return filled(
        {
            "role": contributor.role.value,
            "qualifier": contributor.qualifier.value if contributor.qualifier else None,
            "title": contributor.title,
            "name": name.literal,
            "honorific": name.honorific,
            "organisation": name.organisation or None,
            "guessed": name.guessed or None,
            "forms": [_form(form) for form in name.forms],
        }
    )


def _form(form: NameForm) -> Custom:
    return filled({part.name: getattr(form, part.name) for part in fields(form)})


def _title_forms(title: Title | None) -> list[Custom]:
    if title is None or not (title.forms or title.tag):
        return []
    return [filled({"text": form.text, "tag": form.tag}) for form in (TaggedText(title.text, title.tag), *title.forms)]


def _links(record: Record, shown: Original) -> list[Custom]:
    """The links that the item itself does not show: all but the first original that is described in the record."""
    rest = (link for link in record.links if link.target is not shown or link.kind is not LinkKind.TRANSLATION_OF)
    return [
        filled({"kind": link.kind.value} | (_original(t) if isinstance(t := link.target, Original) else {"record": t}))
        for link in rest
    ]


def _original(original: Original) -> Custom:
    return {
        "title": original.title.text if original.title else None,
        "title-forms": _title_forms(original.title),
        "language": original.language,
        "contributors": _contributors(original.contributors, every=True),
    }


def _translation(translation: Translation) -> Custom:
    known = translation.kind is not TranslationKind.UNKNOWN
    return filled(
        {
            "kind": translation.kind.value if known else None,
            "authorised": translation.authorised,
            "tool": translation.tool,
        }
    )
