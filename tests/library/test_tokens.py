"""How texts are cut for the search: scripts without spaces into pairs, nothing lost and nothing added."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.library.tokens import cut, folded, indexed

HAN = "燈塔渡輪公司あいうかグー하나둘ไทย"


def plainly(text: str) -> tuple[list[str], set[str]]:
    """The words of the index and its letters, letter by letter."""
    words: list[str] = []
    letters: set[str] = set()
    for unspaced, own in groupby(folded(text), lambda letter: letter in HAN):
        run = "".join(own)
        if unspaced:
            words += [run[at : at + 2] for at in range(len(run))]
            letters |= set(run)
        else:
            words += run.split()
    return words, letters


@given(st.text(alphabet=f"{HAN} aé,\n-", max_size=60))
def test_every_pair_and_every_last_letter(text: str) -> None:
    words, letters = indexed(text)
    assert (words.split(), set(letters.split())) == plainly(text)
    assert cut(text) == words


@pytest.mark.parametrize(
    ("text", "words", "letters"),
    [
        ("渡輪公司", "渡輪 輪公 公司 司", "公 司 渡 輪"),
        ("The Lamp", "the lamp", ""),
        ("燈 a 塔樓b", "燈 a 塔樓 樓 b", "塔 樓 燈"),
        ("", "", ""),
        ("𠮷野家", "𠮷野 野家 家", "家 野 𠮷"),
    ],
)
def test_texts_as_the_index_has_them(text: str, words: str, letters: str) -> None:
    found = indexed(text)
    assert (" ".join(found[0].split()), found[1]) == (words, letters)
