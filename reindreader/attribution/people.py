"""Names as printed: organisations told from people, honorifics taken off and kept."""

import re
from dataclasses import replace
from functools import cache

from reindreader.attribution.eastern_names import romanised_surnames
from reindreader.attribution.name_parts import split_name
from reindreader.attribution.name_tables import is_given_name, name_table, names
from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.attribution.vocabulary import Language
from reindreader.model.names import Name, NameForm

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆]+")
_HAN_BEHIND = re.compile(r"[\u3400-\u9fff]{2,}$")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_HYPHENED = re.compile(r"[A-Z][a-z]+-[a-z]+")
_ROMANISED = re.compile(r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}")
_WRITTEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3·・ ]{2,16}")
_LETTER_AND_STOP = re.compile(r"[^\W\d_]\.")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CAPITALS = re.compile(r"[A-Z]{2,4}")


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
    form, guessed = split_name(words, language.tag.partition("-")[0] if language else None)
    return Name(words, (form,), honorific, guessed=guessed)


def with_form(name: Name, words: str) -> Name:
    """The name with the one in brackets behind it, where that is the same in another script: 莫乃光 (Charles Mok)."""
    words = " ".join(words.split())
    scripts = {bool(_HAN.search(one) or _HANGUL.search(one)) for one in (name.literal, words)}
    latin, written = (words, name.literal) if words.isascii() else (name.literal, words)
    person = any(is_given_name(word) or word in romanised_surnames() for word in re.split(r"[\s-]", latin))
    if len(scripts) < 2 or not person or not _ROMANISED.fullmatch(latin) or not _WRITTEN.fullmatch(written):
        return name
    return replace(name, forms=(*name.forms, split_name(words, None)[0]))


def as_in(name: Name, tag: str | None) -> Name:
    """The name as a text in the language has it: a label that Japanese shares leaves a Chinese name whole."""
    if name.form.tag != "ja" or name.form.family is not None or not (tag or "").startswith("zh"):
        return name
    return replace(name_of(name.literal), honorific=name.honorific)


def is_organisation(words: str) -> bool:
    """Whether the words name a body, not a person."""
    if words in shared_words()["tools"] or _domain(words):
        return True
    if _HAN.search(words) and " " not in words:
        return _is_body_in_characters(words)
    if _HANGUL.fullmatch(words):
        return words.endswith(tuple(names("organisations", "hangul_endings"))) and len(words) > 3
    tokens = [word.strip(",") for word in words.split()]
    if set(tokens[1:-1]) & names("organisations", "within"):
        return True
    tokens[:1] = [tokens[0].capitalize()] if tokens else []
    return any(map(_names_body, tokens)) and (" " in words or words in _words("organisations"))


def _is_body_in_characters(words: str) -> bool:
    """掘金翻译计划, 新華社, Linux中国: by the last characters; of three a surname in front is one person's."""
    if words.endswith(tuple(shared_words()["nobodies"]["joined"])):
        return True
    endings = tuple(name for name in _words("organisations") if _HAN.fullmatch(name))
    endings += tuple(names("organisations", "han_words"))
    if _HAN.fullmatch(words) is None:
        return words[0].isascii() and _HAN_BEHIND.search(words) is not None and words.endswith(endings)
    short = words[-1] in names("organisations", "han_endings") and not is_chinese_name(words)
    return words.endswith(endings) and (len(words) > 3 or (len(words) == 3 and short))


def _names_body(word: str) -> bool:
    own = word in _words("organisations") or word in names("organisations", "words")
    return own or (len(word) > 8 and word.casefold().endswith(tuple(names("organisations", "endings"))))


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
        title = next(
            (t for t in _before().get(rest[:1].casefold(), ()) if _starts(rest, t) and _titles(t, language)), None
        )
        if title is None or not rest[len(title) :].strip() or _is_surname(title, rest[len(title) :].strip()):
            break
        taken.append(rest[: len(title)])
        rest = rest[len(title) :].lstrip()
    rest, after = _take_after(rest)
    return rest, " ".join([*taken, *([after] if after else [])]) or None


def _is_surname(title: str, rest: str) -> bool:
    """ "Hon Lai-chu": what is a title elsewhere is her family name."""
    return title in romanised_surnames() | {"Hon"} and _HYPHENED.fullmatch(rest) is not None


def _take_after(words: str) -> tuple[str, str | None]:
    """教授, PhD: capitals alone only behind a comma, since they may be a surname (MA)."""
    for title in _after():
        if not words.endswith(title):
            continue
        bare = words.removesuffix(title)
        blank = (
            bool(_UNSPACED.match(title))
            or bare.endswith(", ")
            or (bare.endswith(" ") and not _CAPITALS.fullmatch(title))
        )
        if bare != words and blank and len(bare.rstrip(" ,")) > 1:
            return bare.rstrip(" ,"), title
    return words, None


@cache
def _after() -> tuple[str, ...]:
    titles = {*_words("honorifics_after"), *names("titles", "after"), *names("titles", "after_unspaced")}
    return tuple(sorted(titles, key=len, reverse=True))


@cache
def _before() -> dict[str, list[str]]:
    """Titles by their first letter, the longest first."""
    letters = {title for own in name_table("titles")["letters"].values() for title in own}
    found: dict[str, list[str]] = {}
    for title in sorted({*_words("honorifics"), *names("titles", "before"), *letters}, key=len, reverse=True):
        found.setdefault(title[:1].casefold(), []).append(title)
    return found


def _titles(title: str, language: Language | None) -> bool:
    if not _LETTER_AND_STOP.fullmatch(title) and title not in names("titles", "also_names"):
        return True
    if language is None:
        return False
    return title in language.honorifics or title in name_table("titles")["letters"].get(language.tag, ())


def _starts(words: str, title: str) -> bool:
    if words[: len(title)].casefold() != title.casefold():
        return False
    following = words[len(title) : len(title) + 1]
    if (
        words[:1].islower()
        and " " not in title
        and not (words.startswith(title) and words[len(title) :].lstrip()[:1].isupper())
    ):
        return False
    return following.isspace() or (title.endswith(".") and following.isalpha())
