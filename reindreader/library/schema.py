"""The tables of a library, as the newest schema has them. Times are ISO 8601 in UTC, to the microsecond.

The search index is no part of the schema: ``search`` makes it from these tables, and makes it anew when it is out of date.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

SCHEMA = 3
"""The schema's number. A change of a table raises it and adds a step to ``migrations.STEPS``."""

LAST = "\U0010ffff"
"""Sorts after all words: what is not known comes last."""

LAST_YEAR = 1_000_000
"""The same for ``year_sort``."""

metadata = sa.MetaData()


def _of_record(name: str = "record", **options: object) -> sa.Column[int]:
    return sa.Column(name, sa.ForeignKey("records.id", ondelete="CASCADE"), nullable=False, **options)  # type: ignore[arg-type]


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False, server_default="")


info = sa.Table(
    "library_info",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.String, nullable=False),
)

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

records = sa.Table(
    "records",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uid", sa.String, nullable=False, unique=True),
    sa.Column("work", sa.String, nullable=False, index=True),
    sa.Column("key", sa.String, nullable=False),
    sa.Column("key_folded", sa.String, nullable=False, unique=True),
    # What the shelf shows, sorts and finds by; made anew from the claims at each change.
    _words("title"),
    _words("authors"),
    _words("translators"),
    sa.Column("language", sa.String),
    sa.Column("original_language", sa.String),
    sa.Column("year", sa.Integer),
    _words("title_sort"),
    _words("authors_sort"),
    sa.Column("found_by", sa.Text, nullable=False, server_default=""),
    sa.Column("added", sa.String, nullable=False),
    sa.Column("changed", sa.String, nullable=False),
    sa.Column("opened", sa.String),
    sa.Column("place", sa.Integer, nullable=False, server_default="0"),
    sa.Column("progress", sa.Float, nullable=False, server_default="0"),
    sa.Column("binned", sa.String),
    _words("outlet"),
    _words("outlet_sort"),
    _words("original_title"),
    sa.Column("year_sort", sa.Integer, nullable=False, server_default=str(LAST_YEAR)),
    _words("read_sort"),
    sa.Column("starred", sa.Integer, nullable=False, server_default="0"),
    sa.Column("state", sa.String),  # None: told by the progress
    sa.Column("pinned", sa.Integer, nullable=False, server_default="0"),
    sa.Column("beside", sa.ForeignKey("records.id", ondelete="SET NULL"), index=True),
    # What it is known by elsewhere, as it can be compared (``citing.identity``); made anew from the claims too.
    sa.Column("doi", sa.String, index=True),
    sa.Column("address", sa.String, index=True),
)
# Each order of the shelf is read from an index alone. The last column is the id, so that equals have an order too.
_c = records.c
for _name, _columns in {
    "title": (_c.title_sort,),
    "author": (_c.authors_sort, _c.title_sort),
    "year": (_c.year_sort, _c.title_sort),
    "added": (_c.added,),
    "read": (_c.read_sort,),
    "outlet": (_c.outlet_sort, _c.title_sort),
    "language": (_c.language, _c.title_sort),
}.items():
    sa.Index(f"shelf_by_{_name}", _c.binned, *_columns, _c.id)

facts = sa.Table(
    "facts",
    metadata,
    _of_record(primary_key=True),
    # What the claims add up to, made anew at each change: first, since it is read most.
    sa.Column("made", sa.Text, nullable=False),
    sa.Column("claims", sa.Text, nullable=False),
)

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _of_record(index=True),
    sa.Column("sha256", sa.String, nullable=False, index=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("language", sa.String),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("blocks", sa.Text, nullable=False),
    sa.Column("marks", sa.Text, nullable=False),
    sa.Column("pages", sa.Text, nullable=False),
    sa.Column("declared", sa.Text, nullable=False),
    sa.Column("problems", sa.Text, nullable=False),
    sa.Column("added", sa.String, nullable=False),
    sa.Column("reader", sa.Integer, nullable=False, server_default="0"),
    # The path or address that newer bytes of the text would come from.
    sa.Column("origin", sa.String, index=True),
)

