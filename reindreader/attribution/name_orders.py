"""Names that do not end with one family name: patronymics, names that begin with the surname, two surnames.

Each rule answers with the parts, or None where it has nothing to say.
"""

import re
from collections.abc import Callable, Sequence

from reindreader.attribution.name_tables import names, plain, plain_names
from reindreader.attribution.western_names import WHOLE, Parts, family_last, is_particle, with_particles

Rule = Callable[[Sequence[str], str | None], Parts | None]

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-‐]?){1,4}")
_EAST_SLAVIC_PATRONYMIC = re.compile(
    r"\w{2,}(?:ович|евич|йович|ьович|ич|ыч|овна|евна|ична|инична|івна|ївна|авіч|евіч|аўна|еўна)", re.IGNORECASE
)
_ICELANDIC = re.compile(r"\w{2,}(?:s|ar|r|u|a)?dóttir|\w{3,}(?:bur)")
_ICELANDIC_SON = re.compile(r"\w{3,}(?:s|r|u|a)son")
_ARABIC_ARTICLE = re.compile(r"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r|[Aa]z|[Aa]d|[Aa]t)-\w+")
_IBERIAN = frozenset(["es", "ca", "gl", "eu"])


def whole(tokens: Sequence[str], tag: str | None) -> Parts | None:
    """Ahmad bin Yusof, Sigrún Halldórsdóttir, Ibn Khaldun: nobody there has a family name."""
    if len(tokens) < 4 and tokens[0] in names("particles", "whole") and not _after_servant(tokens):
        return WHOLE
    if _ICELANDIC.fullmatch(tokens[-1]) or (tag == "is" and _ICELANDIC_SON.fullmatch(tokens[-1])):
        return WHOLE
    return _patronymic(tokens, tag)


def _after_servant(tokens: Sequence[str]) -> bool:
    """Abd al-Rahman Munif: the first two words are the given name."""
    return len(tokens) == 3 and tokens[0].casefold().startswith(("abd", "عبد"))


def _patronymic(tokens: Sequence[str], tag: str | None) -> Parts | None:
    inner = [at for at, token in enumerate(tokens[1:-1], 1) if token.casefold() in names("particles", "patronymic")]
    if not inner:
        return None
    if tokens[-2] in names("particles", "clan"):
        return Parts(" ".join(tokens[:-2]), " ".join(tokens[-2:]))
    if inner[-1] < len(tokens) - 2 and _ARABIC_ARTICLE.fullmatch(tokens[-1]):
        return family_last(tokens, tag)
    return WHOLE


def malay(tokens: Sequence[str], tag: str | None) -> Parts | None:
    """Nurul Aisyah Hamzah: her own name and her father's, in Malay; a Western name is not told from it."""
    known = tokens[0] in names("given", "western") or any(map(is_particle, tokens))
    return None if tag != "ms" or known or _INITIALS.fullmatch(tokens[0]) else WHOLE


def initials_behind(tokens: Sequence[str], tag: str | None) -> Parts | None:
    """Иванов И. И., van der Meer J."""
    start = next((at for at, token in enumerate(tokens) if _INITIALS.fullmatch(token)), 0)
    if start == 0 or not all(map(_INITIALS.fullmatch, tokens[start:])):
        return None
    return with_particles(" ".join(tokens[start:]), tokens[:start], tag)


def slavic(tokens: Sequence[str], _tag: str | None) -> Parts | None:
    """Иванов Иван Иванович, Данильченко Станислав: a patronymic, or a given name, stands at the end."""
    given = names("given", "cyrillic")
    behind = len(tokens) == 3 and _EAST_SLAVIC_PATRONYMIC.fullmatch(tokens[2]) and tokens[1] in given
    alone = len(tokens) == 2 and tokens[1] in given and tokens[0] not in given
    if not (behind or alone) or _INITIALS.fullmatch(tokens[0]):
        return None
    return Parts(" ".join(tokens[1:]), tokens[0])


