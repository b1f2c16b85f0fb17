"""The people in the words of a byline or a meta tag. Better none than a section's, a site's or a machine's name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reindreader.model.names import Name, parse_name

_BY = re.compile(
    r"^(?:(?:written|posted|published|reported|story|words|text|article)\s+)?(?:by|von|par|por|di|door|av|af|od|autor[ae]?|auteur|"
    r"author|reporter|文|作者|撰文|記者|记者)(?:\s*[:：/／|]\s*|\s+)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|\||•|·\s|,(?!\s*(?:jr|sr|ii+)\b)|、|\s(?:and|und|et|og|och|y|e|&)\s|\s&\s)\s*", re.IGNORECASE
)
_CUT = re.compile(r"\s+(?:[–—|-]\s+|@|\d|on\s+[A-Z0-9]).*$")
_WITH = re.compile(r"\s*[(（]\s*(?:with|avec|mit|con|com|met|med)\s+([^)）]+)[)）]", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(（\[](?![\w.]{1,12}[)）]\s+[^\W\d_a-z])[^)）\]]*(?:[)）\]]|$)")
"""Words in brackets, but a name that somebody goes by, which stands within the name ("Jan (Jo) Novak")."""
_TAIL = re.compile(r"(?<=\w)(?:\s+[a-zß-ÿě-ž]+)+$")
"""Small words after a name are not of it ("Jan Novák před hodinou")."""
_NO_NAME = re.compile(
    r"https?:|www\.|[@<>{}=_\\]|\d|\.(?:com|org|net|de|uk|co)\b|^(?:an?|the|our|your|this|all|more|view|read|see|follow|about|"
    r"posted|updated|published|last|by|author|authors|contact|share|image|photo|photograph|source)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {"admin", "administrator", "staff", "editor", "editors", "editorial", "redaktion", "redacción", "rédaction", "webmaster", "unknown",
     "anonymous", "guest", "user", "author", "authors", "root", "none", "null", "undefined", "n/a", "na", "newsroom", "news",
     "staff reporter", "staff writer", "contributor", "contributors", "correspondent", "reporter", "admin admin",
     "redazione", "redactie", "redakcja", "redakce", "редакция", "編輯部", "编辑部", "编辑", "編輯", "記者", "记者", "小编"}
)  # fmt: skip
_NOBODIES = re.compile(
    r"\b(?:staff|desk|newsroom|webmaster|editors|(?:editorial|content|web|social media|news) team|editorial board|redaktion|rédaction|"
    r"redacción|redazione|redactie|contributing writers?|guest (?:author|post|blogger|contributor))$",
    re.IGNORECASE,
)
"""How a group within an outlet is called that has no name of its own ("Web Desk")."""
_ORGANISED = re.compile(
    r"\b(?:press|news|agency|agence|agentur|agencia|agenzia|wire|bureau|reuters|afp|dpa|efe|ansa|tass|xinhua|bloomberg|institute|university|"
    r"ministry|society|association|foundation|centre|center|committee|council|commission|department|office|company|group|media|network)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|columnist|staff|bureau|news|press|business|politics|contributor|producer|journalist|"
    r"analyst|fellow|professor|lecturer|director|president|chief|manager|magazine|agency|special to|redakteur(?:in)?|journaliste|"
    r"correspondante?|redactora?|periodista|giornalista|korrespondent(?:in)?|university|institute)\b|^(?:AP|AFP|dpa|EFE|ANSA|PA|UPI|CNN|BBC)$",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:ph\.?\s?d|d\.?phil|m\.?d|m\.?[asb]\.?a?|b\.?[as]c?|m\.?sc|m\.?p\.?h|m\.?ed|j\.?d|ll\.?[bm]|r\.?[dn]\.?n?|l\.?d\.?n?|c\.?p\.?a|"
    r"cscs|cfa|esq|d\.?d\.?s|d\.?o|pharm\.?d|ed\.?d|l\.?c\.?s\.?w|cssd|frcp|obe|mbe|cbe)\.?",
    re.IGNORECASE,
)
_AND = re.compile(r"^(?:and|und|et|og|och|y|&)\s+", re.IGNORECASE)
_DATED = re.compile(
    r"\s*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|"
    r"december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)\s+\d|(?:updated|published|posted|last modified))\b.*$",
    re.IGNORECASE,
)
OWN_ROLE = "own"
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("translator", re.compile(
        r"(?:translat(?:ed|ion|or)(?:\s+from\s+(?:the\s+)?\w+)?|traduit(?:\s+de\s+l['’]\s?\w+|\s+du\s+\w+)?|traduction|traducci[oó]n|traducido|"
        r"tradu[cç][aã]o|traduzione|tradotto|übersetzt|übersetzung|aus\s+dem\s+\w+|vertaald|vertaling)\s*(?:by|par|por|da|di|de|von|door|:|：)\s*|"
        r"(?:譯者|译者|翻譯|翻译|訳者?|옮긴이|перевод)\s*[:：]?\s*", re.I)),
    ("", re.compile(
        r"(?:photo(?:graph)?(?:s|y)?|pictures?|illustrat(?:ed|ions?)|images?|videos?|graphics?|fotos?|bilder|photographies?|edited|reviewed|"
        r"fact[- ]checked|curated|produced|narrated|designed|compiled)\s*(?:by|von|par|por|di|de|:|：)\s*", re.I)),
    (OWN_ROLE, re.compile(r"(?:words|text|story|written)\s+by\s+", re.I)),
)  # fmt: skip
"""Words within a byline from which on people of a role are named; "" for those that are left to who reads the text."""
_OUTLETS = re.compile(
    r"\b(?:post|times|daily|weekly|herald|tribune|gazette|journal|magazine|blog|review|today|online|radio|tv|report|world|guide|digest|"
    r"stories|tech|science|food|sports?|home|studio|books?|art|music)\b|^the\b",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_INVERTED = re.compile(r"citation_(?:author|editor|translator)|dc[:.]|dcterms?[:.]|familyName", re.IGNORECASE)
PERSON, ORGANISATION = " Person", " Organization"
"""How the place of a fact ends whose name a page declares as a person's or an organisation's."""


def people(words: str, where: str, outlets: Iterable[str] = (), role: str = OWN_ROLE) -> list[Name]:
    """The names in the words. ``where``: their place; ``outlets``: in small letters, no people.

    ``role``: of the people that are wanted: those whom the place is for, or those whom the words give another role.
    """
    shown = where.startswith("[")
    words = (_DATED.sub("", words.partition("|")[0]) if shown else words).strip(" \t,;|–—-")
    own = [part for named, part in _by_role(words) if named == role]
    return [name for part in own for name in _people(part, where, tuple(outlets))]


def _by_role(words: str) -> Iterator[tuple[str, str]]:
    """The words in stretches, each with the role that its people have."""
    turns = [(match.start(), match.end(), role) for role, form in _ROLES for match in form.finditer(words)]
    turns = [(0, 0, OWN_ROLE), *sorted(turns), (len(words), 0, "")]
    for (_, start, role), (end, *_) in pairwise(turns):
        own = words[start:end].strip(" ,;|–—-")
        yield role, own if own.count("(") == own.count(")") else own.strip(" ,;|–—-()")


def _people(words: str, where: str, outlets: Sequence[str]) -> list[Name]:
    if where.endswith(ORGANISATION):
        return [] if _is_outlet(words, outlets) or _is_nobody(words) else [Name.of_organisation(words)]
    bare = _BY.sub("", words).strip()
    if _is_inverted(bare, where):
        return [parse_name(_cased(bare))] if _is_name(bare.replace(",", ""), outlets) else []
    named: list[Name] = []
    for part in _SPLIT.split(_BRACKET.sub("", _WITH.sub(r", \1", bare))):
        own = _trimmed(part, shown=where.startswith("["))
        if own and _is_name(own, outlets) and not (named and _is_apposition(part.strip(), outlets)):
            named.append(Name.of_organisation(own) if _ORGANISED.search(own) else Name(_cased(own)))
    return named


def _is_inverted(words: str, where: str) -> bool:
    family, comma, given = (part.strip() for part in words.partition(","))
    if not comma or "," in given or not given or len(family.split()) > 2 + (" familyName" in where):
        return False
    alone = (
        where.startswith("JSON-LD") and len(given.split()) == len(family.split()) == 1 and not _is_apposition(given, ())
    )
    return bool(_INVERTED.search(where)) or alone


def _cased(words: str) -> str:
    """Names that are printed in capitals alone, in the letters of names."""
    return words.title() if words.isupper() and len(words) > 5 and _LATIN.search(words) and " " in words else words


def _trimmed(part: str, *, shown: bool) -> str:
    words = _CUT.sub("", _BY.sub("", _AND.sub("", part.strip()))).strip(" ,:")
    words = words if re.search(r"(?:^|[\s.])\w\.$", words) else words.rstrip(".")
    return _TAIL.sub("", words) if shown and words[:1].isupper() else words


def _is_apposition(part: str, outlets: Sequence[str]) -> bool:
    """Whether words after a person's name say what or where the person is, rather than name another."""
    begins = any(outlet and part.casefold().startswith(f"{outlet} ") for outlet in outlets)
    return begins or bool(_DEGREE.fullmatch(part) or _POSITION.search(part))


