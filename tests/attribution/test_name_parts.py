"""The parts of names by language and origin, as CSL needs them; what has no family name stays whole."""

import pytest

from reindreader.attribution.name_parts import split_name
from reindreader.attribution.people import name_of, take_honorific, with_form
from reindreader.attribution.phrases import phrase_book
from reindreader.attribution.vocabulary import Language


def parts(words: str, tag: str | None = None) -> tuple[str, ...]:
    """Given name, dropped particle, kept particle, family name, suffix."""
    form, _ = split_name(words, tag)
    return tuple(part or "" for part in (form.given, form.dropping_particle, form.particle, form.family, form.suffix))


@pytest.mark.parametrize(
    ("words", "tag", "dropping", "kept", "family"),
    [
        ("Élise de Montclair", "fr", "de", "", "Montclair"),
        ("Élise de Brosse", "fr", "", "de", "Brosse"),
        ("Jean de La Hautière", "fr", "de", "", "La Hautière"),
        ("Odile du Vernet", "fr", "", "du", "Vernet"),
        ("Luc d’Armagnol", "fr", "", "d’", "Armagnol"),
        ("Yann Le Quéré", "fr", "", "", "Le Quéré"),
        ("Karl von Ahlen", "de", "von", "", "Ahlen"),
        ("Karl von und zu Ahlen", "de", "von und zu", "", "Ahlen"),
        ("Karla von der Ahe", "de", "", "von der", "Ahe"),
        ("Sanne de Korte", "nl", "", "de", "Korte"),
        ("Sanne van der Brink", "nl", "", "van der", "Brink"),
        ("Sanne Van den Brink", "nl", "", "", "Van den Brink"),
        ("João da Ribeira", "pt", "da", "", "Ribeira"),
        ("Piero da Ponte", "it", "", "da", "Ponte"),
        ("Piero Della Ponte", "it", "", "", "Della Ponte"),
        ("Samir al-Hadid", "en", "", "al-", "Hadid"),
        ("Samir Abd al-Hadid", "en", "", "", "Abd al-Hadid"),
        ("Samira El Hadidi", "en", "", "", "El Hadidi"),
        ("رانيا عبد السميع", "ar", "", "", "عبد السميع"),
        ("דנה בן חורש", "he", "", "", "בן חורש"),
        ("Aoife Ní Chonaill", "en", "", "", "Ní Chonaill"),
        ("Андрей фон Ален", "ru", "фон", "", "Ален"),
    ],
)
def test_particles_are_dropped_kept_or_part_of_the_name(
    words: str, tag: str, dropping: str, kept: str, family: str
) -> None:
    assert parts(words, tag)[1:4] == (dropping, kept, family)


@pytest.mark.parametrize(
    ("words", "tag", "given", "family"),
    [
        ("Inés Montes Ruiz", "es", "Inés", "Montes Ruiz"),
        ("Inés María Montes Ruiz", "es", "Inés María", "Montes Ruiz"),
        ("Inés María Ruiz", "es", "Inés María", "Ruiz"),
        ("Inés García Márquez", "en", "Inés", "García Márquez"),
        ("María del Carmen Ruiz Soto", "es", "María del Carmen", "Ruiz Soto"),
        ("Inés Ruiz y Soto", "es", "Inés", "Ruiz y Soto"),
        ("Oriol Puig i Serra", "ca", "Oriol", "Puig i Serra"),
        ("Caio Nunes Bastos", "pt", "Caio Nunes", "Bastos"),
        ("Caio Nunes Bastos Filho", "pt", "Caio Nunes", "Bastos Filho"),
        ("Noah Foster Blake", "es", "Noah Foster", "Blake"),
        ("Ramiro Aranzadi Olabe", "es", "Ramiro", "Aranzadi Olabe"),
        ("Ramiro Fernández Olabe", "en", "Ramiro", "Fernández Olabe"),
        ("Ramiro Fernandez Blake", "en", "Ramiro Fernandez", "Blake"),
    ],
)
def test_iberian_names_have_two_surnames_where_the_words_show_it(words: str, tag: str, given: str, family: str) -> None:
    assert parts(words, tag) == (given, "", "", family, "")


