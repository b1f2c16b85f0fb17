"""Rows of the tables and values of the model, in both directions."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa

from reindreader.citing.identity import address_of, doi_of
from reindreader.library.schema import LAST, LAST_YEAR
from reindreader.library.tokens import folded
from reindreader.model.articles import Article, Problem, Source
from reindreader.model.claims import Claim
from reindreader.model.contributors import Role
from reindreader.model.highlights import AnchorState, Colour, Highlight, Quote
from reindreader.model.names import NameForm
from reindreader.model.records import Record, Relation
from reindreader.model.serial import dumps, loads
from reindreader.model.written import WrittenArticle

Row = dict[str, object]
T = TypeVar("T")

_SORTED_BY = 120
"""How many letters decide an order: what follows would only fatten the indexes."""


def article_row(article: Article | WrittenArticle) -> Row:
    """The columns of an article."""
    own = WrittenArticle.of(article) if isinstance(article, Article) else article
    return {
        "sha256": own.source.sha256,
        "source": dumps(own.source),
        "language": own.language,
        "text": own.text,
        "blocks": own.blocks,
        "marks": own.marks,
        "pages": own.pages,
        "declared": own.declared,
        "problems": dumps(own.problems),
        "reader": own.reader,
        "origin": own.source.origin,
    }


def article_of(row: sa.Row[tuple[object, ...]]) -> Article:
    """The article of a row."""
    own = row._mapping
    return WrittenArticle(
        text=own["text"],
        source=loads(own["source"], Source),
        blocks=own["blocks"],
        marks=own["marks"],
        pages=own["pages"],
        declared=own["declared"],
        language=own["language"],
        problems=loads(own["problems"], tuple[Problem, ...]),
        reader=own["reader"],
    ).read()


def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of the column."""
    claims: tuple[Claim, ...] = loads(text, tuple[Claim, ...])
    return claims


def shelf_columns(record: Record) -> Row:
    """What the shelf shows, sorts and finds a record by."""
    authors, translators = (_surnames(record, role) for role in (Role.AUTHOR, Role.TRANSLATOR))
    title = record.title.text if record.title else ""
    outlet, year = _outlet(record), _year(record)
    return {
        "title": title,
        "authors": authors,
        "translators": translators,
        "language": record.language,
        "original_language": record.original.language,
        "original_title": record.original.title.text if record.original.title else "",
        "year": year,
        "year_sort": LAST_YEAR if year is None else -year,
        "outlet": outlet,
        "title_sort": folded(title)[:_SORTED_BY] or LAST,
        "authors_sort": folded(_families(record))[:_SORTED_BY] or LAST,
        "outlet_sort": folded(outlet)[:_SORTED_BY] or LAST,
        "doi": doi_of(record) or None,
        "address": address_of(record) or None,
        "found_by": folded("\n".join((*titles_of(record), *people_of(record), *outlets_of(record)))),
    }


def _surnames(record: Record, role: Role) -> str:
    return "; ".join(map(_shown, (contributor.name.form for contributor in record.by_role(role))))


def _shown(form: NameForm) -> str:
    """The family name; names of East Asia in their own letters are never cut to one character."""
    return form.text if _EAST_ASIAN.fullmatch(form.text) else form.surname


def _families(record: Record) -> str:
    """The authors without their particles: van der Brink stands among those with B."""
    return "; ".join(contributor.name.family for contributor in record.by_role(Role.AUTHOR))


_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff々·・]{2,7}")

_OWN_FIRST = (Relation.TRANSLATION, Relation.REPRINT, Relation.UNSTATED, Relation.ORIGINAL)


def _outlet(record: Record) -> str:
    named = ((a.relation, a.publication) for a in record.appearances if a.publication)
    return min(named, key=lambda one: _OWN_FIRST.index(one[0]), default=(None, ""))[1]


def _year(record: Record) -> int | None:
    dated = (record.appeared(relation) for relation in (Relation.TRANSLATION, Relation.ORIGINAL))
    return next((a.date.year for a in dated if a and a.date and a.date.year is not None), None)


def titles_of(record: Record) -> list[str]:
    """Every form of the titles, the original's too."""
    titles = [title for title in (record.title, record.original.title) if title]
    return [*(title.text for title in titles), *(form.text for title in titles for form in title.forms)]


def people_of(record: Record) -> list[str]:
    """Every form of the people's names."""
    people = (*record.contributors, *record.original.contributors)
    forms = (form.text for person in people for form in person.name.forms)
    return [*dict.fromkeys((*forms, *(person.name.literal for person in people)))]


def outlets_of(record: Record) -> list[str]:
    """Where it appeared."""
    return [appearance.publication for appearance in record.appearances if appearance.publication]


def highlight_row(highlight: Highlight) -> Row:
    """The columns of a highlight, without its article."""
    return {
        "quote": dumps(highlight.quote),
        "colour": highlight.colour.value,
        "note": highlight.note,
        "tags": dumps(highlight.tags),
        "state": highlight.state.value,
        "created": iso(highlight.created),
        "modified": iso(highlight.modified),
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


def iso(time: datetime | None = None) -> str:
    """The time, or now, as the library writes it."""
    return (time or datetime.now(UTC)).isoformat(timespec="microseconds")


def parts(ids: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """The ids, some hundreds at a time."""
    rest = iter(ids)
    while some := list(islice(rest, size)):
        yield some
