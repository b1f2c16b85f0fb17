"""Braces that keep a style from lowering the capitals of acronyms and proper nouns, one by one.

BibTeX's ``change.case$`` and biblatex's ``\\MakeSentenceCase`` leave alone what stands in braces. Bracing whole titles
would forbid a style its own case, so only words are braced.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache

from reindreader.resources import resource_text

_INNER_CAPITAL = re.compile(
    r"(?<![^\W_])(?=\w*[^\W\d_])(?:\w+[A-Z\u00c0-\u00de]\w*(?:&[A-Z]\w*)?|(?:[A-Z]\.){2,}|\w*İ\w*)"
)
"""A word with a capital that is not its first letter: NASA, iPhone, McDonald; U.S.; and one with İ, which LaTeX lowers into
two characters that it cannot set."""

_ANY_WORD = re.compile(r"(?<![^\W_])[^\W\d_][\w’']*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_FIRST_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"\b(?=[^\W\d_a-z])\w+")
_PRONOUN = re.compile(r"\bI\b")
_OPENING = re.compile(r"(?:^|[.?!:]\s+)[\W_]*$")
Span = tuple[int, int]


def protect(title: str, language: str | None, escape: Callable[[str], str], *, every_capital: bool = False) -> str:
    """The title escaped, its names in braces.

    ``every_capital``: also the capitals of languages other than English, for classic BibTeX, which lowers them whatever
    the language. A capital inside an English title is a name only where the title is not written in title case.
    """
    spans = _merged(_spans(title, language, every_capital))
    if not spans:
        return escape(title)
    out, at = [], 0
    for start, end in spans:
        out += [_kept(title[at:start], escape), "{", escape(title[start:end]), "}"]
        at = end
    return "".join([*out, _kept(title[at:], escape)]).strip()


def _kept(text: str, escape: Callable[[str], str]) -> str:
    """Escaping trims; a blank beside a braced word stays."""
    core = text.strip()
    if not core:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{escape(core)}{' ' if text[-1].isspace() else ''}"


def _spans(title: str, language: str | None, every_capital: bool) -> list[Span]:
    english = (language or "en").lower().startswith("en")
    if not english and title[1:] == title[1:].lower() and title[0] != "İ":
        return []
    spans = [match.span() for match in _INNER_CAPITAL.finditer(title)]
    if english:
        spans += _named(title)
        spans += [match.span() for match in _PRONOUN.finditer(title) if match.start()]
    if every_capital if not english else not _title_case(title):
        words = (m for m in _ANY_WORD.finditer(title) if m.group()[0].isupper())
        spans += [m.span() for m in words if not _OPENING.search(title[: m.start()])]
    return spans


def _title_case(title: str) -> bool:
    """Whether at least half of the longer words after the first have capitals; so it is where there are none."""
    later = [match.group() for match in _WORD.finditer(title) if match.start()]
    return sum(word[0].isupper() for word in later) * 2 >= len(later)


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _named(title: str) -> list[Span]:
    """Where the proper nouns of the table stand, the longest that begins at a word."""
    names, found = _names(), []
    for match in _CAPITALISED.finditer(title):
        start = match.start()
        for name in names.get(match.group(), ()):
            end = start + len(name)
            if title.startswith(name, start) and not (title[end : end + 1].isalnum() or title[end : end + 1] == "_"):
                found.append((start, end))
                break
    return found


@cache
def _names() -> dict[str, list[str]]:
    """First word -> the names that begin with it, the longest first."""
    table = tomllib.loads(resource_text("citing/proper_nouns.toml"))
    found: dict[str, list[str]] = {}
    for name in sorted((n for line in table["en"].split("\n") for n in line.split("|") if n), key=len, reverse=True):
        found.setdefault(_FIRST_WORD.match(name)[0], []).append(name)  # type: ignore[index]
    return found
