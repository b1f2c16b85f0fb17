"""One way to say who did what, in one language: what it means, and the expression that finds it."""

import re
from dataclasses import dataclass
from functools import cached_property

from reindreader.attribution.templates import WORK, Template
from reindreader.attribution.vocabulary import Language

_COLON = r"(?:\s*[:：=＝﹕៖፦∶՝]\s*(?:[-–—]\s+)?|\s+[-–—|]\s+|[\])】］]:?\s*)"
_COLON_UNSPACED = (
    r"(?:\s*[:：=＝﹕៖፦∶]\s*|\s?[/／|｜◎◆＊│︱丨]\s?|\s*[—–]+\s*|[】］\]）][:：]?\s*|(?P<blank>[\u3000 ・]{1,4}))"
)


_BRACKETED_LANGUAGE = r"(?:\s?[(（][^\W\d_]{2,24}[)）](?=\s*[:：]))?"

_BESIDE = r"\s*(?:[/&+·・、＋／–-]|{joiners})\s*"
_WORK = rf"{WORK}(?:\s{WORK}){{0,2}}?"
_COLON_BEHIND = r"\s*[:：=＝﹕៖፦]\s*"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says. ``role``: a contributor's field, ``appearance``, ``original-title``, ``license`` and so on.

    ``byline``: as short as "by", so that the rest has to be a name; ``inside``: only goes on with a credit (of the role
    ``follows``); ``quoted``: an outlet follows in title marks; ``also``: a second role of the same people; ``bracketed``:
    only in brackets of its own, "A (translator)", written so in the tables.
    """

    role: str
    relation: str | None = None
    qualifier: str | None = None
    byline: bool = False
    inside: bool = False
    quoted: bool = False
    also: str | None = None
    follows: str | None = None
    bracketed: bool = False


@dataclass(frozen=True, eq=False)
class Wording:
    """One way to say it, in one language."""

    meaning: Meaning
    form: str
    words: Language
    template: Template
    unspaced: bool
    of_table: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression: with the colon, of a label."""
        tail = "" if self.form != "label" else _COLON_UNSPACED if self.unspaced else _COLON
        if self.form == "label" and self.meaning.role == "original-title":
            tail = _BRACKETED_LANGUAGE + tail
        return re.compile(self.template.pattern + tail, re.IGNORECASE)

    @cached_property
    def with_another(self) -> re.Pattern[str]:
        """Of a label: with another work before the colon, or two ("Translation and editing:"), their words as ``work…``."""
        spaced = "{}" if self.unspaced else r"(?<=\s){}(?=\s)"
        joiners = "|".join(spaced.format(re.escape(word)) for word in self.words.joiners if word.isalpha())
        joiners = "|".join([joiners or "(?!)", *self.words.joiner_prefixes])
        beside = _BESIDE.format(joiners=joiners)
        works = f"{beside}(?P<work_a>{_WORK})(?:{beside}(?P<work_b>{_WORK}))?"
        return re.compile(f"(?:{self.template.pattern}){works}{_COLON_BEHIND}", re.IGNORECASE)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The compiled expression without a colon."""
        return re.compile(self.template.pattern, re.IGNORECASE)
