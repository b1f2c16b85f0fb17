"""From schema 1 to schema 2: claims become one row a record; order, history and links get their tables.

What is made of the claims is made anew afterwards, as after every change of how that is done. The statements stay as they
are: they make schema 2, whatever comes after it.
"""

from typing import Any

import sqlalchemy as sa

from reindreader.library.rows import claims_of
from reindreader.model.serial import dumps

_COLUMNS = """
    ALTER TABLE records ADD COLUMN outlet VARCHAR DEFAULT '' NOT NULL;
    ALTER TABLE records ADD COLUMN outlet_sort VARCHAR DEFAULT '' NOT NULL;
    ALTER TABLE records ADD COLUMN original_title VARCHAR DEFAULT '' NOT NULL;
    ALTER TABLE records ADD COLUMN year_sort INTEGER DEFAULT '1000000' NOT NULL;
    ALTER TABLE records ADD COLUMN read_sort VARCHAR DEFAULT '' NOT NULL;
    ALTER TABLE records ADD COLUMN starred INTEGER DEFAULT '0' NOT NULL;
    ALTER TABLE records ADD COLUMN state VARCHAR;
    ALTER TABLE records ADD COLUMN pinned INTEGER DEFAULT '0' NOT NULL;
    ALTER TABLE records ADD COLUMN beside INTEGER REFERENCES records (id) ON DELETE SET NULL;
    ALTER TABLE articles ADD COLUMN reader INTEGER DEFAULT '0' NOT NULL;
    ALTER TABLE articles ADD COLUMN origin VARCHAR;
    CREATE INDEX ix_articles_origin ON articles (origin);
    UPDATE records SET read_sort = coalesce(opened, added);
    DROP INDEX ix_records_title_sort;
    DROP INDEX ix_records_authors_sort;
    DROP INDEX ix_records_added;
    DROP INDEX ix_records_opened;
    DROP INDEX ix_records_binned;
"""
_TABLES = """
    CREATE TABLE collections ( id INTEGER NOT NULL, parent INTEGER, name VARCHAR NOT NULL, position INTEGER NOT
      NULL, PRIMARY KEY (id), FOREIGN KEY(parent) REFERENCES collections (id) ON DELETE CASCADE );
    CREATE TABLE export_targets ( id INTEGER NOT NULL, path TEXT NOT NULL, format VARCHAR NOT NULL, options TEXT
      DEFAULT '{}' NOT NULL, selection TEXT DEFAULT '{}' NOT NULL, sha256 VARCHAR, written VARCHAR, paused
      INTEGER DEFAULT '0' NOT NULL, trouble TEXT, PRIMARY KEY (id), UNIQUE (path) );
    CREATE TABLE history ( id INTEGER NOT NULL, record INTEGER NOT NULL, at VARCHAR NOT NULL, "by" VARCHAR
      DEFAULT '' NOT NULL, what VARCHAR NOT NULL, "before" TEXT, "after" TEXT, PRIMARY KEY (id) );
    CREATE TABLE repairs ( id INTEGER NOT NULL, source TEXT NOT NULL, line INTEGER, reason TEXT NOT NULL, text
      TEXT NOT NULL, added VARCHAR NOT NULL, PRIMARY KEY (id) );
    CREATE TABLE searches ( id INTEGER NOT NULL, name VARCHAR NOT NULL, "query" TEXT NOT NULL, position INTEGER
      NOT NULL, PRIMARY KEY (id), UNIQUE (name) );
    CREATE TABLE settings ( name VARCHAR NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name) );
    CREATE TABLE tag_colours ( tag VARCHAR NOT NULL, colour VARCHAR NOT NULL, PRIMARY KEY (tag) );
    CREATE TABLE undo ( id INTEGER NOT NULL, at VARCHAR NOT NULL, what VARCHAR NOT NULL, facts TEXT NOT NULL,
      born TEXT NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (id) );
    CREATE TABLE alignments ( first INTEGER NOT NULL, second INTEGER NOT NULL, rows TEXT NOT NULL, edited
      INTEGER DEFAULT '0' NOT NULL, changed VARCHAR NOT NULL, PRIMARY KEY (first, second), FOREIGN KEY(first)
      REFERENCES records (id) ON DELETE CASCADE, FOREIGN KEY(second) REFERENCES records (id) ON DELETE CASCADE
      );
    CREATE TABLE facts ( record INTEGER NOT NULL, made TEXT NOT NULL, claims TEXT NOT NULL, PRIMARY KEY
      (record), FOREIGN KEY(record) REFERENCES records (id) ON DELETE CASCADE );
    CREATE TABLE links ( record INTEGER NOT NULL, position INTEGER NOT NULL, kind VARCHAR NOT NULL, target
      INTEGER, inline TEXT, PRIMARY KEY (record, position), FOREIGN KEY(record) REFERENCES records (id) ON
      DELETE CASCADE, FOREIGN KEY(target) REFERENCES records (id) ON DELETE CASCADE );
    CREATE TABLE members ( collection INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (collection,
      record), FOREIGN KEY(collection) REFERENCES collections (id) ON DELETE CASCADE, FOREIGN KEY(record)
      REFERENCES records (id) ON DELETE CASCADE );
    CREATE TABLE no_duplicates ( first INTEGER NOT NULL, second INTEGER NOT NULL, PRIMARY KEY (first, second),
      FOREIGN KEY(first) REFERENCES records (id) ON DELETE CASCADE, FOREIGN KEY(second) REFERENCES records (id)
      ON DELETE CASCADE );
    CREATE TABLE images ( article INTEGER NOT NULL, sha256 VARCHAR NOT NULL, media_type VARCHAR NOT NULL,
      PRIMARY KEY (article, sha256), FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE );
    CREATE INDEX ix_collections_parent ON collections (parent);
    CREATE INDEX ix_history_record ON history (record);
    CREATE INDEX ix_records_beside ON records (beside);
    CREATE INDEX shelf_by_added ON records (binned, added, id);
    CREATE INDEX shelf_by_author ON records (binned, authors_sort, title_sort, id);
    CREATE INDEX shelf_by_language ON records (binned, language, title_sort, id);
    CREATE INDEX shelf_by_outlet ON records (binned, outlet_sort, title_sort, id);
    CREATE INDEX shelf_by_read ON records (binned, read_sort, id);
    CREATE INDEX shelf_by_title ON records (binned, title_sort, id);
    CREATE INDEX shelf_by_year ON records (binned, year_sort, title_sort, id);
    CREATE INDEX ix_alignments_second ON alignments (second);
    CREATE INDEX ix_links_target ON links (target);
    CREATE INDEX ix_members_record ON members (record);
    CREATE INDEX ix_no_duplicates_second ON no_duplicates (second);
    CREATE INDEX ix_tags_tag ON tags (tag);
"""


