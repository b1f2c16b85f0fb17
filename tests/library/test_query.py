"""What a user types: read without raising, each mistake told in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reindreader.library.query import Field, Mistake, Term, parse
from reindreader.model.text import Span


def shape(text: str) -> list[list[tuple[str, str]]]:
    """Field and words of each term, a list a group; ``-`` negated, ``*`` a beginning, ``"`` a phrase."""
    return [[(term.field.value, _marked(term)) for term in group] for group in parse(text).groups]


def _marked(term: Term) -> str:
    return f"{'-' * term.negated}{term.words}{'*' * term.prefix}{chr(34) * term.phrase}"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("", []),
        ("ferry lamp ", [[("", "ferry")], [("", "lamp")]]),
        ("ferry la", [[("", "ferry")], [("", "la*")]]),
        ("fer* lamp ", [[("", "fer*")], [("", "lamp")]]),
        ('"the ferry" -lamp ', [[("", 'the ferry"')], [("", "-lamp")]]),
        ("“the ferry”", [[("", 'the ferry"')]]),
        ("a OR b c ", [[("", "a"), ("", "b")], [("", "c")]]),
        ("a OR b OR -c ", [[("", "a"), ("", "b"), ("", "-c")]]),
        ('translator:lee in:"To read" ', [[("translator", "lee")], [("in", 'To read"')]]),
        ("Author：李 -tag:sea ", [[("author", "李")], [("tag", "-sea")]]),
        ("is:star has:highlights ", [[("has", "highlight")]]),
        ("is:star", [[("is", "starred*")]]),
        ("10:30 https://a.example/b ", [[("", "10:30")], [("", "https://a.example/b")]]),
        ("or and ", [[("", "or")], [("", "and")]]),
    ],
)
def test_reads_words_phrases_fields_and_choices(text: str, groups: list[list[tuple[str, str]]]) -> None:
    assert shape(text) == groups


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2015", (2015, 2015)),
        ("2010-2015", (2010, 2015)),
        ("2010..2015", (2010, 2015)),
        ("2010-", (2010, None)),
        ("-2015", (None, 2015)),
    ],
)
def test_reads_years(words: str, years: tuple[int | None, int | None]) -> None:
    query = parse(f"year:{words}")
    assert (query.terms[0].years, query.problems) == (years, ())


@pytest.mark.parametrize(
    ("text", "kind", "place", "kept"),
    [
        ('lamp "the fer', Mistake.UNCLOSED_QUOTE, (5, 13), 2),
        ("colour:red lamp", Mistake.UNKNOWN_FIELD, (0, 10), 2),
        ("lamp title:", Mistake.NO_VALUE, (5, 11), 1),
        ('lamp ""', Mistake.NO_VALUE, (5, 7), 1),
        ("year:soon lamp", Mistake.BAD_YEAR, (0, 9), 1),
        ("year:2015-2010", Mistake.BAD_YEAR, (0, 14), 0),
        ("year:- lamp", Mistake.BAD_YEAR, (0, 6), 1),
        ("has:wings lamp", Mistake.UNKNOWN_VALUE, (0, 9), 1),
        ("lamp - sea", Mistake.LONELY_MINUS, (5, 6), 2),
        ("OR lamp", Mistake.LONELY_OR, (0, 2), 1),
        ("lamp OR", Mistake.LONELY_OR, (5, 7), 1),
    ],
)
def test_tells_each_mistake_and_keeps_the_rest(text: str, kind: Mistake, place: tuple[int, int], kept: int) -> None:
    query = parse(text)
    assert [(problem.kind, problem.place) for problem in query.problems] == [(kind, Span(*place))]
    assert len(query.terms) == kept


PIECES = st.one_of(
    st.sampled_from(
        [*(f"{field.value}:" for field in Field), '"', "-", "OR", " ", "*", "渡輪", "year:", "2015", "“", ":"]
    ),
    st.text(max_size=4),
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_never_raises_and_loses_nothing_silently(text: str) -> None:
    query = parse(text)
    places = [term.place for term in query.terms] + [problem.place for problem in query.problems]
    covered = {at for place in places for at in range(place.start, place.end)}
    missed = "".join(letter for at, letter in enumerate(text) if at not in covered)
    assert not missed.replace("OR", "").strip()
    assert all(0 <= place.start < place.end <= len(text) for place in places)
