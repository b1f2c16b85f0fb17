"""Whose credit it is: reviews, lists of references and open letters name translators who did not translate them."""

import pytest

from reindreader.attribution import attribute
from reindreader.ingest import read_article
from reindreader.model.contributors import Contributor

BODY = (
    "The clock hung over the pier for forty years and nobody wound it. When the ferry stopped it went on for a week by "
    "itself, as if it had not been told, and then it stopped too."
)
REVIEW = "Ana Reyes has written a novel about a family that lives at the edge of a drying sea. It is her fourth book."


def people(text):
    claims = attribute(read_article(text.encode(), "article.txt")).claims
    found = [(claim.field, claim.value.name.literal) for claim in claims if isinstance(claim.value, Contributor)]
    return {role: [name for field, name in found if field == role] for role in dict(found)}


@pytest.mark.parametrize(
    "description",
    [
        "The Salt House\nby Ana Reyes, translated by Peter Lindqvist\nNorthgate Press, 312 pp., £16.99",
        "Ana Reyes: Das Salzhaus. Roman. Aus dem Spanischen von Peter Lindner. Nordtor, Berlin 2019. 312 Seiten, 24 Euro.",
        "La Maison de sel, d'Ana Reyes, traduit de l'espagnol par Pierre Lind, Porte-Nord, 312 p., 22 €.",
        "La casa de sal\nAna Reis\nTraducción de Pedro Lind\nPuerta Norte, 2019. 312 páginas. 19,90 euros",
        "Ана Рейес. Соляной дом. Пер. с исп. П. Линдквиста. М.: Северные ворота, 2019. 312 с.",
        "『塩の家』アナ・レイエス著、田中一郎訳　北門書房　2400円",
        "《鹽屋》\n作者：安娜・雷耶斯\n譯者：何倫\n出版社：北門出版\n出版日期：2019年5月\n定價：360元",
        "The Salt House\n\nby Ana Reyes\n\nTranslated by Peter Lindqvist\n\nNorthgate Press, 312 pp., £16.99",
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_the_translator_of_a_reviewed_book_did_not_translate_the_review(description, place):
    parts = [description, REVIEW, BODY] if place == "above" else [REVIEW, BODY, description]
    assert people("\n\n".join(["A Drying Sea", "By Miriam Cole", *parts])) == {"author": ["Miriam Cole"]}


def test_another_authors_book_below_a_byline_needs_no_price():
    book = "The Salt House by Ana Reyes, translated by Peter Lindqvist"
    assert people(f"A Drying Sea\n\nBy Miriam Cole\n\n{book}\n\n{REVIEW}\n\n{BODY}") == {"author": ["Miriam Cole"]}


def test_an_article_with_a_number_of_pages_or_a_price_keeps_its_own_credits():
    own = "The Ferry\n\nBy Ana Reyes\n\nTranslated by Peter Lindqvist"
    issue = "Originally published in La Orilla, no. 3 (1998), pp. 45–61"
    both = {"author": ["Ana Reyes"], "translator": ["Peter Lindqvist"]}
    assert people(f"{own}\n\n{BODY}\n\n{issue}") == both
    assert people(f"{own}\n\n{BODY}\n\nSubscribe for $5 a month.") == both
    copyright_page = "Translated by Peter Lindqvist. The Ferry: Northgate, Leeds 2019. 96 pages, £9.99"
    assert people(f"The Ferry\n\nBy Ana Reyes\n\n{BODY}\n\n{copyright_page}") == both


@pytest.mark.parametrize("heading", ["Works Cited", "Literatur", "Список литературы", "參考文獻"])
def test_entries_of_a_list_of_references_credit_nobody_and_the_credit_below_it_does(heading):
    entries = "Reyes, Ana. The Salt House. Translated by Paul Moss, Northgate, 2019.\n\nLam, Ka-wai. Ferries. Trans. Tom Barker. Dock Press, 2011."
    text = f"The Ferry\n\nBy Ana Reyes\n\n{BODY}\n\n{BODY}\n\n{heading}\n\n{entries}"
    assert people(text) == {"author": ["Ana Reyes"]}
    assert people(f"{text}\n\nTranslated by Peter Lindqvist")["translator"] == ["Peter Lindqvist"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_professions_of_those_who_sign_are_no_credits(between):
    signers = ["Anna Keller, writer", "Peter Lindner, translator", "Tom Brandt, translator", "Lina Moos, editor"]
    assert people(f"Open letter\n\n{BODY}\n\n{BODY}\n\n" + between.join(signers)) == {}
    three = between.join(signers[i] for i in (0, 1, 3))
    assert people(f"Open letter\n\n{BODY}\n\n{BODY}\n\nSigned{between}{three}") == {}


def test_a_title_in_its_marks_is_no_name():
    excerpt = "From “The Salt House”, translated by Peter Lindqvist"
    assert people(f"The Ferry\n\n{BODY}\n\n{excerpt}") == {"translator": ["Peter Lindqvist"]}
    assert "author" not in people(f"渡輪\n\n{BODY}\n\n（本文英文版原刊於《港城晚報》3月2日，由何倫譯成中文）")


def test_where_an_epigraph_is_from_is_no_credit():
    epigraph = "“Time is a ferry.”\n\n— Juan Paz, Orchard (translated by Tom Barker)"
    assert people(f"The Ferry\n\nBy Ana Reyes\n\n{epigraph}\n\n{BODY}\n\n{BODY}") == {"author": ["Ana Reyes"]}


def test_a_note_on_the_author_credits_the_author_alone():
    han = (
        "碼頭上的鐘掛了四十年，沒有人給它上過發條。渡輪停航以後，它自己又走了一個星期，好像沒有人告訴過它，然後也停了。"
    )
    note = "作者簡介：安娜，一九六一年生，著有《鹽屋》（何明譯，北門出版社，2011年）。"
    both = {"author": ["安娜"], "translator": ["何倫"]}
    assert people(f"鐘與渡輪\n\n安娜著 何倫譯\n\n{han}\n\n{han}\n\n{note}") == both


@pytest.mark.parametrize("signature", ["Ana Reyes\ntranslated from the Spanish by Peter Lindqvist", "— Ana Reyes\n(trans. Peter Lindqvist)",
                                       "— Ana Reyes, translated by Peter Lindqvist"])  # fmt: skip
def test_a_name_right_above_or_before_the_translators_is_the_authors(signature):
    poem = "The sea has gone\nand left its name\non every door.\n\nThe doors are shut,\nand nobody knocks."
    both = {"author": ["Ana Reyes"], "translator": ["Peter Lindqvist"]}
    assert people(f"Salt\n\n{poem}\n\n{signature}") == both
    assert people(f"The Ferry\n\n{BODY}\n\n{BODY}\n\n{signature}") == both


def test_a_book_named_in_the_heading_of_a_review_is_not_the_reviewers():
    book = "Judith Ark: Das Wehrhaus. Aus dem Englischen von Per Holm. Schleusen, 312 Seiten."
    text = (
        f"Rezension: „Das Wehrhaus“ von Judith Arkwright\n\nRezensiert von Leonore Mandel\n\n{book}\n\n{BODY}\n\n{BODY}"
    )
    assert people(text) == {"author": ["Leonore Mandel"]}
