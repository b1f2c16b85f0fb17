"""From a page's markup to its text with blocks and marks, and its claims."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from reindreader.ingest.html_body import HUGE, MANY, body_of, huge_body, parsed
from reindreader.ingest.html_claims import claims_of
from reindreader.ingest.html_facts import heading_words
from reindreader.ingest.html_flow import Flow, Flowed
from reindreader.ingest.html_images import Pictures
from reindreader.ingest.html_margins import Line, key_of, lines_with, margins
from reindreader.ingest.html_notes import Note, take_notes
from reindreader.ingest.html_page import page_facts
from reindreader.ingest.html_placing import pictures_after
from reindreader.ingest.html_preparing import (
    Ruby,
    captions_of,
    take_rubies,
    with_addresses,
    with_paragraphs,
    with_rubies,
    without_templates,
)
from reindreader.ingest.html_prompts import is_comments, is_prompt
from reindreader.model.claims import Claim
from reindreader.model.records import Title
from reindreader.model.text import Block, BlockKind, MarkKind

_KEPT = frozenset({BlockKind.FOOTNOTE, BlockKind.IMAGE, BlockKind.CAPTION})
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class _Apart:
    """What is taken out of a page before its body is looked for, and put back into the text."""

    captions: frozenset[str] = frozenset()
    rubies: tuple[Ruby, ...] = ()
    notes: tuple[Note, ...] = ()


def read_page(markup: str, url: str | None, pictures: Pictures, *, fast: bool) -> tuple[Flowed, tuple[Claim, ...]]:
    """The text of a page, and what it declares. ``url``: its address; ``fast``: by the reader for huge pages."""
    huge = fast or len(markup) > HUGE or markup.count("<") > MANY
    root = parsed(markup)
    if root is None:
        return Flow().done(), ()
    # lxml makes an object for an element each time that it is met, unless one is held.
    _held = () if huge else tuple(root.iter())
    claims = claims_of(page_facts(root))
    with_addresses(root, url)
    apart = _Apart() if huge else _prepared(root)
    body = None if huge else body_of(root, url)
    body = huge_body(root) if body is None else body
    title = next((str(c.value.text) for c in claims if c.field == "title" and isinstance(c.value, Title)), None)
    if body is None:
        return _title_alone(title), claims
    return _restored(_flowed(root, body, title, pictures, apart.notes, margin=not huge), apart), claims


def _title_alone(title: str | None) -> Flowed:
    flow = Flow()
    flow.add_line(BlockKind.HEADING, title or "")
    return flow.done()


def _prepared(root: etree._Element) -> _Apart:
    without_templates(root)
    with_paragraphs(root)
    return _Apart(frozenset(captions_of(root)), tuple(take_rubies(root)), tuple(take_notes(root)))


def _restored(flowed: Flowed, apart: _Apart) -> Flowed:
    """With readings at their words. A caption that the body's reader took for a paragraph is one; what calls to read
    something else is none."""
    links = [mark.span.start for mark in flowed.marks if mark.kind is MarkKind.LINK]
    blocks = tuple(_told(block, flowed.text, apart.captions, links) for block in flowed.blocks)
    blocks = _without_comments(blocks, flowed.text)
    return with_rubies(replace(flowed, blocks=blocks), apart.rubies)


def _without_comments(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """What stands below a last heading "Comments" is not of the article."""
    headings = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    if len(headings) < 2 or not is_comments(blocks[headings[-1]].span.slice(text)):
        return blocks
    rest = (b if b.kind in _KEPT else Block(BlockKind.FURNITURE, b.span) for b in blocks[headings[-1] :])
    return (*blocks[: headings[-1]], *rest)


def _told(block: Block, text: str, captions: frozenset[str], links: Sequence[int]) -> Block:
    if block.kind not in _PLAIN:
        return block
    words = block.span.slice(text)
    if captions and block.kind is BlockKind.PARAGRAPH and key_of(words) in captions:
        return replace(block, kind=BlockKind.CAPTION)
    first = bisect_left(links, block.span.start)
    linked = first < len(links) and links[first] < block.span.end
    return replace(block, kind=BlockKind.FURNITURE, level=0) if is_prompt(words, linked=linked) else block


def _flowed(
    root: etree._Element,
    body: etree._Element,
    title: str | None,
    pictures: Pictures,
    notes: Iterable[Note],
    *,
    margin: bool,
) -> Flowed:
    """The title, the lines above the body, the body, its notes, the lines below it. ``margin``: False leaves the lines
    around the body out."""
    _without_heading(body, title)
    found = _flow_of(body)
    above: list[str] = []
    below: list[str] = []
    after = None
    if margin:
        keys = {key_of(block.span.slice(found.text)) for block in found.blocks}
        shown = lines_with(root, "img")
        above, below = margins([one for one in shown if isinstance(one, Line)], keys, title)
        after = pictures_after(shown, keys, title, pictures)
    flow = Flow(after=after) if after else Flow()
    flow.add_line(BlockKind.HEADING, title or "")
    for line in above:
        flow.add_line(BlockKind.FURNITURE, line)
    if after:
        flow.add(body)
    else:
        flow.add_flowed(found)
    for note in notes:
        flow.add_line(BlockKind.FOOTNOTE, note.words, label=note.label)
    for line in below:
        flow.add_line(BlockKind.FURNITURE, line)
    return flow.done()


def _flow_of(body: etree._Element) -> Flowed:
    flow = Flow()
    flow.add(body)
    return flow.done()


def _without_heading(body: etree._Element, title: str | None) -> None:
    """Take out the headings that say the title again."""
    for element in list(islice(body.iter("h1", "h2", "h3", "h4"), 3)):
        parent = element.getparent()
        if parent is not None and title and heading_words(element).casefold() == title.casefold():
            element.clear()
