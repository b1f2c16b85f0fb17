"""Articles: texts with their source bytes and images, and newer readings of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from reindreader.errors import NoTextError, UnknownKeyError
from reindreader.library import rows, search
from reindreader.library.connected import Connected
from reindreader.library.files import Files
from reindreader.library.history import told
from reindreader.library.records import replace_claims
from reindreader.library.rows import parts
from reindreader.library.schema import articles, facts, highlights, images, newest_article, next_id, records
from reindreader.model.articles import Article, Source
from reindreader.model.claims import Certainty, Claim
from reindreader.model.highlights import Highlight
from reindreader.model.serial import loads
from reindreader.model.written import WrittenArticle


class Articles(Connected):
    """The part of a library that keeps texts."""

    def replace_article(
        self,
        record: int,
        article: Article,
        data: bytes,
        found: Sequence[Claim],
        highlights: Sequence[Highlight] | None = None,
    ) -> None:
        """Take a newer reading of a record's text. The user's claims stay, beside what was found this time.

        ``highlights``: as they stand in the new text, those with an id in place of the stored ones; stored ones that
        are not named stay as they are. Another reading of the same bytes takes the old one's place; a text of other
        bytes is put before the old one, which is kept. Raises UnknownKeyError.
        """
        with self._writing() as connection:
            self.files.add_all(_files_of(article, data))
            claims = connection.scalar(sa.select(facts.c.claims).where(facts.c.record == record))
            if claims is None:
                raise UnknownKeyError(str(record))
            users = tuple(claim for claim in rows.claims_of(claims) if claim.certainty is Certainty.USER)
            _replace_text(connection, self.files, record, article, highlights or ())
            replace_claims(connection, record, (*(c for c in found if c.certainty is not Certainty.USER), *users))

    def article(self, record: int) -> Article:
        """The text of a record; the data of its images is in ``files``. Raises NoTextError where it has none."""
        with self._reading() as connection:
            wanted = sa.select(articles).where(articles.c.id == newest_article(record).scalar_subquery())
            row = connection.execute(wanted).first()
            if row is None:
                key = connection.scalar(sa.select(records.c.key).where(records.c.id == record))
                raise NoTextError(key or str(record))
        return rows.article_of(row)

    def sources(self, wanted: Collection[int]) -> dict[int, Source]:
        """What the texts of these records were read from; without those that have none."""
        found: dict[int, Source] = {}
        with self._reading() as connection:
            for some in parts(wanted):
                own = sa.select(articles.c.record, articles.c.source).where(_is_newest(), articles.c.record.in_(some))
                found |= {row.record: loads(row.source, Source) for row in connection.execute(own)}
        return found

    def images(self, record: int) -> dict[str, str]:
        """The images of a record's text: SHA-256 (in ``files``) -> media type."""
        with self._reading() as connection:
            wanted = sa.select(images.c.sha256, images.c.media_type)
            found = connection.execute(wanted.where(images.c.article == newest_article(record).scalar_subquery()))
            return {row.sha256: row.media_type for row in found}

    def read_before(self, reader: int) -> tuple[int, ...]:
        """The records (not in the bin) whose texts an older reader than this one made."""
        with self._reading() as connection:
            old = sa.select(records.c.id).join(articles, articles.c.record == records.c.id)
            old = old.where(_is_newest(), articles.c.reader < reader, records.c.binned.is_(None))
            return tuple(connection.scalars(old.order_by(records.c.id)))

    def hashes(self) -> frozenset[str]:
        """The SHA-256 of all files that records (not in the bin) were read from."""
        wanted = sa.select(articles.c.sha256).join(records, articles.c.record == records.c.id)
        with self._reading() as connection:
            return frozenset(connection.scalars(wanted.where(records.c.binned.is_(None))))

    def holding(self, hashes: Collection[str]) -> dict[str, int]:
        """Of these SHA-256 those of files that records (not in the bin) were read from, with the first such record."""
        return self._first_records(articles.c.sha256, hashes, newest=False)

    def read_from(self, origins: Collection[str]) -> dict[str, int]:
        """Of these paths and addresses those that records' (not in the bin) newest texts came from, with the last such
        record."""
        return self._first_records(articles.c.origin, origins, newest=True)

    def _first_records(self, column: sa.Column[Any], wanted: Collection[str], *, newest: bool) -> dict[str, int]:
        """The records by the column of their texts. ``newest``: of their newest texts, the last record of several."""
        if not wanted:
            return {}
        found = sa.select(column, records.c.id).join(articles, articles.c.record == records.c.id)
        found = found.where(column.in_(wanted), records.c.binned.is_(None))
        if newest:
            found = found.where(_is_newest())
        with self._reading() as connection:
            rows = connection.execute(found.order_by(records.c.id if newest else records.c.id.desc())).all()
        return {str(row[0]): int(row[1]) for row in rows}


