"""An article's attribution: its credits read, its blocks told apart by them, and the claims that follow."""

from dataclasses import dataclass, replace

from reindreader.attribution.claims import claims_of
from reindreader.attribution.languages import contradicting_language, infer_language
from reindreader.attribution.people import name_of
from reindreader.attribution.places import located
from reindreader.model.articles import Article
from reindreader.model.claims import Certainty, Claim
from reindreader.model.contributors import Contributor
from reindreader.model.records import Title
from reindreader.model.text import BlockKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """``article``: with its credit blocks marked and its language; ``claims``: declared ones first, then in the text."""

    article: Article
    claims: tuple[Claim, ...]


def attribute(article: Article) -> Attribution:
    """What the article says of its origin. Every claim's spans slice ``article.text`` to the words that say it."""
    blocks, credited = located(article)
    article = replace(article, blocks=blocks)
    language = _language(article)
    tag = str(language.value) if language else _declared_language(article)
    article = replace(article, language=tag)  # of a text that contradicts its file: what its words are set in
    found = (*_titles(article), *((language,) if language else ()), *claims_of(credited, article.text, tag))
    return Attribution(article, _joined((*map(_split, article.declared), *found)))


def _joined(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """One claim for a person whom both metadata and text name in a role: with the evidence of both, and all that is said
    of the person. What stands in the text is stated."""
    joined: dict[object, Claim] = {}
    for number, claim in enumerate(claims):
        person = claim.value
        key = (claim.key, person.name.literal.casefold()) if isinstance(person, Contributor) else number
        joined[key] = _with(joined[key], claim) if key in joined else claim
    return tuple(joined.values())


def _with(first: Claim, other: Claim) -> Claim:
    fuller = other if isinstance(other.value, Contributor) and other.value.title else first
    certainty = Certainty.STATED if Certainty.STATED in {first.certainty, other.certainty} else first.certainty
    evidence = tuple(dict.fromkeys((*first.evidence, *other.evidence)))
    return replace(fuller, certainty=certainty, evidence=evidence)


def _split(claim: Claim) -> Claim:
    """A declared name is mostly one string: it is split as a printed one is, and its words stay as they are."""
    person = claim.value
    if not isinstance(person, Contributor) or person.name.organisation or person.name.form.family is not None:
        return claim
    name = name_of(person.name.literal)
    return replace(claim, value=replace(person, name=replace(name, honorific=person.name.honorific or name.honorific)))


def _titles(article: Article) -> tuple[Claim, ...]:
    headings = (block for block in article.blocks if block.kind is BlockKind.HEADING and block.level == 0)
    return tuple(
        Claim(
            "title",
            Title(" ".join(block.span.slice(article.text).split()), article.language),
            Certainty.STATED,
            (block.span,),
        )
        for block in headings
    )


def _language(article: Article) -> Claim | None:
    """The language that the text shows: where the file declares none, or plainly a wrong one; then both are claimed."""
    spans = [block.span for block in article.body_blocks() if block.kind is not BlockKind.HEADING]
    if not spans:
        return None
    declared = _declared_language(article)
    found = contradicting_language(article.text, spans, declared) if declared else infer_language(article.text, spans)
    return Claim("language", found[0], Certainty.INFERRED, (found[1],)) if found else None


def _declared_language(article: Article) -> str | None:
    claimed = (str(claim.value) for claim in article.declared if claim.field == "language")
    return article.language or next(claimed, None)
