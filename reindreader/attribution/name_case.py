"""Names in capitals: JANE ROE, CHAN Tai-man, Jean DUPONT MARTIN. Cited, they are written as other names are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reindreader.attribution.eastern_names import romanised_surnames
from reindreader.attribution.name_tables import name_table, names

_SHOUTED = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]{2,}(?:[-'’‐][^\W\d_]+)*")
_VOWEL = re.compile(r"[AEIOUYÀ-ÆÈ-ÏÒ-ÖØ-Ýаеёиоуыэюяієї]", re.IGNORECASE)
_PARTICLES_IN_SMALL = frozenset(["nl", "de", "fr", "es", "pt", "it", "ca", "gl", "af", "sv", "da"])


@dataclass(frozen=True, slots=True)
class Marked:
    """The words in their usual case. ``family``: where capitals marked the family name, as (start, end)."""

    tokens: tuple[str, ...]
    family: tuple[int, int] | None = None
    guessed: bool = False


def marked(tokens: Sequence[str], tag: str | None) -> Marked:
    """What capitals say: all of them nothing, some of them which word is the family name."""
    loud = [at for at, token in enumerate(tokens) if _shouted(token)]
    words = [at for at, token in enumerate(tokens) if _SHOUTED.fullmatch(token)]
    if not loud or loud[-1] - loud[0] + 1 != len(loud):
        return Marked(tuple(tokens))
    recased = tuple(_recased(token) if at in loud else token for at, token in enumerate(tokens))
    if len(loud) == len(words):
        return Marked(_small_particles(recased, tag), None, True) if len(loud) > 1 else Marked(tuple(tokens))
    if loud[0] == 0 or loud[-1] == len(tokens) - 1:
        return Marked(recased, (loud[0], loud[-1] + 1))
    return Marked(tuple(tokens))


def _shouted(token: str) -> bool:
    """A word in capitals that is no abbreviation: those of two or three letters are only where they are a surname."""
    if token in names("particles", "suffixes"):
        return False
    if not _SHOUTED.fullmatch(token) or token != token.upper() or not _VOWEL.search(token):
        return token in {"NG", "NGS"}
    return len(token) > 2 or token.title() in romanised_surnames()


def _recased(token: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), token)
    return re.sub(r"^Mc(?=\w{3})(\w)", lambda part: "Mc" + part[1].upper(), word)


def _small_particles(tokens: tuple[str, ...], tag: str | None) -> tuple[str, ...]:
    if tag not in _PARTICLES_IN_SMALL:
        return tokens
    known = {*name_table("particles")["kept"], *name_table("particles")["dropping"]}
    return tuple(
        token.lower() if 0 < at < len(tokens) - 1 and token.lower() in known else token
        for at, token in enumerate(tokens)
    )