images = sa.Table(
    "images",
    metadata,
    sa.Column("article", sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("sha256", sa.String, primary_key=True),
    sa.Column("media_type", sa.String, nullable=False),
)

highlights = sa.Table(
    "highlights",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("article", sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("colour", sa.String, nullable=False),
    sa.Column("note", sa.Text, nullable=False, server_default=""),
    sa.Column("tags", sa.Text, nullable=False, server_default="[]"),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("created", sa.String, nullable=False),
    sa.Column("modified", sa.String, nullable=False),
)

tags = sa.Table(
    "tags",
    metadata,
    _of_record(primary_key=True),
    sa.Column("tag", sa.String, primary_key=True, index=True),
)

tag_colours = sa.Table(
    "tag_colours",
    metadata,
    sa.Column("tag", sa.String, primary_key=True),
    sa.Column("colour", sa.String, nullable=False),
)

collections = sa.Table(
    "collections",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("parent", sa.ForeignKey("collections.id", ondelete="CASCADE"), index=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)

members = sa.Table(
    "members",
    metadata,
    sa.Column("collection", sa.ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    _of_record(primary_key=True, index=True),
)

searches = sa.Table(
    "searches",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String, nullable=False, unique=True),
    sa.Column("query", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)

links = sa.Table(
    "links",
    metadata,
    _of_record(primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("target", sa.ForeignKey("records.id", ondelete="CASCADE"), index=True),
    sa.Column("inline", sa.Text),  # what is known of one that is not in the library
)

alignments = sa.Table(
    "alignments",
    metadata,
    _of_record("first", primary_key=True),
    _of_record("second", primary_key=True, index=True),
    sa.Column("rows", sa.Text, nullable=False),
    sa.Column("edited", sa.Integer, nullable=False, server_default="0"),
    sa.Column("changed", sa.String, nullable=False),
)

distinct = sa.Table(
    "no_duplicates",
    metadata,
    _of_record("first", primary_key=True),
    _of_record("second", primary_key=True, index=True),
)

history = sa.Table(
    "history",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record", sa.Integer, nullable=False, index=True),  # stays when the record is gone
    sa.Column("at", sa.String, nullable=False),
    sa.Column("by", sa.String, nullable=False, server_default=""),
    sa.Column("what", sa.String, nullable=False),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
)

undo = sa.Table(
    "undo",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("what", sa.String, nullable=False),
    sa.Column("facts", sa.Text, nullable=False),
    sa.Column("born", sa.Text, nullable=False),
    sa.Column("rows", sa.Text, nullable=False),
)

targets = sa.Table(
    "export_targets",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("path", sa.Text, nullable=False, unique=True),
    sa.Column("format", sa.String, nullable=False),
    sa.Column("options", sa.Text, nullable=False, server_default="{}"),
    sa.Column("selection", sa.Text, nullable=False, server_default="{}"),
    sa.Column("sha256", sa.String),
    sa.Column("written", sa.String),
    sa.Column("paused", sa.Integer, nullable=False, server_default="0"),
    sa.Column("trouble", sa.Text),
)

repairs = sa.Table(
    "repairs",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("line", sa.Integer),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("added", sa.String, nullable=False),
)


BINNED = sa.select(records.c.id).where(records.c.binned.is_not(None))
"""The ids of the records in the bin."""


def newest_article(record: int) -> "sa.Select[Any]":
    """The id of the text that a record has now."""
    return sa.select(articles.c.id).where(articles.c.record == record).order_by(articles.c.id.desc()).limit(1)


def newest_articles(ids: Sequence[int]) -> "sa.Select[Any]":
    """The ids of the texts that records have now."""
    return sa.select(sa.func.max(articles.c.id)).where(articles.c.record.in_(ids)).group_by(articles.c.record)


def next_id(connection: sa.Connection, table: sa.Table) -> int:
    """An id that no row of the table has or had: what was deleted may be taken back."""
    last = connection.scalar(sa.select(info.c.value).where(info.c.name == f"last_{table.name}"))
    return max(int(last or 0), connection.scalar(sa.select(sa.func.max(table.c.id))) or 0) + 1


def never_again(connection: sa.Connection, table: sa.Table, last: int) -> None:
    """Keep in mind that ids up to this one were given."""
    name = f"last_{table.name}"
    known = connection.scalar(sa.select(info.c.value).where(info.c.name == name))
    connection.execute(sa.delete(info).where(info.c.name == name))
    connection.execute(sa.insert(info).values(name=name, value=str(max(int(known or 0), last))))
