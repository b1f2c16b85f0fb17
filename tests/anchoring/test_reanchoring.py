"""Re-anchoring: on the very words, or asked about, or lost."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.anchoring import AnchorChange, Reanchoring, Verdict, reanchor
from reindreader.model.text import Span

SAME, MOVED, CHANGED, LOST = AnchorChange

FERRY = (
    "The ferry left at seven, as it did every morning. Nobody on the quay waved to it.\n\n"
    "My grandmother counted the baskets twice: there were 12 of them, and the price was 1.5 dollars each. "
    "“You can’t take them all,” she said — and she took them all.\n\n"
    "The harbour was quiet. In the evening the ferry came back with the lamps lit, and the quay was full of people."
)
CHINESE = (
    "渡輪七點開出，天天如此。碼頭上沒有人向它揮手。\n\n祖母把籃子數了兩遍，一共十二個，每個一元五角。"
    "「你拿不了那麼多，」他說，可是她全拿走了。\n\n港口很靜。傍晚渡輪亮着燈回來，碼頭上站滿了人。"
)
ARABIC = (
    "غادرت العبارة في السابعة كعادتها كل صباح. لم يلوح لها أحد على الرصيف.\n\n"
    "عدت جدتي السلال مرتين، وكانت اثنتي عشرة سلة، وثمن الواحدة دولار ونصف.\n\nكان الميناء هادئا."
)


def find(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def after(words: str, new: str, old: str = FERRY, nth: int = 0) -> tuple[AnchorChange, str | None]:
    verdict = reanchor(old, new, find(old, words, nth))
    return verdict.state, verdict.span.slice(new) if verdict.span else None


def test_an_unchanged_text_keeps_all() -> None:
    assert reanchor(FERRY, FERRY, Span(4, 9)) == Verdict(SAME, Span(4, 9))


@pytest.mark.parametrize("text", [FERRY, CHINESE, ARABIC])
def test_text_that_grew_elsewhere_changes_nothing(text: str) -> None:
    words = text.split("\n\n")[1][:30].rsplit(" ", 1)[0]
    assert after(words, "New. 新. جديد.\n\n" + text, text) == (SAME, words)
    assert after(words, text.split("\n\n", 1)[1], text) == (SAME, words)
    assert after(words, text[: -len(text.split("\n\n")[2])] + "Another end.", text) == (SAME, words)


@pytest.mark.parametrize("text", [FERRY, CHINESE, ARABIC])
def test_a_paragraph_in_another_place_is_moved(text: str) -> None:
    first, second, third = text.split("\n\n")
    assert after(first, f"{second}\n\n{third}\n\n{first}\n", text)[0] in {SAME, MOVED}
    sentence = first.split("。")[0] if "。" in first else first.split(". ")[0]
    assert after(sentence, text.replace(sentence, "—") + f"\n\nx y z {sentence}", text) == (MOVED, sentence)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("every morning", "not every morning"),
        ("ferry left", "ferry never left"),
        ("12 of them", "13 of them"),
        ("at seven,", "at eight,"),
        ("baskets twice", "twice baskets"),
        ("Nobody on the quay waved", "Nobody waved"),
    ],
)
def test_other_words_are_changed_never_the_same(old: str, new: str) -> None:
    sentences = "The ferry left at seven, as it did every morning. Nobody on the quay waved to it."
    words = sentences if old in sentences else "counted the baskets twice: there were 12 of them"
    assert after(words, FERRY.replace(old, new)) == (CHANGED, words.replace(old, new))


def test_chinese_words_are_changed_by_one_character() -> None:
    words = "祖母把籃子數了兩遍，一共十二個"
    assert after(words, CHINESE.replace("十二", "十三"), CHINESE) == (CHANGED, "祖母把籃子數了兩遍，一共十三個")
    assert after(words, CHINESE.replace("數了", "不數了"), CHINESE) == (CHANGED, "祖母把籃子不數了兩遍，一共十二個")


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("You can", FERRY.replace("You can’t take", "You can take")),  # the quotation's own words, though not its sense
        ("can’t take them", FERRY.replace("can’t", "can't")),
        ("she said — and", FERRY.replace(" — ", " - ")),
        ("“You can’t take them all,” she said", FERRY.replace("“", '"').replace("”", '"')),
        ("counted the baskets", FERRY.replace("the baskets", "the \n baskets")),
        ("counted the baskets", FERRY.replace("baskets", "bas\u00adkets")),
        ("there were 12 of them", FERRY.replace("12 of", "12\u00a0of")),
    ],
)
def test_typography_is_not_a_change(words: str, new: str) -> None:
    state, found = after(words, new)
    assert state is SAME
    assert found is not None


def test_a_line_end_in_chinese_is_nothing() -> None:
    assert after("祖母把籃子數了", CHINESE.replace("籃子", "籃\n子"), CHINESE) == (SAME, "祖母把籃\n子數了")
    assert (
        after("café au lait", "Un cafe\u0301 au lait, s’il vous plaît...", "Un café au lait, s’il vous plaît…")[0]
        is SAME
    )


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        ("They say you can swim here.", "you can", "They say you can't swim here."),
        ("It costs 1 dollar now.", "costs 1", "It costs 1.5 dollar now."),
        ("A violent age it was.", "violent", "A non-violent age it was."),
        ("The art of it.", "art", "The heart of it."),
    ],
)
def test_a_part_of_another_word_is_not_the_word(old: str, words: str, new: str) -> None:
    assert after(words, new, old)[0] in {CHANGED, LOST}


def test_deleted_words_are_lost_and_a_look_alike_that_was_there_is_not_them() -> None:
    old = FERRY + "\n\nThe Chinese says that they are dangerous. The English says that they are not allowed."
    words = "The Chinese says that they are dangerous."
    assert after(words, old.replace(words, ""), old) == (LOST, None)
    assert after("The harbour was quiet.", "Nothing of it is left here at all.") == (LOST, None)
    assert after("!!", "Nothing", "Ha !! ha") == (LOST, None)


def test_a_look_alike_elsewhere_is_asked_about() -> None:
    words = "In the evening the ferry came back with the lamps lit"
    new = FERRY.replace(words + ", and ", "") + "\n\n" + words.replace("lamps", "sails") + "."
    assert after(words, new)[0] is CHANGED


def test_words_that_were_rewritten_in_place_are_asked_about_though_they_stand_elsewhere() -> None:
    words = "My grandmother counted the baskets twice"
    new = FERRY.replace(words, "My grandmother never counted the baskets twice") + f"\n\nHe wrote: {words}, it seems."
    assert after(words, new) == (CHANGED, "My grandmother never counted the baskets twice")


def test_a_copy_in_other_surroundings_is_not_the_quotation() -> None:
    words = "The harbour was quiet."
    new = f"It was said before: {words}\n\n" + FERRY
    assert reanchor(FERRY, new, find(FERRY, words)) == Verdict(SAME, find(new, words, 1))


REFRAIN = "One came in. Echo. Two went out by the door. Echo. Three stayed, and sat down. Echo. Then the lamp went out."


def test_of_repeated_words_each_keeps_its_own_place() -> None:
    new = "First. " + REFRAIN.replace("Two went out", "Two went away")
    for nth in range(3):
        verdict = reanchor(REFRAIN, new, find(REFRAIN, "Echo.", nth))
        assert verdict == Verdict(SAME, find(new, "Echo.", nth))


def test_of_repeated_words_a_deleted_one_is_lost_and_not_its_neighbour() -> None:
    new = REFRAIN.replace("door. Echo. Three", "door. Three")
    assert after("Echo.", new, REFRAIN, 1)[0] in {LOST, CHANGED}
    assert reanchor(REFRAIN, new, find(REFRAIN, "Echo.", 2)).span == find(new, "Echo.", 1)


def test_where_nothing_tells_repeated_words_apart_a_person_is_asked() -> None:
    verdict = reanchor("Lo. Echo. Echo. So", "Lo. Echo. So", Span(4, 9))
    assert verdict.state is CHANGED
    assert verdict.ambiguous
    ticks, others = (" ".join(f"tick {n}" for n in numbers) for numbers in (range(100), range(1000, 1100)))
    assert reanchor(ticks, others, find(ticks, "tick", 50)).ambiguous
    assert reanchor("He said yes, of course, to her.", "A quite other page says: yes, why.", Span(8, 11)).ambiguous


def test_white_space_at_the_ends_is_kept_where_it_can_be() -> None:
    span = find(FERRY, " Nobody on the quay waved to it.\n\n")
    new = "So. " + FERRY
    assert reanchor(FERRY, new, span) == Verdict(SAME, span.shifted(4))
    assert after(" Nobody on", FERRY.replace(" Nobody", "\nNobody")) == (SAME, "Nobody on")


def test_nothing_and_places_outside_are_lost() -> None:
    assert reanchor("a  b", "a b", Span(1, 3)).state is LOST
    assert reanchor("a b", "a b c", Span(1, 30)).state is LOST
    assert reanchor("a b", "", Span(0, 1)).state is LOST


@given(st.text("ab .不\n’'", min_size=2, max_size=50), st.text("ab .不\n’'", max_size=50), st.data())
def test_never_silently_on_other_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    verdict = reanchor(old, new, Span(start, end))
    if verdict.state in {SAME, MOVED}:
        assert verdict.span is not None
        assert plain(verdict.span.slice(new)) == plain(old[start:end])


def plain(text: str) -> str:
    return "".join(text.replace("’", "'").split())


def test_thousands_of_quotations_of_a_long_text() -> None:
    chance = random.Random(5)
    words = [f"w{chance.randrange(4000)}" for _ in range(30_000)]
    old = " ".join(words)
    edited = [word for word in words if chance.random() > 0.01]
    new = "A beginning. " + " ".join(edited)
    compared = Reanchoring(old, new)
    starts = [old.index(" ", chance.randrange(len(old) - 500)) + 1 for _ in range(1500)]
    begun = time.process_time()
    verdicts = [compared.verdict(Span(start, old.index(" ", start + 60))) for start in starts]
    assert sum(verdict.state is SAME for verdict in verdicts) > 1000
    assert sum(verdict.state is LOST for verdict in verdicts) < 30
    assert time.process_time() - begun < 60  # not quadratic; the figure is the bench's
