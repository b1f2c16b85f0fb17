"""What our own CSL-JSON keeps under ``custom``, back into the record: the inverse of ``citing.csl_custom``.

Anybody may write anything there, so what does not fit is passed over.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any

from reindreader.citing.csl_json import csl_name
from reindreader.citing.csl_tables import PUBLISHED_ALONE
from reindreader.citing.reading.drafts import Draft
from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import DateRange, PartialDate, parse_iso
from reindreader.model.names import Name, NameForm
from reindreader.model.records import (
    Appearance,
    Link,
    LinkKind,
    Original,
    Relation,
    TaggedText,
    Title,
    Translation,
    TranslationKind,
)

Custom = Mapping[str, Any]


def add_custom(draft: Draft, custom: Custom) -> None:
    """Say what ``custom`` says, in place of what the item's own variables said less exactly."""
    for name, say in _PARTS.items():
        if custom.get(name) not in (None, "", [], {}):
            with suppress(ValueError, TypeError, KeyError, AttributeError):
                say(draft, custom[name])


def _original_language(draft: Draft, value: Any) -> None:
    draft.original_language = str(value)


def _original_contributors(draft: Draft, value: Any) -> None:
    draft.original_contributors = [_contributor(one) for one in value]


def _original_title(draft: Draft, value: Any) -> None:
    draft.original_title = _title(value) or draft.original_title


def _title_forms(draft: Draft, value: Any) -> None:
    draft.title = _title(value) or draft.title


def _contributors(draft: Draft, value: Any) -> None:
    """Each takes the place of the plain name that the item has of it."""
    taken: set[int] = set()
    for contributor in map(_contributor, value):
        name = csl_name(contributor.name)
        roles = {contributor.role, Role.AUTHOR} if contributor.role is Role.INTERVIEWEE else {contributor.role}
        places = (
            at
            for at, c in enumerate(draft.contributors)
            if at not in taken and c.role in roles and csl_name(c.name) == name and _bare(c)
        )
        at = next(places, len(draft.contributors))
        taken.add(at)
        draft.contributors[at : at + 1] = [contributor]
    _no_outlet(draft, "; ".join(c.name.form.text for c in draft.contributors if c.role is Role.PUBLISHER))


def _no_outlet(draft: Draft, publishers: str) -> None:
    """Those who are named as publishers are not the outlet as well, because the item has one variable for both."""
    if publishers and draft.variables.get("publisher") == publishers:
        del draft.variables["publisher"]
    if publishers and draft.own.get("publication") == publishers:
        del draft.own["publication"]


def _bare(contributor: Contributor) -> bool:
    return contributor.title is None and contributor.qualifier is None and len(contributor.name.forms) == 1


def _appearances(draft: Draft, value: Any) -> None:
    draft.others = [_appearance(one) for one in value]
    outlet = draft.own.get("publication")
    if draft.kind in PUBLISHED_ALONE and outlet and outlet not in {one.publication for one in draft.others}:
        draft.variable("publisher", outlet)  # which is no outlet of its own, then
    draft.own, draft.there = {}, {}


def _links(draft: Draft, value: Any) -> None:
    draft.links += [_link(one) for one in value if "record" not in one]


def _translation(draft: Draft, value: Any) -> None:
    draft.translation = Translation(
        TranslationKind(value.get("kind", "unknown")), value.get("authorised"), value.get("tool")
    )


def _license(draft: Draft, value: Any) -> None:
    draft.license = str(value)


def _unknown(draft: Draft, value: Any) -> None:
    draft.unknown |= {str(name): str(words) for name, words in value.items()}


_PARTS: dict[str, Callable[[Draft, Any], None]] = {
    "original-language": _original_language,
    "original-contributors": _original_contributors,
    "original-title-forms": _original_title,
    "title-forms": _title_forms,
    "contributors": _contributors,
    "appearances": _appearances,
    "links": _links,
    "translation": _translation,
    "license": _license,
    "unknown": _unknown,
}


def _contributor(value: Custom) -> Contributor:
    forms = tuple(_form(form) for form in value.get("forms", ()))
    name = Name(
        value["name"],
        forms,
        value.get("honorific"),
        bool(value.get("organisation")),
        bool(value.get("guessed")),
    )
    qualifier = value.get("qualifier")
    return Contributor(Role(value["role"]), name, Role(qualifier) if qualifier else None, value.get("title"))


def _form(value: Custom) -> NameForm:
    return NameForm(**{part.name: value[part.name] for part in fields(NameForm) if part.name in value})


def _title(value: Any) -> Title | None:
    forms = [TaggedText(one["text"], one.get("tag")) for one in value]
    return Title(forms[0].text, forms[0].tag, tuple(forms[1:])) if forms else None


def _appearance(value: Custom) -> Appearance:
    return Appearance(
        publication=value.get("publication"),
        date=_date(value, "date"),
        place=value.get("place"),
        url=value.get("url"),
        accessed=_date(value, "accessed"),
        archived=value.get("archived"),
        relation=Relation(value.get("relation", "unstated")),
    )


def _date(value: Custom, name: str) -> PartialDate | DateRange | None:
    words, printed = value.get(name), value.get(f"{name}-printed", "")
    if not words:
        return PartialDate(printed=printed) if printed else None
    date = parse_iso(words)
    parts = {part.name: getattr(date, part.name) for part in fields(date)}
    return type(date)(**parts | {"printed": printed})


def _link(value: Custom) -> Link:
    title = _title(value.get("title-forms", ()))
    if title is None and value.get("title"):
        title = Title(value["title"])
    contributors = tuple(_contributor(one) for one in value.get("contributors") or ())
    return Link(LinkKind(value["kind"]), Original(title, value.get("language"), contributors))
