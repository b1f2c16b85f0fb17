"""Words that two texts share without any dictionary: numbers, marks, names, cognates; across scripts by romanisation."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from anyascii import anyascii
from rapidfuzz.distance import Indel

from reindreader.parallel.words import HAN, Sentence, stem, vocabulary

Linked = dict[str, dict[str, tuple[float, float]]]
_IS_HAN = re.compile(f"[{HAN}]+")
_NUMBER, _MARK, _SAME, _ALIKE, _ROMANISED, _SYLLABLE = 0.8, 0.5, 0.5, 0.3, 0.5, 0.25
"""How probable it is that a word of one text becomes its like in the other."""


def shared_words(first: Sequence[Sentence], second: Sequence[Sentence]) -> Linked:
    """The links between two texts that their letters give."""
    links: Linked = defaultdict(dict)
    ours, theirs = set(vocabulary(first)), set(vocabulary(second))
    for word in ours & theirs:
        weight = _weight(word)
        if weight:
            links[word][word] = weight, weight
    for one, other in _alike(ours - theirs, theirs):
        links[one][other] = _ALIKE, _ALIKE
    for one, other, weight in _romanised(ours, second):
        links[one].setdefault(other, (weight, weight))
    for other, one, weight in _romanised(theirs, first):
        links[one].setdefault(other, (weight, weight))
    return links


def _weight(word: str) -> float:
    if word[0] == "#":
        return _NUMBER
    if not word[0].isalnum():
        return _MARK
    return _SAME if len(word) >= 4 or _IS_HAN.match(word) else 0.0


def _alike(ours: Iterable[str], theirs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Words of both that begin alike and differ little, of scripts with cases and inflections."""
    heads: dict[str, list[str]] = defaultdict(list)
    for other in theirs:
        if len(other) >= 4 and other.isalpha():
            heads[other[:3]].append(other)
    for one in ours:
        for other in heads.get(one[:3], ()) if len(one) >= 4 else ():
            if Indel.normalized_similarity(one, other) >= 0.7:
                yield one, other


def _romanised(words: Iterable[str], others: Sequence[Sentence]) -> Iterator[tuple[str, str, float]]:
    """Words of another script that sound like a name of the other text: 清扬 and Qingyang, Путин and Putin."""
    names = {name for each in others for name in each.names if name.isascii() and len(name) > 2}
    heads: dict[str, list[str]] = defaultdict(list)
    for name in names:
        heads[name[:2]].append(name)
    for word in words if names else ():
        if word.isascii() or not word[0].isalpha():
            continue
        sound = anyascii(word).lower()
        if not _IS_HAN.match(word):
            yield from ((word, stem(name), _ROMANISED) for name in heads[sound[:2]] if _sounds(sound, name))
        elif sound in names:
            yield word, stem(sound), _ROMANISED if len(word) > 1 else _SYLLABLE


def _sounds(sound: str, name: str) -> bool:
    return len(sound) > 3 and Indel.normalized_similarity(sound, name[: len(sound) + 2]) >= 0.7
