"""Chunks to blocks: headings, list items, quotations, notes, captions and furniture, told by form and place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reindreader.ingest.layout import Chunk, chunks_of, columns
from reindreader.ingest.markdown import parts_of, without
from reindreader.ingest.titles import is_caption, title_index
from reindreader.ingest.underlines import underlined
from reindreader.model.text import Block, BlockKind, Mark, MarkKind, Span

_FURNITURE = re.compile(
    r"^(?:[\W_]{1,80}|[-–—\[(（]?\s?\d{1,4}\s?[-–—\])）]?|[Pp]age\s\d+(?:\sof\s\d+)?|第\s?\d+\s?[页頁])$"
)
_BULLET = re.compile(r"^[-*•‧·▪◦■●○◆►]\s+\S")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)、．]|[（(]\d{1,2}[)）]|[a-h][.)])\s*\S")
_NOTE = re.compile(
    r"^(?:\[\^?(?P<a>\d{1,3}|[*†‡])\]:?|\[\^(?P<e>[\w-]{1,20})\]:|(?P<b>[*†‡※]{1,3})|(?P<c>[①-⑳¹²³])|[註注](?P<d>\d{1,2})?[:：])\s*(?=\S)"
)
_CALL = re.compile(r"(?<=\S)(?:\[\^(?P<a>[\w*†‡-]{1,20})\](?!:)|\[(?P<b>\d{1,3}|[*†‡])\](?![:(])|(?P<c>[①-⑳¹²³]))")
_QUOTED = re.compile(r"^>\s?")
_MARKDOWN_HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*$")
_MARKDOWN_IMAGE = re.compile(r"^!\[(?P<alt>[^\]]*)\]\([^)]*\)$")
_FINAL = re.compile(r"[.。．!！?？…:：;；,，、।”’\"'」』）)\]》>]\s*$")
_STOP = re.compile(r"[.。．!！?？…।۔][”’\"'」』）)\]]*\s*$")
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")

PROSE_COLUMNS = 90
"""A line of this width, or a narrower one that is a sentence, is a paragraph and no title, byline or heading."""
_HEADING_COLUMNS = 70


def blocks_of(text: str, *, markdown: bool = False, titled: bool = False) -> tuple[Block, ...]:
    """The blocks of a plain text in their order, none overlapping. ``titled``: its title stands elsewhere."""
    parts = list(parts_of(text)) if markdown else []
    chunks = chunks_of(without(text, parts) if parts else text, markdown=markdown)
    lined = underlined(chunks)
    if markdown and any(map(_markdown_heading, chunks)):
        blocks = _markdown_blocks(chunks, lined, titled=titled)
    elif lined:
        blocks = _underlined_blocks(chunks, lined, titled=titled)
    else:
        shape = _shape(chunks, None if titled else title_index(chunks, is_prose))
        blocks = tuple(_block(chunks, index, shape) for index in range(len(chunks)))
    return tuple(sorted((*blocks, *parts), key=lambda block: block.span)) if parts else blocks


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the whole text says of its parts, found once. ``title`` and ``prose``, the first paragraph below it: indices.

    ``indent``: of most lines, in characters.
    """

    title: int | None
    prose: int | None
    indent: int


def _underlined_blocks(chunks: Sequence[Chunk], lined: Mapping[int, int], *, titled: bool) -> tuple[Block, ...]:
    """Where headings are underlined, the first is the title if nothing but short lines stands above it, and no other is
    underlined like it."""
    first = next(iter(lined))
    alone = list(lined.values()).count(0) == 1
    top = alone and not titled and not any(is_prose(chunk) for chunk in chunks[:first])
    shape = _shape(chunks, first if top else None if titled else title_index(chunks, is_prose))
    return tuple(_lined(chunks, index, shape, lined) for index in range(len(chunks)))


def _lined(chunks: Sequence[Chunk], index: int, shape: _Shape, lined: Mapping[int, int]) -> Block:
    if index in lined:
        rank = lined[index] if shape.title in lined else lined[index] + 1
        return Block(BlockKind.HEADING, chunks[index].span, 0 if index == shape.title else max(1, rank))
    block = _block(chunks, index, shape)
    unmarked = block.kind is BlockKind.HEADING and index != shape.title
    return replace(block, kind=BlockKind.PARAGRAPH, level=0) if unmarked else block


