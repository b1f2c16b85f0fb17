"""The language of a text: Chinese, Japanese and Korean by their characters, others by py3langid. Unknown when short."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.model.text import Span
from reindreader.pages import Limits, WorkerFailedError, in_worker, serves

FEWEST_LETTERS = 50
FEWEST_HAN = 16
"""A Chinese character says more than a letter."""
_SAMPLE = 4_000
_SURE = 0.9
_LIMITS = Limits(seconds=10.0)
_FEWEST_WORDS = 12
_LONG = 600
"""Letters from which a text may contradict what its file declares."""
_ONE = {"nb": "no", "nn": "no"}
_KIN = (
    {"no", "nb", "nn", "da", "sv"},
    {"hr", "sr", "bs", "sh", "sl", "mk", "bg"},
    {"id", "ms", "jv"},
    {"pt", "gl", "es", "ca", "an", "oc"},
    {"cs", "sk"},
    {"nl", "af", "lb", "de"},
    {"ru", "uk", "be", "bg"},
    {"fa", "ur", "ps", "ku", "ar"},
    {"zh", "yue", "wuu", "ja"},
)
"""Languages that are taken for each other: between these a declaration is believed."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_KANA = re.compile(r"[\u3041-\u30fa]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_ALONE = {
    "el": re.compile(r"[\u0370-\u03e1\u03f0-\u03ff\u1f00-\u1fff]+"),
    "hy": re.compile(r"[\u0531-\u0587]+"),
    "ka": re.compile(r"[\u10d0-\u10fa]+"),
    "th": re.compile(r"[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46]+"),
}
"""Alphabets that one living language writes."""
_LATIN = re.compile("[\x00-\u024f]+")
_WORDS = re.compile(r"[^\W\d_]+")


def infer_language(text: str, spans: Sequence[Span]) -> tuple[str, Span] | None:
    """The BCP 47 tag of the text in the spans and the stretch that it was told from, None where it cannot be told."""
    taken = _sample(spans)
    words = "\n".join(span.slice(text)[:_SAMPLE] for span in taken)  # the model's counters overflow on a huge one
    tag = _by_script(words) or _by_small_words(words) or _by_model(words)
    return (tag, Span.around(*taken)) if tag else None


def contradicting_language(text: str, spans: Sequence[Span], declared: str) -> tuple[str, Span] | None:
    """The language that a long text is plainly in where its file declares one of another kind; else None."""
    words = "\n".join(span.slice(text) for span in _sample(spans))
    if _borne_out(declared, words) or len(_letters(words)) < _LONG:
        return None
    found = infer_language(text, spans)
    if found is None:
        return None
    pair = {_primary(found[0]), _primary(declared)}
    return found if len(pair) == 2 and not any(pair <= kin for kin in _KIN) else None


def _borne_out(declared: str, text: str) -> bool:
    """Whether every sixth word is a small word of the declared language: then no model is asked."""
    table = phrase_book().languages.get(_primary(declared))
    words = _WORDS.findall(text[:_SAMPLE].casefold()) if table is not None else []
    return table is not None and sum(map(table.stopwords.__contains__, words)) * 6 >= len(words)


def _primary(tag: str) -> str:
    own = re.split("[-_]", tag)[0].lower()
    return _ONE.get(own, own)


def _sample(spans: Sequence[Span]) -> list[Span]:
    taken, size = [], 0
    for span in spans:
        taken.append(span)
        size += len(span)
        if size >= _SAMPLE:
            break
    return taken


def _letters(words: str) -> str:
    return "".join(_WORDS.findall(words))


def _count(letters: re.Pattern[str], words: str) -> int:
    """How many of the letters stand in the words."""
    return sum(map(len, letters.findall(words)))


