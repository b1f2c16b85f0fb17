"""Which blocks of an article are credits: the lines around the title and the last blocks, by place and by their words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile

from reindreader.attribution.cited import cited, of_whom_it_tells, uncredited
from reindreader.attribution.credits import Credit
from reindreader.attribution.endings import with_endings
from reindreader.attribution.found import STOP, Found, Known, closed
from reindreader.attribution.lines import credits_of
from reindreader.attribution.margins import placed
from reindreader.model.articles import Article
from reindreader.model.claims import FRONT_MATTER, Claim, FilePlace
from reindreader.model.contributors import Contributor
from reindreader.model.fields import APPEARANCE, appearance_relations
from reindreader.model.records import Relation
from reindreader.model.text import Block, BlockKind, MarkKind, Span

_WRITING = frozenset({"author", "contributor"})
_DATE = APPEARANCE + "date"
_HEAD, _TAIL = 8, 12
"""How many blocks at the beginning and at the end may be credits; and furniture beside them, such as a copyright page."""
_FURNITURE = 40
_LONGEST = 600
_LABEL = re.compile(r"[^\n]{2,40}[:：]")
_LONGEST_VALUE = 120
_WRAP = re.compile(r"(?<=[^\n]{40})\n")
_CELLS = " \u2002"
"""What stands between the cells of a row."""
_LETTER = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.。]\s+(?=\S)")
_TRAILING_BRACKET = re.compile(r"[（(［\[【〔](?P<words>[^（(［\[【〔）)］\]】〕]{3,200})[）)］\]】〕]\s*$")
_HEADLINES = frozenset({BlockKind.FURNITURE, BlockKind.HEADING})
_CREDITED = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.FURNITURE,
        BlockKind.CAPTION,
        BlockKind.QUOTATION,
        BlockKind.FOOTNOTE,
        BlockKind.LIST_ITEM,
    }
)


def located(article: Article) -> tuple[tuple[Block, ...], tuple[Credit, ...]]:
    """The blocks of the article with those marked that are credits, and all credits in the order of the text."""
    apart = _declared_head(article)
    article = with_endings(replace(article, blocks=tuple(b for b in article.blocks if b not in apart)), _credits)
    head, tail = _edges(article)
    called = _called(article, head)
    found: list[Found] = []
    for index, block in enumerate(article.blocks):
        if index in head or index in tail or index in called:
            found += _read(article.text, block, at_end=index not in head)
        else:
            found.append(Found(block))
    known = _known(article)
    found = [of_whom_it_tells(article.text, own) for own in _with_labels(article.text, found)]
    others = cited(article.text, found, article.blocks, len(head), known)
    found = uncredited(found, others, article.blocks)
    found = uncredited(placed(article.text, found, len(head), tail, known), others, article.blocks)
    blocks = sorted((*apart, *(f.block for f in found)), key=lambda block: block.span)
    return tuple(blocks), tuple(credit for f in found for credit in f.credits)


def _declared_head(article: Article) -> tuple[Block, ...]:
    """The furniture of a head whose lines the file's reader has taken for what they declare."""
    places = (place for claim in article.declared for place in claim.evidence if isinstance(place, FilePlace))
    if not any(place.where.startswith(FRONT_MATTER) for place in places):
        return ()
    lines = takewhile(lambda block: block.kind in _HEADLINES, article.blocks[:3])
    return tuple(block for block in lines if block.kind is BlockKind.FURNITURE)


def _with_labels(text: str, found: list[Found]) -> list[Found]:
    """A label that stands alone is read with the line below it: "Titre original :" and the title."""
    result = list(found)
    for index, (own, below) in enumerate(pairwise(found)):
        label, value = own.block.span.slice(text).strip(), below.block.span.slice(text).strip()
        if own.credits or below.credits or not _LABEL.fullmatch(label) or len(value) > _LONGEST_VALUE:
            continue
        credited = tuple(credit for credit in _credits(f"{label}\n{value}") if credit.span.start == 0)
        if len(credited) == 1 and _is_all(credited[0], f"{label}\n{value}"):
            result[index : index + 2] = _labelled(text, own, below, credited[0], len(label) + 1)
    return result


def _is_all(credit: Credit, words: str) -> bool:
    return not _LETTER.search(words, credit.span.end)


def _labelled(text: str, own: Found, below: Found, credit: Credit, gap: int) -> list[Found]:
    """Both blocks as credits; what the lower one says has its place there."""
    first, second = (Block(BlockKind.CREDIT, found.block.span, label=found.block.label) for found in (own, below))
    moved = replace(credit, span=Span(gap, credit.span.end)).shifted(_first_letter(text, below) - gap)
    if credit.tag_span and credit.tag_span.start < gap:
        moved = replace(moved, tag_span=credit.tag_span.shifted(_first_letter(text, own)))
    return [Found(first), Found(second, (moved,))]


def _first_letter(text: str, found: Found) -> int:
    words = found.block.span.slice(text)
    return found.block.span.start + len(words) - len(words.lstrip())


def _known(article: Article) -> Known:
    declared = {claim.field: str(claim.value) for claim in article.declared}
    relations = appearance_relations(article.declared)
    dated = any(c.field == _DATE and relations.get(c.item) is Relation.TRANSLATION for c in article.declared)
    people = [claim for claim in article.declared if isinstance(claim.value, Contributor)]
    names, writers = frozenset(_names(people)), frozenset(_names(c for c in people if c.field in _WRITING))
    return Known(article.language or declared.get("language"), dated, names, writers)


