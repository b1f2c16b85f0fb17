"""Writing entries, in batches: memory stays flat, and an entry's text depends on its record alone.

The layout is bibtexparser's own (two blanks, ``=`` in one column, a trailing comma), written without its model: what is
written here, bibtexparser reads back to the letter.
"""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from reindreader.citing.bibtex.biblatex import biblatex_entry
from reindreader.citing.bibtex.classic import MACROS, classic_entry
from reindreader.citing.bibtex.entry_keys import entry_key
from reindreader.citing.bibtex.fields import ORDER, STANDARD, Fields, Settings
from reindreader.citing.bibtex.tables import VERBATIM
from reindreader.citing.keys import unique_key
from reindreader.model.records import Record

_BATCH = 256
_COLUMN = 12
_INDENT = " " * 18
"""Of the second and later lines of a value: where the first line's words begin."""

_Maker = Callable[[Record, Settings], tuple[str, Fields]]
_MAKERS: dict[str, tuple[_Maker, frozenset[str]]] = {
    "biblatex": (biblatex_entry, frozenset()),
    "bibtex": (classic_entry, MACROS),
}


def write_bib(
    entries: Iterable[tuple[str, Record]], dialect: str = "biblatex", settings: Settings = STANDARD
) -> Iterator[str]:
    """A .bib file, piece by piece. ``dialect``: ``biblatex`` or ``bibtex``.

    Keys are made safe for BibTeX; of two that differ only by case, or not at all, the second gets a suffix.
    """
    used: set[str] = set()
    make, macros = _MAKERS[dialect]
    form = _wrapped if settings.width else _lines
    blocks = (
        form(_free_key(key, used, settings), *make(record, settings), macros, settings.width) for key, record in entries
    )
    before = ""
    while batch := list(islice(blocks, _BATCH)):
        yield before + "\n".join(batch)
        before = "\n"


def _free_key(key: str, used: set[str], settings: Settings) -> str:
    made = entry_key(key, safe=settings.safe_keys)
    folded = made.casefold()
    if folded in used:
        made = unique_key(made, lambda wanted: wanted.casefold() in used)
        folded = made.casefold()
    used.add(folded)
    return made


def _lines(key: str, kind: str, fields: Fields, macros: frozenset[str], _width: int) -> str:
    """One entry, a line each field."""
    if macros:
        body = [f"{_HEADS[name]}{_value(name, value, macros)},\n" for name, value in fields.items()]
    else:
        body = [f"{_HEADS[name]}{{{value}}},\n" for name, value in fields.items()]
    return f"@{kind}{{{key},\n{''.join(body)}}}\n"


class _Heads(dict[str, str]):
    """Field name -> the beginning of its line; names of other programs' fields are not kept."""

    def __missing__(self, name: str) -> str:
        return f"  {name:<{_COLUMN}} = "


_HEADS = _Heads({name: f"  {name:<{_COLUMN}} = " for name in ORDER})


def _wrapped(key: str, kind: str, fields: Fields, macros: frozenset[str], width: int) -> str:
    """The same, with values broken at blanks; addresses are never broken."""
    lines = [f"{_HEADS[name]}{_value(name, value, macros)}," for name, value in fields.items()]
    wrap = textwrap.TextWrapper(
        width, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    body = [line if name in VERBATIM else "\n".join(wrap.wrap(line)) for name, line in zip(fields, lines, strict=True)]
    return f"@{kind}{{{key},\n" + "".join(f"{line}\n" for line in body) + "}\n"


def _value(name: str, value: str, macros: frozenset[str]) -> str:
    return value if name in macros else f"{{{value}}}"
