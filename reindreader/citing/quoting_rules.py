"""When a quotation is set as a block, by families of styles: the rules are data in ``resources/citing/quoting.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from reindreader.resources import resource_text

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Kana and Han: scripts without blanks between words, counted in characters."""

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class QuotingRule:
    """A family's rule. ``words``, ``characters`` (of Chinese and Japanese), ``lines`` (of ``line`` characters): the least
    size of a block quotation, None where that is not counted; ``own``: ``paraphrase``, or what follows the citation of
    the writer's own translation."""

    family: str
    words: int | None = None
    characters: int | None = None
    lines: int | None = None
    line: int = 70
    own: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """How long a quotation is, in the ``unit`` that a rule counts: ``words``, ``characters`` or ``lines``."""

    count: int
    unit: str


def quoting_rule(style: str, parent: str = "") -> QuotingRule:
    """The rule of a style, by its id and that of its parent."""
    return next(
        rule
        for name in (parent, style)
        for beginnings, rule in _rules()
        if name and any(name.startswith(beginning) for beginning in beginnings)
    )


def size_of(words: str, rule: QuotingRule) -> Size:
    """The length as the rule counts it; text that is mostly Chinese or Japanese in characters, blanks not counted."""
    if rule.lines is not None:
        return Size(-(-len(" ".join(words.split())) // rule.line), "lines")
    unspaced = len(_UNSPACED.findall(words))
    others = _WORD.findall(_UNSPACED.sub(" ", words))
    if unspaced > len(others):
        return Size(len("".join(words.split())), "characters")
    return Size(len(others) + unspaced, "words")


def is_block(words: str, rule: QuotingRule) -> bool:
    """Whether the rule sets the quotation as a block; one of several paragraphs always is."""
    size = size_of(words, rule)
    least: int | None = getattr(rule, size.unit)
    return bool(_PARAGRAPHS.search(words.strip())) or (least is not None and size.count >= least)


def paragraphs(words: str) -> list[str]:
    """The paragraphs of a quotation, each on one line."""
    return [" ".join(part.split()) for part in _PARAGRAPHS.split(words.strip())]


@cache
def _rules() -> tuple[tuple[tuple[str, ...], QuotingRule], ...]:
    tables = tomllib.loads(resource_text("citing/quoting.toml"))
    return tuple((tuple(table.pop("styles")), QuotingRule(family, **table)) for family, table in tables.items())