def insert_articles(
    connection: sa.Connection, files: Files, new: Sequence[tuple[int, Article | WrittenArticle | None, bytes | None]]
) -> list[int]:
    """Insert the rows of articles, their files and images; return the articles' ids."""
    first, now = next_id(connection, articles), rows.iso()
    kept: list[dict[str, Any]] = []
    shown: list[dict[str, Any]] = []
    # The bytes first: a file without a row is harmless, a row without its file is a loss.
    files.add_all(one for _record, article, data in new if article for one in _files_of(article, data))
    for own, (record, article, _data) in enumerate(new, first):
        assert article
        kept.append(rows.article_row(article) | {"id": own, "record": record, "added": now})
        shown += _image_rows(own, article)
    if kept:
        connection.execute(sa.insert(articles), kept)
    if shown:
        connection.execute(sa.insert(images), shown)
    return [row["id"] for row in kept]


def _files_of(article: Article | WrittenArticle, data: bytes | None) -> Iterator[bytes]:
    if data is not None:
        yield data
    yield from (image.data for image in article.images)


def _replace_text(
    connection: sa.Connection, files: Files, record: int, article: Article, marked: Sequence[Highlight]
) -> None:
    wanted = sa.select(articles.c.id, articles.c.sha256, articles.c.text, articles.c.reader)
    old = connection.execute(wanted.where(articles.c.id == newest_article(record).scalar_subquery())).first()
    if old is not None and old.sha256 == article.source.sha256:
        connection.execute(sa.update(articles).where(articles.c.id == old.id).values(rows.article_row(article)))
        connection.execute(sa.delete(images).where(images.c.article == old.id))
        if shown := _image_rows(old.id, article):
            connection.execute(sa.insert(images), shown)
        own = old.id
    else:
        (own,) = insert_articles(connection, files, [(record, article, None)])
        if old is not None:
            moved = sa.update(highlights).where(highlights.c.article == old.id)
            connection.execute(moved.values(article=own))
    for highlight in marked:
        put_highlight(connection, own, highlight)
    search.replace_text(connection, record, old.text if old is not None else None, article.text)
    new = {"sha256": article.source.sha256, "reader": rows.article_row(article)["reader"]}
    before = {"sha256": old.sha256, "reader": old.reader} if old is not None else None
    told(connection, [(record, before, new)], "text")


def _is_newest() -> sa.ColumnElement[bool]:
    """Whether an article is the text that its record has now."""
    newer = articles.alias()
    return ~sa.exists().where(newer.c.record == articles.c.record, newer.c.id > articles.c.id)


def _image_rows(own: int, article: Article | WrittenArticle) -> list[dict[str, Any]]:
    found = {image.sha256: image.media_type for image in article.images}
    return [{"article": own, "sha256": sha256, "media_type": kind} for sha256, kind in found.items()]


def insert_highlight(connection: sa.Connection, article: int, highlight: Highlight) -> Highlight:
    """Keep a new highlight of an article, or one that was removed (it has its id and times); return it as stored."""
    now = datetime.now(UTC)
    kept = replace(highlight, created=highlight.created or now, modified=highlight.modified or now)
    own = next_id(connection, highlights) if kept.id is None else kept.id
    connection.execute(sa.insert(highlights).values(rows.highlight_row(kept) | {"article": article, "id": own}))
    return replace(kept, id=own)


def put_highlight(connection: sa.Connection, article: int, highlight: Highlight) -> Highlight:
    """Keep a highlight in place of the stored one of its id, or as a new one."""
    row = rows.highlight_row(highlight) | {"article": article}
    changed = sa.update(highlights).where(highlights.c.id == highlight.id).values(row)
    if highlight.id is not None and connection.execute(changed).rowcount:
        return highlight
    return insert_highlight(connection, article, highlight)