def _names(people: Iterable[Claim]) -> Iterator[str]:
    """An office program's field for the author may hold several."""
    for claim in people:
        if isinstance(claim.value, Contributor):
            yield from map(closed, claim.value.name.literal.split(";"))


def _edges(article: Article) -> tuple[range, range]:
    """The indices of the blocks above the first paragraph of prose, and of the last blocks."""
    blocks = article.blocks
    prose = next((index for index, block in enumerate(blocks) if _is_prose(article.text, block)), None)
    head = range(_first_of(blocks[: prose or 0], _HEAD))
    first = 0 if prose is None else prose + 1
    tail = len(blocks) - _first_of(blocks[:first:-1] + blocks[first : first + 1], _TAIL)
    return head, range(max(first, tail, len(head)), len(blocks))


def _first_of(blocks: Sequence[Block], most: int) -> int:
    """How many blocks hold at most so many that are no furniture, and not much of that."""
    count = furniture = 0
    for index, block in enumerate(blocks):
        furniture += block.kind is BlockKind.FURNITURE
        count += block.kind is not BlockKind.FURNITURE
        if count > most or furniture > _FURNITURE:
            return index
    return len(blocks)


def _called(article: Article, head: range) -> frozenset[int]:
    """The indices of the notes that the title, or a line below it, calls."""
    labels = {
        (mark.target or "").strip("[]().")
        for mark in article.marks
        if mark.kind is MarkKind.NOTE_REFERENCE and any(mark.span.within(article.blocks[index].span) for index in head)
    }
    notes: dict[str, int] = {}
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.FOOTNOTE and block.label:
            notes.setdefault(block.label.strip("[]()."), index)
    return frozenset(index for label, index in notes.items() if label in labels)


def _is_prose(text: str, block: Block) -> bool:
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}:
        return False
    words = block.span.slice(text)
    return len(words) > 30 and not _credits(words) and bool(STOP.search(words.rstrip()) or len(words) > 120)


@lru_cache(maxsize=32)
def _credits(words: str) -> tuple[Credit, ...]:
    """The credits of a block that is mostly credits; () for prose in which a phrase occurs.

    Remembered: a block above the body is looked at twice.
    """
    if len(words) > _LONGEST:
        return ()
    found = credits_of(_unwrapped(words))
    return found if found and (_share(words, found) >= _needed(words) or _begins_with(words, found)) else ()


def _begins_with(words: str, found: Iterable[Credit]) -> bool:
    """Whether the first sentence is the translator's credit and says nothing else: no prose begins so."""
    return any(
        credit.role == "translator" and credit.span.start == 0 and _SENTENCE_END.match(words, credit.span.end)
        for credit in found
    )


def _unwrapped(words: str) -> str:
    """With blanks where a long line was wrapped; a short line's end is its author's and ends a clause."""
    return _WRAP.sub(" ", words)


def _needed(words: str) -> float:
    return 0.3 if len(words) < 200 else 0.4


def _share(words: str, found: Iterable[Credit]) -> float:
    """How much of the block's letters the credits cover."""
    covered = {offset for credit in found for offset in range(credit.span.start, credit.span.end)}
    letters = [match.start() for match in _LETTER.finditer(words)]
    return sum(offset in covered for offset in letters) / max(1, len(letters))


def _read(text: str, block: Block, *, at_end: bool) -> list[Found]:
    words = block.span.slice(text)
    if block.kind is BlockKind.TABLE:
        return [_table_read(block, words)]
    if block.kind not in _CREDITED or words.startswith("<!--"):
        return [Found(block)]
    found = _credits(words)
    if found and found[0].role == "title" and found[0].words and not at_end:
        return [Found(Block(BlockKind.HEADING, found[0].words.span.shifted(block.span.start)))]
    if found:
        own = Block(BlockKind.CREDIT, block.span, label=block.label)
        return [Found(own, tuple(credit.shifted(block.span.start) for credit in found))]
    return _split(text, block) if at_end else [Found(block)]


def _table_read(block: Block, words: str) -> Found:
    """A table whose rows are a label and a name each, as forms have it."""
    rows = words.replace(_CELLS, ": ").splitlines()
    if len(words) > _LONGEST or any(row.count(": ") != 1 for row in rows):
        return Found(block)
    found: list[Credit] = []
    start = block.span.start
    for row in rows:
        own = credits_of(row)
        if not own or not _is_all(own[-1], row):
            return Found(block)
        found += (credit.shifted(start) for credit in own)
        start += len(row) + 1
    return Found(replace(block, kind=BlockKind.CREDIT), tuple(found))


def _split(text: str, block: Block) -> list[Found]:
    """A credit in brackets at the end of the last paragraph becomes a block of its own."""
    words = block.span.slice(text)
    match = _TRAILING_BRACKET.search(words)
    found = _credits(match["words"]) if match else ()
    if not match or not found:
        return [Found(block)]
    start = block.span.start
    body = words[: match.start()].rstrip()
    last = Block(BlockKind.CREDIT, Span(start + match.start(), start + len(words.rstrip())))
    shifted = tuple(credit.shifted(start + match.start("words")) for credit in found)
    return [Found(replace(block, span=Span(start, start + len(body)))), Found(last, shifted)]
