"""Putting records in order: tags, collections by their paths, stars."""

from collections.abc import Sequence

from reindreader.errors import UnknownCollectionError
from reindreader.library import Collection, Library

SEPARATOR = "/"
"""Between the names on the way down to a collection."""


def ids_of(library: Library, keys: Sequence[str]) -> list[int]:
    """The records of citation keys. Raises UnknownKeyError."""
    return [library.by_key(key).id for key in keys]


def paths(library: Library) -> dict[str, Collection]:
    """Every collection by the names on the way down to it, such as ``To read/Harbour``, in their order."""
    found: dict[str, Collection] = {}
    named: dict[int, str] = {}
    for one in library.collections():
        named[one.id] = f"{named[one.parent]}{SEPARATOR}{one.name}" if one.parent in named else one.name
        found[named[one.id]] = one
    return found


def collection_at(library: Library, path: str, *, make: bool = False) -> int:
    """The collection at a path; ``make``: with what is missing on the way. Raises UnknownCollectionError."""
    there = paths(library)
    if path in there:
        return there[path].id
    if not make:
        raise UnknownCollectionError(path, tuple(sorted(there)))
    parent, _, name = path.rpartition(SEPARATOR)
    return library.add_collection(name or path, collection_at(library, parent, make=True) if parent and name else None)


def put_into(library: Library, path: str, keys: Sequence[str]) -> int:
    """Put records into a collection, which is made where it is not there. Returns how many records were named."""
    ids = ids_of(library, keys)
    library.collect(collection_at(library, path, make=True), ids)
    return len(ids)


def take_out(library: Library, path: str, keys: Sequence[str]) -> int:
    """Take records out of a collection. Raises UnknownCollectionError."""
    ids = ids_of(library, keys)
    library.uncollect(collection_at(library, path), ids)
    return len(ids)
