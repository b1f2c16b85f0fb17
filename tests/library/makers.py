"""Records for the library's tests."""

from reindreader.library import Entry, Library
from reindreader.model.claims import Certainty, Claim, Value
from reindreader.model.contributors import FIELD_ROLES, Contributor
from reindreader.model.names import parse_name
from reindreader.model.records import Title


def said(**facts: str) -> tuple[Claim, ...]:
    """The user's claims: ``title="…"``, ``author="Family, Given"``, ``appearance_publication="…"``."""
    return tuple(_claim(name.replace("_", "."), words) for name, words in facts.items())


def _claim(name: str, words: str) -> Claim:
    value: Value = words
    role = FIELD_ROLES.get(name.removeprefix("original."))
    if role:
        value = Contributor(role, parse_name(words))
    elif name.endswith("title"):
        value = Title(words)
    return Claim(name, value, Certainty.USER)


def put(library: Library, key: str, **facts: str) -> int:
    """A record without a text."""
    return library.add_records([Entry(said(**facts), key)], lambda record, taken: f"{key}x")[0]
