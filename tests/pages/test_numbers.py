"""Numbers that are printed on pages."""

import pytest

from reindreader.ingest.pdf import pdf_article
from reindreader.pages.furniture import furniture_of
from reindreader.pages.numbers import printed_labels, roman_value, roman_words
from reindreader.pages.values import Line, PageLines
from tests.pages.papers import pdf

BODY = [
    Line(f"A line of what stands on the quay, number {n}", 60, 100 + 15 * n, 500, 112 + 15 * n, 11) for n in range(30)
]


def page(foot: str | None, label: str | None = None, head: str = "The Harbour Review 2015") -> PageLines:
    lines = [Line(head, 60, 30, 300, 42, 9), *BODY]
    if foot is not None:
        lines.append(Line(foot, 280, 800, 300, 812, 10))
    return PageLines(tuple(lines), 595, 842, label)


def labels(*pages: PageLines) -> tuple[str | None, ...]:
    return printed_labels(pages, furniture_of(pages))


def test_numbers_that_grow_with_the_pages() -> None:
    assert labels(page("117"), page("118"), page("119"), page("120")) == ("117", "118", "119", "120")


def test_a_page_between_numbered_ones_has_the_number_that_it_must_have() -> None:
    assert labels(page("117"), page("118"), page(None), page("120")) == ("117", "118", "119", "120")


def test_before_the_first_number_nothing_is_said() -> None:
    assert labels(page(None), page("118"), page("119"), page("120")) == (None, "118", "119", "120")


def test_front_matter_in_roman_numerals() -> None:
    assert labels(page("iii"), page("iv"), page("v"), page("1"), page("2"), page("3")) == (
        "iii",
        "iv",
        "v",
        "1",
        "2",
        "3",
    )


def test_what_stays_the_same_is_no_page_number() -> None:
    assert labels(*(page(None) for _ in range(5))) == (None,) * 5
    assert labels(page("12"), page("12"), page("12"), page("12")) == (None,) * 4


def test_the_files_own_labels_where_no_number_is_printed() -> None:
    assert labels(page(None, "ix"), page(None, "x"), page(None, "xi")) == ("ix", "x", "xi")
    assert labels(page("117", "1"), page("118", "2"), page("119", "3")) == ("117", "118", "119")


def test_numbers_within_running_heads() -> None:
    heads = ("Harbour Review | 41", "42 | Harbour Review", "Harbour Review | 43", "44 | Harbour Review")
    assert labels(*(page(None, head=head) for head in heads * 1)) == ("41", "42", "43", "44")


def test_one_page_alone_says_nothing() -> None:
    assert labels(page("117")) == (None,)


def test_a_file_is_read_with_its_numbers() -> None:
    def sheet(number: int) -> list[tuple[float, float, float, str]]:
        body = [(60.0, 100.0 + 15 * n, 11.0, f"Line {n} of what stands on the quay at four") for n in range(20)]
        return [*body, (290.0, 800.0, 10.0, str(116 + number))]

    article = pdf_article(pdf([sheet(n) for n in range(1, 5)]), "a.pdf")
    assert [own.label for own in article.pages] == ["117", "118", "119", "120"]


@pytest.mark.parametrize(
    ("value", "words"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (94, "xciv"), (399, "cccxcix")]
)
def test_roman_numerals(value: int, words: str) -> None:
    assert roman_words(value) == words
    assert roman_value(words.upper()) == value


@pytest.mark.parametrize("words", ["ill", "civil"[:3] + "l", "vx", "iiii", "lc"])
def test_words_of_the_same_letters_are_no_numerals(words: str) -> None:
    assert roman_value(words) is None
