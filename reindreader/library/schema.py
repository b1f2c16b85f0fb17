"""The tables of a library, as the newest schema has them. Times are ISO 8601 in UTC, to the microsecond."""

import sqlalchemy as sa

SCHEMA = 1
"""The schema's number. A change of a table raises it and adds a step to ``migrations.STEPS``."""

metadata = sa.MetaData()

info = sa.Table(
    "library_info",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.String, nullable=False),
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
    sa.Column("title", sa.String, nullable=False, default=""),
    sa.Column("authors", sa.String, nullable=False, default=""),
    sa.Column("translators", sa.String, nullable=False, default=""),
    sa.Column("language", sa.String),
    sa.Column("original_language", sa.String),
    sa.Column("year", sa.Integer),
    sa.Column("title_sort", sa.String, nullable=False, default="", index=True),
    sa.Column("authors_sort", sa.String, nullable=False, default="", index=True),
    sa.Column("found_by", sa.Text, nullable=False, default=""),
    sa.Column("added", sa.String, nullable=False, index=True),
    sa.Column("changed", sa.String, nullable=False),
    sa.Column("opened", sa.String, index=True),
    sa.Column("place", sa.Integer, nullable=False, default=0),
    sa.Column("progress", sa.Float, nullable=False, default=0.0),
    sa.Column("binned", sa.String, index=True),
)

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record", sa.ForeignKey("records.id", ondelete="CASCADE"), nullable=False, index=True),
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
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record", sa.ForeignKey("records.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("field", sa.String, nullable=False),
    sa.Column("item", sa.Integer, nullable=False, default=0),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("certainty", sa.String, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
)

highlights = sa.Table(
    "highlights",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("article", sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("colour", sa.String, nullable=False),
    sa.Column("note", sa.Text, nullable=False, default=""),
    sa.Column("tags", sa.Text, nullable=False, default="[]"),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("created", sa.String, nullable=False),
    sa.Column("modified", sa.String, nullable=False),
)

tags = sa.Table(
    "tags",
    metadata,
    sa.Column("record", sa.ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("tag", sa.String, primary_key=True),
)
