"""Differences, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from reindreader.anchoring.difference import Change, difference


def test_words_and_chinese_characters() -> None:
    assert difference("It was late.", "It was not late.") == (
        Change("It was ", "It was "),
        Change("", "not "),
        Change("late.", "late."),
    )
    assert difference("一共十二個", "一共十三個") == (
        Change("一共十", "一共十"),
        Change("二", "三"),
        Change("個", "個"),
    )
    assert [change for change in difference("You can go", "You can’t go") if not change.same] == [
        Change("can", "can’t")
    ]
    assert difference("", "") == ()


@given(st.text("ab 不.’", max_size=40), st.text("ab 不.’", max_size=40))
def test_both_texts_are_in_it(old: str, new: str) -> None:
    changes = difference(old, new)
    assert ("".join(c.old for c in changes), "".join(c.new for c in changes)) == (old, new)
