"""Names that a page marks as somebody's, but not as its author's: they count with a second sign, such as a date beside them."""

import re
from collections.abc import Iterator, Sequence

from anyascii import anyascii
from lxml import etree

from reindreader.ingest.html_dates import dated_words
from reindreader.ingest.html_facts import Fact, clean, is_dated
from reindreader.ingest.html_shown import AUTHOR_PATH, BOX, BYLINE, LINK, Shown, shown_words
from reindreader.ingest.html_tree import local_name, words_of

Found = tuple[str, str, etree._Element]
"""What an element is called, by which attribute, and itself."""

_ABOUT = re.compile(
    r"(?:about|written by|by|posted by|über|von|à propos de|sobre|por|par|di|o autorze|об авторе)\s*:?\s+(?!the\b|author\b|den\b|die\b|el\b|l['’])",
    re.IGNORECASE,
)
_LONGEST_NAME = 60


def signed_facts(page: Shown, found: Sequence[Found]) -> Iterator[Fact]:
    """Of linked or marked names between heading and body the first one with a second sign, and those beside it; of the
    boxes below the article the first one's name."""
    signed = [
        (where if own == LINK else f"[{own} {where[1:]}", element)
        for own, where, element in found
        if own != BOX and _is_signed(page, own, where, element)
    ]
    for where, element in page.first(signed):
        yield Fact(BYLINE, shown_words(element), where)
    boxes = [(where, element) for own, where, element in found if own == BOX and page.is_below_heading(element)]
    for where, element in boxes[:1]:
        if name := _boxed(element):
            yield Fact(BYLINE, name, f"[box {where[1:]}")


def _is_signed(page: Shown, own: str, where: str, element: etree._Element) -> bool:
    words = shown_words(element)
    if (words.isascii() and " " not in words) or not (page.above_body(element) and page.fits(element)):
        return False
    if own == LINK and (_is_of_author(where) or (_names_slug(where, words) and _is_alone(element, words))):
        return True
    return any(sign(element, words) for sign in _SIGNS)


def _is_of_author(where: str) -> bool:
    path = AUTHOR_PATH.search(where.removeprefix("[href=").rstrip("]"))
    return path is not None and bool(path["sure"])


def _names_slug(where: str, words: str) -> bool:
    """Whether the last part of a link's address is made of the name's letters."""
    slug = _letters(where.rstrip("]/").rpartition("/")[2])
    parts = [_letters(part) for part in words.split()]
    return len(slug) > 3 and (slug in "".join(parts) or any(len(part) > 3 and part in slug for part in parts))


def _is_alone(element: etree._Element, words: str) -> bool:
    """Whether nothing but such words as "by" stands beside it."""
    parent = element.getparent()
    return parent is not None and len(shown_words(parent)) <= len(words) + 4


def _is_beside_date(element: etree._Element, words: str) -> bool:
    """Whether what stands around it in the same line or box gives a date."""
    around = [one for one in element.iterancestors() if local_name(one) not in {"body", "html", "main", "article"}][:2]
    return any(
        len(said := shown_words(one)) < len(words) + 120 and (dated_words(said) or any(map(is_dated, one.iter())))
        for one in around
    )


def _is_pictured(element: etree._Element, words: str) -> bool:
    """Whether a picture beside it is called by the same words."""
    parent = element.getparent()
    return parent is not None and any(clean(image.get("alt")) == words for image in parent.iter("img"))


_SIGNS = (_is_beside_date, _is_pictured)


def _boxed(box: etree._Element) -> str | None:
    """Whom a box on the author is about: its first words in a heading, a link or strong."""
    for element in box.iter("h2", "h3", "h4", "h5", "h6", "strong", "b", "a", "span"):
        words = _ABOUT.sub("", clean(words_of(element)), count=1)
        if " " in words and len(words) <= _LONGEST_NAME and words.istitle() | (not words.isascii()):
            return words
    return None


def _letters(words: str) -> str:
    return "".join(filter(str.isalpha, anyascii(words).casefold()))
