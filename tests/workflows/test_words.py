"""Words for people: every error, problem, warning and loss has its sentence, and reads as one."""

import inspect
import re
from pathlib import Path

import pytest

from reindreader import errors
from reindreader.citing.facts import Fact
from reindreader.citing.losses import Fate, Loss
from reindreader.citing.warnings import CitationWarning, WarningKind
from reindreader.model.articles import Problem, ProblemKind
from reindreader.model.claims import Certainty
from reindreader.model.dates import DateRange, PartialDate, parse_iso
from reindreader.model.highlights import Locator
from reindreader.workflows.languages import language_name, tag_of
from reindreader.workflows.locators import parse_locator
from reindreader.workflows.loss_words import format_label, loss_words
from reindreader.workflows.warning_words import warning_sentence
from reindreader.workflows.wording import certainty_word, date_words, error_sentence, problem_sentence

HERE = Path("papers") / "column.txt"
EXAMPLES = [
    errors.UnreadableFileError(HERE, "missing"),
    errors.UnreachableError("https://harbour.example/lamp", "status", 500),
    errors.UnwritableError(HERE, "full"),
    errors.UnwritableError(HERE, "read-only"),
    errors.UnwritableError(HERE, "missing"),
    errors.UnwritableError(HERE, "other"),
    errors.NewerLibraryError(HERE, 9, 1),
    errors.NotALibraryError(HERE, "x"),
    errors.LibraryBusyError(HERE),
    errors.UnknownBackupError("2015", ("2026-01-01T000000.000000Z",)),
    errors.BadKeyPatternError("[aut]", 1, "There is no aut."),
    errors.UnknownKeyError("quil", ("quillnd",)),
    errors.TakenKeyError("quillnd"),
    errors.SameRecordError("quillnd"),
    errors.UnknownCollectionError("To read/Sea", ("To read",)),
    errors.UnknownFieldError("colour", ("title",)),
    errors.BadValueError("date", "soon", "date"),
    errors.UnknownStyleError("apaa", ("apa",)),
    errors.BadStyleError("mine", 3, "no layout"),
    errors.BadStyleError("mine", None, "no layout"),
    errors.QuoteNotFoundError("words", "quillnd"),
    errors.QuoteNotFoundError("words", "quillnd", 2, (1, 4)),
    errors.NoTextError("quillnd"),
    errors.MissingResourceError("themes/light.toml"),
    ValueError("odd"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=repr)
def test_every_error_is_told_in_a_sentence(error: Exception) -> None:
    sentence = error_sentence(error)
    assert sentence[0].isupper() or sentence[0] == '"' or error_starts_with_a_name(sentence)
    assert not re.search(r"[{}]|Error\(|please|successfully|!", sentence) or isinstance(error, ValueError)


def error_starts_with_a_name(sentence: str) -> bool:
    return sentence.split(maxsplit=1)[0].strip(":") in {"column.txt", "quillnd", "date", "https://harbour.example/lamp"}


def test_no_error_class_is_without_an_example() -> None:
    classes = {
        kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.ReindreaderError)
    }
    assert classes - {type(error) for error in EXAMPLES} == {errors.ReindreaderError}


def test_what_and_where_stand_in_the_sentence() -> None:
    assert error_sentence(EXAMPLES[0]) == "column.txt could not be read: it is not there."
    assert error_sentence(errors.UnwritableError(HERE, "full")).startswith("The disk is full.")
    assert "quillnd" in error_sentence(errors.UnknownKeyError("quil", ("quillnd",)))
    assert "¶ 1, ¶ 4" in error_sentence(errors.QuoteNotFoundError("words", "k", 2, (1, 4)))
    assert (
        error_sentence(errors.BadStyleError("mine", 3, "no layout"))
        == "The style mine cannot be used: no layout, line 3."
    )


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_its_sentence(kind: ProblemKind) -> None:
    assert problem_sentence(Problem(kind, detail="big5")).endswith((".", "wrong."))


