"""What the card and `show` tell of a record: facts in two columns, questions, and what nobody stated."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reindreader.model.claims import Certainty, Claim, FilePlace, Value, effective
from reindreader.model.contributors import Contributor
from reindreader.model.fields import (
    APPEARANCE,
    APPEARANCE_PARTS,
    ORIGINAL,
    UNKNOWN,
    appearance_relations,
    field_of,
    slot_of,
)
from reindreader.model.records import Appearance, Relation, Title
from reindreader.model.text import Span
from reindreader.workflows.values import edit_text
from reindreader.workflows.wording import _, appearance_words, certainty_word, field_label, gap_label, value_words


class Side(StrEnum):
    """A column of the card."""

    ORIGINAL = "original"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the card.

    ``field``: the name to set it by (``fields.field_names``); ``label``: in words; ``value``: as shown, "" where
    nobody stated it; ``edit_text``: what an editor begins with; ``tag``: BCP 47 of the value, for its font;
    ``certainty``: None where not stated; ``spans``: evidence in the text; ``place``: evidence elsewhere in the file;
    ``found``: what was found where the user says something else, ``found_in_file`` where the text does not say it;
    ``conflict``: other values found beside this one; ``guesses``: people whose names are split by a guess, each as the
    place among the people of the field and the name as it is cited.
    """

    field: str
    side: Side
    label: str
    value: str = ""
    edit_text: str = ""
    tag: str | None = None
    certainty: Certainty | None = None
    spans: tuple[Span, ...] = ()
    place: str | None = None
    found: str | None = None
    conflict: tuple[str, ...] = ()
    found_in_file: bool = False
    guesses: tuple[tuple[int, str], ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether a person should look at it: nobody has said that it is so, and the text does not quite say it.

        A language that the words themselves show needs no look, unless the file says otherwise.
        """
        if self.certainty is None or self.certainty is Certainty.USER:
            return bool(self.guesses)
        inferred = self.certainty is Certainty.INFERRED and not self.field.endswith("language")
        return inferred or bool(self.guesses or self.conflict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A button below a question: sets ``field`` to ``value``; it stands under the column that it fills."""

    label: str
    side: Side
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that a citation lacks. ``label``: "Appeared in"; ``value``: what is known ("" if nothing).

    ``prompt``: the question in a sentence; ``answers``: one click each; ``field``: to be typed where there are none.
    """

    label: str
    value: str
    prompt: str
    certainty: Certainty | None = None
    spans: tuple[Span, ...] = ()
    answers: tuple[Answer, ...] = ()
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The card of one record. ``gaps``: rarer facts that nobody stated, (field, label) each."""

    original: tuple[Fact, ...]
    translation: tuple[Fact, ...]
    questions: tuple[Question, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()

    @property
    def unsure(self) -> tuple[Fact, ...]:
        """The facts to check, this translation's first: inferred, in conflict, or names whose split is a guess."""
        return tuple(fact for fact in (*self.translation, *self.original) if fact.unsure)


_ALWAYS: tuple[tuple[Side, str], ...] = (
    (Side.ORIGINAL, "original.title"),
    (Side.ORIGINAL, "original.author"),
    (Side.ORIGINAL, "original.language"),
    (Side.ORIGINAL, "original.publication"),
    (Side.ORIGINAL, "original.date"),
    (Side.TRANSLATION, "title"),
    (Side.TRANSLATION, "author"),
    (Side.TRANSLATION, "language"),
    (Side.TRANSLATION, "translator"),
    (Side.TRANSLATION, "published.publication"),
    (Side.TRANSLATION, "published.date"),
)
"""What a card always shows, stated or not, in the order of its rows."""

_GAPS = ("published.place", "published.url", "original.place", "original.url")
"""Rarer facts: one line names those that nobody stated."""

_TOLD = {UNKNOWN + "html:versions"}
"""What is shown of the fields that we have no place for."""

_UNANSWERED = {"published.publication", "published.date"}
"""Not rows but a question, while an appearance waits for its answer."""


def facts_of(claims: tuple[Claim, ...]) -> Facts:
    """The card of the claims about one record."""
    waiting = [i for i, relation in appearance_relations(claims).items() if relation is Relation.UNSTATED]
    always = [(side, name) for side, name in _ALWAYS if not (waiting and name in _UNANSWERED)]
    rows = {name: _fact(side, name, claims) for side, name in (*always, *_rarer(claims, waiting))}
    shown = [
        row
        for name, row in rows.items()
        if row.value or (Side.ORIGINAL, name) in _ALWAYS or (Side.TRANSLATION, name) in _ALWAYS
    ]
    return Facts(
        original=tuple(row for row in shown if row.side is Side.ORIGINAL),
        translation=tuple(row for row in shown if row.side is Side.TRANSLATION),
        questions=tuple(_which_text(item, claims) for item in waiting),
        gaps=tuple((name, gap_label(name)) for name in _gaps(claims, rows)),
    )


def _rarer(claims: Sequence[Claim], waiting: Sequence[int]) -> Iterator[tuple[Side, str]]:
    """What is shown only where it is known."""
    names = dict.fromkeys(claim.field for claim in claims if _shown(claim.field))
    for name in (*names, *_GAPS, "published.accessed", "published.archived"):
        side = Side.ORIGINAL if name.startswith(ORIGINAL) else Side.TRANSLATION
        if (side, name) not in _ALWAYS:
            yield side, name


def _shown(name: str) -> bool:
    """All but links, which have no row, and fields of a file that we have no place for (``unknown.keyword``)."""
    if name.startswith(UNKNOWN):
        return name in _TOLD
    return not name.startswith(APPEARANCE) and name != "link"


def _gaps(claims: Sequence[Claim], rows: Mapping[str, Fact]) -> list[str]:
    return [name for name in _GAPS if name not in rows or not rows[name].value]


def _fact(side: Side, name: str, claims: Sequence[Claim]) -> Fact:
    slot = slot_of(name, claims)
    held = effective(claims).get(slot, ())
    found = [claim for claim in claims if claim.key == slot and claim.certainty is not Certainty.USER]
    users = [claim for claim in claims if claim.key == slot and claim.certainty is Certainty.USER]
    shown = held if field_of(slot[0]).many else held[:1]
    values = [claim.value for claim in shown if claim.value is not None]
    others = _others(found, shown)
    return Fact(
        field=name,
        side=side,
        label=field_label(name),
        value="; ".join(value_words(value, name) for value in values),
        edit_text=edit_text(values),
        tag=next((tag for value in values if (tag := _tag(value))), None),
        certainty=_weakest(users or shown),
        spans=tuple(span for claim in found for span in claim.spans),
        place=next((e.where for claim in found for e in claim.evidence if isinstance(e, FilePlace)), None),
        found="; ".join(others) if users and others else None,
        found_in_file=bool(users and others) and not any(claim.spans for own in others.values() for claim in own),
        conflict=tuple(others) if not users else (),
        guesses=tuple(
            (place, edit_text([value]))
            for place, value in enumerate(values)
            if isinstance(value, Contributor) and value.name.guessed
        ),
    )


def _weakest(claims: Sequence[Claim]) -> Certainty | None:
    ranks = [Certainty.INFERRED, Certainty.DECLARED, Certainty.STATED, Certainty.USER]
    return min((claim.certainty for claim in claims), key=ranks.index, default=None)


def _others(found: Sequence[Claim], shown: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Other values that were found than those that are shown, in words, with the claims that say so."""
    taken = {value_words(claim.value, claim.field) for claim in shown if claim.value is not None}
    others: dict[str, list[Claim]] = {}
    for claim in found:
        words = value_words(claim.value, claim.field) if claim.value is not None else ""
        if words and words not in taken:
            others.setdefault(words, []).append(claim)
    return others


def _tag(value: Value) -> str | None:
    match value:
        case Title():
            return value.tag
        case Contributor():
            return value.name.form.tag
    return None


def _which_text(item: int, claims: Sequence[Claim]) -> Question:
    own = [claim for claim in claims if claim.item == item and claim.field.startswith(APPEARANCE)]
    parts = {name: held[0].value for (name, at), held in effective(own).items() if at == item}
    appearance = Appearance(
        **{part: parts.get(APPEARANCE + part) for part in APPEARANCE_PARTS if part != "relation"}  # type: ignore[arg-type]
    )
    return Question(
        label=_("Appeared in"),
        value=appearance_words(appearance),
        prompt=_("Which text was it? The article does not say."),
        certainty=_weakest(own),
        spans=tuple(span for claim in own for span in claim.spans),
        answers=(
            Answer(_("The original"), Side.ORIGINAL, "appearance.relation", Relation.ORIGINAL.value),
            Answer(_("This translation"), Side.TRANSLATION, "appearance.relation", Relation.TRANSLATION.value),
        ),
    )


def fact_line(claims: Sequence[Claim], name: str) -> str:
    """One fact in a line: ``Translator: Alan Lee (yours)``."""
    side = Side.ORIGINAL if name.startswith(ORIGINAL) else Side.TRANSLATION
    fact = _fact(side, name, claims)
    known = certainty_word(fact.certainty) if fact.certainty and fact.value else _("not stated")
    return f"{fact.label}: {fact.value} ({known})" if fact.value else f"{fact.label}: {known}"
