"""The people in the words of a byline or a meta tag. Better none than a section's, a site's or a machine's name."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from reindreader.ingest.html_name_words import (
    AND,
    BESIDE,
    BRACKET,
    CUT,
    DATED,
    DEGREE,
    ELSEWHERE,
    GOES_ON,
    LABEL,
    MARKED,
    NO_NAME,
    NOBODIES,
    NOBODY,
    ORGANISED,
    OWN_ROLE,
    POSITION,
    REPORTED,
    REPORTER,
    ROLES,
    SPLIT,
    TAIL,
    WITH,
    WITH_OTHERS,
)
from reindreader.model.names import Name, parse_name

_OUTLETS = re.compile(
    r"\b(?:post|times|daily|weekly|herald|tribune|gazette|journal|magazine|blog|review|today|online|radio|tv|report|world|guide|digest|"
    r"stories|tech|science|food|sports?|home|studio|books?|art|music)\b|^the\b",
    re.IGNORECASE,
)
_LONGEST, _MOST = 500, 1_000
"""Characters of a byline and names in a longer list."""
_ENCLOSED = re.compile(r"^[［\[(（【]([^［\[(（【］\])）】]+)[］\])）】]$")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_INVERTED = re.compile(r"citation_(?:author|editor|translator)|dc[:.]|dcterms?[:.]|familyName", re.IGNORECASE)
SITE_SUFFIX = re.compile(r"\s+(?:[|｜·•–—:»-]|::|--)\s+")
"""What stands between a title and the outlet's name, and between the parts of that."""
FAMILY_NAME = " familyName"
"""How the place of a fact ends that gives a family name first."""
PERSON, ORGANISATION = " Person", " Organization"
"""How the place of a fact ends whose name a page declares as a person's or an organisation's."""


def people(words: str, where: str, outlets: Iterable[str] = (), roles: Container[str] = (OWN_ROLE,)) -> list[Name]:
    """The names in the words. ``where``: their place; ``outlets``: in small letters, no people.

    ``roles``: of the people that are wanted: those whom the place is for, or those whom the words give another role.
    """
    if len(words) > _LONGEST:
        pieces = words.split(";" if ";" in words else ",")[:_MOST]
        return [name for piece in pieces if len(piece) < _LONGEST for name in people(piece, where, outlets, roles)]
    words = (_named_line(words) if where.startswith("[") else words).strip(" \t,;|–—-")
    own = [part for named, part in _by_role(words) if named in roles]
    return [name for part in own for name in _people(part, where, tuple(outlets))]


def _named_line(words: str) -> str:
    """What of a byline's lines names people: the first one, and those that it goes on in; behind a bar stands what
    else there is to say."""
    taken = ""
    for line in map(str.strip, re.split(r"[|\n]", words)):
        if taken and not (GOES_ON.search(taken) or AND.match(line)):
            break
        taken = f"{taken} {line}".strip()
    return DATED.sub("", taken)


def _by_role(words: str) -> Iterator[tuple[str, str]]:
    """The words in stretches, each with the role that its people have."""
    for phrase, form in MARKED:
        words = form.sub(rf"; {phrase} \g<name>; written by ", words)
    turns = [(match.start(), match.end(), role) for role, form in ROLES for match in form.finditer(words)]
    turns = [(0, 0, OWN_ROLE), *sorted(turns), (len(words), 0, "")]
    for (_, start, role), (end, *_) in pairwise(turns):
        own = words[start:end].strip(" ,;/|–—-\u3000")
        yield role, own if own.count("(") == own.count(")") else own.strip(" ,;|–—-()")


def _people(words: str, where: str, outlets: Sequence[str]) -> list[Name]:
    if where.endswith(ORGANISATION):
        return [] if _is_outlet(words, outlets) or _is_nobody(words) else [Name.of_organisation(words)]
    bare = _ENCLOSED.sub(r"\1", LABEL.sub("", words).strip())
    if _is_inverted(bare, where):
        return [parse_name(_cased(bare))] if _is_name(bare.replace(",", ""), outlets) else []
    named: list[Name] = []
    for joiner, part in _parts(WITH.sub(r", \1", bare)):
        own = _trimmed(part, shown=where.startswith("["))
        if (
            own
            and _is_name(own, outlets)
            and not (named and _is_apposition(joiner, AND.sub("", part.strip()), outlets))
        ):
            named.append(Name.of_organisation(own) if ORGANISED.search(own) else Name(_cased(own)))
    return named


