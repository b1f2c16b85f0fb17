"""What is known of a text, as stable JSON: the output of ``reindread show --json``, described in README."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from reindreader.model.articles import Article
from reindreader.model.claims import Claim, effective
from reindreader.model.contributors import FIELD_ROLES, Contributor
from reindreader.model.dates import Date
from reindreader.model.fields import APPEARANCE, appearance_relations, record_of
from reindreader.model.records import Appearance, Link, Record, Relation, Title
from reindreader.model.text import Span
from reindreader.workflows.suggesting import Offer, offers
from reindreader.workflows.wording import problem_sentence

Json = dict[str, Any]


def shown(article: Article, claims: Sequence[Claim]) -> Json:
    """An article and its claims as a JSON object. Offsets are code points of ``full_text``; unknown facts are null."""
    record = record_of(claims)
    translation = record.appeared(Relation.TRANSLATION) or Appearance()
    authors = _held(claims, "author")
    return {
        "title": record.title.text if record.title else None,
        "language": record.language,
        "author": [_contributor(claim).name.literal for claim in authors],
        "author_role": next((title for claim in authors if (title := _contributor(claim).title)), None),
        "contributors": [_shown_contributor(claim) for name in FIELD_ROLES for claim in _held(claims, name)],
        "date": _iso(translation.date),
        "published": _appearance(translation),
        "original": _original(record),
        "appearances": [_numbered(item, claims) for item in appearance_relations(claims)],
        "publisher": record.variables.get("publisher"),
        "license": record.license,
        "photo": next((_contributor(claim).name.literal for claim in _held(claims, "photographer")), None),
        "translation": {"kind": record.translation.kind.value, "tool": record.translation.tool},
        "claims": [_claim(claim) for claim in claims],
        "suggestions": [_offer(offer) for offer in offers(article, claims)],
        "encoding": _encoding(article),
        "source": {"name": article.source.name, "sha256": article.source.sha256, "bytes": article.source.size},
        "problems": [_problem(article, number) for number in range(len(article.problems))],
        "blocks": _blocks(article),
        "text": article.body,
        "full_text": article.text,
    }


def _held(claims: Sequence[Claim], field: str) -> tuple[Claim, ...]:
    return effective(claims).get((field, 0), ())


def _contributor(claim: Claim) -> Contributor:
    return cast("Contributor", claim.value)


def _shown_contributor(claim: Claim) -> Json:
    own = _contributor(claim)
    form = own.name.form
    return {
        "role": claim.field,
        "name": own.name.literal,
        "family": form.family,
        "given": form.given,
        "honorific": own.name.honorific,
        "title": own.title,
        "organisation": own.name.organisation,
        "guessed": own.name.guessed,
    } | _known(claim)


def _known(claim: Claim) -> Json:
    evidence = [_span(e) if isinstance(e, Span) else {"place": e.where, "words": e.words} for e in claim.evidence]
    return {"certainty": claim.certainty.value, "evidence": evidence}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _iso(date: Date | None) -> str | None:
    return (date.iso or None) if date else None


def _appearance(appearance: Appearance) -> Json:
    return {
        "publication": appearance.publication,
        "date": _iso(appearance.date),
        "place": appearance.place,
        "url": appearance.url,
    }


def _original(record: Record) -> Json:
    """The original; an appearance of unstated relation stands here too, and says so."""
    known, waiting = record.appeared(Relation.ORIGINAL), record.appeared(Relation.UNSTATED)
    appearance = known or waiting or Appearance()
    original = record.original
    return {
        "title": original.title.text if original.title else None,
        "language": original.language,
        "author": [person.name.literal for person in original.contributors],
        "relation": appearance.relation.value if known or waiting else None,
    } | _appearance(appearance)


def _numbered(item: int, claims: Sequence[Claim]) -> Json:
    own = {
        part: held[0] for (part, at), held in effective(claims).items() if at == item and part.startswith(APPEARANCE)
    }
    values = {part.removeprefix(APPEARANCE): _value(claim) for part, claim in own.items()}
    return (
        {"relation": Relation.UNSTATED.value}
        | values
        | {"evidence": {part.removeprefix(APPEARANCE): _known(claim) for part, claim in own.items()}}
    )


def _claim(claim: Claim) -> Json:
    return {"field": claim.field, "item": claim.item, "value": _value(claim)} | _known(claim)


def _offer(offer: Offer) -> Json:
    own = offer.suggestion
    evidence = [_span(e) if isinstance(e, Span) else {"place": e.where, "words": e.words} for e in own.evidence]
    slot = {"field": own.field, "item": own.item, "value": own.typed}
    return slot | {"reason": own.reason.value, "sentence": offer.sentence, "evidence": evidence}


def _value(claim: Claim) -> str | None:
    match claim.value:
        case None:
            return None
        case Title():
            return claim.value.text
        case Contributor():
            return claim.value.name.literal
        case str():
            return str(claim.value)
        case Link():
            return claim.value.kind.value
    return claim.value.iso


def _encoding(article: Article) -> Json | None:
    own = article.source.encoding
    return {"name": own.name, "sure": own.sure, "bom": own.bom} if own else None


def _problem(article: Article, number: int) -> Json:
    problem = article.problems[number]
    place = _span(problem.place) if problem.place else None
    return {"kind": problem.kind.value, "place": place, "sentence": problem_sentence(problem)}


def _blocks(article: Article) -> list[Mapping[str, Any]]:
    numbers = article.numbers
    return [
        {
            "kind": block.kind.value,
            "span": _span(block.span),
            "level": block.level,
            "number": numbers.at(block.span.start),
        }
        for block in article.blocks
    ]