def calls_of(text: str, blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """The marks of what calls the notes of a text, in its order."""
    labels = {block.label for block in blocks if block.kind is BlockKind.FOOTNOTE}
    found = (
        (match, next(label for label in match.groups() if label))
        for block in (blocks if labels else ())
        if block.kind is not BlockKind.FOOTNOTE
        for match in _CALL.finditer(text, block.span.start, block.span.end)
    )
    return tuple(Mark(MarkKind.NOTE_REFERENCE, Span(*m.span()), label) for m, label in found if label in labels)


def _shape(chunks: Sequence[Chunk], title: int | None) -> _Shape:
    prose = next((index for index in range((title or 0) + 1, len(chunks)) if is_prose(chunks[index])), None)
    indents = sorted(len(chunk.lines[0].indent) for chunk in chunks)
    return _Shape(title, prose, indents[len(indents) // 2] if indents else 0)


def is_prose(chunk: Chunk) -> bool:
    """Whether the chunk's form is a paragraph's: it is long, or it is a whole sentence."""
    wide = columns(chunk.text) >= PROSE_COLUMNS
    return (wide and bool(_STOP.search(chunk.text))) or columns(chunk.text) > 2 * PROSE_COLUMNS or _sentence(chunk.text)


def _sentence(text: str) -> bool:
    return bool(re.search(r"[.。।]”?$", text)) and columns(text) > 20 and not text.startswith(("(", "（", "[", "［"))


def _block(chunks: Sequence[Chunk], index: int, shape: _Shape) -> Block:
    chunk = chunks[index]
    if index == shape.title:
        return Block(BlockKind.HEADING, chunk.span, 0)
    if shape.title is not None and index < shape.title:
        return Block(_above_title(chunk), chunk.span)
    return _formed(chunks, index, shape) or Block(BlockKind.PARAGRAPH, chunk.span)


def _above_title(chunk: Chunk) -> BlockKind:
    return BlockKind.CAPTION if is_caption(chunk) else BlockKind.FURNITURE


def _formed(chunks: Sequence[Chunk], index: int, shape: _Shape) -> Block | None:
    chunk = chunks[index]
    if _FURNITURE.match(chunk.text):
        return Block(BlockKind.FURNITURE, chunk.span)
    if _is_item(chunks, index):
        return Block(BlockKind.LIST_ITEM, chunk.span)
    note = _note(chunks, index)
    if note:
        return note
    if _is_quotation(chunk, shape.indent):
        return Block(BlockKind.QUOTATION, _without_mark(chunk))
    level = _heading_level(chunks, index, shape)
    return Block(BlockKind.HEADING, chunk.span, level) if level else None


def _is_item(chunks: Sequence[Chunk], index: int) -> bool:
    """A list has at least two items: a lone dash or number begins a sentence."""
    for form in (_BULLET, _NUMBER):
        if form.match(chunks[index].text):
            near = [chunks[i] for i in (index - 1, index + 1) if 0 <= i < len(chunks)]
            return any(form.match(other.text) for other in near)
    return False


def _note(chunks: Sequence[Chunk], index: int) -> Block | None:
    match = _NOTE.match(chunks[index].text)
    if not match or index * 2 < len(chunks) or _enclosed(chunks[index].text):
        return None
    label = next((value for value in match.groups() if value), None)
    return Block(BlockKind.FOOTNOTE, chunks[index].span, label=label)


def _enclosed(text: str) -> bool:
    """``*written in italics*`` is no note with an asterisk."""
    return text.startswith("*") and text.rstrip().endswith("*")


def _is_quotation(chunk: Chunk, usual: int) -> bool:
    if all(_QUOTED.match(line.text) for line in chunk.lines):
        return True
    indents = [len(line.indent.expandtabs(4)) for line in chunk.lines]
    deep = min(indents) >= usual + 2 and (len(indents) > 1 or usual + 4 <= indents[0])
    return deep and "\u3000" not in chunk.lines[0].indent and is_prose(chunk)


def _without_mark(chunk: Chunk) -> Span:
    match = _QUOTED.match(chunk.text)
    return Span(chunk.span.start + (match.end() if match else 0), chunk.span.end)


def _heading_level(chunks: Sequence[Chunk], index: int, shape: _Shape) -> int:
    """1 for a subtitle below the title and for a heading between paragraphs, 0 for no heading."""
    chunk = chunks[index]
    if columns(chunk.text) > _HEADING_COLUMNS or len(chunk.lines) > 1 or index + 1 >= len(chunks):
        return 0
    below_prose = shape.prose is not None and shape.prose < index
    follows = any(is_prose(other) for other in chunks[index + 1 : index + 3])
    if shape.title is not None and follows and not below_prose:
        return 0 if _STOP.search(chunk.text) else 1
    alone = chunk.after_blank and not _FINAL.search(chunk.text) and bool(re.match(r"[^\Wa-z]", chunk.text))
    return int(alone and follows and below_prose and is_prose(chunks[index + 1]))


def _markdown_heading(chunk: Chunk) -> bool:
    return bool(_MARKDOWN_HEADING.match(chunk.text))


def _markdown_blocks(chunks: Sequence[Chunk], lined: Mapping[int, int], *, titled: bool) -> tuple[Block, ...]:
    """Blocks where headings are marked: the first of level one is the title, and no unmarked line is a heading."""
    levels = {index: 1 + (chunks[index + 1].text[0] != "=") for index in lined}
    first = next((i for i, c in enumerate(chunks) if c.text.startswith("# ") or levels.get(i) == 1), None)
    shape = _shape(chunks, None if titled else first)
    return tuple(_marked(chunks, index, shape, levels.get(index)) for index in range(len(chunks)))


def _marked(chunks: Sequence[Chunk], index: int, shape: _Shape, lined: int | None) -> Block:
    chunk = chunks[index]
    if lined:
        return Block(BlockKind.HEADING, chunk.span, 0 if index == shape.title else max(1, lined - 1))
    heading, image = _MARKDOWN_HEADING.match(chunk.text), _MARKDOWN_IMAGE.match(chunk.text)
    if heading and heading["text"]:
        level = 0 if index == shape.title else max(1, len(heading["marks"]) - 1)
        start = chunk.span.start + heading.start("text")
        return Block(BlockKind.HEADING, Span(start, start + len(heading["text"])), level)
    if image:
        start = chunk.span.start + image.start("alt")
        return Block(BlockKind.IMAGE, Span(start, start + len(image["alt"])))
    formed = _formed(chunks, index, replace(shape, title=None))
    return formed if formed and formed.kind is not BlockKind.HEADING else Block(BlockKind.PARAGRAPH, chunk.span)
