"""The head and the licence that Project Gutenberg puts around a text: about the file, and no words of it."""

import re

from reindreader.ingest.front_matter import FrontMatter
from reindreader.ingest.html_facts import Fact
from reindreader.model.claims import FRONT_MATTER
from reindreader.model.text import Block, BlockKind, Span

_START = re.compile(
    r"\*{3} ?START OF (?:THIS|THE) PROJECT GUTENBERG E(?:BOOK|TEXT)[^\n]*(?:\n[^\n]+)?\*{3}|\*END[* ]*THE SMALL PRINT![^\n]*\*END\*",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:^End of (?:the )?Project Gutenberg(?:'s)?[^\n]*\s+)?\*{3} ?END OF (?:THIS|THE) PROJECT GUTENBERG"
    r"|^End of (?:the )?Project Gutenberg(?:'s)? E(?:book|text)",
    re.IGNORECASE | re.MULTILINE,
)
_FACT = re.compile(
    r"^(?P<key>Title|Author|Translator|Editor):[ \t]*(?P<value>[^\n]*(?:\n[ \t]{4,}\S[^\n]*)*)$", re.MULTILINE
)


def gutenberg_head(text: str) -> FrontMatter | None:
    """The head with what it says of the text, None where there is none."""
    start = _START.search(text[:20_000])
    if start is None:
        return None
    found = list(_FACT.finditer(text, 0, start.start()))
    title = next(
        (Span(m.start("value"), m.end("value")) for m in found if m["key"] == "Title" and m["value"].strip()), None
    )
    facts = (Fact(m["key"].lower(), " ".join(m["value"].split()), f"{FRONT_MATTER}: {m['key']}") for m in found)
    return FrontMatter(Span(0, start.end()), title, tuple(fact for fact in facts if fact.value))


def without_licence(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, what stands above and below the text each one block of furniture."""
    start = _START.search(text[:20_000])
    end = _last(_END, text) if "gutenberg" in text.lower() else None
    if end is not None:
        blocks = _together(blocks, Span(end.start(), len(text)))
    if start is not None and not any(block.span.contains(start.start()) and len(block.span) > 500 for block in blocks):
        title = next((block for block in blocks if block.kind is BlockKind.HEADING and block.level == 0), None)
        first = title.span.end if title and title.span.end < start.start() else 0
        blocks = _together(blocks, Span(first, start.end()))
    return blocks


def _last(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter([*form.finditer(text)][-1:]), None)


def _together(blocks: tuple[Block, ...], within: Span) -> tuple[Block, ...]:
    inside = [block for block in blocks if block.span.within(within) and block.image is None]
    if not inside:
        return blocks
    whole = Block(BlockKind.FURNITURE, Span(inside[0].span.start, inside[-1].span.end))
    at = blocks.index(inside[0])
    rest = [block for block in blocks if block not in inside and not block.span.within(whole.span)]
    return (*rest[:at], whole, *rest[at:])
