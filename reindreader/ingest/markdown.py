"""Parts of Markdown that are one block whatever stands in them: code between fences, tables, notes, comments."""

import re
from collections.abc import Iterator

from reindreader.model.text import Block, BlockKind, Span

_OPENING = re.compile(
    r"""^(?:[ \t]*(?P<fence>`{3,}|~{3,})[^\n`]*$
    |[ ]{0,3}(?P<comment><!--)
    |(?P<table>[^\n|]*\|[^\n]*\n[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*(?:\n[^\n|]*\|[^\n]*)*)
    |(?P<note>[ ]{0,3}\[\^(?P<label>[^\]\s]{1,40})\]:[^\n]*(?:\n[^\s\[][^\n]*|\n(?:[ ]{2,}|\t)\S[^\n]*|\n[ \t]*(?=\n(?:[ ]{4}|\t)\S))*))""",
    re.MULTILINE | re.VERBOSE,
)
_KINDS = {"table": BlockKind.TABLE, "note": BlockKind.FOOTNOTE}


def parts_of(text: str) -> Iterator[Block]:
    """These parts of a text, in their order."""
    at, never = 0, {"`": len(text), "~": len(text), "<": 1}
    while match := _OPENING.search(text, at):
        at = match.end()
        kind = next((kind for name, kind in _KINDS.items() if match[name] is not None), None)
        if kind is None:
            sign = (match["fence"] or match["comment"])[0]
            end = _closed(text, match, never)
            if end is None:
                continue
            kind, at = (BlockKind.FURNITURE if sign == "<" else BlockKind.PARAGRAPH), end
        words = text[match.start() : at]
        start = match.start() + len(words) - len(words.lstrip())
        yield Block(kind, Span(start, match.start() + len(words.rstrip())), label=match["label"])


def _closed(text: str, match: re.Match[str], never: dict[str, int]) -> int | None:
    """Where a fence or a comment ends that begins there, None where nothing closes it: which is looked for but once.
    ``never``: by sign the length of the shortest fence that nothing closes, 0 for comments."""
    if match["comment"]:
        end = text.find("-->", match.end()) if never["<"] else -1
        never["<"] = int(end >= 0)
        line_end = text.find("\n", end)
        behind = text[end + 3 : line_end if line_end >= 0 else len(text)]
        return end + 3 if end >= 0 and not behind.strip() else None
    sign, length = match["fence"][0], len(match["fence"])
    if length >= never[sign]:
        return None
    closing = re.compile(rf"^[ \t]*{sign}{{{length},}}[ \t]*$", re.MULTILINE).search(text, match.end())
    if closing is None:
        never[sign] = length
    return closing.end() if closing else None


def without(text: str, parts: list[Block]) -> str:
    """The text with blanks in the place of the parts, as long as it was."""
    letters = list(text)
    for part in parts:
        for place in range(part.span.start, part.span.end):
            if letters[place] != "\n":
                letters[place] = " "
    return "".join(letters)
