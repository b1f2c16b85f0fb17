"""JSON files written one value after the other."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half of a character: no UTF-8 file can hold it."""


def json_list(
    values: Iterable[Any], *, ascii_only: bool = False, opening: str = "[", closing: str = "]"
) -> Iterator[str]:
    """A file that holds a list, a value a piece. ``opening``, ``closing``: the text around the values."""
    before = opening + "\n"
    empty = True
    for value in values:
        text = _SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=ascii_only, indent=2))
        yield before + _indented(text)
        before, empty = ",\n", False
    yield f"{opening}{closing}\n" if empty else f"\n{closing}\n"


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """The members that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _indented(text: str) -> str:
    return "\n".join("  " + line for line in text.split("\n"))
