"""XML as text: elements that say something, escaped, two blanks a level. Streaming needs no tree."""

from collections.abc import Iterable, Iterator
from html import escape as escape_quotes

from reindreader.citing.sheets import writable

Lines = Iterator[str]


def escape(text: str) -> str:
    """Text as it stands in an element or an attribute."""
    return escape_quotes(writable(text), quote=True).replace("&#x27;", "'")


def attributes(values: Iterable[tuple[str, str | None]]) -> str:
    """``name="value"`` of those that have one, each after a blank."""
    return "".join(f' {name}="{escape(value)}"' for name, value in values if value)


def element(tag: str, text: str, /, **own: str | None) -> Lines:
    """One element with text; nothing where the text is empty."""
    value = escape(text).strip()
    if value:
        yield f"<{tag}{attributes(own.items())}>{value}</{tag}>"


def within(tag: str, lines: Iterable[str], /, **own: str | None) -> Lines:
    """An element around lines; nothing where there are none."""
    inside = [f"  {line}" for line in lines]
    if inside:
        yield f"<{tag}{attributes(own.items())}>"
        yield from inside
        yield f"</{tag}>"


def as_text(lines: Iterable[str], level: int = 1) -> str:
    """The lines of one record, indented."""
    blank = "  " * level
    return "".join(f"{blank}{line}\n" for line in lines)


def document(opening: Iterable[str], records: Iterable[str], closing: Iterable[str], *, ascii_only: bool) -> Lines:
    """A whole file, piece by piece. ``ascii_only``: other characters by their numbers."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(f"{line}\n" for line in opening)
    for record in records:
        yield record.encode("ascii", "xmlcharrefreplace").decode() if ascii_only else record
    yield "".join(f"{line}\n" for line in closing)