@pytest.mark.parametrize("kind", WarningKind)
@pytest.mark.parametrize("parts", [("date",), ("original",)])
def test_every_warning_has_its_sentence(kind: WarningKind, parts: tuple[str, ...]) -> None:
    if kind is WarningKind.ORIGINAL:
        parts = ("date",)
    sentence = warning_sentence(CitationWarning(kind, "ieee", "k", ("Alan {Lee}",), parts), "IEEE")
    assert sentence.endswith(".")
    assert "{style}" not in sentence


def test_a_year_that_is_missing_is_said_and_not_printed() -> None:
    warning = CitationWarning(WarningKind.YEAR, "apa", "k", ("Nov. 30",), ("published",))
    assert warning_sentence(warning, "APA 7") == "The date, Nov. 30, is not printed: its year is not stated."


@pytest.mark.parametrize("fact", Fact)
@pytest.mark.parametrize("fate", Fate)
def test_every_loss_has_its_words(fact: Fact, fate: Fate) -> None:
    (one,) = loss_words([Loss(fact, fate, "note", ("Alan",))])
    assert one.label
    assert one.sentence.endswith(".")
    assert not {"{", "}"} & set(one.sentence)


def test_losses_of_many_records_are_counted_the_grave_ones_first() -> None:
    small = Loss(Fact.YEAR, Fate.LEFT_OUT)
    grave = [Loss(Fact.TRANSLATOR, Fate.LEFT_OUT, "", (name,)) for name in ("Alan", "Berta")]
    words = loss_words([small, *grave])
    assert [(one.label, one.severe) for one in words] == [("Translator", True), ("Year", False)]
    assert words[0].sentence == "Left out: 2 records."


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2015-11-30", "30 November 2015"),
        ("2015-11", "November 2015"),
        ("2015", "2015"),
        ("--11-30", "30 November"),
        ("--11", "November"),
        ("2015~", "about 2015"),
        ("2015-23", "autumn 2015"),
        ("2015/2016", "2015 – 2016"),
        ("2015/", "2015 – …"),
        ("-0044-03", "-0044-03"),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(written: str, words: str) -> None:
    assert date_words(parse_iso(written)) == words


def test_a_date_of_which_no_part_is_known_is_its_printed_words() -> None:
    assert date_words(PartialDate(printed="lately")) == "lately"
    assert date_words(PartialDate(season=1)) == "spring"
    assert date_words(DateRange(None, PartialDate(2015))) == "… – 2015"


@pytest.mark.parametrize(
    ("words", "locator"),
    [
        ("para. 4", Locator("paragraph", "4")),
        ("¶ 4–5", Locator("paragraph", "4–5")),
        ("pp. 12-14", Locator("page", "12-14")),
        ("p.12", Locator("page", "12")),
        ("12", Locator("page", "12")),
        ("§3", Locator("section", "3")),
        ("iv", Locator("page", "iv")),
        ("Chapter  2", Locator("chapter", "2")),
        (" ", None),
    ],
)
def test_locators_are_read_as_people_type_them(words: str, locator: Locator | None) -> None:
    assert parse_locator(words) == locator


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("zh-hant-hk", "zh-Hant-HK"),
        ("Chinese", "zh"),
        ("traditional Chinese", "zh-Hant"),
        ("Deutsch", "de"),
        ("日本語", "ja"),
        ("Klingonese", None),
        ("", None),
        ("sl-rozaj", "sl-rozaj"),
    ],
)
def test_languages_by_tag_or_name(words: str, tag: str | None) -> None:
    assert tag_of(words) == tag


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("zh-Hant", "Chinese, traditional"),
        ("zh", "Chinese"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("sr-Latn", "Serbian (Latin)"),
        ("qqq", "qqq"),
        ("not a tag", "not a tag"),
    ],
)
def test_languages_have_names(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_each_certainty_has_its_word_and_each_format_its_name() -> None:
    assert len({certainty_word(certainty) for certainty in Certainty}) == 4
    assert format_label("bibtex") == "BibTeX, classic"