def _parts(words: str) -> Iterator[tuple[str, str]]:
    """What stands between the joiners of a list, each with the joiner before it."""
    pieces = ["", *SPLIT.split(BESIDE.sub("、", REPORTED.sub("", REPORTER.sub("", BRACKET.sub("", words)))))]
    for joiner, part in zip(pieces[::2], pieces[1::2], strict=False):
        yield joiner.strip(), part


def _is_inverted(words: str, where: str) -> bool:
    family, comma, given = (part.strip() for part in words.partition(","))
    if not comma or "," in given or not given or len(family.split()) > 2 + (FAMILY_NAME in where):
        return False
    alone = (
        where.startswith("JSON-LD")
        and len(given.split()) == len(family.split()) == 1
        and not _is_apposition("", given, ())
    )
    return bool(_INVERTED.search(where)) or alone


def _cased(words: str) -> str:
    """Names that are printed in capitals alone, in the letters of names."""
    return words.title() if words.isupper() and len(words) > 5 and _LATIN.search(words) and " " in words else words


def _trimmed(part: str, *, shown: bool) -> str:
    words = CUT.sub("", LABEL.sub("", AND.sub("", part.strip()))).strip(" ,:·•/")
    words = words if re.search(r"(?:^|[\s.])(?:\w|[JS]r)\.$", words) else words.rstrip(".")
    return TAIL.sub("", words) if shown and words[:1].isupper() else words


def _is_apposition(joiner: str, part: str, outlets: Sequence[str]) -> bool:
    """Whether words after a person's name say what or where the person is, rather than name another.

    Behind a comma one word is a place, and an organisation that of the person.
    """
    begins = any(outlet and part.casefold().startswith(f"{outlet} ") for outlet in outlets)
    comma = joiner in {",", "，"}
    place = comma and (part[:1].islower() or bool(_LATIN.search(part) and (" " not in part or ELSEWHERE.match(part))))
    return (
        begins or place or bool(DEGREE.fullmatch(part) or POSITION.search(part) or (comma and ORGANISED.search(part)))
    )


def _is_outlet(part: str, outlets: Sequence[str]) -> bool:
    return any(plain_outlet(part) == plain_outlet(outlet) for outlet in outlets)


def plain_outlet(words: str) -> str:
    """An outlet's name without article, spaces and the word for its kind, to compare by."""
    plain = re.sub(
        r"^(?:the|die|der|das|le|la|el|il)\s+|\s+(?:blog|online|website|magazine|ltd|inc|llc|gmbh|ag|s\.?a|s\.?l|co|corp|company|media|group)\.?$",
        "",
        words.casefold().strip(),
    )
    return re.sub(r"[\W_]+", "", plain)


def is_personal(words: str) -> bool:
    """Whether an outlet's name can be that of the person who writes it."""
    named = words.split()
    plain = not _OUTLETS.search(words) and not ORGANISED.search(words)
    return plain and 2 <= len(named) <= 3 and all(part[:1].isupper() and part.isalpha() for part in named)


def _is_nobody(part: str) -> bool:
    return part.casefold() in NOBODY or bool(NOBODIES.search(part))


def _is_name(part: str, outlets: Sequence[str]) -> bool:
    if _is_nobody(part) or _is_outlet(part, outlets) or NO_NAME.search(part) or len(part) > 60:
        return False
    words = part.split()
    if not _LATIN.search(part):
        return 2 <= len(part.replace(" ", "")) <= 30
    if ORGANISED.fullmatch(part):
        return True
    if any(part.casefold().startswith(outlet) and WITH_OTHERS.match(part[len(outlet) :]) for outlet in outlets):
        return False
    return len(words) <= 6 and part[0].isupper() | (words[-1][0].isupper()) and len(part) > 2
