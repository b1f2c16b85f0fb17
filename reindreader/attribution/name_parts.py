"""How a printed name is split into the parts that CSL knows.

The rules are the order of names by script and origin (IFLA, Names of Persons, 4th ed.). What the words do not settle is
marked as a guess; a name that has no family name, or none that a rule can find, stays whole.
"""

from collections.abc import Sequence
from dataclasses import replace

from reindreader.attribution.eastern_names import characters, romanised
from reindreader.attribution.name_case import marked
from reindreader.attribution.name_orders import hungarian, iberian, initials_behind, malay, slavic, whole
from reindreader.attribution.name_tables import name_table, names
from reindreader.attribution.western_names import WHOLE, Parts, family_last, family_start, is_particle, with_particles
from reindreader.model.names import NameForm

_RULES = (whole, initials_behind, slavic, hungarian, romanised, malay, iberian)
"""The first that has something to say is believed."""


def split_name(words: str, tag: str | None) -> tuple[NameForm, bool]:
    """The form to cite, and whether its split is a guess. ``tag``: the language of the text around."""
    written = characters(words, tag)
    if written:
        parts, script = written
        return _form(words, parts, script), parts.guessed
    suffix, bare = _without_suffix(words)
    if "," in bare:
        return _turned(bare, suffix, tag), False
    tokens = bare.split()
    said = marked(tokens, tag)
    text = words if said.tokens == tuple(tokens) else _suffixed(" ".join(said.tokens), suffix)
    parts = _parts(said.tokens, said.family, tag)
    return replace(_form(text, parts), suffix=suffix if parts.family else None), parts.guessed or said.guessed


def _turned(bare: str, suffix: str | None, tag: str | None) -> NameForm:
    """The form of a name with its family name first and a comma, in its own order; others with commas stay whole."""
    parts = _inverted(bare, tag)
    if parts is None:
        return NameForm(_suffixed(bare, suffix))
    form = _form(bare, parts)
    return replace(form, text=_suffixed(f"{form.forenames} {form.surname}", suffix), suffix=suffix)


def _parts(tokens: Sequence[str], family: tuple[int, int] | None, tag: str | None) -> Parts:
    """``family``: which words capitals mark as the family name."""
    if len(tokens) < 2:
        return WHOLE
    if family and family[0] == 0:
        return with_particles(" ".join(tokens[family[1] :]), tokens[: family[1]], tag)
    if family:
        start = min(family[0], family_start(tokens))
        return with_particles(" ".join(tokens[:start]), tokens[start:], tag)
    said = (parts for rule in _RULES if (parts := rule(tokens, tag)) is not None)
    return next(said, None) or family_last(tokens, tag)


def _form(words: str, parts: Parts, tag: str | None = None) -> NameForm:
    if not parts.family:
        return NameForm(words, tag)
    return NameForm(words, tag, parts.family, parts.given or None, parts.particle, parts.dropping)


def _without_suffix(words: str) -> tuple[str | None, str]:
    """ "Jr." and the words without it, where a name is left."""
    head, _, last = words.rpartition(" ")
    if last in names("particles", "suffixes") and " " in head:
        return last, head.rstrip(",")
    return None, words


def _suffixed(text: str, suffix: str | None) -> str:
    return f"{text}, {suffix}" if suffix else text


def _inverted(words: str, tag: str | None) -> Parts | None:
    """Roe, Jane M.; Gogh, Vincent van; None where the comma divides something else."""
    family, given = (part.split() for part in (words.split(",", 1)))
    if len(given) > 1 and family and given[-1] in name_table("particles")["glued"]:
        family = [given.pop() + family[0], *family[1:]]
    if not family or not 1 <= len(given) <= 4 or "," in given[-1] or len(family) > 4 or "," in "".join(given):
        return None
    count = next((at for at, token in enumerate(reversed(given)) if not is_particle(token)), len(given))
    at = len(given) - count
    parts = with_particles(" ".join(given[:at]), [*given[at:], *family], tag)
    person_first = len(family) > 1 and family[0] in names("given", "western")  # Jane Roe, Paris
    return None if person_first or not parts.given else parts
