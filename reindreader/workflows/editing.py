"""Correcting facts. What the user says stands beside what was found, so that each step can be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from reindreader.errors import UnknownFieldError
from reindreader.library import Library
from reindreader.model.claims import Certainty, Claim, Value, effective
from reindreader.model.contributors import Contributor
from reindreader.model.fields import APPEARANCE, field_names, new_relation, slot_of
from reindreader.model.names import Name, NameForm
from reindreader.workflows.values import values_of

Slot = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of what the user says about a record: the user's claims before and after it."""

    record: int
    field: str
    before: tuple[Claim, ...]
    after: tuple[Claim, ...]


def set_field(library: Library, record: int, field: str, words: str) -> Edit:
    """Set a field to what the user typed; no words take the fact out.

    Raises UnknownFieldError, BadValueError, UnknownKeyError.
    """
    claims = library.get(record).claims
    slot = _slot(field, claims)
    values = values_of(slot[0], words, found=_values(claims, slot))
    said = [Claim(slot[0], value, Certainty.USER, item=slot[1]) for value in values or (None,)]
    relation = new_relation(field)
    item_is_new = not any(c.field.startswith(APPEARANCE) and c.item == slot[1] for c in claims)
    if relation and item_is_new:
        said.append(Claim(APPEARANCE + "relation", relation, Certainty.USER, item=slot[1]))
    return _change(library, record, field, claims, _without(claims, slot) + tuple(said))


def revert_field(library: Library, record: int, field: str) -> Edit:
    """Go back to what was found."""
    claims = library.get(record).claims
    return _change(library, record, field, claims, _without(claims, _slot(field, claims)))


def confirm_field(library: Library, record: int, field: str) -> Edit:
    """Make what was found the user's own word."""
    claims = library.get(record).claims
    slot = _slot(field, claims)
    said = tuple(replace(claim, certainty=Certainty.USER) for claim in effective(claims).get(slot, ()))
    return _change(library, record, field, claims, _without(claims, slot) + said)


def swap_names(library: Library, record: int, field: str) -> Edit:
    """Exchange family and given name of the people of a field."""
    claims = library.get(record).claims
    slot = _slot(field, claims)
    people = [cast("Contributor", value) for value in _values(claims, slot)]
    swapped = (replace(person, name=_swapped(person.name)) for person in people)
    said = tuple(Claim(slot[0], person, Certainty.USER, item=slot[1]) for person in swapped)
    return _change(library, record, field, claims, _without(claims, slot) + said)


def apply(library: Library, edit: Edit) -> None:
    """Make the change (again)."""
    _put(library, edit.record, library.get(edit.record).claims, edit.after)


def undo(library: Library, edit: Edit) -> None:
    """Take the change back."""
    _put(library, edit.record, library.get(edit.record).claims, edit.before)


def _slot(field: str, claims: Iterable[Claim]) -> Slot:
    try:
        return slot_of(field, claims)
    except KeyError as error:
        raise UnknownFieldError(field, field_names()) from error


def _values(claims: Iterable[Claim], slot: Slot) -> tuple[Value, ...]:
    found = effective(claims).get(slot, ())
    return tuple(claim.value for claim in found if claim.value is not None)


def _users(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.certainty is Certainty.USER)


def _without(claims: Iterable[Claim], slot: Slot) -> tuple[Claim, ...]:
    return tuple(claim for claim in _users(claims) if claim.key != slot)


def _change(library: Library, record: int, field: str, claims: Sequence[Claim], said: tuple[Claim, ...]) -> Edit:
    _put(library, record, claims, said)
    return Edit(record, field, _users(claims), said)


def _put(library: Library, record: int, claims: Sequence[Claim], said: tuple[Claim, ...]) -> None:
    found = tuple(claim for claim in claims if claim.certainty is not Certainty.USER)
    library.set_claims(record, (*found, *said))


def _swapped(name: Name) -> Name:
    form = name.form
    family, given = form.given, form.family
    if family is None and given is None:
        first, _, rest = form.text.partition(" ")
        family, given = (first, rest or None)
    return replace(
        name, forms=(NameForm(form.text, form.tag, family, given, suffix=form.suffix), *name.forms[1:]), guessed=False
    )
