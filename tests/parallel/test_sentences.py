"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.parallel.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained. Nobody came.", ["It rained.", "Nobody came."]),
        ("Mr. J. Doe came at 3.5 p.m. and left. Why?", ["Mr. J. Doe came at 3.5 p.m. and left.", "Why?"]),
        ("“Is it late?” she asked. “Yes!” He left.", ["“Is it late?” she asked.", "“Yes!”", "He left."]),
        (
            "Am 9. September kam z.B. Frau Dr. Weiß. Sie blieb.",
            ["Am 9. September kam z.B. Frau Dr. Weiß.", "Sie blieb."],
        ),
        ("Il dit : « Non ! » Puis rien.", ["Il dit : « Non ! »", "Puis rien."]),
        ("他說：「晚了。」沒有人來！為甚麼？", ["他說：「晚了。」", "沒有人來！", "為甚麼？"]),
        ("雨でした。誰も来ない。", ["雨でした。", "誰も来ない。"]),
        ("هل تأخر؟ نعم. لم يأت أحد.", ["هل تأخر؟", "نعم.", "لم يأت أحد."]),
        ("Он жил в г. Перми. Потом уехал…", ["Он жил в г. Перми.", "Потом уехал…"]),
        ("A title\n\nIt rained. . . .", ["A title", "It rained. . . ."]),
        ("no end", ["no end"]),
        (" \n ", []),
        ("", []),
        ("...", ["..."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [span.slice(text) for span in sentences(text)] == parts


@given(st.text("aB .。?!”’\n9؟", max_size=60))
def test_all_words_are_in_one_sentence_each(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(span.slice(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
