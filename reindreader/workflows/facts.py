"""What the card and `show` tell of a record: facts in two columns, questions, and what nobody stated."""

from dataclasses import dataclass
from enum import StrEnum

from reindreader.model.claims import Certainty
from reindreader.model.text import Span


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
    ``found``: what the text says where the user says something else; ``conflict``: other values found beside this one;
    ``guessed``: the split of a name is a guess.
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
    guessed: bool = False


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
