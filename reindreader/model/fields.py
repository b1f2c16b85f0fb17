"""The fields that claims are about, and the record that a set of claims adds up to.

A table: each field has its kind of value and its place in the record. A user's names for the fields
(``published.date``, ``original.publication``) lead to these through ``slot_of``. ``claims_of`` takes a record that a
file declares apart again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, cast

from reindreader.model.claims import Certainty, Claim, FilePlace, Value, effective
from reindreader.model.contributors import FIELD_ROLES, ROLE_FIELDS, Contributor
from reindreader.model.records import (
    DEFAULT_TYPE,
    Appearance,
    Link,
    LinkKind,
    Original,
    Record,
    Relation,
    Translation,
    TranslationKind,
)


class ValueKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    TITLE = "title"
    DATE = "date"
    LANGUAGE = "language"
    CONTRIBUTORS = "contributors"
    RELATION = "relation"
    TRANSLATION_KIND = "translation-kind"
    URL = "url"
    TYPE = "type"
    YES_NO = "yes-no"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Field:
    """``many``: several claims of one slot add up (contributors); else the first holds and others conflict."""

    name: str
    kind: ValueKind

    @property
    def many(self) -> bool:
        """Whether several values stand side by side."""
        return self.kind in {ValueKind.CONTRIBUTORS, ValueKind.LINK}


APPEARANCE = "appearance."
ORIGINAL = "original."
VARIABLE = "variable."
UNKNOWN = "unknown."
"""Before the name of a field of a file that we have no place for. A name with a colon in it (``ris:C3``) is kept for the
writers of that family of formats alone."""

ACCOUNT = UNKNOWN + "office:account"
"""The name of the account that made an office document: nobody's credit, unless the text names the same person."""

APPEARANCE_PARTS: dict[str, ValueKind] = {
    "publication": ValueKind.TEXT,
    "date": ValueKind.DATE,
    "place": ValueKind.TEXT,
    "url": ValueKind.URL,
    "accessed": ValueKind.DATE,
    "archived": ValueKind.URL,
    "relation": ValueKind.RELATION,
}

VARIABLES = (
    "DOI", "ISBN", "ISSN", "PMID", "PMCID", "publisher", "publisher-place", "volume", "issue", "number", "page", "edition",
    "collection-title", "collection-number", "chapter-number", "section", "genre", "medium", "container-title-short",
    "title-short", "note", "abstract", "keyword", "archive", "archive_location", "call-number", "source", "number-of-pages",
    "number-of-volumes", "event-title", "event-place", "version", "status", "jurisdiction", "references", "scale",
)  # fmt: skip
"""The CSL 1.0.2 variables (appendix IV) that a record keeps as text."""

FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        field.name: field
        for field in (
            Field("type", ValueKind.TYPE),
            Field("title", ValueKind.TITLE),
            Field("language", ValueKind.LANGUAGE),
            *(Field(name, ValueKind.CONTRIBUTORS) for name in FIELD_ROLES),
            Field("original.title", ValueKind.TITLE),
            Field("original.language", ValueKind.LANGUAGE),
            *(Field(ORIGINAL + name, ValueKind.CONTRIBUTORS) for name in FIELD_ROLES),
            *(Field(APPEARANCE + name, kind) for name, kind in APPEARANCE_PARTS.items()),
            Field("translation.kind", ValueKind.TRANSLATION_KIND),
            Field("translation.tool", ValueKind.TEXT),
            Field("translation.authorised", ValueKind.YES_NO),
            Field("link", ValueKind.LINK),
            Field("license", ValueKind.TEXT),
            *(Field(VARIABLE + name, ValueKind.TEXT) for name in VARIABLES),
        )
    }
)


def field_of(name: str) -> Field:
    """The field of the name; further variables and unknown fields may have any name. Raises KeyError."""
    if name not in FIELDS and name.startswith((VARIABLE, UNKNOWN)):
        return Field(name, ValueKind.TEXT)
    return FIELDS[name]


YES, NO = "yes", "no"
_OUTLETS: dict[str, Relation] = {"published": Relation.TRANSLATION, "original": Relation.ORIGINAL}
ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "container-title": "published.publication",
        "publication": "published.publication",
        "date": "published.date",
        "issued": "published.date",
        "url": "published.url",
        "URL": "published.url",
        "accessed": "published.accessed",
        "original-title": "original.title",
        "original-date": "original.date",
        "original-publisher": "original.publication",
        "original-publisher-place": "original.place",
        "original-author": "original.author",
        "original-language": "original.language",
        "appearance": "appearance.relation",
        "relation": "appearance.relation",
    }
)
"""Other names a user may give a field by: CSL's, and short ones."""


def field_names() -> tuple[str, ...]:
    """The names that a user sets fields by, in the order that help shows them."""
    plain = [name for name in FIELDS if not name.startswith((APPEARANCE, VARIABLE))]
    outlets = [f"{outlet}.{part}" for outlet in _OUTLETS for part in APPEARANCE_PARTS if part != "relation"]
    return (*plain, *outlets, "appearance.relation", *VARIABLES)


def slot_of(name: str, claims: Iterable[Claim]) -> tuple[str, int]:
    """The slot (field, item) that a user's name of a field means, given what is claimed so far.

    ``published.*`` and ``original.*`` are parts of the appearance of that relation, a new one where there is none;
    ``appearance.*`` is the first appearance of unstated relation, else the first. Raises KeyError for other names.
    """
    name = ALIASES.get(name, name)
    outlet, _, part = name.partition(".")
    relations = appearance_relations(claims)
    if part in APPEARANCE_PARTS and outlet in _OUTLETS:
        wanted = _OUTLETS[outlet]
        free = max(relations, default=-1) + 1
        return APPEARANCE + part, next((i for i, r in sorted(relations.items()) if r is wanted), free)
    if part in APPEARANCE_PARTS and name.startswith(APPEARANCE):
        first = min(relations, default=0)
        return name, next((i for i, r in sorted(relations.items()) if r is Relation.UNSTATED), first)
    if name in VARIABLES:
        name = VARIABLE + name
    return field_of(name).name, 0


