"""Parts of Markdown that are one block whatever stands in them: code between fences, tables, notes, comments."""

import re
from collections.abc import Iterator

from reindreader.model.text import Block, BlockKind, Span

_PARTS = re.compile(
    r"""(?P<code>^[ \t]*(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)??[ \t]*(?P=fence)[`~]*[ \t]*$)
    |(?P<comment>^[ ]{0,3}<!--.*?-->[ \t]*$)
    |(?P<table>^[^\n|]*\|[^\n]*\n[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*(?:\n[^\n|]*\|[^\n]*)*)
    |(?P<note>^[ ]{0,3}\[\^(?P<label>[^\]\s]{1,40})\]:[^\n]*(?:\n[^\s\[][^\n]*|\n(?:[ ]{2,}|\t)\S[^\n]*|\n[ \t]*(?=\n(?:[ ]{4}|\t)\S))*)""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_KINDS = {
    "code": BlockKind.PARAGRAPH,
    "comment": BlockKind.FURNITURE,
    "table": BlockKind.TABLE,
    "note": BlockKind.FOOTNOTE,
}


def parts_of(text: str) -> Iterator[Block]:
    """These parts of a text, in their order."""
    for match in _PARTS.finditer(text):
        kind = next(kind for name, kind in _KINDS.items() if match[name] is not None)
        words = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if words:
            yield Block(kind, Span(start, start + len(words)), label=match["label"])


def without(text: str, parts: list[Block]) -> str:
    """The text with blanks in the place of the parts, as long as it was."""
    letters = list(text)
    for part in parts:
        for place in range(part.span.start, part.span.end):
            if letters[place] != "\n":
                letters[place] = " "
    return "".join(letters)
