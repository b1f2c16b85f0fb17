from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.citing.keys import assign_keys, base_key, make_key, safe_key, suffixes, unique_key
from reindreader.citing.romanise import latin, letters, words
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import Name, NameForm
from reindreader.model.records import Record, Title
from tests.citing.records import ALONE, CLOCK, COMPLETE, FOUNDING, LIGHT, NIGHT_TRAIN, WATER, person


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (FOUNDING, "mokndexactly"),
        (COMPLETE, "mok2015exactly"),
        (CLOCK, "lamndclock"),
        (NIGHT_TRAIN, "aubin2021short"),
        (WATER, "iowall2001price"),
        (LIGHT, "feld2018zaitan"),
        (ALONE, "muller1999strasse"),
        (Record(), "item"),
        (Record(title=Title("The Of")), "anonndthe"),
        (Record(title=Title("！？"), contributors=(person(Role.EDITOR, "Ш", "А"),)), "shnd"),
    ],
)
def test_keys_are_surname_year_and_word(record, key):
    assert base_key(record) == key


def test_a_romanised_form_is_preferred():
    name = Name(
        "莫乃光",
        (NameForm("莫乃光", "zh-Hant", "莫", "乃光"), NameForm("Mok Nai-kwong", "zh-Latn", "Mok", "Nai-kwong")),
    )
    record = Record(contributors=(Contributor(Role.AUTHOR, name),))
    assert base_key(record) == "moknd"
    alone = Record(contributors=(Contributor(Role.AUTHOR, Name.of("莫乃光", "莫", "乃光")),))
    assert base_key(alone) == "mond"


def test_short_organisations_are_written_out():
    record = Record(contributors=(Contributor(Role.AUTHOR, Name.of_organisation("Well & Sons")),))
    assert base_key(record) == "wellsonsnd"


def test_suffixes_go_on_after_z():
    found = list(islice(suffixes(), 26 + 26 * 26 + 1))
    assert (found[0], found[25], found[26], found[27], found[-1]) == ("a", "z", "aa", "ab", "aaa")
    taken = {"k", *(f"k{suffix}" for suffix in found[:26])}
    assert unique_key("k", taken.__contains__) == "kaa"


def test_nameless_records_are_numbered():
    assert list(assign_keys([Record(), Record(), FOUNDING, FOUNDING], ["ITEM1"])) == [
        "item2", "item3", "mokndexactly", "mokndexactlya",
    ]  # fmt: skip
    assert make_key(Record(), lambda key: False) == "item1"


@pytest.mark.parametrize("key", ["a,b", "a{b", 'a"b', "a=b", "a b", "é~#%\\", "莫", "::", ""])
def test_unsafe_keys_are_made_safe(key):
    safe = safe_key(key)
    assert safe.isascii()
    assert set(safe) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-")
    assert safe_key(safe) == safe


def test_a_safe_key_stays():
    assert safe_key("Mok:2015_a-b") == "Mok:2015_a-b"


@given(st.text(), st.text(min_size=1))
def test_any_title_and_name_gives_a_plain_key(title, name):
    record = Record(
        title=Title(title) if title.strip() else None,
        contributors=(Contributor(Role.AUTHOR, Name(name)),) if name.strip() else (),
    )
    key = make_key(record, lambda taken: False)
    assert key
    assert safe_key(key) == key == key.lower()


@given(st.lists(st.sampled_from([FOUNDING, CLOCK, Record()]), max_size=60))
def test_keys_are_unique(records):
    keys = list(assign_keys(records))
    assert len(set(keys)) == len(records)


def test_words_of_scripts():
    assert words("Rock ’n’ roll’s 再談舊 e-mail") == ["rock", "n", "rolls", "zaitan", "jiu", "e", "mail"]
    assert letters("Łódź") == "lodz"
    assert latin("Nguyễn Thị") is True
    assert latin("莫 Mok") is False