def test_two_surnames_with_particles() -> None:
    assert parts("Inés de la Torre Ruiz", "es") == ("Inés", "", "de la", "Torre Ruiz", "")


@pytest.mark.parametrize(
    ("words", "tag", "given", "family"),
    [
        ("佐々木春菜", "ja", "春菜", "佐々木"),
        ("長谷川みのり", "ja", "みのり", "長谷川"),
        ("林真由子", "ja", "真由子", "林"),
        ("多瀬礼", "ja", "礼", "多瀬"),
        ("石黑春菜子", "zh", "春菜子", "石黑"),
        ("山田 春菜", "ja", "春菜", "山田"),
        ("司馬清和", "zh", "清和", "司馬"),
        ("林 清和", "zh", "清和", "林"),
        ("김 하늘", "ko", "하늘", "김"),
        ("Bong Ha-neul", "en", "Ha-neul", "Bong"),
        ("Sima Yuhan", "en", "Yuhan", "Sima"),
        ("Tai-lok Wong", "en", "Tai-lok", "Wong"),
        ("Nguyen Van Tam", "en", "Van Tam", "Nguyen"),
        ("Trương Thị Lan", "vi", "Thị Lan", "Trương"),
        ("Ogawa Haruna", "en", "Haruna", "Ogawa"),
        ("Haruna Ogawa", "en", "Haruna", "Ogawa"),
        ("Szalai Gergő", "hu", "Gergő", "Szalai"),
        ("Szalai T. Nóra", "hu", "T. Nóra", "Szalai"),
        ("Karl Lindholm", "hu", "Karl", "Lindholm"),
        ("Szalai Gergő", "en", "Gergő", "Szalai"),
        ("Ларин Пётр Ильич", "ru", "Пётр Ильич", "Ларин"),
        ("Пётр Ильич Ларин", "ru", "Пётр Ильич", "Ларин"),
        ("Ларин Пётр", "ru", "Пётр", "Ларин"),
        ("Ларин П. И.", "ru", "П. И.", "Ларин"),
        ("Roe J. M.", "en", "J. M.", "Roe"),
    ],
)
def test_names_that_begin_with_the_family_name(words: str, tag: str, given: str, family: str) -> None:
    assert parts(words, tag) == (given, "", "", family, "")


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Hakim bin Yusri", "en"),
        ("Aminah binti Yusri", "ms"),
        ("Nurul Huda Yusri", "ms"),
        ("Fatima bint Yasin", "en"),
        ("Ibn Yasin", "en"),
        ("خالد بن ياسين", "ar"),
        ("Birna Hallgrímsdóttir", "en"),
        ("Einar Hallgrímsson", "is"),
        ("Suharjo", "id"),
        ("霞亭楽水", "ja"),
        ("ジョン・リンド", "ja"),
        ("존 린드", "ko"),
        ("린드홀", "ko"),
        ("夢石", "zh"),
        ("สมศรี ใจดี", "th"),
        ("Bảo Ngân", "vi"),
    ],
)
def test_a_name_without_a_family_name_that_a_rule_knows_stays_whole(words: str, tag: str) -> None:
    form, guessed = split_name(words, tag)
    assert (form.text, form.family, guessed) == (words, None, False)


def test_a_clan_stands_behind_the_patronymic() -> None:
    assert parts("Yusuf bin Hamad Al Thamir") == ("Yusuf bin Hamad", "", "", "Al Thamir", "")
    assert parts("Yusuf bin Hamad al-Thamir") == ("Yusuf bin Hamad", "", "al-", "Thamir", "")


