"""Where clauses of a credit line begin and end: full stops that end nothing are told from those that do."""

import re

from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.spelling import fold

_HARD = "。．;；؛۔|｜•\n\t※◎◆＊│"
_PAIRS = {
    "(": ")",
    "（": "）",
    "[": "]",
    "［": "］",
    "【": "】",
    "〔": "〕",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "“": "”",
    "«": "»",
    "„": "“",
    "<": ">",
}
_MARKS = re.compile(f"[{re.escape(''.join((_HARD, *_PAIRS, *_PAIRS.values())))}.!?！？]")
"""All that may end a clause or open and close a bracket."""
_BRACKETS = frozenset("(（[［")
_WORD_BEFORE = re.compile(r"([^\W_][^\s()（）\[\]]*)$")
_OPENERS = "([（［【〔*_「『“\"'《—–-•·~～>»†‡※◎◆＊#"
_BOUNDARY = '.。．;；:：|｜/／•·—–)）］】］」』”"»》*_！!？?…\n\t\u3000│※◎◆＊'
_SOFT = ",，、،"
_OPENING = frozenset(_OPENERS + "\u3000")


def stops(line: str, *, within_brackets: bool = False) -> list[int]:
    """The offsets at which a clause ends: hard marks, and full stops that end a sentence. Quotations are not entered,
    brackets only where it is said.
    """
    passed = _BRACKETS if within_brackets else frozenset()
    found: list[int] = []
    closers: list[str] = []
    for mark in _MARKS.finditer(line):
        index, char = mark.start(), mark[0]
        if closers and char == closers[-1]:
            closers.pop()
        elif char in _PAIRS and char not in passed and _PAIRS[char] in line[index + 1 :]:
            closers.append(_PAIRS[char])
        elif not closers and ((char in _HARD and not _joins_name(line, index)) or _is_stop(line, index)):
            found.append(index)
    return found


def _joins_name(line: str, index: int) -> bool:
    """Whether a full stop of full width parts the words of a name: 艾倫．韋斯特."""
    beside = line[index - 1 : index] + line[index + 1 : index + 2]
    return line[index] == "．" and len(beside) == 2 and beside.isalpha()


def _is_stop(line: str, index: int) -> bool:
    if line[index] in "!?！？" and index + 1 < len(line):
        return line[index + 1].isspace()
    if line[index] != "." or (index + 1 < len(line) and not line[index + 1].isspace()):
        return False
    rest = line[index + 1 :].strip()
    match = _WORD_BEFORE.search(line[:index])
    word = fold(match[1]) if match else ""
    if not rest:
        return True
    if rest[:1].islower() or (word.isdecimal() and len(word) < 3):
        return False
    return not _abbreviated(word)


def _abbreviated(word: str) -> bool:
    initials = re.fullmatch(r"[^\W\d_][\u0900-\u0dff]?(?:[.-][^\W\d_])*", word)
    return bool(initials) or word.rpartition("-")[2] in phrase_book().abbreviations


def clause_end(line: str, start: int, ends: list[int]) -> int:
    """The end of the clause that ``start`` stands in, not past a bracket that was opened before it."""
    limit = next((end for end in ends if end >= start), len(line))
    depth: list[str] = []
    for index in range(start, limit):
        char = line[index]
        if char in _PAIRS and _PAIRS[char] in line[index + 1 : limit]:
            depth.append(_PAIRS[char])
        elif depth and char == depth[-1]:
            depth.pop()
        elif not depth and char in ")）]］】〕":
            return index
    return limit


def opens_at(line: str, offset: int) -> str:
    """How a phrase at ``offset`` stands: ``start`` of the line, ``hard`` after a stop, ``soft`` after a comma, ``word``
    after a blank, or "" in the middle of a word or sentence.
    """
    before = line[:offset].rstrip(" \u00a0").rstrip(_OPENERS).rstrip(" \u00a0")
    if not before:
        return "start"
    if line[offset - 1] in "-‐" and (line[offset - 2].isalpha() or line[offset - 2] == "."):
        return ""  # "Dipl.-Übers."
    between = line[len(before) : offset]
    if before[-1] in _BOUNDARY or not _OPENING.isdisjoint(between):
        return "hard"
    if before[-1] in _SOFT:
        return "soft"
    return "word" if between else ""
