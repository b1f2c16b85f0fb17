"""What the shelf can show: all, unread, starred, collections, saved searches, tags, the bin."""

from dataclasses import dataclass
from enum import StrEnum

from reindreader.library import Collection, Grouping, Library, ReadingState, SavedSearch, Sort, Tag, View
from reindreader.workflows.wording import _


class Kind(StrEnum):
    """What a source of the shelf is."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    COLLECTION = "collection"
    SEARCH = "search"
    TAG = "tag"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Source:
    """``id``: of a collection or saved search; ``name``: of these and of a tag; ``query``: of a saved search."""

    kind: Kind = Kind.ALL
    id: int | None = None
    name: str = ""
    query: str = ""

    @property
    def key(self) -> tuple[Kind, int | str]:
        """What stays the same when it is renamed (save for tags, which are their names)."""
        return self.kind, self.name if self.id is None else self.id

    @property
    def words(self) -> str:
        """Its name for people."""
        return self.name or fixed_names()[self.kind]

    def view(self, query: str, sort: Sort, *, reverse: bool, group: Grouping) -> View:
        """What of it to show."""
        return View(
            f"{self.query} {query}".strip(),
            sort,
            reverse,
            group,
            collection=self.id if self.kind is Kind.COLLECTION else None,
            tag=self.name if self.kind is Kind.TAG else None,
            state=ReadingState.UNREAD if self.kind is Kind.UNREAD else None,
            starred=self.kind is Kind.STARRED,
            binned=self.kind is Kind.BIN,
        )


ALL, UNREAD, STARRED, BIN = (Source(kind) for kind in (Kind.ALL, Kind.UNREAD, Kind.STARRED, Kind.BIN))


def fixed_names() -> dict[Kind, str]:
    """The names of what is always there."""
    return {
        Kind.ALL: _("All articles"),
        Kind.UNREAD: _("Unread"),
        Kind.STARRED: _("Starred"),
        Kind.BIN: _("Bin"),
    }


def absence_words(source: Source) -> str:
    """What is said where a source holds nothing."""
    return {
        Kind.ALL: _("What you add is listed here."),
        Kind.UNREAD: _("Nothing is unread."),
        Kind.STARRED: _("What you put a star on is listed here."),
        Kind.COLLECTION: _("This collection is empty. Drag articles onto its name."),
        Kind.SEARCH: _("Nothing answers this search now."),
        Kind.TAG: _("No article has this tag."),
        Kind.BIN: _("The bin is empty."),
    }[source.kind]


@dataclass(frozen=True, slots=True)
class Sources:
    """All that the library is put in order by. ``binned``: how many articles are in the bin."""

    collections: tuple[Collection, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    tags: tuple[Tag, ...] = ()
    binned: int = 0

    @property
    def paths(self) -> dict[int, str]:
        """The names down to each collection, ``To read / Harbour``, by its id, in their order."""
        named: dict[int, str] = {}
        for one in self.collections:
            named[one.id] = f"{named[one.parent]} / {one.name}" if one.parent in named else one.name
        return named

    def find(self, source: Source) -> Source | None:
        """The source as it now is; None where it is gone."""
        there = {own.key: own for own in self.all()}
        return there.get(source.key)

    def all(self) -> tuple[Source, ...]:
        """Every source."""
        return (
            ALL,
            UNREAD,
            STARRED,
            *(Source(Kind.COLLECTION, one.id, one.name) for one in self.collections),
            *(Source(Kind.SEARCH, one.id, one.name, one.query) for one in self.searches),
            *(Source(Kind.TAG, name=one.name) for one in self.tags),
            BIN,
        )


def load_sources(library: Library) -> Sources:
    """What the library has now."""
    return Sources(library.collections(), library.searches(), library.tags(), len(library.binned()))