def _is_outlet(part: str, outlets: Sequence[str]) -> bool:
    return any(plain_outlet(part) == plain_outlet(outlet) for outlet in outlets)


def plain_outlet(words: str) -> str:
    """An outlet's name without article, spaces and the word for its kind, to compare by."""
    plain = re.sub(
        r"^(?:the|die|der|das|le|la|el|il)\s+|\s+(?:blog|online|website|magazine)$", "", words.casefold().strip()
    )
    return re.sub(r"[\W_]+", "", plain)


def is_personal(words: str) -> bool:
    """Whether an outlet's name can be that of the person who writes it."""
    named = words.split()
    plain = not _OUTLETS.search(words) and not _ORGANISED.search(words)
    return plain and 2 <= len(named) <= 3 and all(part[:1].isupper() and part.isalpha() for part in named)


def _is_nobody(part: str) -> bool:
    return part.casefold() in _NOBODY or bool(_NOBODIES.search(part))


def _is_name(part: str, outlets: Sequence[str]) -> bool:
    if _is_nobody(part) or _is_outlet(part, outlets) or _NO_NAME.search(part) or len(part) > 60:
        return False
    words = part.split()
    if not _LATIN.search(part):
        return 2 <= len(part.replace(" ", "")) <= 30
    return len(words) <= 6 and part[0].isupper() | (words[-1][0].isupper()) and len(part) > 2
