"""The tables of names (``resources/names``): surnames, given names, particles, words of organisations."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from reindreader.attribution.phrases import shared_words
from reindreader.resources import resource_text


@cache
def name_table(table: str) -> Mapping[str, Any]:
    """A table as it is."""
    return tomllib.loads(resource_text(f"names/{table}.toml"))


@cache
def names(table: str, kind: str) -> frozenset[str]:
    """The words of a list of a table; a list in one string is divided at its blanks."""
    listed = name_table(table)[kind]
    return frozenset(listed.split() if isinstance(listed, str) else listed)


@cache
def plain_names(table: str, kind: str) -> frozenset[str]:
    """The same, ``plain``."""
    return frozenset(plain(name) for name in names(table, kind))


def is_given_name(word: str) -> bool:
    """Whether the word is a given name of a language that the tables know, and so hardly a family name."""
    return any(word in names("given", kind) for kind in name_table("given"))


@cache
def surnames(kind: str) -> frozenset[str]:
    """The surnames of a kind that come before the given name."""
    return frozenset(cast("list[str] | str", shared_words()[kind]))


def plain(name: str) -> str:
    """The name in small letters without accents: who writes to abroad leaves them out."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
