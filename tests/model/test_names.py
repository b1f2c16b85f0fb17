"""Names: the literal words are kept, whatever the split."""

import pytest

from reindreader.model.names import Name, NameForm, parse_name


def test_reads_family_comma_given() -> None:
    name = parse_name(" Mok,  Charles ")
    assert name == Name.of("Charles Mok", "Mok", "Charles")
    assert (name.family, name.form.inverted) == ("Mok", "Mok, Charles")


def test_reads_a_suffix_between() -> None:
    form = parse_name("King, Jr., Martin Luther").form
    assert (form.family, form.suffix, form.given) == ("King", "Jr.", "Martin Luther")
    assert form.inverted == "King, Jr., Martin Luther"


def test_an_organisation_is_never_split() -> None:
    name = parse_name("{Legislative Council, Secretariat}")
    assert name.organisation
    assert name.form.family is None
    assert name.family == "Legislative Council, Secretariat"


@pytest.mark.parametrize("words", ["莫乃光", "Mo Yan", "A, B, C, D", ", Charles"])
def test_any_other_text_stays_one_name(words: str) -> None:
    assert parse_name(words).form == NameForm(" ".join(words.split()))


def test_particles_stand_where_they_belong() -> None:
    form = NameForm("Ludwig van der Beek", family="Beek", given="Ludwig", particle="van der", dropping_particle=None)
    assert form.inverted == "van der Beek, Ludwig"


@pytest.mark.parametrize("make", [lambda: parse_name("  "), lambda: Name(" "), lambda: NameForm("")])
def test_refuses_a_name_without_words(make) -> None:
    with pytest.raises(ValueError, match="without words"):
        make()


def test_a_particle_is_written_on_or_before() -> None:
    assert NameForm("Luc d’Armagnol", None, "Armagnol", "Luc", "d’").surname == "d’Armagnol"
    assert NameForm("Samir al-Hadid", None, "Hadid", "Samir", "al-").inverted == "al-Hadid, Samir"
    form = NameForm("Karl von Ahlen", None, "Ahlen", "Karl", dropping_particle="von")
    assert (form.surname, form.forenames) == ("Ahlen", "Karl von")
    assert NameForm("lsvih").surname == "lsvih"


@pytest.mark.parametrize(
    ("form", "given", "particle", "family"),
    [
        (NameForm("Yan Mo", None, "Mo", "Yan"), "Mo", None, "Yan"),
        (NameForm("Mo Yan", None, "Mo", "Yan"), "Mo", None, "Yan"),
        (NameForm("Mo Li Yan", None, "Mo", "Li Yan"), "Mo Li", None, "Yan"),
        (NameForm("Inés Montes Ruiz", None, "Montes Ruiz", "Inés"), "Inés Montes", None, "Ruiz"),
        (NameForm("Inés Montes Ruiz", None, "Ruiz", "Inés Montes"), "Inés", None, "Montes Ruiz"),
        (NameForm("Élise de Mont", None, "Mont", "Élise", None, "de"), "Élise", "de", "Mont"),
        (NameForm("Élise de Mont", None, "Mont", "Élise", "de"), "de Mont", None, "Élise"),
        (NameForm("霜羽", None, "霜", "羽"), "霜", None, "羽"),
        (NameForm("Hakim bin Yusri"), "bin Yusri", None, "Hakim"),
    ],
)
def test_a_wrong_split_is_divided_otherwise(form: NameForm, given: str, particle: str | None, family: str) -> None:
    other = form.divided_otherwise
    assert (other.given, other.particle, other.family, other.text) == (given, particle, family, form.text)
