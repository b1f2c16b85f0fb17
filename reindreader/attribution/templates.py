"""The notation of the phrase tables, and its translation into regular expressions.

``[words ]`` may be absent, ``(this|that)`` is one of them, a blank is any white space, ``{name}`` is one of the table's
macros, ``{from}`` and ``{into}`` a language's name, ``{people}`` the names, ``{any}`` a few words, ``{number}`` figures,
``{work}`` a work beside the one that is credited, ``{deed}`` the same beside a verb (see ``works``).
Everything else stands for itself in all its spellings (see ``spelling``).

Languages' names are not spelt out in the expressions (that made them slow to compile): a line is matched with every
name in it masked, character by character, by ``MASK``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from reindreader.attribution.spelling import fold, spelt

_TOKEN = re.compile(r"\{(?P<name>[\w-]+)\}|(?P<mark>[\[\]()|])|(?P<words>[^{}\[\]()|]+)")
WORK = r"[^\s\d:：=＝,;،؛、・·＋+/&|｜()（）\[\]【】「」《》“”]{1,24}"
"""A word of a work that shares a credit; the vowel signs of Indian scripts are no letters to an expression."""
_WORKS = rf"{WORK}(?:\s{WORK}){{0,2}}?"
_PEOPLE, _PEOPLE_UNSPACED = r"(?P<people>[^:;：；。]{2,80}?)", r"(?P<people>[^:;：；。，（）]{2,80}?)"
_SLOTS = {"any": r"[^.;:。；：|—–]{2,40}?", "number": r"\d+", "people": _PEOPLE}
_KEPT = frozenset({"from", "into", "any", "number", "people", "explicit", "work", "deed"})
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_HAS_UNSPACED = re.compile(_UNSPACED)
_PLAIN = re.compile(r"[^{}\[\]()|]+|\([^{}\[\]()]+\)")
"""Words, or some of which one stands there: each is bounded by blanks, or where the template begins and ends."""
_START, _END = r"(?<![^\W\d_])", r"(?:(?<=['’ʼ`´])|(?![^\W\d_]))"


MASK = "\ue000"
"""Stands for each character of a language's name (private use, The Unicode Standard 23.5)."""


@dataclass(slots=True)
class _Node:
    """``kind``: ``words``, ``slot``, ``all`` (of the parts in a row), ``any`` (one of them) or ``maybe``."""

    kind: str
    words: str = ""
    parts: list["_Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Template:
    """``pattern``: the source of a regular expression; ``triggers``: of these folded words one stands in every match, of
    ``whole`` templates as a word of its own; ``masked``: a language's name may stand in a match, ``named``: in each."""

    pattern: str
    triggers: frozenset[str]
    masked: bool
    whole: bool = False
    named: bool = False


def compile_template(text: str, macros: Mapping[str, str]) -> Template:
    """Translate one template. Raises KeyError for a macro that there is not."""
    node = _parse(_expanded(text, macros))
    source = _source(node, count(1))
    if is_unspaced(text):
        source = source.replace(_PEOPLE, _PEOPLE_UNSPACED)
    start, end = ("", "") if is_unspaced(text) else (_START, _END if text[-1].isalpha() or text[-1] in ")}" else "")
    whole = bool(end and _PLAIN.fullmatch(text))
    return Template(start + source + end, _triggers(node), MASK in source, whole, _is_named(node))


def is_unspaced(text: str) -> bool:
    """Whether the text is in a script that writes words without blanks between them."""
    return bool(_HAS_UNSPACED.search(text))


def _expanded(text: str, macros: Mapping[str, str]) -> str:
    def macro(match: re.Match[str]) -> str:
        name = match[1]
        if name in _KEPT:
            return match[0]
        body = _expanded(macros[name], macros)
        return "{explicit}" + body if name == "this" else body

    return re.sub(r"\{([\w-]+)\}", macro, text)


def _parse(text: str) -> _Node:
    stack = [_Node("any", parts=[_Node("all")])]
    for match in _TOKEN.finditer(text):
        mark = match["mark"] or ""
        if mark in {"(", "["}:
            stack.append(_Node("any" if mark == "(" else "maybe", parts=[_Node("all")]))
        elif mark in {")", "]"}:
            done = stack.pop()
            stack[-1].parts[-1].parts.append(done)
        elif mark == "|":
            stack[-1].parts.append(_Node("all"))
        else:
            kind, words = ("slot", match["name"]) if match["name"] else ("words", match["words"])
            stack[-1].parts[-1].parts.append(_Node(kind, words))
    return stack[0]


def _source(node: _Node, numbers: "count[int]") -> str:
    if node.kind == "words":
        return spelt(node.words)
    if node.kind == "slot":
        return _slot(node.words, next(numbers))
    parts = [_source(part, numbers) for part in node.parts]
    if node.kind == "all":
        return "".join(parts)
    return f"(?:{'|'.join(parts)}){'?' if node.kind == 'maybe' else ''}"


def _slot(name: str, number: int) -> str:
    if name == "explicit":
        return f"(?P<this{number}>)"
    own = _WORKS if name in {"work", "deed"} else f"{MASK}+"
    return _SLOTS.get(name) or f"(?P<{name}{number}>{own})"


def _is_named(node: _Node) -> bool:
    """Whether a language's name stands in every match."""
    if node.kind == "slot":
        return node.words in {"from", "into"}
    if node.kind in {"words", "maybe"}:
        return False
    return (all if node.kind == "any" else any)(map(_is_named, node.parts))


def _triggers(node: _Node) -> frozenset[str]:
    if node.kind == "words":
        best = max(re.split("[\\s'’ʼ\u200c]+", node.words), key=len)
        return frozenset({fold(best)} - {""})
    if node.kind in {"slot", "maybe"}:
        return frozenset()
    found = [_triggers(part) for part in node.parts]
    if node.kind == "any":
        return frozenset().union(*found) if all(found) else frozenset()
    return max(found, key=lambda words: min(map(len, words), default=0), default=frozenset())
