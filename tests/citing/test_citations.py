import pytest

from reindreader.citing.citations import FORMS, Cite, bibliography, cite, in_form
from reindreader.citing.warnings import WarningKind
from reindreader.errors import UnknownStyleError
from reindreader.model.dates import PartialDate
from reindreader.model.highlights import Locator
from reindreader.model.records import Appearance, Record
from tests.citing.records import CLOCK, COMPLETE, EVERY, FOUNDING, HERE, NIGHT_TRAIN, STATES

PRINTED = {
    "apa": (
        "Mok, C. (n.d.). What exactly is meant by ‘re-industrialization’? (A. Lee, Trans.).",
        "Mok, C. (n.d.). What exactly is meant by ‘re-industrialization’? (A. Lee, Trans.). Hong Kong Economic Journal.",
        "Mok, C. (2015, December 3). What exactly is meant by ‘re-industrialization’? (A. Lee, Trans.). EJ Insight. (Original work published 2015, Hong Kong Economic Journal)",
    ),
    "chicago-notes-bibliography": (
        "Mok, Charles. What Exactly Is Meant by ‘Re-Industrialization’? Translated by Alan Lee. n.d.",
        "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. Hong Kong Economic Journal, n.d.",
        "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. EJ Insight, December 3, 2015.",
    ),
    "chicago-author-date": (
        "Mok, Charles. n.d. What Exactly Is Meant by ‘Re-Industrialization’? Translated by Alan Lee.",
        "Mok, Charles. n.d. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. Hong Kong Economic Journal.",
        "Mok, Charles. (2015) 2015. “What Exactly Is Meant by ‘Re-Industrialization’?” Translated by Alan Lee. EJ Insight, December 3.",
    ),
    "modern-language-association": (
        "Mok, Charles. What Exactly Is Meant by ‘Re-Industrialization’? Translated by Alan Lee.",
        "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” Hong Kong Economic Journal, translated by Alan Lee.",
        "Mok, Charles. “What Exactly Is Meant by ‘Re-Industrialization’?” EJ Insight, translated by Alan Lee, 3 Dec. 2015.",
    ),
    "harvard-cite-them-right": (
        "Mok, C. (no date) “What exactly is meant by ‘re-industrialization’?” Translated by A. Lee.",
        "Mok, C. (no date) “What exactly is meant by ‘re-industrialization’?,” Hong Kong Economic Journal. Translated by A. Lee.",
        "Mok, C. (2015) “What exactly is meant by ‘re-industrialization’?,” EJ Insight. Translated by A. Lee, 3 December.",
    ),
    "ieee": (
        "[1]C. Mok, “What exactly is meant by ‘re-industrialization’?”",
        "[1]C. Mok, “What exactly is meant by ‘re-industrialization’?,” Hong Kong Economic Journal.",
        "[1]C. Mok, “What exactly is meant by ‘re-industrialization’?,” EJ Insight, Dec. 03, 2015.",
    ),
}
CITED = {"apa": ("(Mok, n.d.)", "(Mok, n.d.)", "(Mok, 2015/2015)")}


def kinds(record, style, **more):
    return [warning.kind for warning in cite([Cite("k", record)], style, **more).warnings]


@pytest.mark.parametrize("style", PRINTED)
def test_references_to_the_letter(style):
    found = [cite([Cite("mok", record)], style) for record in STATES.values()]
    assert tuple(one.reference_as() for one in found) == PRINTED[style]
    assert tuple(one.citation_as() for one in found) == CITED.get(style, tuple(one.citation_as() for one in found))


@pytest.mark.parametrize("style", PRINTED)
def test_every_style_warns_of_an_appearance_of_unstated_relation(style):
    warning = cite([Cite("mok", FOUNDING)], style).warnings[0]
    assert warning.kind is WarningKind.APPEARANCE
    assert warning.values == ("Hong Kong Economic Journal", "Nov. 30")
    assert (warning.style, warning.key) == (style, "mok")


def test_what_styles_leave_out_is_told():
    assert kinds(FOUNDING, "ieee") == [WarningKind.APPEARANCE, WarningKind.TRANSLATOR]
    assert kinds(HERE, "apa") == [WarningKind.YEAR]
    assert kinds(COMPLETE, "apa") == [WarningKind.EQUAL_YEARS]
    original = cite([Cite("k", COMPLETE)], "harvard-cite-them-right").warnings[0]
    assert original.kind is WarningKind.ORIGINAL
    assert original.parts == ("publication", "date")
    assert original.values == ("Hong Kong Economic Journal", "2015-11-30")
    assert WarningKind.OTHER_APPEARANCE in kinds(NIGHT_TRAIN, "apa")
    lost = cite([Cite("k", CLOCK)], "ieee").warnings[-1]
    assert lost.parts == ("author", "title")
    assert lost.values == ("林家慧", "渡輪留下的鐘")


def test_an_appearance_is_named_by_what_is_known_of_it():
    record = Record(appearances=(Appearance(None, PartialDate(month=5, day=2)), Appearance(url="https://x.example")))
    values = [w.values for w in cite([Cite("k", record)], "apa").warnings if w.kind is WarningKind.APPEARANCE]
    assert values == [("2 May",), ("https://x.example",)]


def test_a_type_that_a_style_does_not_list_is_told(tmp_path):
    style = tmp_path / "silent.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>x</title><id>x</id>'
        '</info><citation><layout><text variable="note"/></layout></citation></style>',
        "utf-8",
    )
    formatted = cite([Cite("k", FOUNDING)], style)
    assert formatted.warnings[0].kind is WarningKind.NOTHING
    assert formatted.references[0].output is None
    assert formatted.reference_as() == ""


def test_locators_prefixes_and_several_cites():
    cites = [
        Cite("mok", FOUNDING, Locator("paragraph", "8"), prefix="see "),
        Cite("lam", CLOCK),
        Cite("mok", FOUNDING),
    ]
    formatted = cite(cites, "apa")
    assert "para. 8" in formatted.citation_as()
    assert "see Mok" in formatted.citation_as()
    assert [reference.key for reference in formatted.references] == ["lam", "mok"]
    assert len(formatted.reference_as().split("\n")) == 2
    appearances = [w.key for w in formatted.warnings if w.kind is WarningKind.APPEARANCE]
    assert appearances == ["mok", "lam"]


@pytest.mark.parametrize("form", FORMS)
def test_forms(form):
    formatted = cite([Cite("mok", FOUNDING), Cite("lam", CLOCK)], "apa")
    assert "Mok" in formatted.citation_as(form)
    assert "Ashworth" in formatted.reference_as(form)
    with pytest.raises(ValueError, match="docx"):
        in_form(formatted.citation, "docx")


def test_the_language_of_a_citation():
    assert "o.\u00a0J." in cite([Cite("mok", FOUNDING)], "apa", language="de-DE").citation_as()


def test_a_bibliography_of_many(golden):
    found = bibliography(list(EVERY.items()), "apa")
    golden("citing/apa.txt", "\n".join(entry.output.text() for entry in found.entries) + "\n")
    assert len(found.entries) == len(EVERY)


def test_unknown_styles_are_told():
    with pytest.raises(UnknownStyleError):
        cite([Cite("mok", FOUNDING)], "no-such-style")