def step(connection: sa.Connection) -> None:
    """Take a library of schema 1 to schema 2."""
    _run(connection, _COLUMNS)
    _run(connection, _TABLES)
    last = 0
    while some := connection.execute(
        sa.text("SELECT id FROM records WHERE id > :last ORDER BY id LIMIT 500"), {"last": last}
    ).all():
        _gather(connection, last, some[-1].id, [row.id for row in some])
        last = some[-1].id
    _run(connection, "DROP TABLE claims; DELETE FROM library_info WHERE name = 'made';")


def _run(connection: sa.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


_FACTS = sa.text("INSERT INTO facts (record, made, claims) VALUES (:record, '', :claims)")


def _gather(connection: sa.Connection, after: int, upto: int, ids: list[int]) -> None:
    own = sa.text("SELECT * FROM claims WHERE record > :after AND record <= :upto ORDER BY id")
    texts: dict[int, list[str]] = {one: [] for one in ids}
    for row in connection.execute(own, {"after": after, "upto": upto}):
        texts[row.record].append(_claim_text(row))
    for one, found in texts.items():
        connection.execute(_FACTS, {"record": one, "claims": dumps(claims_of(f"[{','.join(found)}]"))})


def _claim_text(row: Any) -> str:
    parts = [f'"is":"Claim","field":"{row.field}","value":{row.value},"certainty":"{row.certainty}"']
    if row.evidence != "[]":
        parts.append(f'"evidence":{row.evidence}')
    if row.item:
        parts.append(f'"item":{row.item}')
    return f"{{{','.join(parts)}}}"