def new_relation(name: str) -> Relation | None:
    """The relation that a new appearance gets when the user sets this field first; None for other fields."""
    outlet, _, part = ALIASES.get(name, name).partition(".")
    return _OUTLETS.get(outlet) if part in APPEARANCE_PARTS else None


def appearance_relations(claims: Iterable[Claim]) -> dict[int, Relation]:
    """The relation of each appearance that the claims speak of."""
    held = effective(claims)
    items = {item for name, item in held if name.startswith(APPEARANCE)}
    return {item: _relation(held.get((APPEARANCE + "relation", item), ())) for item in sorted(items)}


def _relation(claims: tuple[Claim, ...]) -> Relation:
    return Relation(str(claims[0].value)) if claims else Relation.UNSTATED


def record_of(claims: Iterable[Claim]) -> Record:
    """The record that the claims add up to: of each slot the user's word, else what was found first."""
    held = effective(claims)

    def one(name: str, item: int = 0) -> Any:
        own = held.get((name, item), ())
        return own[0].value if own else None

    original = Original(one("original.title"), one("original.language"), _contributors(held, ORIGINAL))
    first = () if original.empty else (Link(LinkKind.TRANSLATION_OF, original),)
    return Record(
        kind=one("type") or DEFAULT_TYPE,
        title=one("title"),
        language=one("language"),
        contributors=_contributors(held, ""),
        appearances=_appearances(held, one),
        links=first + tuple(cast("Link", claim.value) for claim in held.get(("link", 0), ())),
        translation=_translation(one),
        license=one("license"),
        variables=_named(held, VARIABLE),
        unknown=_named(held, UNKNOWN),
    )


def _translation(one: Callable[[str], Any]) -> Translation:
    kind, authorised = one("translation.kind"), one("translation.authorised")
    return Translation(
        TranslationKind(kind) if kind else TranslationKind.UNKNOWN,
        authorised=None if authorised is None else authorised == YES,
        tool=one("translation.tool"),
    )


def _named(held: Mapping[tuple[str, int], tuple[Claim, ...]], prefix: str) -> Mapping[str, str]:
    return MappingProxyType(
        {name.removeprefix(prefix): str(own[0].value) for (name, _), own in held.items() if name.startswith(prefix)}
    )


def _contributors(held: Mapping[tuple[str, int], tuple[Claim, ...]], prefix: str) -> tuple[Contributor, ...]:
    own = (held.get((prefix + name, 0), ()) for name in FIELD_ROLES)
    return tuple(cast("Contributor", claim.value) for claims in own for claim in claims)


def _appearances(
    held: Mapping[tuple[str, int], tuple[Claim, ...]], one: Callable[[str, int], Any]
) -> tuple[Appearance, ...]:
    items = sorted({item for name, item in held if name.startswith(APPEARANCE)})
    parts = [part for part in APPEARANCE_PARTS if part != "relation"]
    found = (
        Appearance(
            **{part: one(APPEARANCE + part, item) for part in parts},
            relation=_relation(held.get((APPEARANCE + "relation", item), ())),
        )
        for item in items
    )
    return tuple(a for a in found if a.known)


def claims_of(record: Record, place: str) -> tuple[Claim, ...]:
    """What a file declares, fact by fact: ``record_of(claims_of(record, place)) == record``.

    ``place``: where the record stands in its file (``library.bib:120``); a claim's own place adds the field to it.
    Appearances of which nothing is known but their relation are no facts, and not among the claims.
    """
    return tuple(
        Claim(name, value, Certainty.DECLARED, (FilePlace(f"{place} {name}"),), item)
        for name, item, value in _facts(record)
        if value is not None
    )


def _facts(record: Record) -> Iterator[tuple[str, int, Value | None]]:
    yield "type", 0, record.kind
    yield "title", 0, record.title
    yield "language", 0, record.language
    yield from ((ROLE_FIELDS[c.role], 0, c) for c in record.contributors)
    yield from _link_facts(record)
    for item, appearance in enumerate(a for a in record.appearances if a.known):
        yield from ((APPEARANCE + part, item, getattr(appearance, part)) for part in APPEARANCE_PARTS)
    yield from _translation_facts(record.translation)
    yield "license", 0, record.license
    yield from ((VARIABLE + name, 0, value) for name, value in record.variables.items())
    yield from ((UNKNOWN + name, 0, value) for name, value in record.unknown.items())


def _link_facts(record: Record) -> Iterator[tuple[str, int, Value | None]]:
    original, links = record.original, record.links
    if links and not original.empty:
        links = links[1:]
        yield "original.title", 0, original.title
        yield "original.language", 0, original.language
        yield from ((ORIGINAL + ROLE_FIELDS[c.role], 0, c) for c in original.contributors)
    yield from (("link", 0, link) for link in links)


def _translation_facts(translation: Translation) -> Iterator[tuple[str, int, Value | None]]:
    known = translation.kind is not TranslationKind.UNKNOWN
    yield "translation.kind", 0, translation.kind if known else None
    yield "translation.authorised", 0, {True: YES, False: NO, None: None}[translation.authorised]
    yield "translation.tool", 0, translation.tool
