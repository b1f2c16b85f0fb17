"""Two texts line by line: by length, numbers, names, marks and the words that they teach."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.parallel import align_lines

GERMAN = [
    "Die Reise",
    "Am 3. Mai 1911 verliess das Schiff den Hafen von Rotterdam.",
    "Niemand winkte.",
    "Wir hatten Wasser für sechs Tage, und der Wind war gut.",
    "Anna Keller schrieb jeden Abend einen Brief an ihren Vater; sie erzählte ihm vom Meer und von den Vögeln.",
    "War das klug?",
    "Der Kapitän lachte nur.",
    "In der Nacht kam der Sturm, und am Morgen fehlte ein Boot.",
]
FRENCH = [
    "Le voyage",
    "Le 3 mai 1911, le navire quitta le port de Rotterdam.",
    "Personne ne fit signe.",
    "Nous avions de l'eau pour six jours, et le vent était bon.",
    "Chaque soir, Anna Keller écrivait une lettre à son père.",
    "Elle lui parlait de la mer et des oiseaux.",
    "Était-ce sage ?",
    "Le capitaine ne fit que rire.",
    "Dans la nuit vint la tempête, et au matin il manquait une barque.",
]
CHINESE = [
    "航程",
    "一九一一年五月三日，那船離開了鹿特丹港。",
    "沒有人揮手。",
    "我們有六天的水，風也好。",
    "安娜每天晚上給父親寫一封信，說海，說鳥。",
    "這樣聰明嗎？",
    "船長只是笑。",
    "夜裏來了風暴，到了早上少了一條小船。",
]
RUSSIAN = [
    "Путь",
    "3 мая 1911 года корабль покинул порт Роттердам.",
    "Никто не махал.",
    "У нас была вода на шесть дней, и ветер был хороший.",
    "Анна Келлер каждый вечер писала письмо отцу; она рассказывала ему о море и о птицах.",
    "Было ли это умно?",
    "Капитан только смеялся.",
    "Ночью пришла буря, а утром не хватало лодки.",
]


def pairs(first: list[str], second: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return align_lines(first, second)


def test_german_and_french_with_a_sentence_cut_in_two() -> None:
    expected = [((n,), (n,)) for n in range(4)] + [((4,), (4, 5))] + [((n,), (n + 1,)) for n in range(5, 8)]
    assert pairs(GERMAN, FRENCH) == expected
    assert pairs(FRENCH, GERMAN) == [(b, a) for a, b in expected]


@pytest.mark.parametrize("other", [CHINESE, RUSSIAN])
def test_other_scripts(other: list[str]) -> None:
    assert pairs(GERMAN, other) == [((n,), (n,)) for n in range(8)]
    assert pairs(other, GERMAN) == [((n,), (n,)) for n in range(8)]


def test_names_in_chinese_are_known_by_their_sound() -> None:
    english = ["He came alone.", "Then old Qingyang laughed.", "We met Wang Erlang there.", "It was late."]
    assert pairs(["他一個人來。", "老清扬笑了。", "我们在那里遇见王二郎。", "晚了。"], english) == [
        ((n,), (n,)) for n in range(4)
    ]
    assert pairs(english, ["他一個人來。", "老清扬笑了。", "我们在那里遇见王二郎。", "晚了。"])[1] == ((1,), (1,))


def test_added_and_missing_sentences_stand_alone() -> None:
    note = "Note de l'éditeur : cette phrase, qui est fort longue, n'existe nulle part ailleurs, et surtout pas en allemand, "
    longer = [
        *FRENCH[:3],
        note + "où nul ne la connaissait en 1977, ni plus tard, quand parut la seconde édition.",
        *FRENCH[3:],
    ]
    assert ((), (3,)) in pairs(GERMAN, longer)
    assert ((3,), ()) in pairs(longer, GERMAN)


def test_chinese_numerals_are_numbers() -> None:
    chinese = ["他說一百二十三。", "他說二千零五。", "他說三万四。", "他說十九。", "他說九八七。"]
    english = ["She said 123.", "She said 2005.", "She said 34.", "She said 30004.", "She said 19.", "She said 987."]
    assert pairs(chinese[:2], english[:2]) == [((0,), (0,)), ((1,), (1,))]
    assert next(bead for bead in pairs(chinese, english) if bead[0] == (2,))[1] in {(3,), (2, 3)}


def test_words_that_no_lexicon_knows_are_learned_from_the_texts() -> None:
    first = [f"{'bapu kolo' if n % 3 else 'zemi'} tiru{n % 7} nasu {'sefo' * (n % 4)}" for n in range(40)]
    second = [f"{'grint vahl' if n % 3 else 'oosk'} wexx{n % 7} lurd {'pingg' * (n % 4)}" for n in range(40)]
    del second[20]
    found = pairs(first, second)
    assert sum(a == b for a, b in found[:18]) >= 17
    assert sum(len(a) == len(b) == 1 and a[0] == b[0] + 1 for a, b in found[-18:]) >= 16


def test_empty_texts_and_lines() -> None:
    assert pairs([], []) == []
    assert pairs(["a"], []) == [((0,), ())]
    assert pairs([], ["a"]) == [((), (0,))]
    assert pairs(["", ""], ["", ""]) == [((0,), (0,)), ((1,), (1,))]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("ab1 不二.?Ж", max_size=30), min_size=1, max_size=12),
    st.lists(st.text("ab1 不二.?Ж", max_size=90), min_size=1, max_size=50),
)
def test_every_line_is_in_one_bead_in_order(first: list[str], second: list[str]) -> None:
    found = pairs(first, second)
    assert [i for a, _ in found for i in a] == list(range(len(first)))
    assert [j for _, b in found for j in b] == list(range(len(second)))


@pytest.mark.shared
@pytest.mark.parametrize(("corpus", "folder", "least"), [("text-berg", "text-berg", 0.86), ("mac", "mac-dev", 0.75)])
def test_sentences_that_were_aligned_by_hand(shared: Path, corpus: str, folder: str, least: float) -> None:
    program = Path(sys.executable).with_name("reindread")
    arguments = [shared / "tools" / "align_score.py", corpus, shared / "alignment" / folder, "--min", least]
    command = [sys.executable, *map(str, arguments), "--command", f"{program} align --lines {{source}} {{target}}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
