"""Rows of the tables and values of the model, in both directions."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from reindreader.library.schema import claims as claims_table
from reindreader.library.search import folded
from reindreader.library.serial import dumps, loads
from reindreader.model.articles import Article, Problem, Source
from reindreader.model.claims import Certainty, Claim, Evidence, Value
from reindreader.model.contributors import Role
from reindreader.model.fields import record_of
from reindreader.model.highlights import AnchorState, Colour, Highlight, Quote
from reindreader.model.records import Record, Relation
from reindreader.model.text import Block, Mark, Page

Row = dict[str, object]


def article_row(article: Article) -> Row:
    """The columns of an article."""
    return {
        "sha256": article.source.sha256,
        "source": dumps(article.source),
        "language": article.language,
        "text": article.text,
        "blocks": dumps(article.blocks),
        "marks": dumps(article.marks),
        "pages": dumps(article.pages),
        "declared": dumps(article.declared),
        "problems": dumps(article.problems),
    }


def article_of(row: sa.Row[tuple[object, ...]]) -> Article:
    """The article of a row."""
    own = row._mapping
    return Article(
        text=own["text"],
        blocks=loads(own["blocks"], tuple[Block, ...]),
        source=loads(own["source"], Source),
        marks=loads(own["marks"], tuple[Mark, ...]),
        pages=loads(own["pages"], tuple[Page, ...]),
        language=own["language"],
        declared=loads(own["declared"], tuple[Claim, ...]),
        problems=loads(own["problems"], tuple[Problem, ...]),
    )


def claim_row(record: int, claim: Claim) -> Row:
    """The columns of a claim about a record."""
    return {
        "record": record,
        "field": claim.field,
        "item": claim.item,
        "value": dumps(claim.value),
        "certainty": claim.certainty.value,
        "evidence": dumps(claim.evidence),
    }


def claims_by_record(connection: sa.Connection, records: Sequence[int]) -> dict[int, tuple[Claim, ...]]:
    """The claims about some records, each record's in their order."""
    table = claims_table
    found: dict[int, list[Claim]] = {}
    for row in connection.execute(sa.select(table).where(table.c.record.in_(records)).order_by(table.c.id)):
        value, evidence = loads(row.value, Value | None), loads(row.evidence, tuple[Evidence, ...])
        claim = Claim(row.field, value, Certainty(row.certainty), evidence, row.item)
        found.setdefault(row.record, []).append(claim)
    return {record: tuple(own) for record, own in found.items()}


def shelf_columns(claims: tuple[Claim, ...]) -> Row:
    """What the shelf shows, sorts and finds a record by."""
    record = record_of(claims)
    authors, translators = (_families(record, role) for role in (Role.AUTHOR, Role.TRANSLATOR))
    title = record.title.text if record.title else ""
    return {
        "title": title,
        "authors": authors,
        "translators": translators,
        "language": record.language,
        "original_language": record.original.language,
        "year": _year(record),
        "title_sort": folded(title),
        "authors_sort": folded(authors),
        "found_by": folded("\n".join(_words(record))),
    }


def _families(record: Record, role: Role) -> str:
    return "; ".join(contributor.name.family for contributor in record.by_role(role))


def _year(record: Record) -> int | None:
    dated = (record.appeared(relation) for relation in (Relation.TRANSLATION, Relation.ORIGINAL))
    return next((a.date.year for a in dated if a and a.date and a.date.year is not None), None)


def _words(record: Record) -> list[str]:
    titles = [title for title in (record.title, record.original.title) if title]
    people = (*record.contributors, *record.original.contributors)
    return [
        *(title.text for title in titles),
        *(form.text for title in titles for form in title.forms),
        *(form.text for person in people for form in person.name.forms),
        *(person.name.literal for person in people),
        *(appearance.publication for appearance in record.appearances if appearance.publication),
    ]


def highlight_row(highlight: Highlight) -> Row:
    """The columns of a highlight, without article and times."""
    return {
        "quote": dumps(highlight.quote),
        "colour": highlight.colour.value,
        "note": highlight.note,
        "tags": dumps(highlight.tags),
        "state": highlight.state.value,
    }


def highlight_of(row: sa.Row[tuple[object, ...]]) -> Highlight:
    """The highlight of a row."""
    own = row._mapping
    return Highlight(
        quote=loads(own["quote"], Quote),
        colour=Colour(own["colour"]),
        note=own["note"],
        tags=loads(own["tags"], tuple[str, ...]),
        state=AnchorState(own["state"]),
        created=datetime.fromisoformat(own["created"]),
        modified=datetime.fromisoformat(own["modified"]),
        id=own["id"],
    )
