"""What a file's metadata declares is kept, and its names are split as printed ones are."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reindreader.attribution import attribute
from reindreader.model.articles import Article, Source
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import Contributor, Role
from reindreader.model.fields import record_of
from reindreader.model.names import Name
from reindreader.model.records import Title
from reindreader.model.text import Block, BlockKind, Span

TEXT = "The lamps went on burning all night, and nobody wrote it down in the ledger of the office."


def declared(*names: Name) -> tuple[Claim, ...]:
    place = (FilePlace("meta[name=author]"),)
    authors = (Claim("author", Contributor(Role.AUTHOR, name), Certainty.DECLARED, place) for name in names)
    return (Claim("title", Title("The Lamps"), Certainty.DECLARED, place), *authors)


def test_a_declared_name_is_split_and_keeps_its_words() -> None:
    given = (Name("Aleš Vávra"), Name.of_organisation("Lamp Office"), Name.of("Quill Tobias", "Quill", "Tobias"))
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),)
    article = Article(TEXT, blocks, Source("a", "text/html", "0" * 64, 1), declared=declared(*given))
    claims = attribute(article).claims
    assert claims[0] == article.declared[0]
    names = [claim.value.name for claim in claims[1:4] if isinstance(claim.value, Contributor)]
    assert (names[0].literal, names[0].form.family, names[0].form.given) == ("Aleš Vávra", "Vávra", "Aleš")
    assert names[1:] == list(given[1:])


def test_a_person_named_in_both_is_one_claim_with_both_places() -> None:
    text = f"The Lamps\n\nBy Tobias Quill\n\n{TEXT}\n\n{TEXT}"
    spans = [Span(0, 9), Span(11, 26), Span(28, 28 + len(TEXT)), Span(30 + len(TEXT), 30 + 2 * len(TEXT))]
    kinds = [BlockKind.HEADING, *[BlockKind.PARAGRAPH] * 3]
    blocks = tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True))
    article = Article(text, blocks, Source("a", "text/html", "0" * 64, 1), declared=declared(Name("Tobias Quill")))
    (author,) = (claim for claim in attribute(article).claims if claim.field == "author")
    assert author.certainty is Certainty.STATED
    assert [type(evidence) for evidence in author.evidence] == [FilePlace, Span]
    assert "Tobias Quill" in author.spans[0].slice(text)


def article(lines: Sequence[str], *claims: Claim) -> Article:
    """A title, lines and two paragraphs."""
    parts = ["The Lamps", *lines, TEXT, TEXT]
    starts = [sum(len(part) + 2 for part in parts[:number]) for number in range(len(parts))]
    spans = [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    kinds = [BlockKind.HEADING, *[BlockKind.PARAGRAPH] * (len(parts) - 1)]
    blocks = tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True))
    return Article("\n\n".join(parts), blocks, Source("a", "text/html", "0" * 64, 1), declared=claims)


def authors(found: Article) -> list[str]:
    return [
        person.name.literal for person in record_of(attribute(found).claims).contributors if person.role is Role.AUTHOR
    ]


def test_names_below_the_title_that_a_documents_fields_hold_are_its_authors() -> None:
    account = Contributor(Role.CONTRIBUTOR, Name("Tobias Quill; Una Poe"))
    field = Claim("contributor", account, Certainty.DECLARED, (FilePlace("DOCX contributor"),))
    assert authors(article(["Tobias Quill", "Una Poe", "New Harbour"], field)) == ["Tobias Quill", "Una Poe"]
    assert authors(article(["Tobias Quill", "Una Poe", "New Harbour"])) == []


def test_who_puts_a_translation_on_a_site_is_not_its_author() -> None:
    page = article(["Translated from the Czech by Tobias Quill"], *declared(Name("Tobias Quill")))
    assert authors(page) == []
    (translator,) = (claim for claim in attribute(page).claims if claim.field == "translator")
    assert [type(evidence) for evidence in translator.evidence] == [Span, FilePlace]
    assert authors(article(["By Tobias Quill", "Translated by Tobias Quill"], *declared(Name("Tobias Quill")))) == [
        "Tobias Quill"
    ]


def test_an_outlets_staff_is_nobody() -> None:
    outlet = Claim("appearance.publication", "Harbour Post", Certainty.DECLARED, (FilePlace("meta"),), 100)
    for line in ("By Harbour Post", "By Harbour Post Business", "By Web Desk", "Written by Super User"):
        assert authors(article([line], outlet)) == []


def test_titles_before_a_declared_name_are_kept_apart() -> None:
    claims = attribute(article([], *declared(Name("Dr. Una Poe"), Name("Don DeLillo")))).claims
    names = [claim.value.name for claim in claims if isinstance(claim.value, Contributor)]
    assert [(name.literal, name.honorific) for name in names] == [("Una Poe", "Dr."), ("Don DeLillo", None)]


@pytest.mark.parametrize(
    ("tag", "words", "family", "given"),
    [
        ("ja", "高瀬春菜", "高瀬", "春菜"),
        ("hu", "Szalai Gergő", "Szalai", "Gergő"),
        ("es", "Inés Aranzadi Olabe", "Aranzadi Olabe", "Inés"),
        ("nl", "Sanne de Vries", "Vries", "Sanne"),
    ],
)
def test_a_declared_name_is_split_as_its_texts_language_does(tag: str, words: str, family: str, given: str) -> None:
    page = replace(article([], *declared(Name(words))), language=tag)
    (author,) = (claim.value for claim in attribute(page).claims if isinstance(claim.value, Contributor))
    assert (author.name.form.family, author.name.form.given, author.name.form.particle) == (
        family,
        given,
        "de" if tag == "nl" else None,
    )