def hungarian(tokens: Sequence[str], tag: str | None) -> Parts | None:
    """Kosztolányi Dezső, Szabó T. Anna; elsewhere only where the given name can be no other than Hungarian."""
    given = names("given", "hu")
    starts = (at for at, token in enumerate(tokens[1:], 1) if token in given or _INITIALS.fullmatch(token))
    start = next(starts, None)
    western = tokens[0] in given or plain(tokens[0]) in _other_given() or _INITIALS.fullmatch(tokens[0]) is not None
    if start is None or tokens[-1] not in given or (western and tag != "hu"):
        return family_last(tokens, tag, guessed=not western) if tag == "hu" else None
    if tag != "hu" and (plain(tokens[-1]) == tokens[-1].casefold() or len(tokens) > 2):
        return None
    return Parts(" ".join(tokens[start:]), " ".join(tokens[:start]), guessed=western or tag != "hu")


def _other_given() -> frozenset[str]:
    return plain_names("given", "western") | plain_names("romance", "given")


def iberian(tokens: Sequence[str], tag: str | None) -> Parts | None:
    """Gabriel García Márquez, Ana María de la Fuente Rojas: two surnames where the last word but one is one."""
    units = _units(tokens)
    if len(units) < 3 or not (tag in _IBERIAN or _looks_spanish(units)):
        return None
    sure = _second_surname(units, tag)
    if sure is None or tag == "pt":
        return None
    given = " ".join(token for unit in units[:-2] for token in unit)
    parts = with_particles(given, [token for unit in units[-2:] for token in unit], tag)
    return Parts(given, parts.family, parts.particle, parts.dropping, not sure)


def _units(tokens: Sequence[str]) -> list[list[str]]:
    """The words, each with the small ones before it: [Ana] [María] [de la Fuente] [Rojas]."""
    units: list[list[str]] = [[]]
    for token in tokens:
        if token in names("particles", "between") and units[-1] == [] and len(units) > 1:
            units.pop()
            units[-1].append(token)
            continue
        units[-1].append(token)
        if not is_particle(token) and token not in {"San", "Santa"}:
            units.append([])
    return [unit for unit in units if unit]


def _second_surname(units: list[list[str]], tag: str | None) -> bool | None:
    """Whether the last unit but one is surely a surname; None where it is a given name or nothing says what."""
    unit, word = units[-2], plain(units[-2][-1])
    known = plain(units[0][0]) in plain_names("romance", "given")
    if len(unit) > 1:
        return None if unit[-1] in names("romance", "marian") else known or tag in _IBERIAN
    if word in plain_names("romance", "either"):
        return False if len(units) == 3 else None
    if word in plain_names("romance", "given"):
        return None
    if _is_surname(unit):
        return known or tag in _IBERIAN
    return False if _spanish_given(units[0][0]) or (known and _is_surname(units[-1])) else None


def _looks_spanish(units: list[list[str]]) -> bool:
    """In a text of another language: two known surnames, or a known one and Spanish spelling or a Spanish given name."""
    if not _is_surname(units[-2]):
        return False
    accents = re.compile("[áéíóúñ]")
    written = bool(accents.search(units[-1][-1]) or (accents.search(units[-2][-1]) and _spanish_given(units[0][0])))
    return written or _is_surname(units[-1])


def _spanish_given(word: str) -> bool:
    """A given name of Spanish, Catalan or Galician and of no other language that the tables know."""
    return plain(word) in plain_names("romance", "given") and word not in names("given", "western")


def _is_surname(unit: list[str]) -> bool:
    words = (plain(word) for word in re.split("[-‐]", unit[-1]))
    return (len(unit) > 2 and unit[0] == "de") or any(
        word in plain_names("romance", "surnames") or re.fullmatch(r"\w{3,}[eií]z", word) for word in words
    )
