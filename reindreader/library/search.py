"""Finding on the shelf: every word must stand somewhere in title, people, outlets, tags, text, quotations or notes."""

from collections.abc import Iterator

import sqlalchemy as sa

from reindreader.library.schema import articles, highlights, records, tags
from reindreader.library.tokens import folded


def matches(query: str) -> Iterator[sa.ColumnElement[bool]]:
    """One condition a word of the query."""
    for word in query.split():
        yield sa.or_(
            records.c.found_by.contains(folded(word), autoescape=True),
            records.c.id.in_(sa.select(tags.c.record).where(tags.c.tag.icontains(word, autoescape=True))),
            records.c.id.in_(sa.select(articles.c.record).where(articles.c.text.icontains(word, autoescape=True))),
            records.c.id.in_(
                sa.select(articles.c.record)
                .join(highlights, highlights.c.article == articles.c.id)
                .where(highlights.c.note.icontains(word, autoescape=True))
            ),
        )
