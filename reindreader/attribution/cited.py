"""Credits that are another work's: of a book reviewed or for sale, of an entry in a list of references, of people who sign.

A review names a translator, and so does what it quotes from; none of them translated the article. Such credits are known by
what stands around them, in any language: a price, a number of pages, a heading, another author than the article's own, or a
profession beside each of many names. Where that leaves a doubt, nobody is credited.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise

from reindreader.attribution.credits import Credit, Person
from reindreader.attribution.found import Found, Known, closed
from reindreader.attribution.identity import same_person
from reindreader.attribution.phrases import shared_words
from reindreader.model.text import Block, BlockKind, Span

_LONGEST_HEADING, _LONGEST_LINE, _LONGEST_LIST = 40, 120, 2_000
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|ISBN", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PROFESSION = re.compile(r"\s*[^\W\d_][^,:;\n]{2,40}, ?[^\W\d_][^,:;.\n]{2,60}")
_OPENING, _DASH = re.compile(r"\s*[“„«‹「『‘\"]"), re.compile(r"\s*[—–―-]")
_LABELLED = re.compile(r"[^:：\n]{1,25}[:：][^\n]{1,80}")
_FEWEST_SIGNERS = 3
_QUOTED = re.compile(r"\s*[“„«‹「『《〈\"‘].*[”“»›」』》〉\"’]\W*", re.DOTALL)


def cited(text: str, found: Sequence[Found], blocks: Iterable[Block], head: int, known: Known) -> frozenset[int]:
    """The indices of the blocks whose credits are another work's. ``blocks``: as the file has them; ``head``: how many stand
    above the body."""
    headings = frozenset(block.span for block in blocks if block.kind is BlockKind.HEADING)
    other = (
        _described(text, found, known),
        _listed(text, found),
        _signed(text, found),
        _epigraphs(text, found[:head]),
        _headed(text, found, headings, known),
    )
    return frozenset(index for indices in other for index in indices)


def of_whom_it_tells(text: str, own: Found) -> Found:
    """A note on the author or the translator credits the one whom it tells of, not those who had to do with his books."""
    words = own.block.span.slice(text)
    if not own.credits or not _about().match(words):
        return own
    first = min(own.credits, key=lambda credit: credit.span)
    return replace(own, credits=(replace(first, people=first.people[:1]),))


def uncredited(found: Sequence[Found], indices: Collection[int], blocks: Iterable[Block]) -> list[Found]:
    """The blocks, those of ``indices`` without credits and again what they were in ``blocks``, as the file has them."""
    as_read = {block.span: block for block in blocks}
    return [
        Found(as_read.get(own.block.span, Block(BlockKind.PARAGRAPH, own.block.span))) if index in indices else own
        for index, own in enumerate(found)
    ]


def _described(text: str, found: Sequence[Found], known: Known) -> Iterator[int]:
    """Descriptions of books: with price and pages, or below another author's byline; the lines above that go with one too."""
    for index, own in enumerate(found):
        if not own.credits and not (index and _is_line_of_imprint(text, found[index - 1])):
            continue
        sold = _is_sold(text, own) and not _is_own(text, found, index, known)
        if own.credits and (sold or _is_anothers(text, found, index, known)):
            yield index
        elif sold and not own.credits:
            yield from _above(text, found, index, known)


def _is_line_of_imprint(text: str, own: Found) -> bool:
    """Whether it credits somebody, or has a label."""
    short = len(own.block.span) <= _LONGEST_LINE
    return bool(own.credits) or (short and bool(_LABELLED.fullmatch(own.block.span.slice(text).strip())))


def _above(text: str, found: Sequence[Found], index: int, known: Known) -> Iterator[int]:
    """The lines directly above the imprint of a book that have labels, or that credit its translator or another author."""
    for above in range(index - 1, -1, -1):
        roles = {credit.role for credit in found[above].credits}
        others = "author" in roles and _others(found, above, known)
        if not (others or "translator" in roles or _is_line_of_imprint(text, replace(found[above], credits=()))):
            return
        yield above


def _is_sold(text: str, own: Found) -> bool:
    words = own.block.span.slice(text)
    if not _DIGIT.search(words):  # nearly all
        return False
    price, pages = _patterns()
    if price.search(words):
        return True
    behind = bool(own.credits) and _stands_behind(text, own)
    return bool(pages.search(words) and (behind or _YEAR.search(words)))


def _is_own(text: str, found: Sequence[Found], index: int, known: Known) -> bool:
    """Whether a book is the one whose text this is: it bears the text's title, and no other author wrote the text."""
    title = _title(text, found)
    return bool(title) and title in closed(found[index].block.span.slice(text)) and not _others(found, index, known)


def _is_anothers(text: str, found: Sequence[Found], index: int, known: Known) -> bool:
    """Whether a title, its author and its translator stand here, and the article has another title and another author."""
    own = found[index].credits
    if not {"author", "translator"} <= {credit.role for credit in own} or not _others(found, index, known):
        return False
    front = text[found[index].block.span.start : min(credit.span.start for credit in own)].strip(" \n,;:–—-")
    return bool(front) and _looks_like_title(front) and closed(front) not in _title(text, found)


