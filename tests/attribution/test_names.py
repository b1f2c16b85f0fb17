"""Names: kept as printed, split where a rule says how, and a guess is said to be one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.attribution.people import name_of, take_honorific


@pytest.mark.parametrize(
    ("words", "family", "given", "guessed"),
    [
        ("Charles Mok", "Mok", "Charles", False),
        ("Alan Lee", "Lee", "Alan", False),
        ("Chan Ka-ming", "Chan", "Ka-ming", False),
        ("Mok Nai-kwong", "Mok", "Nai-kwong", False),
        ("Mo Yan", "Mo", "Yan", True),
        ("Wong Kar Wai", "Wong", "Kar Wai", False),
        ("CHAN Tai-man", "Chan", "Tai-man", False),
        ("Carrie Lam", "Lam", "Carrie", False),
        ("Lee Child", "Child", "Lee", False),
        ("Nguyễn Văn An", "Nguyễn", "Văn An", False),
        ("莫乃光", "莫", "乃光", False),
        ("歐陽文海", "歐陽", "文海", False),
        ("李鶴", "李", "鶴", False),
        ("霜羽", None, None, False),
        ("飛龍", None, None, False),
        ("陳方安生", "陳方", "安生", True),
        ("김철수", "김", "철수", False),
        ("安娜·布莱克", None, None, False),
        ("和田麻紀子", "和田", "麻紀子", True),
        ("霜羽 Hoarfroster", None, None, False),
        ("lsvih", None, None, False),
        ("مريم الحدّاد", "الحدّاد", "مريم", False),
        ("דנה לוי", "לוי", "דנה", False),
        ("J. K. Rowling", "Rowling", "J. K.", False),
        ("Ana María de la Fuente Rojas", "Fuente Rojas", "Ana María", False),
    ],
)
def test_a_name_is_split(words: str, family: str | None, given: str | None, guessed: bool) -> None:
    name = name_of(words)
    assert (name.form.family, name.form.given) == (family, given)
    assert name.literal == words
    if family is not None:
        assert name.guessed is guessed


def test_particles_and_suffixes_have_their_own_places() -> None:
    form = name_of("Jan van der Meer").form
    assert (form.given, form.particle, form.family) == ("Jan", "van der", "Meer")
    form = name_of("Martin King Jr.").form
    assert (form.given, form.family, form.suffix) == ("Martin", "King", "Jr.")
    assert name_of("Martin King, Jr.").form.family == "King"


@pytest.mark.parametrize(
    "words",
    [
        "MetaQuotes Ltd.",
        "Harbour Translation Collective",
        "LitecoinX.gr",
        "掘金翻译计划",
        "燈籠通訊社",
        "DeepL",
        "Reuters",
    ],
)
def test_an_organisation_stays_one_name(words: str) -> None:
    name = name_of(words)
    assert name.organisation
    assert (name.literal, name.form.family) == (words, None)


@pytest.mark.parametrize(
    ("words", "rest", "honorific"),
    [
        ("Hon. Charles Mok", "Charles Mok", "Hon."),
        ("the Hon. Mrs. Adaeze Nwachukwu", "Adaeze Nwachukwu", "the Hon. Mrs."),
        ("Dr Ruth Ansel", "Ruth Ansel", "Dr"),
        ("Dr.Ruth Ansel", "Ruth Ansel", "Dr."),
        ("溫若瑜教授", "溫若瑜", "教授"),
        ("Drake Ansel", "Drake Ansel", None),
        ("Hon.", "Hon.", None),
        ("Ruth Ansel", "Ruth Ansel", None),
    ],
)
def test_honorifics_are_taken_off_and_kept(words: str, rest: str, honorific: str | None) -> None:
    assert take_honorific(words) == (rest, honorific)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40).filter(lambda words: words.strip()))
def test_no_name_raises_and_each_keeps_its_words(words: str) -> None:
    assert name_of(words).literal == " ".join(words.split())


@pytest.mark.parametrize(
    ("words", "family", "given"), [("남궁민", "남궁", "민"), ("선우진호", "선우", "진호"), ("김하늘", "김", "하늘")]
)
def test_korean_surnames_of_two_syllables(words: str, family: str, given: str) -> None:
    assert (name_of(words).form.family, name_of(words).form.given) == (family, given)
