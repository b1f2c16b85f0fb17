"""An original that is a record of the library, told within its translation: for files that the original is not in."""

from collections.abc import Callable, Container
from dataclasses import replace

from reindreader.citing.versions import original_of, outlets
from reindreader.model.records import Link, LinkKind, Original, Record, Relation


def told_inline(record: Record, look_up: Callable[[int], Record | None], there: Container[int] = ()) -> Record:
    """The record, with what is known of its original in place of the link to it.

    ``look_up``: record id -> record, None where it is gone; ``there``: ids of records in the same file, which stay links.
    What the record itself says of its original goes before what the original's own record says.
    """
    for link in record.links:
        target = link.target
        if link.kind is LinkKind.TRANSLATION_OF and isinstance(target, int) and target not in there:
            found = look_up(target)
            if found is not None:
                return _with_original(record, link, found)
    return record


def _with_original(record: Record, link: Link, original: Record) -> Record:
    told = original_of(record)
    merged = Original(
        told.title or original.title, told.language or original.language, told.contributors or original.contributors
    )
    links = (
        Link(LinkKind.TRANSLATION_OF, merged),
        *(k for k in record.links if k is not link and k.target is not told),
    )
    own = outlets(original).own
    known = record.appeared(Relation.ORIGINAL)
    there = (replace(own, relation=Relation.ORIGINAL),) if own and known is None else ()
    return replace(record, links=links, appearances=record.appearances + there)
