"""However common its words are, a query finds what holds them all, in texts and in what is known of records."""

import random
from itertools import combinations

import pytest

from reindreader.library import Entry, Library, SearchGivenUpError, View
from reindreader.library.hits import Hits
from reindreader.library.query import parse
from reindreader.model.articles import Article, Source
from tests.library.makers import said

WORDS = ("the", "ferry", "theatre", "lamp", "quay", "渡輪", "公司")
"""Each stands in half as many records as the one before it."""


@pytest.fixture
def held(library: Library) -> dict[int, tuple[str, str]]:
    """The title and the text of each record."""
    rng = random.Random(5)

    def some() -> str:
        return " ".join(word for number, word in enumerate(WORDS) if rng.random() < 2.0**-number) or "salt"

    wanted = [(some(), some()) for _ in range(400)]
    entries = [
        Entry(
            said(title=title),
            f"r{number}",
            article=Article(words, (), Source(f"{number}.txt", "text/plain", f"{number:064}", 1)),
        )
        for number, (title, words) in enumerate(wanted)
    ]
    return dict(zip(library.add_records(entries, lambda _record, _taken: ""), wanted, strict=True))


@pytest.mark.parametrize(("common", "many"), [(0, 0), (0, 150), (3, 1000), (40, 0), (40, 150), (150, 1000), (1000, 0)])
def test_all_words_are_held_in_the_text_or_the_title(
    library: Library, held: dict[int, tuple[str, str]], common: int, many: int
) -> None:
    for chosen in (*combinations(WORDS, 1), *combinations(WORDS, 2), *combinations(WORDS, 3), ("lamp", "absent")):
        expected = {one for one, words in held.items() if set(chosen) <= set(" ".join(words).split())}
        with library.snapshot() as connection:
            assert Hits(connection, common, many).of_all(list(parse(" ".join(chosen) + " ").terms)) == expected


@pytest.mark.parametrize("common", [0, 40, 1000])
def test_a_beginning_is_found_beside_whole_words(
    library: Library, held: dict[int, tuple[str, str]], common: int
) -> None:
    for first in ("lamp", "ferry", "渡輪"):
        both = {one: " ".join(words).split() for one, words in held.items()}
        expected = {one for one, own in both.items() if first in own and any(w.startswith("the") for w in own)}
        with library.snapshot() as connection:
            assert Hits(connection, common).of_all(list(parse(f"{first} the").terms)) == expected


def test_of_few_only_these_are_asked_for(library: Library, held: dict[int, tuple[str, str]]) -> None:
    (lamp,) = parse("lamp ").terms
    for among in (set(held), set(list(held)[:5]), set(list(held)[:300]), set()):
        with library.snapshot() as connection:
            whole = Hits(connection).of(lamp)
            assert Hits(connection).of(lamp, among) == whole & among


def test_a_search_that_nobody_waits_for_stops_and_the_next_one_answers(
    library: Library, held: dict[int, tuple[str, str]]
) -> None:
    asked = iter([False, False, True])
    with pytest.raises(SearchGivenUpError):
        library.shelf(View("ferry lamp quay"), lambda: next(asked))
    assert set(library.shelf(View("salt")).ids) == {one for one, words in held.items() if "salt" in words}