def _looks_like_title(front: str) -> bool:
    if _QUOTED.fullmatch(front) or not front.isascii():
        return True
    long = [word for word in re.findall(r"[^\W\d_]+", front) if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


def _title(text: str, found: Sequence[Found]) -> str:
    titles = (own.block for own in found if own.block.kind is BlockKind.HEADING and own.block.level == 0)
    return next((closed(block.span.slice(text)) for block in titles), "")


def _others(found: Sequence[Found], index: int, known: Known) -> bool:
    """Whether authors are credited here, and the article names others elsewhere."""
    here = [*_authors(found[index].credits)]
    there = [person for at, own in enumerate(found) if at != index for person in _authors(own.credits)]
    names = {closed(person.name.literal) for person in here}
    apart = not any(same_person(one.name, other.name) for one in here for other in there)
    return bool(here) and apart and not names & known.writers and bool(there or known.writers)


def _authors(credited: Iterable[Credit]) -> Iterator[Person]:
    return (person for credit in credited if credit.role == "author" for person in credit.people)


def _listed(text: str, found: Sequence[Found]) -> Iterator[int]:
    """Entries of a list of works: below its heading, with something before the credit."""
    listing = False
    for index, own in enumerate(found):
        words = own.block.span.slice(text)
        if _is_one_of("references", words):
            listing = True
        elif own.block.kind is BlockKind.HEADING:
            listing = False
        elif listing and own.credits and _stands_behind(text, own):
            yield index


def _stands_behind(text: str, own: Found) -> bool:
    """Whether something stands before the credit: an author, a dash for the one above, or the beginning of a line's sentence."""
    start = own.block.span.start
    behind = (credit.span.start for credit in own.credits if credit.role != "author" or credit.span.start > start)
    before = text[start : min(behind, default=start)]
    return bool(re.search(r"\w{2}", before) or _DASH.match(text, start) or text[start : start + 1].islower())


def _signed(text: str, found: Sequence[Found]) -> Iterator[int]:
    """The blocks of three lines and more that are names with professions, of which two are alike or that are said to sign."""
    lines = [(index, line) for index, own in enumerate(found) for line in _lines(text, own) if line]
    before = ""
    for alike, run in groupby(lines, key=lambda line: bool(_PROFESSION.fullmatch(line[1]))):
        here = [*run]
        professions = [line.partition(",")[2].strip().casefold() for _index, line in here]
        repeated = len(set(professions)) < len(professions)
        if alike and len(here) >= _FEWEST_SIGNERS and (repeated or _is_one_of("signed", before)):
            yield from dict.fromkeys(index for index, _line in here)
        before = here[-1][1]


def _lines(text: str, own: Found) -> list[str]:
    """The lines of a block; of one that is too long for names its beginning stands for all."""
    span = own.block.span
    if len(span) > _LONGEST_LIST:
        return [text[span.start : span.start + _LONGEST_LINE]]
    return span.slice(text).splitlines()


def _epigraphs(text: str, above: Sequence[Found]) -> Iterator[int]:
    """Where an epigraph is from: a line with a dash below a quotation, above the body."""
    for index, (quoted, own) in enumerate(pairwise(above), start=1):
        opens = quoted.block.kind is BlockKind.QUOTATION or _OPENING.match(quoted.block.span.slice(text))
        if own.credits and opens and _DASH.match(own.block.span.slice(text)):
            yield index


def _headed(text: str, found: Sequence[Found], headings: frozenset[Span], known: Known) -> Iterator[int]:
    """Authors named in a heading beside the byline of another ("Review: “The Salt House” by …"), and those of several bylines
    that each stand below a heading of their own: of articles that a page lists."""
    entries = []
    for index, own in enumerate(found):
        first = next((credit.span.start for credit in own.credits if credit.role == "author"), None)
        if first is None:
            continue
        titled = own.block.span in headings and re.search(r"\w{2}", text[own.block.span.start : first])
        if titled and _others(found, index, known):
            yield index
        above = found[index - 1].block if index else None
        if above is not None and above.span in headings and above.level > 0:
            entries.append(index)
    if len(entries) > 1:
        yield from entries


def _is_one_of(kind: str, words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and words.strip(" \n:：,.").casefold() in _table(kind)


@cache
def _table(kind: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in shared_words()["cited"][kind])


@cache
def _about() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, _table("about")), key=len, reverse=True))
    return re.compile(rf"\W*(?:{labels})\s*[:：|｜\n）)】\]]", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Prices, and numbers of pages, which are no places in a paper ("pp. 12–19", "12–19 pp.")."""
    money = "|".join(re.escape(word) + (r"(?!\w)" if word[-1].isalpha() else "") for word in _table("currencies"))
    counted = "|".join(re.escape(word) + ("" if word[-1] == "." else r"(?!\w)") for word in _table("pages"))
    number = r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?"
    price = rf"(?<!\w)(?:{money})\s?(?:{number})(?!\d)|(?<![\w.,])(?:{number})\s?(?:{money})"
    return re.compile(price, re.IGNORECASE), re.compile(rf"(?<![\w–-])\d{{2,4}}\s?(?:{counted})", re.IGNORECASE)
