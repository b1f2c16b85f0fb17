"""Names as printed, and their split into family and given name.

The rules are the order of names by script and origin (IFLA, Names of Persons, 4th ed.): Western names end with the
family name and its particles; Chinese, Korean, Vietnamese and Hungarian names begin with it. What the words do not
settle is marked as a guess.
"""

import re
from functools import cache
from typing import cast

from reindreader.attribution.phrases import Language, phrase_book, shared_words
from reindreader.model.names import Name, NameForm

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆]+")
_HAN_NAME = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々]{2,4}")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL_NAME = re.compile(r"[\uac00-\ud7a3]{2,4}")
_DOTTED = re.compile(r"[·・‧•]")
_GIVEN_HYPHEN = re.compile(r"[A-Z][a-z']+-[a-z]+|[A-Z][a-z']+-[A-Z][a-z]+")
_LETTER_AND_STOP = re.compile(r"[^\W\d_]\.")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}(?:-[^\W\d_a-z]+)*")
"""What may be in capitals; a script that has none is not."""


@cache
def _words(kind: str) -> tuple[str, ...]:
    """Words of a kind in all languages, longest first."""
    own = {word for words in phrase_book().languages.values() for word in getattr(words, kind)}
    return tuple(sorted(own, key=len, reverse=True))


def position_words(kind: str = "positions") -> tuple[str, ...]:
    """The words for positions (or of another ``kind`` of a table's ``people``) in all languages, longest first."""
    return _words(kind)


def name_of(words: str, language: Language | None = None, honorific: str | None = None) -> Name:
    """The name in the words, split where a rule says how. Raises ValueError where there are none."""
    words = " ".join(words.split())
    if is_organisation(words):
        return Name(words, (NameForm(words),), honorific, organisation=True)
    form, guessed = _form(words, language.tag if language else None)
    return Name(words, (form,), honorific, guessed=guessed)


def is_organisation(words: str) -> bool:
    """Whether the words name a body, not a person."""
    names = _words("organisations")
    if words in shared_words()["tools"] or _domain(words):
        return True
    if _HAN.fullmatch(words):
        return len(words) > 3 and words.endswith(tuple(name for name in names if _HAN.fullmatch(name)))
    return any(word.strip(",") in names for word in words.split()) and (" " in words or words in names)


def is_chinese_name(words: str) -> bool:
    """Whether Chinese characters begin with a known surname."""
    surnames = shared_words()
    return words[:1] in surnames["han"] or words[:2] in surnames["han_compound"]


def is_korean_name(words: str) -> bool:
    """Whether Hangul begins with a known surname."""
    return 2 <= len(words) <= 4 and (words[:1] in shared_words()["hangul"] or words[:2] in shared_words()["hangul_two"])


def _domain(words: str) -> bool:
    head, _, ending = words.rpartition(".")
    return bool(head) and " " not in words and ending.casefold() in shared_words()["domains"]["endings"]


def take_honorific(words: str, language: Language | None = None) -> tuple[str, str | None]:
    """The words without the honorifics in front ("Hon. Dr"), and these; None where there are none.

    A letter with a full stop ("M.") is one only in the language that has it so; in others it is an initial.
    """
    taken: list[str] = []
    rest = words
    while True:
        title = next((t for t in _words("honorifics") if _starts(rest, t) and _titles(t, language)), None)
        if title is None or not rest[len(title) :].strip():
            break
        taken.append(rest[: len(title)])
        rest = rest[len(title) :].lstrip()
    after = next((t for t in _words("honorifics_after") if rest.endswith(t) and len(rest) >= len(t) + 2), None)
    if after and not taken:
        return rest[: -len(after)].rstrip(), after
    return rest, " ".join(taken) or None


def _titles(title: str, language: Language | None) -> bool:
    return not _LETTER_AND_STOP.fullmatch(title) or (language is not None and title in language.honorifics)


def _starts(words: str, title: str) -> bool:
    if words[: len(title)].casefold() != title.casefold() or (words[:1].islower() and " " not in title):
        return False
    following = words[len(title) : len(title) + 1]
    return following.isspace() or (title.endswith(".") and following.isalpha())


