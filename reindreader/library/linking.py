"""Links between the records of a library, and what a version says with the help of the original it is linked to."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from reindreader.library.derived import made_of_all
from reindreader.library.schema import links, records
from reindreader.model.contributors import Role
from reindreader.model.records import Appearance, Link, LinkKind, Original, Record, Relation
from reindreader.model.serial import dumps, loads

_ORIGINAL_FIRST = (Relation.ORIGINAL, Relation.UNSTATED, Relation.REPRINT, Relation.TRANSLATION)
"""Which appearance of an original is the one where it appeared, the best first."""

Linked = tuple[tuple[Link, ...], tuple[Record, ...]]
"""The links of a record, and the records that it is a translation of."""


_LINKS = (
    sa.select(links, records.c.key)
    .join(records, records.c.id == links.c.target, isouter=True)
    .where(links.c.record.in_(sa.bindparam("ids", expanding=True)))
    .order_by(links.c.record, links.c.position)
)


def linked(connection: sa.Connection, ids: Sequence[int]) -> dict[int, Linked]:
    """The links of those of the records that have any, in their order."""
    rows = connection.execute(_LINKS, {"ids": list(ids)}).all()
    wanted = {row.target for row in rows if row.target and row.kind == LinkKind.TRANSLATION_OF}
    made = made_of_all(connection, wanted) if wanted else {}
    found: dict[int, Linked] = {}
    for row in rows:
        before, originals = found.get(row.record, ((), ()))
        original = (made[row.target],) if row.target in made and row.kind == LinkKind.TRANSLATION_OF else ()
        found[row.record] = ((*before, _link_of(row)), originals + original)
    return found


def _link_of(row: sa.Row[tuple[object, ...]]) -> Link:
    own = row._mapping
    kind = LinkKind(own["kind"])
    if own["inline"]:
        return Link(kind, loads(own["inline"], Original))
    return Link(kind, own["target"], own["key"])


def link_row(record: int, position: int, link: Link) -> dict[str, object]:
    """The columns of a link."""
    here = isinstance(link.target, int)
    target, inline = (link.target, None) if here else (None, dumps(link.target))
    return {"record": record, "position": position, "kind": link.kind.value, "target": target, "inline": inline}


def merged(record: Record, own: tuple[Link, ...], originals: tuple[Record, ...]) -> Record:
    """The record with its links, and with what the first linked original says of itself where the record is silent."""
    if not own:
        return record
    if not originals:
        return replace(record, links=record.links + own)
    stated, known = record.original, _original(originals[0])
    original = Original(
        stated.title or known.title, stated.language or known.language, stated.contributors or known.contributors
    )
    others = tuple(link for link in record.links if link.target is not stated)
    inline = () if original.empty else (Link(LinkKind.TRANSLATION_OF, original),)
    return replace(
        record, links=inline + others + own, appearances=record.appearances + _appeared(record, originals[0])
    )


def _original(record: Record) -> Original:
    return Original(record.title, record.language, record.by_role(Role.AUTHOR))


def _appeared(record: Record, original: Record) -> tuple[Appearance, ...]:
    if record.appeared(Relation.ORIGINAL) or not original.appearances:
        return ()
    first = min(original.appearances, key=lambda own: _ORIGINAL_FIRST.index(own.relation))
    return (replace(first, relation=Relation.ORIGINAL),)
