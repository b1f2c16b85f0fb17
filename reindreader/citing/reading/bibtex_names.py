"""Names of .bib files: ``First von Last``, ``von Last, Jr, First`` (btxdoc, 4; Tame the BeaST, 11.2), corporate names in
braces, and biblatex's ``family=…, given=…`` (biblatex, 3.4)."""

import re
from functools import lru_cache

from reindreader.citing.bibtex.decoding import plain
from reindreader.citing.reading.people import organisation, person, single
from reindreader.model.names import Name

_AND = re.compile(r"\sand(?=\s)", re.IGNORECASE)
_SIMPLE = re.compile(r"[^{}\\~]*\Z")
_PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix|familyi|giveni|prefixi|suffixi|id|nameoption)\s*=", re.I)
_TIES = re.compile(r"[\s~]+|\\[ ,]")
_COMMAND = re.compile(r"\\[A-Za-z]+|\\.")
OTHERS = "others"


def names_of(value: str) -> list[Name]:
    """The names of a field, without "and others"."""
    parts = split_at(value, _AND) if " and" in value.lower() or "\nand" in value.lower() else [value]
    words = (part.strip() for part in parts)
    return [name for part in words if part and part.lower() != OTHERS and (name := _name(part))]


def split_at(value: str, mark: re.Pattern[str]) -> list[str]:
    """The value, split where the mark stands outside braces."""
    if _SIMPLE.match(value):
        return mark.split(value)
    masked = _masked(value)
    ends = [match.span() for match in mark.finditer(masked)]
    starts = [0, *(end for _, end in ends)]
    return [value[start:end] for start, end in zip(starts, [*(start for start, _ in ends), len(value)], strict=True)]


def _masked(value: str) -> str:
    """The same length, what stands in braces and commands overwritten."""
    out, depth, at = [], 0, 0
    while at < len(value):
        sign = value[at]
        if sign == "\\":
            out.append("xx"[: len(value) - at])
            at += 2
            continue
        depth += {"{": 1, "}": -1}.get(sign, 0)
        out.append("x" if depth > 0 or sign == "}" else sign)
        at += 1
    return "".join(out)


def _plain(words: str) -> str:
    return " ".join(plain(words, ligatures=True).split())


@lru_cache(maxsize=8192)
def _name(words: str) -> Name | None:
    """One name; remembered, since the same people write again and again."""
    if _whole_in_braces(words):
        return organisation(_plain(words))
    parts = split_at(words, re.compile(","))
    if _PART.match(parts[0]) and "=" in words:
        extended = _extended(parts)
        if extended:
            return extended
    return _with_commas(parts) if len(parts) > 1 else _in_order(words)


def _whole_in_braces(words: str) -> bool:
    """``{Corporate Author}``; not ``{\\"O}zel`` and not the accent ``{\\'E}`` alone."""
    if not (words.startswith("{") and words.endswith("}")) or words.startswith("{\\"):
        return False
    return _masked(words).count("x") == len(words) and _closes_last(words)


def _closes_last(words: str) -> bool:
    depth = 0
    for at, sign in enumerate(words):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return at == len(words) - 1
    return False


def _extended(parts: list[str]) -> Name | None:
    """``family=Mann, given=Thomas, prefix=de, useprefix=true``."""
    said: dict[str, str] = {}
    for part in parts:
        name, _, value = part.partition("=")
        said[name.strip().lower()] = _plain(value.strip().strip('"'))
    if not said.get("family") and not said.get("given"):
        return None
    kept = said.get("useprefix", "").lower() == "true"
    prefix = said.get("prefix")
    return person(
        said.get("family"),
        said.get("given"),
        particle=prefix if kept else None,
        dropping=None if kept else prefix,
        suffix=said.get("suffix"),
    )


def _with_commas(parts: list[str]) -> Name | None:
    """``von Last, First`` and ``von Last, Jr, First``; further commas belong to the given name."""
    particle, family = _von(_tokens(parts[0]))
    suffix = _plain(parts[1]) if len(parts) > 2 else None
    given = _plain(", ".join(part.strip() for part in parts[2 if len(parts) > 2 else 1 :]))
    if not family:
        return single(given)
    return person(family, given or None, particle=particle, suffix=suffix or None)


def _in_order(words: str) -> Name | None:
    """``First von Last``: the von part is from the first to the last word in lower case; the last word is the family."""
    tokens = _tokens(words)
    if len(tokens) < 2:
        return single(_plain(words))
    lower = [at for at, token in enumerate(tokens[:-1]) if _lower(token)]
    if lower:
        given, rest = tokens[: lower[0]], tokens[lower[0] :]
        particle, family = _von(rest)
    else:
        given, particle, family = tokens[:-1], None, _plain(tokens[-1])
    return person(family, _plain(" ".join(given)) or None, particle=particle)


def _von(tokens: list[str]) -> tuple[str | None, str]:
    """The words up to the last in lower case, the last word excepted, and the family name after them."""
    last = max((at for at, token in enumerate(tokens[:-1]) if _lower(token)), default=-1)
    particle = _plain(" ".join(tokens[: last + 1]))
    if last >= 0 and not all(_lower(token) for token in tokens[: last + 1]) and not _lower(tokens[0]):
        return None, _plain(" ".join(tokens))
    return particle or None, _plain(" ".join(tokens[last + 1 :]))


def _tokens(words: str) -> list[str]:
    return [token for token in split_at(words, _TIES) if token]


def _lower(token: str) -> bool:
    """Whether BibTeX reads the word as part of "von": its first letter outside braces is in lower case."""
    if token.startswith("{") and not token.startswith("{\\"):
        return False
    letters = _COMMAND.sub("", token) if "\\" in token and plain(token) != token else token
    first = next((sign for sign in (plain(token) or letters) if sign.isalpha()), "")
    return first.islower()
