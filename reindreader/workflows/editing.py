"""Correcting facts. What the user says stands beside what was found, so that each step can be taken back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from reindreader.errors import BadValueError, UnknownFieldError
from reindreader.library import Library
from reindreader.model.claims import Certainty, Claim, Value, effective
from reindreader.model.contributors import Contributor
from reindreader.model.fields import APPEARANCE, field_names, new_relation, slot_of
from reindreader.model.names import Name
from reindreader.workflows import values

Slot = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of what the user says about a record: the user's claims before and after it."""

    record: int
    field: str
    before: tuple[Claim, ...]
    after: tuple[Claim, ...]


Rule = Callable[[Sequence[Claim]], tuple[Claim, ...]]
"""From all claims about a record to what the user says about it afterwards. It stores nothing."""


def setting(field: str, words: str) -> Rule:
    """Set a field to what the user typed; no words take the fact out.

    The rule raises UnknownFieldError and BadValueError.
    """

    def rule(claims: Sequence[Claim]) -> tuple[Claim, ...]:
        slot = _slot(field, claims)
        try:
            typed = values.values_of(slot[0], words, found=_values(claims, slot))
        except BadValueError as error:
            raise BadValueError(field, error.value, error.wanted) from error
        said = [Claim(slot[0], value, Certainty.USER, item=slot[1]) for value in typed or (None,)]
        relation = new_relation(field)
        item_is_new = not any(c.field.startswith(APPEARANCE) and c.item == slot[1] for c in claims)
        if relation and item_is_new:
            said.append(Claim(APPEARANCE + "relation", relation, Certainty.USER, item=slot[1]))
        return _without(claims, slot) + tuple(said)

    return rule


def is_plain(field: str, words: str, claims: Iterable[Claim]) -> bool:
    """Whether what was typed is read at once: see ``values.is_plain``. Raises UnknownFieldError."""
    return values.is_plain(_slot(field, claims)[0], words)


def reverting(field: str) -> Rule:
    """Go back to what was found."""
    return lambda claims: _without(claims, _slot(field, claims))


def confirming(field: str) -> Rule:
    """Make what was found the user's own word; how a name is split is then no guess any more."""

    def rule(claims: Sequence[Claim]) -> tuple[Claim, ...]:
        slot = _slot(field, claims)
        held = effective(claims).get(slot, ())
        return _without(claims, slot) + tuple(_said(claim, _sure(claim.value)) for claim in held)

    return rule


def swapping(field: str, place: int | None = None) -> Rule:
    """Exchange family and given name of the people of a field; ``place``: of that one alone, counted from 0."""

    def rule(claims: Sequence[Claim]) -> tuple[Claim, ...]:
        slot = _slot(field, claims)
        held = effective(claims).get(slot, ())
        people = [(claim, cast("Contributor", claim.value)) for claim in held]
        swapped = (
            replace(person, name=_swapped(person.name)) if place in {None, at} else person
            for at, (_claim, person) in enumerate(people)
        )
        return _without(claims, slot) + tuple(
            _said(claim, own) for (claim, _), own in zip(people, swapped, strict=True)
        )

    return rule


def foreseen(claims: Sequence[Claim], rule: Rule) -> tuple[Claim, ...]:
    """All claims as they will be when the rule has been carried out."""
    return _found(claims) + rule(claims)


def carry_out(library: Library, record: int, field: str, rule: Rule) -> Edit:
    """Change what the user says about a record. Raises UnknownKeyError, and what the rule raises."""
    claims = library.get(record).claims
    said = rule(claims)
    library.set_claims(record, _found(claims) + said)
    return Edit(record, field, _users(claims), said)


def set_field(library: Library, record: int, field: str, words: str) -> Edit:
    """Set a field to what the user typed; no words take the fact out.

    Raises UnknownFieldError, BadValueError, UnknownKeyError.
    """
    return carry_out(library, record, field, setting(field, words))


def revert_field(library: Library, record: int, field: str) -> Edit:
    """Go back to what was found."""
    return carry_out(library, record, field, reverting(field))


def confirm_field(library: Library, record: int, field: str) -> Edit:
    """Make what was found the user's own word."""
    return carry_out(library, record, field, confirming(field))


def swap_names(library: Library, record: int, field: str) -> Edit:
    """Exchange family and given name of the people of a field."""
    return carry_out(library, record, field, swapping(field))


def apply(library: Library, edit: Edit) -> None:
    """Make the change (again)."""
    library.set_claims(edit.record, _found(library.get(edit.record).claims) + edit.after)


def undo(library: Library, edit: Edit) -> None:
    """Take the change back."""
    library.set_claims(edit.record, _found(library.get(edit.record).claims) + edit.before)


def _slot(field: str, claims: Iterable[Claim]) -> Slot:
    try:
        return slot_of(field, claims)
    except KeyError as error:
        raise UnknownFieldError(field, field_names()) from error


def _values(claims: Iterable[Claim], slot: Slot) -> tuple[Value, ...]:
    found = effective(claims).get(slot, ())
    return tuple(claim.value for claim in found if claim.value is not None)


def _found(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.certainty is not Certainty.USER)


def _users(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.certainty is Certainty.USER)


def _without(claims: Iterable[Claim], slot: Slot) -> tuple[Claim, ...]:
    return tuple(claim for claim in _users(claims) if claim.key != slot)


def _said(claim: Claim, value: Value | None) -> Claim:
    return replace(claim, value=value, certainty=Certainty.USER)


def _sure(value: Value | None) -> Value | None:
    return replace(value, name=replace(value.name, guessed=False)) if isinstance(value, Contributor) else value


def _swapped(name: Name) -> Name:
    return replace(name, forms=(name.form.divided_otherwise, *name.forms[1:]), guessed=False)
