"""What one credit line says, as values: the words of every fact keep their place in the line."""

from dataclasses import dataclass, replace

from reindreader.attribution.dates import FoundDate
from reindreader.model.names import Name
from reindreader.model.text import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the line and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation of a credit. ``position``: as printed ("Legislative Councillor (IT)")."""

    name: Name
    span: Span
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """One phrase of credit. ``role``: as in the phrase tables; ``span``: the phrase with its value.

    ``relation``: of an appearance, as the words have it; ``tag`` the language that the original is said to be in;
    ``inferred``: from the place or the form of the line rather than from its words.
    """

    role: str
    span: Span
    people: tuple[Person, ...] = ()
    publication: Words | None = None
    date: FoundDate | None = None
    words: Words | None = None
    tag: str | None = None
    tag_span: Span | None = None
    relation: str | None = None
    qualifier: str | None = None
    inferred: bool = False
    of_photo: bool = False

    def shifted(self, by: int) -> "Credit":
        """The same credit with its places ``by`` code points further on."""
        return replace(
            self,
            span=self.span.shifted(by),
            people=tuple(replace(person, span=person.span.shifted(by)) for person in self.people),
            publication=_moved(self.publication, by),
            words=_moved(self.words, by),
            date=replace(self.date, span=self.date.span.shifted(by)) if self.date else None,
            tag_span=self.tag_span.shifted(by) if self.tag_span else None,
        )


def _moved(words: Words | None, by: int) -> Words | None:
    return replace(words, span=words.span.shifted(by)) if words else None
