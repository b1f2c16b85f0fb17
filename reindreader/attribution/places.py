"""Which blocks of an article are credits: the lines around the title and the last blocks, by place and by their words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reindreader.attribution.credits import Credit, Person
from reindreader.attribution.dates import find_dates
from reindreader.attribution.lines import credits_of
from reindreader.attribution.listing import people
from reindreader.attribution.phrases import phrase_book
from reindreader.model.articles import Article
from reindreader.model.text import Block, BlockKind, Span

_HEAD, _TAIL = 8, 12
"""How many blocks at the beginning and at the end may be credits."""
_LONGEST = 600
_WRAP = re.compile(r"(?<=[^\n]{40})\n")
_LETTER = re.compile(r"[^\W_]")
_TRAILING_BRACKET = re.compile(r"[（(［\[【〔](?P<words>[^（(［\[【〔）)］\]】〕]{3,200})[）)］\]】〕]\s*$")
_STOP = re.compile(r"[.。!！?？…][”’\"'」』）)\]]*$")
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


@dataclass(frozen=True, slots=True)
class _Found:
    """A block as it turned out to be, and its credits with places in the article."""

    block: Block
    credits: tuple[Credit, ...] = ()


def located(article: Article) -> tuple[tuple[Block, ...], tuple[Credit, ...]]:
    """The blocks of the article with those marked that are credits, and all credits in the order of the text."""
    head, tail = _edges(article)
    found: list[_Found] = []
    for index, block in enumerate(article.blocks):
        if index in head or index in tail:
            found += _read(article.text, block, at_end=index in tail)
        else:
            found.append(_Found(block))
    found = _with_bylines(article.text, found, len(head))
    found = _with_signature(article.text, found, tail)
    return tuple(f.block for f in found), tuple(credit for f in found for credit in f.credits)


def _edges(article: Article) -> tuple[range, range]:
    """The indices of the blocks above the first paragraph of prose, and of the last blocks."""
    blocks = article.blocks
    prose = next((index for index, block in enumerate(blocks) if _is_prose(article.text, block)), None)
    head = range(min(prose or 0, _HEAD))
    first = 0 if prose is None else prose + 1
    return head, range(max(first, len(blocks) - _TAIL, len(head)), len(blocks))


def _is_prose(text: str, block: Block) -> bool:
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTATION}:
        return False
    words = block.span.slice(text)
    return len(words) > 30 and not _credits(words) and bool(_STOP.search(words) or len(words) > 120)


def _credits(words: str) -> tuple[Credit, ...]:
    """The credits of a block that is mostly credits; () for prose in which a phrase occurs."""
    if len(words) > _LONGEST:
        return ()
    found = credits_of(_unwrapped(words))
    return found if found and _share(words, found) >= _needed(words) else ()


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


def _read(text: str, block: Block, *, at_end: bool) -> list[_Found]:
    if block.kind not in _CREDITED:
        return [_Found(block)]
    words = block.span.slice(text)
    found = _credits(words)
    if found:
        own = Block(BlockKind.CREDIT, block.span, label=block.label)
        return [_Found(own, tuple(credit.shifted(block.span.start) for credit in found))]
    return _split(text, block) if at_end else [_Found(block)]


def _split(text: str, block: Block) -> list[_Found]:
    """A credit in brackets at the end of the last paragraph becomes a block of its own."""
    words = block.span.slice(text)
    match = _TRAILING_BRACKET.search(words)
    found = _credits(match["words"]) if match else ()
    if not match or not found:
        return [_Found(block)]
    start = block.span.start
    body = words[: match.start()].rstrip()
    last = Block(BlockKind.CREDIT, Span(start + match.start(), start + len(words.rstrip())))
    shifted = tuple(credit.shifted(start + match.start("words")) for credit in found)
    return [_Found(replace(block, span=Span(start, start + len(body)))), _Found(last, shifted)]


def _with_bylines(text: str, found: list[_Found], head: int) -> list[_Found]:
    """Add what place alone tells: a bare date, and a bare name beside the translator's credit, below the title."""
    title = next(
        (i for i, f in enumerate(found[:head]) if f.block.kind is BlockKind.HEADING and f.block.level == 0), None
    )
    if title is None:
        return found
    roles = {credit.role for f in found for credit in f.credits}
    result = list(found)
    for index in range(title + 1, head):
        if not found[index].credits:
            result[index] = _bare(text, found[index], name="translator" in roles and "author" not in roles)
            roles |= {credit.role for credit in result[index].credits}
    return result


def _with_signature(text: str, found: list[_Found], tail: range) -> list[_Found]:
    """A last line with a name and a position ("Ruth Ansel, Legislative Councillor") is the author's signature."""
    if any(credit.role == "author" for f in found for credit in f.credits):
        return found
    result = list(found)
    for index in range(max(tail.start, len(found) - 4), len(found)):
        credit = None if found[index].credits else _bare_name(text, found[index].block.span)
        if credit and len(credit.people) == 1 and credit.people[0].position:
            result[index] = _Found(Block(BlockKind.CREDIT, found[index].block.span), (credit,))
    return result


def _bare(text: str, found: _Found, *, name: bool) -> _Found:
    credit = _bare_date(text, found.block.span) or (_bare_name(text, found.block.span) if name else None)
    return _Found(Block(BlockKind.CREDIT, found.block.span), (credit,)) if credit else found


def _bare_date(text: str, span: Span) -> Credit | None:
    for words in phrase_book().languages.values():
        dates = find_dates(text, span.start, span.end, words)
        if len(dates) == 1 and dates[0].date.month and not _words_beside(text, span, dates[0].span, words.days):
            return Credit("appearance", span, date=dates[0], relation="translation", inferred=True)
    return None


def _words_beside(text: str, span: Span, own: Span, allowed: Sequence[str]) -> bool:
    rest = text[span.start : own.start] + " " + text[own.end : span.end]
    return any(word.casefold() not in allowed for word in re.findall(r"\w+", rest))


def _bare_name(text: str, span: Span) -> Credit | None:
    words = phrase_book().languages["en"]
    if len(span) > 90 or _STOP.search(span.slice(text)):
        return None
    found, stop = people(text, span.start, span.end, words, strict=True)
    rest = text[stop : span.end].replace((found[-1].position or "") if found else "", "")
    if not found or re.search(r"\w", rest) or any(not _personal(person) for person in found):
        return None
    return Credit("author", span, found, inferred=True)


def _personal(person: Person) -> bool:
    """Whether a name that no phrase vouches for is a person's: two or three words, or a known Chinese surname."""
    name = person.name
    words = name.literal.split()
    if name.organisation or name.form.family is None:
        return False
    return 2 <= len(words) <= 3 or (len(words) == 1 and not name.guessed)
