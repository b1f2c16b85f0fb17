"""One way to say who did what, in one language: what it means, and the expression that finds it."""

import re
from dataclasses import dataclass
from functools import cached_property

from reindreader.attribution.templates import Template
from reindreader.attribution.vocabulary import Language

_COLON = r"(?:\s*[:：=＝﹕∶՝]\s*(?:[-–—]\s+)?|\s+[-–—|]\s+|[\])】］]:?\s*)"
_COLON_UNSPACED = (
    r"(?:\s*[:：=＝﹕∶]\s*|\s?[/／|｜◎◆＊│︱丨]\s?|\s*[—–]+\s*|[】］\]）][:：]?\s*|(?P<blank>[\u3000 ・]{1,4}))"
)


_BRACKETED_LANGUAGE = r"(?:\s?[(（][^\W\d_]{2,24}[)）](?=\s*[:：]))?"

_TWO_LABELS = r"\s*(?:[/&+·・、＋／–-]|{joiners})\s*(?P<more>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}?)\s*[:：=＝﹕]\s*"


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
        """Of a label: with a second label before the colon ("Translation and editing:"), its words as ``more``."""
        joiners = "|".join(rf"(?<=\s){re.escape(word)}(?=\s)" for word in self.words.joiners if word.isalpha())
        tail = _TWO_LABELS.format(joiners=joiners or "(?!)") + "|(?!)"
        if self.words.joiner_prefixes:
            tail = tail.replace(r"\s*(?:[", rf"\s*(?:{'|'.join(self.words.joiner_prefixes)}|[", 1)
        return re.compile(f"(?:{self.template.pattern})(?:{tail})", re.IGNORECASE)
