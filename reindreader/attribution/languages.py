"""The language of a text: Chinese, Japanese and Korean by their characters, others by py3langid. Unknown when short."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.model.text import Span

FEWEST_LETTERS = 50
FEWEST_HAN = 16
"""A Chinese character says more than a letter."""
_SAMPLE = 4_000
_SURE = 0.9
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

_LETTERS = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3041-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_WORDS = re.compile(r"[^\W\d_]+")


def infer_language(text: str, spans: Sequence[Span]) -> tuple[str, Span] | None:
    """The BCP 47 tag of the text in the spans and the stretch that it was told from, None where it cannot be told."""
    taken = _sample(spans)
    words = "\n".join(span.slice(text)[:_SAMPLE] for span in taken)  # the model's counters overflow on a huge one
    tag = _by_script(words) or _by_model(words)
    return (tag, Span.around(*taken)) if tag else None


def contradicting_language(text: str, spans: Sequence[Span], declared: str) -> tuple[str, Span] | None:
    """The language that a long text is plainly in where its file declares one of another kind; else None."""
    letters = sum(len(_LETTERS.findall(span.slice(text))) for span in _sample(spans))
    found = infer_language(text, spans) if letters >= _LONG else None
    if found is None:
        return None
    pair = {_primary(found[0]), _primary(declared)}
    return found if len(pair) == 2 and not any(pair <= kin for kin in _KIN) else None


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


def _by_script(words: str) -> str | None:
    letters, han = len(_LETTERS.findall(words)), len(_HAN.findall(words))
    kana, hangul = len(_KANA.findall(words)), len(_HANGUL.findall(words))
    if letters < FEWEST_HAN:
        return None
    if kana * 10 >= letters and kana + han > letters // 2:
        return "ja"
    if hangul * 3 >= letters:
        return "ko"
    return _chinese(words) if han * 2 > letters else None


def _chinese(words: str) -> str:
    """zh-Hant or zh-Hans by the characters that only one of them has; zh where there are as many of both."""
    counts = Counter(words)
    only = shared_words()["scripts"]
    hant, hans = (sum(counts[char] for char in only[script]) for script in ("hant_only", "hans_only"))
    if hant == hans or min(hant, hans) * 4 > max(hant, hans):
        return "zh"
    return "zh-Hant" if hant > hans else "zh-Hans"


def _by_model(words: str) -> str | None:
    """What py3langid says where it is sure; a text of a few words looks like several languages to it."""
    if len(_LETTERS.findall(words)) < FEWEST_LETTERS:
        return None
    found, probability = _identifier().classify(words)
    tag = _ONE.get(str(found), str(found))
    return tag if probability >= _SURE and _confirmed(tag, words) else None


def _confirmed(tag: str, words: str) -> bool:
    """Whether the small words of the language stand in the text: the model is as sure of letters without a meaning.

    Of a language without a table, in the Latin alphabet, only a longer text is believed.
    """
    letters = _LETTERS.findall(words)
    if sum(letter < "\u0250" for letter in letters) * 2 < len(letters):
        return True
    table = phrase_book().languages.get(tag)
    if table is None or not table.stopwords:
        return len(letters) >= _LONG
    found = [word.casefold() for word in _WORDS.findall(words)]
    return sum(word in table.stopwords for word in found) * 20 >= len(found)


@cache
def _identifier() -> Any:
    """Loaded when a text first needs it: it and numpy take a tenth of a second and 50 MB."""
    langid = import_module("py3langid.langid")
    return langid.LanguageIdentifier.from_pickled_model(langid.MODEL_FILE, norm_probs=True)
