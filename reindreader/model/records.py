"""A record describes one version of a work as it was published: one text of an original or a translation of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from reindreader.model.contributors import Contributor, Role
from reindreader.model.dates import Date


@dataclass(frozen=True, slots=True)
class TaggedText:
    """Words in a language. ``tag``: BCP 47, None where it is not known."""

    text: str
    tag: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a title without words")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, and its other forms (romanised, or in another language)."""

    text: str
    tag: str | None = None
    forms: tuple[TaggedText, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a title without words")


class Relation(StrEnum):
    """Which text it was that appeared there."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    REPRINT = "reprint"
    UNSTATED = "unstated"

    __hash__ = str.__hash__  # see ``Role``


@dataclass(frozen=True, slots=True)
class Appearance:
    """One publication of the article: where and when. ``archived``: an address of a kept copy of ``url``."""

    publication: str | None = None
    date: Date | None = None
    place: str | None = None
    url: str | None = None
    accessed: Date | None = None
    archived: str | None = None
    relation: Relation = Relation.UNSTATED

    @property
    def known(self) -> bool:
        """Whether anything is known of it, beside which text it was."""
        return self != Appearance(relation=self.relation)


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of a work in its first language; where it appeared is an Appearance of relation original.

    The contributors stand by their roles.
    """

    title: Title | None = None
    language: str | None = None
    contributors: tuple[Contributor, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "contributors", _by_roles(self.contributors))

    @property
    def empty(self) -> bool:
        """Whether nothing at all is known."""
        return self == Original()


class LinkKind(StrEnum):
    """How a version comes from another."""

    TRANSLATION_OF = "translation-of"
    VIA = "via"
    REPRINT_OF = "reprint-of"
    ADAPTED_FROM = "adapted-from"
    EXCERPT_OF = "excerpt-of"

    __hash__ = str.__hash__  # see ``Role``


@dataclass(frozen=True, slots=True)
class Link:
    """From this version to another: a record of the library (by its id), or what is known of one that is not there.

    ``key``: the citation key of the record that ``target`` names, filled in where a library gives the link out.
    """

    kind: LinkKind
    target: int | Original
    key: str | None = None

    @property
    def described(self) -> bool:
        """Whether it leads to an original of which something is known, that is not in the library."""
        target = self.target
        return self.kind is LinkKind.TRANSLATION_OF and isinstance(target, Original) and not target.empty


class TranslationKind(StrEnum):
    """Who answers for the translation."""

    PUBLISHED = "published"
    OWN = "own"
    MACHINE = "machine"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Translation:
    """``authorised``: None where nobody says; ``tool``: the machine's name as declared ("DeepL")."""

    kind: TranslationKind = TranslationKind.UNKNOWN
    authorised: bool | None = None
    tool: str | None = None


_ROLES = {role: place for place, role in enumerate(Role)}


def _by_roles(contributors: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
    if len(contributors) < 2:
        return contributors
    return tuple(sorted(contributors, key=lambda c: _ROLES[c.role]))


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


TYPES = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
)
"""The item types of CSL 1.0.2 (specification, appendix III)."""

DEFAULT_TYPE = "article-newspaper"
"""The CSL type of an article of which nobody said what it is: most translated articles are from the press."""


@dataclass(frozen=True, slots=True)
class Record:
    """One version as published.

    ``kind``: any CSL 1.0.2 type. ``language``: BCP 47, whole tags. ``variables``: further CSL variables by their
    names (``DOI``, ``volume``, ``page``), as text. ``unknown``: fields of a file that we have no place for, kept to be
    written again.

    The contributors stand by their roles, and within a role in their order; the original that is described in the record
    is the first of the links.
    """

    kind: str = DEFAULT_TYPE
    title: Title | None = None
    language: str | None = None
    contributors: tuple[Contributor, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    links: tuple[Link, ...] = ()
    translation: Translation = Translation()
    license: str | None = None
    variables: Mapping[str, str] = field(default_factory=_none)
    unknown: Mapping[str, str] = field(default_factory=_none)

    def __post_init__(self) -> None:
        object.__setattr__(self, "contributors", _by_roles(self.contributors))
        first = next((link for link in self.links if link.described), None)
        if first is not None and first is not self.links[0]:
            rest = tuple(link for link in self.links if link is not first)
            object.__setattr__(self, "links", (first, *rest))

    def by_role(self, role: Role) -> tuple[Contributor, ...]:
        """The contributors of a role, in their order."""
        return tuple(c for c in self.contributors if c.role is role)

    def appeared(self, relation: Relation) -> Appearance | None:
        """The first appearance of the relation, None where there is none."""
        return next((a for a in self.appearances if a.relation is relation), None)

    @property
    def original(self) -> Original:
        """What is known inline of the (first) original; empty where nothing is."""
        targets = (link.target for link in self.links if link.described)
        return next((target for target in targets if isinstance(target, Original)), Original())
