"""Names from their parts, as bibliography files give them."""

import re

from reindreader.model.names import Name, NameForm

_UNSPACED = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+")
_BLANKS = re.compile(r"\s+")


def person(
    family: str | None,
    given: str | None = None,
    *,
    particle: str | None = None,
    dropping: str | None = None,
    suffix: str | None = None,
    tag: str | None = None,
) -> Name | None:
    """A person in parts; None where there are no words. Chinese, Japanese and Korean names are written family first."""
    family, given, particle, dropping, suffix = (
        _BLANKS.sub(" ", part).strip() or None if part else None for part in (family, given, particle, dropping, suffix)
    )
    if family is None:
        return Name(given) if given else None
    if given and _UNSPACED.fullmatch(family) and _UNSPACED.fullmatch(given):
        text = family + given
    else:
        form = NameForm(family, tag, family, given, particle, dropping)
        text = " ".join(part for part in (form.forenames, form.surname) if part)
    text = f"{text}, {suffix}" if suffix else text
    return Name(text, (NameForm(text, tag, family, given, particle, dropping, suffix),))


def single(words: str) -> Name | None:
    """A name of one word: a family name, but not split where the script puts no space between the two."""
    words = _BLANKS.sub(" ", words).strip()
    if not words:
        return None
    return Name(words) if _UNSPACED.search(words) else Name.of(words, words)


def organisation(words: str) -> Name | None:
    """A name that nothing splits; None where there are no words."""
    words = _BLANKS.sub(" ", words).strip()
    return Name.of_organisation(words) if words else None


def one_name(words: str) -> Name | None:
    """A name in a file that has one field for it: ``Family, Given``, ``Family, Given, Jr.``, or one that is not split."""
    parts = [part.strip() for part in words.split(",")]
    if len(parts) == 1:
        return single(words) if " " not in words.strip() else unsplit(words)
    family, given, *rest = parts
    return person(family, given, suffix=", ".join(part for part in rest if part)) if family else single(given)


def unsplit(words: str) -> Name | None:
    """A name as printed, of which nobody says what is its family name."""
    words = _BLANKS.sub(" ", words).strip()
    return Name(words) if words else None
