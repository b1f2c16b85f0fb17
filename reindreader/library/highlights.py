"""Highlights of texts."""

from dataclasses import replace
from datetime import UTC, datetime

import sqlalchemy as sa

from reindreader.errors import NoTextError, UnknownKeyError
from reindreader.library import rows, search
from reindreader.library.articles import insert_highlight
from reindreader.library.connected import Connected
from reindreader.library.history import Before, forget
from reindreader.library.schema import articles, highlights, newest_article
from reindreader.model.highlights import Highlight


class Highlights(Connected):
    """The part of a library that keeps highlights."""

    def highlights(self, record: int) -> tuple[Highlight, ...]:
        """The highlights of a record's text, by their place; lost ones last."""
        with self._reading() as connection:
            wanted = sa.select(highlights).where(highlights.c.article == newest_article(record).scalar_subquery())
            found = [rows.highlight_of(row) for row in connection.execute(wanted.order_by(highlights.c.id))]
        return tuple(sorted(found, key=_place_of))

    def add_highlight(self, record: int, highlight: Highlight) -> Highlight:
        """Keep a new highlight, or one that was removed (it has its id and times); return it as stored."""
        with self._writing() as connection:
            article = connection.scalar(newest_article(record))
            if article is None:
                raise NoTextError(str(record))
            if highlight.id is not None:
                forget(connection, "remove-highlight", "highlights", {highlight.id})
            kept = insert_highlight(connection, article, highlight)
            search.index(connection, (record,))
            return kept

    def update_highlight(self, highlight: Highlight) -> Highlight:
        """Replace a stored highlight; return it with its new time. Raises UnknownKeyError where it is gone."""
        with self._writing() as connection:
            created = connection.scalar(sa.select(highlights.c.created).where(highlights.c.id == highlight.id))
            if created is None:
                raise UnknownKeyError(str(highlight.id))
            first = highlight.created or datetime.fromisoformat(created)
            kept = replace(highlight, created=first, modified=datetime.now(UTC))
            row = rows.highlight_row(kept)
            connection.execute(sa.update(highlights).where(highlights.c.id == kept.id).values(row))
            search.index(connection, _records_of(connection, kept.id))
        return kept

    def remove_highlight(self, highlight: int) -> None:
        """Take a highlight out. It is no error where it is gone already."""
        with self._writing() as connection:
            touched = _records_of(connection, highlight)
            before = Before(connection)
            before.keep(highlights, highlights.c.id == highlight)
            if connection.execute(sa.delete(highlights).where(highlights.c.id == highlight)).rowcount:
                before.write("remove-highlight", highlights=[highlight], records=touched)
                search.index(connection, touched)


def _records_of(connection: sa.Connection, highlight: int | None) -> list[int]:
    own = sa.select(articles.c.record).join(highlights, highlights.c.article == articles.c.id)
    return list(connection.scalars(own.where(highlights.c.id == highlight)))


def _place_of(highlight: Highlight) -> tuple[bool, int, int]:
    place = highlight.quote.position
    return (place is None, place.start if place else 0, highlight.id or 0)
