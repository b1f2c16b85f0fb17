"""The language of a text, told by its script and its small words. Unknown when the text is short or says neither."""

import re
from collections import Counter
from collections.abc import Sequence

from reindreader.attribution.phrases import phrase_book, shared_words
from reindreader.model.text import Span

FEWEST_LETTERS = 50
FEWEST_HAN = 16
"""A Chinese character says more than a letter."""
_SAMPLE = 4_000

_LETTERS = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3041-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_WORDS = re.compile(r"[^\W\d_]+")


def infer_language(text: str, spans: Sequence[Span]) -> tuple[str, Span] | None:
    """The BCP 47 tag of the text in the spans and the stretch that it was told from, None where it cannot be told."""
    taken = _sample(spans)
    words = "\n".join(span.slice(text) for span in taken)
    tag = _by_script(words) or _by_words(words)
    return (tag, Span.around(*taken)) if tag else None


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


def _by_words(words: str) -> str | None:
    """By the share of small words (stop words) in all words: the best has to be plain and well before the next."""
    if len(_LETTERS.findall(words)) < FEWEST_LETTERS:
        return None
    found = Counter(word.casefold() for word in _WORDS.findall(words))
    total = sum(found.values())
    scores = sorted(
        (
            (sum(found[w] for w in set(own.stopwords)) / total, own.tag)
            for own in phrase_book().languages.values()
            if own.stopwords
        ),
        reverse=True,
    )
    best = scores[0] if scores else (0.0, "")
    next_best = scores[1][0] if len(scores) > 1 else 0.0
    return best[1] if best[0] >= 0.15 and best[0] >= 1.3 * next_best else None