def _form(words: str, tag: str | None) -> tuple[NameForm, bool]:
    if _HAN_NAME.fullmatch(words):
        return _han(words, tag)
    if _HANGUL_NAME.fullmatch(words):
        size = 2 if len(words) > 2 and words[:2] in shared_words()["hangul_two"] else 1
        return NameForm(words, "ko", words[:size], words[size:]), size == 1 and len(words) > 3
    tokens = words.split()
    if len(tokens) < 2 or _KANA.search(words) or _HAN.search(words) or _DOTTED.search(words):
        return NameForm(words), False
    if tag == "hu" and len(tokens) in {2, 3}:
        return _family_first(words, tokens, guessed=True)
    asian = _asian_order(words, tokens)
    return asian or _western(words, tokens)


def _han(words: str, tag: str | None) -> tuple[NameForm, bool]:
    """One character of family name, or two where they are known as one. Japanese names are left whole."""
    if tag == "ja":
        return NameForm(words, "ja"), False
    surnames = shared_words()
    size = 2 if words[:2] in surnames["han_compound"] and len(words) > 2 else 1
    known = size == 2 or words[0] in surnames["han"]
    if len(words) == 4 and size == 1:
        double = words[1] in surnames["han"] and known
        return (NameForm(words, None, words[:2], words[2:]), True) if double else (NameForm(words), False)
    return NameForm(words, None, words[:size], words[size:]), not known


def _asian_order(words: str, tokens: list[str]) -> tuple[NameForm, bool] | None:
    """Chan Ka-ming, Mo Yan, CHAN Tai-man, Carrie LAM: which end is the family name, or None where nothing says so."""
    capitals = [index for index, token in enumerate(tokens) if _CAPITALS.fullmatch(token) and token.isupper()]
    if capitals == [0] and len(tokens) in {2, 3}:
        return _family_first(words, tokens, guessed=False)
    if tokens[0] in _surnames("romanised_vietnamese") and not words.isascii():
        return _family_first(words, tokens, guessed=False)
    first, rest = tokens[0], tokens[1:]
    if first not in _surnames("romanised_chinese") | _surnames("romanised_korean") or len(rest) > 2:
        return None
    if len(rest) == 1 and _GIVEN_HYPHEN.fullmatch(rest[0]):
        return _family_first(words, tokens, guessed=False)
    romanised = all(_syllable(token) for token in rest)
    return _family_first(words, tokens, guessed=True) if romanised else None


@cache
def _surnames(kind: str) -> frozenset[str]:
    return frozenset(cast("list[str]", shared_words()[kind]))


@cache
def _syllables() -> re.Pattern[str]:
    """Syllables of romanised Chinese: pinyin, Wade-Giles, and how Hong Kong writes Cantonese."""
    initial = "b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w|ts|tz|kw|gw|hs|ng|sz"
    final = "a|o|e|i|u|ai|ei|ao|ou|an|en|ang|eng|ong|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ue|oi|ok|uk|ik|ak|at|it|ut|ap|ip|am|im|om|um|on|au|eung|eong|eun|uen|ueng|uet|yuen|yan|ung|ei|ee|oo|ar|er|or|aw|ow|ien|ieh|iang|uan|ay|oy|eh|ih|uh|ze|wok|wan|wong"
    return re.compile(rf"(?:(?:{initial})?(?:{final})|ng)", re.IGNORECASE)


def _syllable(token: str) -> bool:
    return bool(re.fullmatch(rf"(?:{_syllables().pattern}){{1,2}}", token, re.IGNORECASE)) and "." not in token


def _family_first(words: str, tokens: list[str], *, guessed: bool) -> tuple[NameForm, bool]:
    return NameForm(words, None, tokens[0], " ".join(tokens[1:])), guessed


def _western(words: str, tokens: list[str]) -> tuple[NameForm, bool]:
    suffix = None
    if len(tokens) > 2 and tokens[-1] in shared_words()["suffixes"]:
        suffix, tokens = tokens[-1], [*tokens[:-2], tokens[-2].rstrip(",")]
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1] in shared_words()["particles"]:
        start -= 1
    particle = " ".join(tokens[start:-1]) or None
    ambiguous = len(tokens) > 3 and not particle
    form = NameForm(words, None, tokens[-1], " ".join(tokens[:start]), particle=particle, suffix=suffix)
    return form, ambiguous
