"""Text case (CSL 1.0.2, "Text-case"): each case on one string, or on a piece whose strings make up one text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .tree import Node, Piece

# schema: stop-words.json, with articles, conjunctions and particles of names.
_STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "across",
        "afore",
        "after",
        "against",
        "along",
        "alongside",
        "amid",
        "amidst",
        "among",
        "amongst",
        "an",
        "and",
        "anenst",
        "apropos",
        "apud",
        "around",
        "as",
        "aside",
        "astride",
        "at",
        "athwart",
        "atop",
        "barring",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "but",
        "by",
        "circa",
        "despite",
        "down",
        "during",
        "except",
        "for",
        "forenenst",
        "from",
        "given",
        "in",
        "inside",
        "into",
        "lest",
        "like",
        "modulo",
        "near",
        "next",
        "nor",
        "notwithstanding",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "out",
        "over",
        "per",
        "plus",
        "pro",
        "qua",
        "sans",
        "since",
        "so",
        "than",
        "the",
        "through",
        "throughout",
        "thru",
        "thruout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "until",
        "unto",
        "up",
        "upon",
        "v.",
        "versus",
        "via",
        "vis-à-vis",
        "vs.",
        "with",
        "within",
        "without",
        "yet",
    ]
)
# Particles of names: not capitalized, but not lowered either.
_PARTICLES = frozenset(["d", "de", "et", "van", "von"])
_WORD = re.compile(r"[^\s\-–—/]+|[\s\-–—/]+")
_WORDS = re.compile(r"\S+")
_LEADING = re.compile(r"[^\w]*", re.UNICODE)


def _upper_first(word: str) -> str:
    lead = _LEADING.match(word)
    at = lead.end() if lead else 0
    if at and word[at - 1] in "'’" and not word[:at].strip("'’"):  # ’t Hooft
        return word
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]


def _capitalized(word: str) -> str:
    """The word with a capital, unless it has capitals of its own (iPhone)."""
    return _upper_first(word) if word == word.lower() else word


def capitalize_first(text: str) -> str:
    """First word capitalized if it is lowercase."""
    match = _WORDS.search(text)
    if match is None:
        return text
    return text[: match.start()] + _capitalized(match[0]) + text[match.end() :]


def capitalize_all(text: str) -> str:
    """Every lowercase word capitalized."""
    return _WORDS.sub(lambda match: _capitalized(match[0]), text)


def sentence(text: str) -> str:
    """Sentence case: an all-capital string is lowered first."""
    if text.isupper():
        text = text.lower()
    return capitalize_first(text)


def lowercase(text: str) -> str:
    """All lowercase."""
    return text.lower()


def uppercase(text: str) -> str:
    """All uppercase."""
    return text.upper()


def title(text: str) -> str:
    """English title case (Title Case Conversion); words in capitals stay as they are."""
    words = _WORD.findall(text)
    places = [index for index, word in enumerate(words) if not word[0].isspace() and word[0] not in "-–—/"]
    if not places:
        return text
    bare = [words[index].strip(_AROUND).lower() for index in places]
    starts = True
    for rank, index in enumerate(places):
        word = words[index]
        if not starts and rank < len(places) - 1 and bare[rank] in _STOP_WORDS and not word[1:].isupper():
            if _after_space(words, index) and not (rank and words[places[rank - 1]][-1] == "."):
                words[index] = word.lower()
        elif starts or not ((_hyphenated(words, index) and len(bare[rank]) == 1) or word in _PARTICLES):
            words[index] = _capitalized(word)
        starts = _ends(word)
    return "".join(words)


_AROUND = "\"'“”‘’«»([{)]},;:!?…"


def _after_space(words: list[str], index: int) -> bool:
    return index == 0 or words[index - 1].isspace()


def _hyphenated(words: list[str], index: int) -> bool:
    """Whether a word is joined to another by a hyphen."""
    neighbours = words[max(index - 1, 0) : index] + words[index + 1 : index + 2]
    return any(word.strip() and word[0] in "-–" for word in neighbours)


def _ends(word: str) -> bool:
    """Whether a sentence or a subtitle starts after the word."""
    end = word.rstrip("\"'”’»)")[-1:]
    return end in ("?", "!", ":")


_CASES: dict[str, Callable[[str], str]] = {
    "lowercase": lowercase,
    "uppercase": uppercase,
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
KINDS = frozenset(_CASES)


_TURKIC = {
    "uppercase": str.maketrans({"i": "İ"}),
    "lowercase": str.maketrans({"I": "ı", "İ": "i"}),
}


@lru_cache(maxsize=100_000)
def text_case(text: str, case: str, turkic: bool = False) -> str:
    """`text` in `case`, one of KINDS; with the two letters i of Turkish and Azerbaijani if `turkic`."""
    if turkic and case in _TURKIC:
        text = text.translate(_TURKIC[case])
    return _CASES[case](text)


def piece_case(piece: Piece, case: str, turkic: bool = False) -> Piece:
    """A copy of `piece` in `case`: its strings are one text, and what is marked "nocase" is left alone."""
    if isinstance(piece, str):
        return text_case(piece, case, turkic)
    leaves: list[str] = []
    kept: list[bool] = []
    _gather(piece, leaves, kept, False)
    changed = cased_parts(leaves, kept, case, turkic)
    return _rebuilt(piece, iter(changed).__next__)


def cased_parts(parts: list[str], kept: list[bool], case: str, turkic: bool = False) -> list[str]:
    """The parts of one text in `case`; what is `kept` stays. Every case keeps a text's length, or all is left."""
    whole = "".join(parts)
    free = "".join(part for part, keep in zip(parts, kept, strict=True) if not keep)
    if case == "sentence" and any(kept) and free.isupper():
        whole = "".join(part if keep else part.lower() for part, keep in zip(parts, kept, strict=True))
    done = text_case(whole, case, turkic)
    if len(done) != len(whole):
        return [part if keep else text_case(part, case, turkic) for part, keep in zip(parts, kept, strict=True)]
    out, at = [], 0
    for part, keep in zip(parts, kept, strict=True):
        out.append(part if keep else done[at : at + len(part)])
        at += len(part)
    return out


def _gather(piece: Piece, leaves: list[str], kept: list[bool], keep: bool) -> None:
    if isinstance(piece, str):
        leaves.append(piece)
        kept.append(keep)
        return
    keep = keep or _protected(piece)
    for kid in piece.kids:
        _gather(kid, leaves, kept, keep)


_KEEPING = ("sup", "sub", "small-caps")


def _protected(node: Node) -> bool:
    return node.deco.name == "nocase" or any(name == "nodecor" or kind in _KEEPING for name, kind in node.deco.flip)


def _rebuilt(piece: Piece, leaf: Callable[[], str]) -> Piece:
    if isinstance(piece, str):
        return leaf()
    return Node([_rebuilt(kid, leaf) for kid in piece.kids], piece.deco)
