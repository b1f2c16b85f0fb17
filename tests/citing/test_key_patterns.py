"""Patterns of citation keys."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reindreader.citing.key_patterns import DEFAULT, TOKENS, Fault, parse_pattern
from reindreader.citing.keys import base_key, safe_key
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import Name
from reindreader.model.records import Record, Title
from tests.citing.records import ALONE, CLOCK, COMPLETE, EVERY, LIGHT, NIGHT_TRAIN, WATER
from tests.strategies import records


def key(pattern, record):
    made, mistakes = parse_pattern(pattern)
    assert not mistakes
    return made.base_key(record)


@pytest.mark.parametrize("name", EVERY)
def test_the_usual_pattern_gives_the_usual_keys(name):
    assert key(DEFAULT, EVERY[name]) == base_key(EVERY[name])


@settings(max_examples=80, deadline=None)
@given(records)
def test_every_key_is_one_that_all_programs_read(record):
    made = key(DEFAULT, record)
    assert made == base_key(record)
    for token in TOKENS:
        made = key(f"[{token}:upper]", record)
        assert safe_key(made) == made


@pytest.mark.parametrize(
    ("pattern", "record", "made"),
    [
        ("[auth:cap]_[year]", COMPLETE, "Mok_2015"),
        ("[auth:(2)][title:2:abbr]", COMPLETE, "moem"),
        ("[authors]-[translator]", NIGHT_TRAIN, "aubin-nguyen"),
        ("[authEtAl]", COMPLETE, "mok"),
        ("[authors:1][origyear]", WATER, "iowall44"),
        ("[origauth][origyear]", CLOCK, "linjiahuind"),
        ("[origtitle:2]", NIGHT_TRAIN, "petitedefense"),
        ("[origtitle]", ALONE, "strasse"),
        ("[auth:upper][lang]", LIGHT, "FELDzh"),
        ("[journal:2]", LIGHT, "gangchengwanbao"),
        ("[auth][year][title]", replace(CLOCK, contributors=(Contributor(Role.AUTHOR, Name("Достоевский")),)), "dostoevskiyndclock"),
        ("[auth][year][title]", Record(), "item"),
        ("[auth][year]", Record(title=Title("Only")), "item"),
        ("[title][auth]", Record(title=Title("Only")), "onlyanon"),
    ],
)  # fmt: skip
def test_tokens(pattern, record, made):
    assert key(pattern, record) == made


@pytest.mark.parametrize(
    ("pattern", "fault", "place"),
    [
        ("[auth][yaer]", Fault.TOKEN, (7, 11)),
        ("[auth:loud]", Fault.MODIFIER, (6, 10)),
        ("[auth:1:x]", Fault.MODIFIER, (8, 9)),
        ("[auth] [year]", Fault.SIGN, (6, 7)),
        ("[auth", Fault.BRACKET, (0, 1)),
        ("auth", Fault.EMPTY, (0, 4)),
        ("", Fault.EMPTY, (0, 0)),
    ],
)
def test_mistakes_are_told_with_their_place(pattern, fault, place):
    _, mistakes = parse_pattern(pattern)
    assert (mistakes[0].fault, (mistakes[0].start, mistakes[0].end)) == (fault, place)


@given(st.text(max_size=20))
def test_no_pattern_raises(text):
    parse_pattern(text)[0].base_key(CLOCK)
