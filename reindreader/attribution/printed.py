"""Outlets that their look gives away without a phrase: title marks, or the word for a paper in the name."""

import re
from functools import cache

from reindreader.attribution.credits import Credit, Words
from reindreader.attribution.dates import has_month
from reindreader.attribution.outlets import outlet
from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.attribution.vocabulary import Language
from reindreader.model.text import Span

_BRACKETED = re.compile(r"\s*[(（\[［【](?P<words>[^()（）\[\]［］【】]{4,120})[)）\]］】]\s*[.。]?\s*")
_MARKS = frozenset("《〈「『“„«״")


def is_printed_title(line: str, name: Words, words: Language) -> bool:
    """Whether a name is a paper's by its look: in title marks, or it says so (… Weekly, … Zeitung, …週刊)."""
    if name.span.start and line[name.span.start - 1] in _MARKS:
        return True
    return shows_press(name.text)


def shows_press(name: str) -> bool:
    """Whether a name says that it is a paper's: … Weekly, … Zeitung, …週刊."""
    return bool(_press().search(name))


@cache
def _press() -> re.Pattern[str]:
    names: list[str] = shared_words()["press"]
    whole = "|".join(re.escape(name) for name in names if not name.startswith("-"))
    endings = "|".join(re.escape(name[1:]) for name in names if name.startswith("-"))
    return re.compile(rf"(?:\b(?:{whole})|{endings})$|^(?:{whole})\b", re.IGNORECASE)


def bracketed_source(line: str) -> tuple[Credit, ...]:
    """A line that is an outlet with its date in brackets, "(Lantern Weekly, 14 March 2012)", and nothing else."""
    match = _BRACKETED.fullmatch(line)
    if not match:
        return ()
    span = Span(*match.span("words"))
    for words in phrase_book().languages.values():
        name, date, stop = outlet(line, span.start, span.end, words)
        whole = name and date and name.span.start - span.start < 2 and not line[stop : span.end].strip(" .。")
        if name and date and whole and has_month(date.date) and is_printed_title(line, name, words):
            return (Credit("appearance", span, (), name, date),)
    return ()