def _by_script(words: str) -> str | None:
    if words.isascii():
        return None
    letters, beyond_ascii = len(_letters(words)), len(words.encode("utf-8", "replace")) - len(words)
    if letters < FEWEST_HAN or beyond_ascii * 3 < letters:  # each letter of these scripts takes a byte more, or two
        return None
    han, kana, hangul = (_count(script, words) for script in (_HAN, _KANA, _HANGUL))
    if kana * 10 >= letters and kana + han > letters // 2:
        return "ja"
    if hangul * 3 >= letters:
        return "ko"
    alone = next((tag for tag, own in _ALONE.items() if _count(own, words) * 3 >= letters * 2), None)
    if alone:
        return alone if letters >= FEWEST_LETTERS else None
    return _chinese(words) if han * 2 > letters else None


def _chinese(words: str) -> str:
    """zh-Hant or zh-Hans by the characters that only one of them has; zh where there are as many of both."""
    counts = Counter(words)
    only = shared_words()["scripts"]
    hant, hans = (sum(counts[char] for char in only[script]) for script in ("hant_only", "hans_only"))
    if hant == hans or min(hant, hans) * 4 > max(hant, hans):
        return "zh"
    return "zh-Hant" if hant > hans else "zh-Hans"


def _by_small_words(words: str) -> str | None:
    """The language of which every fifth word is a small word, of no other language half as many; None where unclear."""
    found, small = Counter(_WORDS.findall(words.casefold())), _small_words()
    counts = Counter(dict.fromkeys(phrase_book().languages, 0))
    for word in found.keys() & small.keys():
        for tag in small[word]:
            counts[tag] += found[word]
    (tag, most), (_, second) = sorted(counts.items(), key=lambda one: (one[1], one[0]), reverse=True)[:2]
    plain = most * 5 >= found.total() >= _FEWEST_WORDS and second * 2 <= most
    return tag if plain else None


@cache
def _small_words() -> dict[str, list[str]]:
    """The small words of all languages, each with the languages that have it."""
    found: dict[str, list[str]] = {}
    for own in phrase_book().languages.values():
        for word in own.stopwords:
            found.setdefault(word, []).append(own.tag)
    return found


def _by_model(words: str) -> str | None:
    """What py3langid says where it is sure; a text of a few words looks like several languages to it."""
    if len(_letters(words)) < FEWEST_LETTERS:
        return None
    found, probability = _classified(words)
    tag = _ONE.get(found, found)
    return tag if probability >= _SURE and _confirmed(tag, words) else None


def _classified(words: str) -> tuple[str, float]:
    """The model's answer, from the worker process: it and numpy take 50 MB, which a window need not carry."""
    if serves():
        return classified(words)
    try:
        return in_worker(_LIMITS, classified, words)
    except WorkerFailedError:
        return "", 0.0


def classified(words: str) -> tuple[str, float]:
    """The language that py3langid sees in the words, and how likely it is (0 to 1), asked in this process.

    Its own ``classify`` without the features that the text has not, which are nearly all.
    """
    model = _identifier()
    counts = model.instance2fv(words)
    present = counts.nonzero()[0]
    chances = model.norm_probs(counts[present] @ model.nb_ptc[present] + model.nb_pc)
    best = int(chances.argmax())
    return str(model.nb_classes[best]), float(chances[best])


def _confirmed(tag: str, words: str) -> bool:
    """Whether the small words of the language stand in the text: the model is as sure of letters without a meaning.

    Of a language without a table, in the Latin alphabet, only a longer text is believed.
    """
    letters = _letters(words)
    if not letters.isascii() and _count(_LATIN, letters) * 2 < len(letters):
        return True
    table = phrase_book().languages.get(tag)
    if table is None or not table.stopwords:
        return len(letters) >= _LONG
    found = [word.casefold() for word in _WORDS.findall(words)]
    return sum(word in table.stopwords for word in found) * 20 >= len(found)


@cache
def _identifier() -> Any:
    """Loaded when a text first needs it, and kept: that takes a tenth of a second."""
    langid = import_module("py3langid.langid")
    return langid.LanguageIdentifier.from_pickled_model(langid.MODEL_FILE, norm_probs=True)
