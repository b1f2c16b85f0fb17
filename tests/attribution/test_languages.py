"""The language of a text, and a declared one that the text plainly contradicts: both are claimed."""

import subprocess
import sys

import pytest

from reindreader.attribution import attribute
from reindreader.attribution.languages import classified
from reindreader.ingest import read_article
from reindreader.model.claims import Certainty

ENGLISH = (
    "Lamps went out along the quay. Harbour ferries stopped at dusk, and nobody lit them again. Winter came early."
)
GERMAN = (
    "Die Lampen am Kai gingen eine nach der anderen aus, und niemand kam, um sie wieder anzuzünden. "
    "Der Wärter saß in seinem Haus und las die Briefe, die ihm seine Schwester aus der Stadt geschickt hatte. "
)
DANISH = (
    "Lamperne på kajen gik ud en efter en, og ingen kom for at tænde dem igen den aften. "
    "Fyrpasseren sad i sit hus og læste de breve, som hans søster havde sendt ham fra byen. "
)


def page(declared: str, body: str) -> bytes:
    return f'<html lang="{declared}"><head><title>Kai</title></head><body><article><p>{body}</p></article></body></html>'.encode()


def languages(declared: str, body: str) -> list[tuple[str, Certainty]]:
    read = attribute(read_article(page(declared, body), "a.html"))
    return [(str(claim.value), claim.certainty) for claim in read.claims if claim.field == "language"]


def test_a_long_text_that_contradicts_its_file_is_claimed_beside_it() -> None:
    found = languages("en", GERMAN * 5)
    assert found == [("en", Certainty.DECLARED), ("de", Certainty.INFERRED)]
    read = attribute(read_article(page("en", GERMAN * 5), "a.html"))
    assert read.article.language == "de"
    assert "Lampen" in read.claims[-1].spans[0].slice(read.article.text) if read.claims[-1].spans else True


@pytest.mark.parametrize(
    ("declared", "body"), [("de", GERMAN * 5), ("de-AT", GERMAN * 5), ("en", GERMAN), ("no", DANISH * 5)]
)
def test_a_declaration_is_believed_where_the_text_does_not_plainly_say_else(declared: str, body: str) -> None:
    assert languages(declared, body) == [(declared, Certainty.DECLARED)]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Lamperne på kajen gik ud en efter en, og ingen kom for at tænde dem igen.", "da"),
        ("Οι λάμπες στην προβλήτα έσβησαν μία μία και κανείς δεν ήρθε να τις ανάψει.", "el"),
        ("Лампы на причале гасли одна за другой, и никто не пришёл их зажечь снова.", "ru"),
        ("แสงไฟที่ท่าเรือดับลงทีละดวงและไม่มีใครมาจุดไฟอีกเลยในคืนนั้นตลอดทั้งปีจนถึงเช้า", "th"),
        ("Lampes exsăin quvar mizz telban ordu kestrin ulla posqen dwer timmal akko brenn ustil.", None),
        ("Too short to tell.", None),
    ],
)
def test_the_language_of_a_text_without_a_declaration(text: str, tag: str | None) -> None:
    assert attribute(read_article(text.encode(), "a.txt")).article.language == tag


def test_the_model_is_not_loaded_beside_the_program() -> None:
    code = (
        "import sys; from reindreader.ingest import read_article; from reindreader.attribution import attribute\n"
        f"found = attribute(read_article({'Lamps' + chr(10) * 2 + ENGLISH!r}.encode(), 'a.txt')).article.language\n"
        "print(found, 'numpy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["en", "False"]


def test_what_the_worker_answers_is_what_the_model_says() -> None:
    tag, likely = classified(ENGLISH)
    assert (tag, likely > 0.9) == ("en", True)