@pytest.mark.parametrize(
    ("words", "tag", "expected", "guessed"),
    [
        ("JANE ROE", "en", ("Jane", "", "", "Roe", ""), True),
        ("SANNE VAN DER BRINK", "nl", ("Sanne", "", "van der", "Brink", ""), True),
        ("PAT MCEWEN", "en", ("Pat", "", "", "McEwen", ""), True),
        ("PAT O'ROURKE", "en", ("Pat", "", "", "O'Rourke", ""), True),
        ("Luc MONTCLAIR BRUN", "fr", ("Luc", "", "", "Montclair Brun", ""), False),
        ("MONTCLAIR Luc", "fr", ("Luc", "", "", "Montclair", ""), False),
        ("Sanne de KORTE", "nl", ("Sanne", "", "de", "Korte", ""), False),
        ("JK Roe", "en", ("JK", "", "", "Roe", ""), False),
    ],
)
def test_capitals_mark_the_family_name_and_are_not_cited(
    words: str, tag: str, expected: tuple[str, ...], guessed: bool
) -> None:
    name = name_of(words, Language(tag))
    assert name.literal == words
    assert parts(words, tag) == expected
    assert name.guessed is guessed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Roe, Jane M.", ("Jane M.", "", "", "Roe", "")),
        ("Brink, Sanne van der", ("Sanne", "", "van der", "Brink", "")),
        ("van der Brink, Sanne", ("Sanne", "", "van der", "Brink", "")),
        ("Jane Roe, Jr.", ("Jane", "", "", "Roe", "Jr.")),
        ("Jane Roe III", ("Jane", "", "", "Roe", "III")),
        ("Roe III", ("Roe", "", "", "III", "")),
    ],
)
def test_commas_and_suffixes(words: str, expected: tuple[str, ...]) -> None:
    assert parts(words) == expected


def test_a_turned_name_is_written_in_its_order() -> None:
    assert split_name("Armagnol, Luc d’", None)[0].text == "Luc d’Armagnol"
    assert split_name("Roe, Jane, of Paris", None)[0].family is None


@pytest.mark.parametrize(
    ("words", "language", "rest", "honorific"),
    [
        ("Jane Roe, PhD", "en", "Jane Roe", "PhD"),
        ("Dr. Jane Roe, M.D.", "en", "Jane Roe", "Dr. M.D."),
        ("Jane MA", "en", "Jane MA", None),
        ("佐藤春菜さん", "ja", "佐藤春菜", "さん"),
        ("Проф. Пётр Ларин", "ru", "Пётр Ларин", "Проф."),
        ("د. هدى السميع", "ar", "هدى السميع", "د."),
        ("Don Ramiro Ruiz", "es", "Ramiro Ruiz", "Don"),
        ("Don Roe", "en", "Don Roe", None),
        ("Hon Lai-wah", "en", "Hon Lai-wah", None),
    ],
)
def test_titles_before_and_behind(words: str, language: str, rest: str, honorific: str | None) -> None:
    assert take_honorific(words, phrase_book().languages[language]) == (rest, honorific)


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("Universidad del Puerto", True),
        ("Vertalerscollectief Noord", True),
        ("Society of Harbour Pilots", True),
        ("Редакция журнала", True),
        ("港社", False),
        ("潮新社", True),
        ("南岸周末", True),
        ("한강신문", True),
        ("Tide中文网", True),
        ("Howard Goldblatt", False),
        ("林新社", False),
    ],
)
def test_organisations_of_many_languages(words: str, organisation: bool) -> None:
    assert name_of(words).organisation is organisation


@pytest.mark.parametrize(
    ("words", "bracketed", "forms"),
    [
        ("莫嘉倫", "Karen Mok", [("莫", "嘉倫"), ("Mok", "Karen")]),
        ("Karen Mok", "莫嘉倫", [("Mok", "Karen"), ("莫", "嘉倫")]),
        ("约翰·林德", "John Lind", [(None, None), ("Lind", "John")]),
        ("김하늘", "Kim Ha-neul", [("김", "하늘"), ("Kim", "Ha-neul")]),
        ("莫嘉倫", "New York", [("莫", "嘉倫")]),
        ("莫嘉倫", "港島大學", [("莫", "嘉倫")]),
        ("Karen Mok", "Hong Kong", [("Mok", "Karen")]),
    ],
)
def test_a_name_in_two_scripts_has_two_forms(words: str, bracketed: str, forms: list[tuple[str, str]]) -> None:
    name = with_form(name_of(words), bracketed)
    assert [(form.family, form.given) for form in name.forms] == forms
    assert name.literal == words
