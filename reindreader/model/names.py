"""Names of people and organisations: the words as printed, and the forms the name takes in languages and scripts."""

from dataclasses import dataclass, field, replace
from typing import Self

_GLUED = ("'", "’", "-")


@dataclass(frozen=True, slots=True)
class NameForm:
    """One form of a name. ``text``: in its own order; ``tag``: BCP 47 with script where known (``zh-Hant``).

    The parts are CSL's (CSL 1.0.2, "Names"): None means that the form was not split. ``particle``: kept before the
    family name when sorted without it ("van der"), ``dropping_particle``: leaves with the given name ("de").
    """

    text: str
    tag: str | None = None
    family: str | None = None
    given: str | None = None
    particle: str | None = None
    dropping_particle: str | None = None
    suffix: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a name without words")

    @property
    def surname(self) -> str:
        """The family name with the particle that it keeps, "d’Alembert" without a blank; the text of an unsplit form."""
        if self.family is None:
            return self.text
        return f"{self.particle or ''}{' ' if self.particle and not self.glued else ''}{self.family}"

    @property
    def glued(self) -> bool:
        """Whether the particle is written on to the family name: d’, al-."""
        return self.particle is not None and self.particle.endswith(_GLUED)

    @property
    def forenames(self) -> str:
        """The given name with the particle that goes with it ("Alexander von"); "" without one."""
        return " ".join(part for part in (self.given, self.dropping_particle) if part)

    @property
    def divided_otherwise(self) -> Self:
        """The form in the next likely split, for a user who says that this one is wrong.

        A dropped particle is kept; the family name that stood first is the last word, or the other way round; of two
        family names the first is a given name, or the last of several given names is a family name.
        """
        if self.dropping_particle and not self.particle:
            return replace(self, particle=self.dropping_particle, dropping_particle=None)
        if self.family is None:
            first, _, rest = self.text.partition(" ")
            return replace(self, family=first, given=rest or None)
        family, given = self.family.split(), self.forenames.split()
        behind = not self.text.startswith(self.family)
        if behind and given and len(family) > 1:
            given, family = [*given, *family[:-1]], family[-1:]
        elif behind and len(given) > 1 and not self.particle:
            given, family = given[:-1], [given[-1], *family]
        elif len(given) > 1:
            given, family = [*family, *given[:-1]], given[-1:]
        else:
            return replace(
                self, family=self.forenames or None, given=self.surname, particle=None, dropping_particle=None
            )
        return replace(self, family=" ".join(family), given=" ".join(given))

    @property
    def inverted(self) -> str:
        """``Family, Given``, with particles and suffix; the bare text where the form was not split."""
        if self.family is None:
            return self.text
        return ", ".join(part for part in (self.surname, self.suffix, self.forenames) if part)


@dataclass(frozen=True, slots=True)
class Name:
    """A person or an organisation as one text names it.

    ``literal``: the words as printed, honorific and role taken off; ``honorific``: what was taken off ("Hon.");
    ``forms``: at least one, the first is the one to cite with; ``guessed``: the split is a guess for the user to check.
    """

    literal: str
    forms: tuple[NameForm, ...] = field(default=())
    honorific: str | None = None
    organisation: bool = False
    guessed: bool = False

    def __post_init__(self) -> None:
        if not self.literal.strip():
            raise ValueError("a name without words")
        if not self.forms:
            object.__setattr__(self, "forms", (NameForm(self.literal),))

    @property
    def form(self) -> NameForm:
        """The form to cite with."""
        return self.forms[0]

    @property
    def family(self) -> str:
        """The word to sort and to find by: the family name, or the whole of a name that has none."""
        return self.form.family or self.form.text

    @classmethod
    def of(cls, text: str, family: str | None, given: str | None = None, *, tag: str | None = None) -> Self:
        """A person of one form, already split."""
        return cls(text, (NameForm(text, tag, family, given),))

    @classmethod
    def of_organisation(cls, text: str, *, tag: str | None = None) -> Self:
        """An organisation: one name that nothing splits."""
        return cls(text, (NameForm(text, tag),), organisation=True)


def parse_name(words: str) -> Name:
    """Read a name as a user types it.

    ``Mok, Charles`` and ``Mok, Jr., Charles`` (BibTeX's order: family, suffix, given) are split where they say;
    ``{Legislative Council}`` is an organisation; any other text is one name, unsplit. Raises ValueError if empty.
    """
    words = " ".join(words.split())
    if words.startswith("{") and words.endswith("}"):
        return Name.of_organisation(words[1:-1].strip())
    parts = [part.strip() for part in words.split(",")]
    if len(parts) == 2 and all(parts):
        return Name.of(f"{parts[1]} {parts[0]}", parts[0], parts[1])
    if len(parts) == 3 and all(parts):
        family, suffix, given = parts
        text = f"{given} {family}, {suffix}"
        return Name(text, (NameForm(text, None, family, given, suffix=suffix),))
    return Name(words)
