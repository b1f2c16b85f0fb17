"""What a file's metadata declares is kept, and its names are split as printed ones are."""

from reindreader.attribution import attribute
from reindreader.model.articles import Article, Source
from reindreader.model.claims import Certainty, Claim, FilePlace
from reindreader.model.contributors import Contributor, Role
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
