"""A record in the making: what a file says, by its place in the record, in whatever order the fields come.

A file of a format that has one place for a publication speaks of its own version: a translation's, where anything says that it
is one; a reprint's, where the original appeared elsewhere; else the original's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from reindreader.citing.versions import is_translation
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import Name
from reindreader.model.records import (
    DEFAULT_TYPE,
    Appearance,
    Link,
    LinkKind,
    Original,
    Record,
    Relation,
    Title,
    Translation,
)

_UNTOLD = Translation()


def _clean(text: str | None) -> str | None:
    text = text.strip() if text else ""
    return text or None


@dataclass(slots=True)
class Draft:
    """``own``, ``there``: parts of the appearance of this version and of the original; ``others``: further ones.

    ``first_alone``: whether the original's appearance is kept where no other is known and nothing says that there is one.
    """

    kind: str = DEFAULT_TYPE
    title: Title | None = None
    language: str | None = None
    contributors: list[Contributor] = field(default_factory=list)
    own: dict[str, Any] = field(default_factory=dict)
    there: dict[str, Any] = field(default_factory=dict)
    others: list[Appearance] = field(default_factory=list)
    original_title: Title | None = None
    original_language: str | None = None
    original_contributors: list[Contributor] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    translated: bool = False
    first_alone: bool = True
    translation: Translation = _UNTOLD
    license: str | None = None
    variables: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)

    def say_title(self, words: str | None, tag: str | None = None) -> None:
        """The title, where there are words."""
        words = _clean(words)
        self.title = Title(words, tag) if words else self.title

    def say_original_title(self, words: str | None, tag: str | None = None) -> None:
        """The original's title, where there are words."""
        words = _clean(words)
        self.original_title = Title(words, tag) if words else self.original_title

    def add(self, role: Role, names: Iterable[Name | None]) -> None:
        """Contributors of a role; a name without words is none."""
        self.contributors += [Contributor(role, name) for name in names if name]

    def variable(self, name: str, value: str | None) -> bool:
        """Keep a CSL variable, unless it is said already; tell whether it was kept."""
        value = _clean(value)
        if value is None or name in self.variables:
            return False
        self.variables[name] = value
        return True

    def record(self, *, translated: bool = False, reprinted: bool = False) -> Record:
        """The record that was said. ``translated``, ``reprinted``: whether words beside the fields say that it is a
        translation, or that it appeared elsewhere first."""
        original = Original(self.original_title, self.original_language, tuple(self.original_contributors))
        described = () if original.empty else (Link(LinkKind.TRANSLATION_OF, original),)
        bare = Record(
            kind=self.kind,
            title=self.title,
            language=self.language,
            contributors=tuple(self.contributors),
            links=(*described, *self.links),
            translation=self.translation,
            license=self.license,
            variables=MappingProxyType(self.variables),
            unknown=MappingProxyType(self.unknown),
        )
        return replace(
            bare, appearances=self._appearances(translated or self.translated or is_translation(bare), reprinted)
        )

    def _appearances(self, translated: bool, reprinted: bool) -> tuple[Appearance, ...]:
        there = Appearance(**self.there, relation=Relation.ORIGINAL)
        later = Relation.TRANSLATION if translated else Relation.REPRINT
        own = Appearance(**self.own, relation=later if translated or reprinted or there.known else Relation.ORIGINAL)
        alone = not (own.known or translated or reprinted)
        first = () if alone and not self.first_alone else (there,)
        return tuple(a for a in (*first, own, *self.others) if a.known)
