"""Which records are known by a DOI or an address, whatever they are called."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from reindreader.citing.identity import address_of, doi_of
from reindreader.library.connected import Connected
from reindreader.library.derived import made_of_all
from reindreader.library.mark import read_mark
from reindreader.library.schema import articles, facts, records


@dataclass(frozen=True, slots=True)
class Known:
    """A record by what it is known by, as ``citing.identity`` writes it, "" where that is not known; ``read``: it has a
    text."""

    record: int
    key: str
    doi: str
    address: str
    read: bool


class Identities(Connected):
    """The part of a library that knows which records are one and the same to the world."""

    def known_by(self, dois: Collection[str], addresses: Collection[str]) -> list[Known]:
        """The records (not in the bin) that have one of the DOIs or addresses, in the order in which they were added."""
        if not dois and not addresses:
            return []
        same = sa.or_(records.c.doi.in_(dois), records.c.address.in_(addresses))
        with self._reading() as connection:
            found = {known.record: known for known in _known(connection, same)}
            found |= {known.record: known for known in _not_made_yet(connection, dois, addresses)}
        return [found[record] for record in sorted(found)]


def _known(connection: sa.Connection, same: sa.ColumnElement[bool]) -> Iterator[Known]:
    read = sa.exists().where(articles.c.record == records.c.id)
    wanted = sa.select(records.c.id, records.c.key, records.c.doi, records.c.address, read.label("read"))
    for row in connection.execute(wanted.where(same, records.c.binned.is_(None))):
        yield Known(row.id, row.key, row.doi or "", row.address or "", bool(row.read))


def _not_made_yet(connection: sa.Connection, dois: Collection[str], addresses: Collection[str]) -> Iterator[Known]:
    """While the columns are made anew: of the records whose turn is to come, those whose claims hold the words."""
    mark = read_mark(connection)
    if mark is None or not mark.derive:
        return
    words = [*dois, *(address.partition("?")[0] for address in addresses)]
    held = sa.or_(*(sa.func.lower(facts.c.claims).contains(own.lower(), autoescape=True) for own in words))
    later = sa.select(facts.c.record).where(facts.c.record > mark.upto, held)
    own = made_of_all(connection, connection.scalars(later).all())
    for known in _known(connection, records.c.id.in_(list(own))):
        doi, address = doi_of(own[known.record]), address_of(own[known.record])
        if doi in dois or address in addresses:
            yield Known(known.record, known.key, doi, address, known.read)
