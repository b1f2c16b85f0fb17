"""Names whose family name stands at the end: where it begins, and what its particles do.

CSL 1.0.2, "Name Particles", tells particles that are dropped ("Alexander von Humboldt": Humboldt) from those that are
kept ("Vincent van Gogh": van Gogh). Which is which: IFLA, Names of Persons, 4th ed.; Chicago 17, 8.5–8.14.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reindreader.attribution.name_tables import name_table, names, plain

_VOWELS = re.compile(r"[aeiouyœæø]+")

_MUTE = re.compile(r"[bcdfghjklmnpqrstvwxzç]es?$")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in CSL's parts. ``family``: "" for a name that has none and stays whole; ``guessed``: for the user to check."""

    given: str = ""
    family: str = ""
    particle: str | None = None
    dropping: str | None = None
    guessed: bool = False


WHOLE = Parts()


def family_last(tokens: Sequence[str], tag: str | None, *, guessed: bool = False) -> Parts:
    """The last word, with what belongs to it; of many words it is a guess that there is one family name only."""
    start = family_start(tokens)
    parts = with_particles(" ".join(tokens[:start]), tokens[start:], tag)
    unsure = guessed or parts.guessed or (len(tokens) > 3 and start == len(tokens) - 1)
    return Parts(parts.given, parts.family, parts.particle, parts.dropping, unsure)


def family_start(tokens: Sequence[str]) -> int:
    """Where the family name begins, with its particles; one word at least stays in front."""
    start = len(tokens) - 1
    pair = " ".join(tokens[-2:])
    if start > 1 and (pair in names("particles", "compounds") or tokens[-1] in names("romance", "after_surname")):
        start -= 1
    if start > 2 and tokens[start - 1] in names("particles", "between") and tokens[start - 2][:1].isupper():
        start -= 2
    while start > 1 and (is_particle(tokens[start - 1]) or tokens[start - 1] in names("particles", "part")):
        start -= 1
    return start


def is_particle(token: str) -> bool:
    """Whether a word in small letters stands between given name and family name."""
    return token in names("particles", "kept") or token in names("particles", "dropping")


def with_particles(given: str, family: Sequence[str], tag: str | None) -> Parts:
    """The family name's words, with the particles before it in their place."""
    count = next((at for at, token in enumerate(family[:-1]) if not is_particle(token)), len(family) - 1)
    particle, words = " ".join(family[:count]), " ".join(family[count:])
    glued = next((one for one in name_table("particles")["glued"] if _glued(words, one)), "")
    if glued:
        return Parts(given, words[len(glued) :], f"{particle} {glued}".strip())
    if not particle:
        return Parts(given, words)
    if particle == "de la" and tag == "fr":  # Tour, Anne de la: of the two only "de" is dropped
        return Parts(given, words, "la", "de")
    if particle not in names("particles", "dropping") or _keeps(particle, words, tag):
        return Parts(given, words, particle)
    return Parts(given, words, None, particle, guessed=particle == "de" and tag not in names("particles", "drops_de"))


def _glued(words: str, particle: str) -> bool:
    return words.startswith(particle) and words[len(particle) : len(particle) + 1].isupper()


def _keeps(particle: str, family: str, tag: str | None) -> bool:
    """de Vries, de Gaulle, da Vinci: in some languages, and in French before a name of one syllable."""
    if particle == "de":
        return tag in names("particles", "keeps_de") or _syllables(family) == 1
    return particle in {"da", "do"} and tag in names("particles", "keeps_da")


def _syllables(word: str) -> int:
    groups = _VOWELS.findall(plain(word))
    mute = len(groups) > 1 and _MUTE.search(word.casefold())
    return len(groups) - bool(mute)
