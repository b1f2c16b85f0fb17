"""Words as the search sees them: folded, and scripts that write no spaces cut into pairs of letters.

A run of Chinese, Japanese, Korean, Thai … becomes its pairs and its last letter: ``渡輪公司`` is ``渡輪 輪公 公司 司``. A
word of two letters or more is then a phrase of pairs, and one letter is the beginning of a pair, so that nothing
that stands in a text is missed.
"""

import re
import unicodedata
from array import array
from functools import lru_cache
from operator import add

VERSION = f"2/{unicodedata.unidata_version}"
"""Changes with everything that decides how a text is cut, and how the index is made: one made otherwise is made anew."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""Thai and Lao, Burmese, Khmer, kana, bopomofo, Han, Hangul."""

_RUNS = re.compile(f"([{UNSPACED}]+)")
_LAST_RUN = re.compile(f"[{UNSPACED}]+$")
_UNPLAIN = re.compile("[^\\x00-\\x7f\u3001-\u3029\u3041-\u3096\u30a1-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")
"""What folding may change beside case: not ASCII, and no kana, Han or Hangul."""
_SEPARATE = re.compile("[\x80-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u206f\u20a0-\u20cf\u2100-\u2bff]*")
"""Of the same what is folded alone as it is in a run: Latin, Greek and Cyrillic letters, marks of punctuation, signs."""
_ASCII = bytes(range(128))
_KANA_MARKS = "\u3099\u309a"
"""が is no accented か."""


def folded(text: str) -> str:
    """The text for finding and sorting: compatibility forms, case and accents made equal."""
    if text.isascii():
        return text.lower()
    if any(mark in text for mark in _KANA_MARKS):
        text = unicodedata.normalize("NFC", text)
    small = text.casefold()
    unplain = "".join(_UNPLAIN.findall(_beyond_ascii(small)))
    if not _SEPARATE.fullmatch(unplain):
        return _UNPLAIN.sub(_plain, small)
    for letter in unplain:
        small = small.replace(letter, _plain_run(letter))
    return small


def _beyond_ascii(text: str) -> str:
    """The letters of a text that are not ASCII, each once: of most texts a few, found in a fraction of the time that going
    through it letter by letter takes."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return "".join(set(rest.decode("utf-8", "surrogatepass")))


def _plain(run: re.Match[str]) -> str:
    return _plain_run(run[0])


@lru_cache(maxsize=4096)
def _plain_run(run: str) -> str:
    decomposed = unicodedata.normalize("NFKD", run)
    kept = "".join(c for c in decomposed if c in _KANA_MARKS or not unicodedata.combining(c))
    return unicodedata.normalize("NFKC", kept).casefold()


def cut(text: str) -> str:
    """The folded text, its runs without spaces cut into pairs."""
    return _cut(folded(text))[0]


def indexed(text: str) -> tuple[str, str]:
    """The text as ``cut`` makes it, and the single letters of its runs without spaces, each once."""
    words, runs = _cut(folded(text))
    return words, " ".join(sorted(set(runs) - {_END}))


_END, _BLANK = "\n", array("I", " ".encode("utf-32-le"))


def _cut(plain: str) -> tuple[str, str]:
    """The words with pairs, and the runs that these were made of, each with its end."""
    if not _RUNS.search(_beyond_ascii(plain)):
        return plain, ""
    parts = _RUNS.split(plain)
    runs = _END.join(parts[1::2]) + _END
    parts[1::2] = _pairs(runs)
    return "".join(parts), runs


def _pairs(runs: str) -> list[str]:
    """Each run as its pairs and its last letter, with blanks around: made for all runs in one go.

    Each letter, the one after it and a blank are written in a row. Where a run ends that is ``c\\n \\nd de``, of which the
    beginning goes: after the end there is another one, and the next run's first letter alone.
    """
    letters = array("I", runs.encode("utf-32-le"))
    written = array("I", bytes(3 * letters.itemsize * len(letters)))
    written[::3], written[1::3], written[2::3] = letters, letters[1:] + letters[-1:], _BLANK * len(letters)
    made = written.tobytes().decode("utf-32-le").split(_END)
    return [f" {made[0]} ", *(f" {one[2:]} " for one in made[2:-2:2])]


def has_letters(text: str) -> bool:
    """Whether anything of the text is in the index: letters, digits, and their marks."""
    return any(unicodedata.category(letter)[0] in "LNM" for letter in text)


def _clean(words: str) -> str:
    """The words without what ends a string in a query, and what follows the last letter."""
    plain = words.translate(_STOPS).encode("utf-8", "replace").decode("utf-8")
    end = len(plain)
    while end and not has_letters(plain[end - 1]):
        end -= 1
    return plain[:end]


_STOPS = str.maketrans({'"': " ", "\0": " "})


def sought(words: str) -> tuple[str, bool]:
    """Words of a query as they stand in a cut text, one after the other; and whether the last is only begun.

    The last letter of a run without spaces may go on in the text, so that it is left to the pair before it, or, when it
    stands alone, is the beginning of a pair.
    """
    plain = _clean(folded(words))
    last = _LAST_RUN.search(plain)
    if last is None:
        return cut(plain).strip(), False
    run, before = last[0], cut(plain[: last.start()])
    pairs = " ".join(map(add, run, run[1:])) or run
    return f"{before} {pairs}".strip(), len(run) == 1
