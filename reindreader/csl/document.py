"""A document: its items, its citations in order, its bibliography (CSL 1.0.2, Style Behavior)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from . import bibliography, collapse, disambiguate, labels, sorting
from .assemble import Cite
from .bibliography import Bibliography, Entry
from .cites import CiteItem, Cluster, Place, places
from .context import Context
from .errors import ItemError
from .items import Item, prepare, with_note_fields
from .render import NONE, Expansion, cite_context, cite_pieces, entry_context, unprinted
from .rendered import Rendered, write
from .style import Style
from .tree import Deco, Node, Piece, unformatted

_ONLY = Deco()


class Document:
    """Items, clusters in order, and what they print; every change recomputes what depends on it and no more.

    `uncited` names items that the bibliography lists although nothing cites them. With `strict`, variables that CSL
    does not know are refused; with `note_fields`, `variable: value` lines of notes are variables; with
    `in_order` the bibliography is not sorted. Raises ItemError for items that are not CSL-JSON, KeyError for unknown ids.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Mapping[str, Any]] = (),
        *,
        uncited: Iterable[str] = (),
        strict: bool = False,
        note_fields: bool = False,
        in_order: bool = False,
    ) -> None:
        self.style = style
        self._strict = strict
        self._note_fields = note_fields
        self._in_order_given = in_order
        self._items: dict[str, Item] = {}
        self._clusters: list[Cluster] = []
        self._uncited: dict[str, None] = {}
        self._shown: dict[str, Rendered] = {}
        self._signatures: dict[str, object] = {}
        self._here: dict[str, object] = {}
        self._order: tuple[str, ...] = ()
        self._sorted: list[Item] = []
        self._numbers: dict[str, int] = {}
        self._labels: dict[str, str] = {}
        self._expansions: dict[str, Expansion] = {}
        self._stale = True
        self._epoch = 0
        self.add_items(items)
        self.include(uncited)

    # Items

    def add_items(self, items: Iterable[Mapping[str, Any]]) -> None:
        """Add or replace items by id. Raises ItemError, and then adds none."""
        if self._note_fields:
            items = [with_note_fields(item) for item in items]
        fresh = [prepare(item, self._strict) for item in items]
        for item in fresh:
            self._items[item.id] = item
        self._stale = self._stale or bool(fresh)
        self._signatures.clear()
        self._here.clear()

    def update_items(self, items: Iterable[Mapping[str, Any]]) -> list[tuple[str, Rendered]]:
        """Add or replace items, and return the citations that this changed."""
        self.add_items(items)
        return self._refresh()

    def remove_items(self, ids: Iterable[str]) -> list[tuple[str, Rendered]]:
        """Forget items and every cite of them; return the citations that this changed."""
        gone = set(ids)
        for one in gone:
            self._items.pop(one, None)
        self._uncited = {one: None for one in self._uncited if one not in gone}
        self._clusters = [_without(cluster, gone) for cluster in self._clusters]
        self._stale = True
        return self._refresh()

    def include(self, ids: Iterable[str]) -> None:
        """List items in the bibliography whether they are cited or not."""
        for one in ids:
            self._known(one)
            self._uncited[one] = None
        self._stale = True

    def _known(self, item_id: str) -> Item:
        item = self._items.get(item_id)
        if item is None:
            raise ItemError(item_id, "", "is cited, but is not among the items")
        return item

    @property
    def order(self) -> tuple[str, ...]:
        """Ids of all cited and included items in the order of the bibliography."""
        self._update()
        return tuple(item.id for item in self._sorted)

    # Citations

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The citations in the order of the document."""
        return tuple(self._clusters)

    def cite(self, cluster: Cluster, at: int | None = None) -> list[tuple[str, Rendered]]:
        """Put a citation in place `at` (None: where one of its id stands, else at the end).

        Returns every citation that this changed, itself included, as (id, rendered). Raises ItemError.
        """
        for cite in cluster.items:
            self._known(cite.id)
        index = next((i for i, one in enumerate(self._clusters) if one.id == cluster.id), None)
        if index is not None:
            del self._clusters[index]
        place = (len(self._clusters) if index is None else index) if at is None else at
        self._clusters.insert(place, cluster)
        self._shown.pop(cluster.id, None)
        return self._refresh()

    def arrange(self, clusters: Sequence[Cluster]) -> list[tuple[str, Rendered]]:
        """Make these the document's citations; return those that changed."""
        for cluster in clusters:
            for cite in cluster.items:
                self._known(cite.id)
        self._clusters = list(clusters)
        return self._refresh()

    def remove(self, cluster_id: str) -> list[tuple[str, Rendered]]:
        """Take a citation out; return those that this changed. Raises KeyError for an unknown id."""
        if all(one.id != cluster_id for one in self._clusters):
            raise KeyError(cluster_id)
        self._clusters = [one for one in self._clusters if one.id != cluster_id]
        self._shown.pop(cluster_id, None)
        self._signatures.pop(cluster_id, None)
        return self._refresh()

    def citation(self, cluster_id: str) -> Rendered:
        """A citation as it stands. Raises KeyError for an unknown id."""
        return self._shown[cluster_id]

    def preview(self, cluster: Cluster, at: int | None = None) -> Rendered:
        """What a citation would print at a place, the document left as it is."""
        before, shown, signatures = list(self._clusters), dict(self._shown), dict(self._signatures)
        self.cite(cluster, at)
        rendered = self._shown[cluster.id]
        self._clusters, self._shown, self._signatures = before, shown, signatures
        self._refresh()
        return rendered

    def bibliography(self) -> Bibliography:
        """The entries of all cited and included items. Empty for a style without a bibliography."""
        self._update()
        return bibliography.make(self.style, self._sorted, self._expansions, self._numbers, self._labels)

    # What depends on the whole document

    def _update(self) -> None:
        """Registry, order, numbers, labels, disambiguation: anew if the set of items or its order changed."""
        order = dict.fromkeys(cite.id for cluster in self._clusters for cite in cluster.items)
        order.update(dict.fromkeys(self._uncited))
        fresh = tuple(order)
        if fresh == self._order and not self._stale:
            return
        self._order, self._stale = fresh, False
        self._epoch += 1
        items = [self._items[one] for one in fresh]
        self._labels = labels.citation_labels(self.style, items)
        self._sorted = self._in_order(items)
        self._numbers = {item.id: index + 1 for index, item in enumerate(self._sorted)}
        self._expansions = disambiguate.expansions(self.style, self._sorted, self._labels)

    def _in_order(self, items: list[Item]) -> list[Item]:
        area = self.style.bibliography
        if area is None or not area.sort_keys or self._in_order_given:
            return items
        lang = self.style.locale.lang
        values = {}
        for number, item in enumerate(items):
            context = partial(entry_context, self.style, item, NONE, number + 1, self._labels.get(item.id, ""))
            values[item.id] = sorting.values(area.sort_keys, context, lang)
        return sorting.ordered(items, area.sort_keys, lambda item: values[item.id])

    def _refresh(self) -> list[tuple[str, Rendered]]:
        """Render what changed, and say which citations those are."""
        self._update()
        rows = [self._arranged(cluster) for cluster in self._clusters]
        near = self.style.citation.number("near-note-distance", 5)
        placed = places([(one.note, row) for one, row in zip(self._clusters, rows, strict=True)], near)
        changed = []
        for cluster, row, spots in zip(self._clusters, rows, placed, strict=True):
            here = (self._epoch, cluster, row, spots)
            if self._here.get(cluster.id) == here and cluster.id in self._shown:
                continue
            self._here[cluster.id] = here
            signature = (cluster, row, spots, self._facts(row))
            if self._signatures.get(cluster.id) == signature and cluster.id in self._shown:
                continue
            self._signatures[cluster.id] = signature
            rendered = self._render(cluster, row, spots)
            if self._shown.get(cluster.id) != rendered:
                self._shown[cluster.id] = rendered
                changed.append((cluster.id, rendered))
        return changed

    def _facts(self, row: tuple[CiteItem, ...]) -> list[object]:
        """What the document as a whole says of the cites' items."""
        return [
            (self._numbers[cite.id], self._labels.get(cite.id, ""), self._expansions[cite.id].signature())
            for cite in row
        ]

    def _arranged(self, cluster: Cluster) -> tuple[CiteItem, ...]:
        """A cluster's cites in the order of the style's citation sort."""
        keys = self.style.citation.sort_keys
        if not keys or cluster.unsorted or len(cluster.items) < 2:
            return cluster.items
        lang = self.style.locale.lang
        values = {cite: sorting.values(keys, partial(self._sort_context, cite), lang) for cite in cluster.items}
        return tuple(sorting.ordered(cluster.items, keys, lambda cite: values[cite]))

    def _sort_context(self, cite: CiteItem) -> Context:
        return cite_context(
            self.style,
            self._items[cite.id],
            CiteItem(cite.id),
            Place(),
            replace(self._expansions[cite.id], suffix=""),
            self._numbers[cite.id],
            self._labels.get(cite.id, ""),
        )

    def _cite(self, cite: CiteItem, place: Place) -> Cite:
        item, expansion = self._items[cite.id], self._expansions[cite.id]
        number, label = self._numbers[cite.id], self._labels.get(cite.id, "")

        def again() -> list[Piece]:
            hidden = cite_context(self.style, item, cite, place, expansion, number, label)
            hidden.hide_names = True
            return cite_pieces(self.style, hidden)

        ctx = cite_context(self.style, item, cite, place, expansion, number, label)
        return Cite(cite, ctx, cite_pieces(self.style, ctx), again, number)

    def _render(self, cluster: Cluster, row: tuple[CiteItem, ...], spots: list[Place]) -> Rendered:
        cites = [self._cite(cite, place) for cite, place in zip(row, spots, strict=True)]
        piece = self._piece(cluster, cites)
        printed = {name for cite in cites for name in cite.ctx.printed}
        missing = {name for cite in cites for name in unprinted(cite.ctx.item, cite.ctx.printed)}
        return write(piece, self.style.marks, printed, missing)

    def _piece(self, cluster: Cluster, cites: list[Cite]) -> Piece:
        if not cites:
            return ""
        if cluster.mode == "composite":
            return self._composite(cluster, cites)
        if cluster.mode == "suppress-author":
            cites[0].pieces = cites[0].again()
        if cluster.mode == "author-only" or (len(cites) == 1 and cites[0].item.author_only):
            return Node(_author(cites[0]), _ONLY)
        return collapse.citation(self.style, cites)

    def _composite(self, cluster: Cluster, cites: list[Cite]) -> Piece:
        author = _author(cites[0])
        rest = cites[0].again()
        if not rest:
            return Node(author, _ONLY)
        cites[0].pieces = rest
        infix = f" {cluster.infix.strip()} " if cluster.infix.strip() else " "
        return Node([*author, infix, collapse.citation(self.style, cites)], _ONLY)


def _author(cite: Cite) -> list[Piece]:
    """The names of a cite, or what stands for them, without formatting: they are part of a sentence."""
    first = cite.ctx.first_names
    if first is not None:
        return [unformatted(first.node)]
    numeric = any(_has_number(piece) for piece in cite.pieces)
    return [] if numeric or cite.ctx.first_note else [unformatted(piece) for piece in cite.pieces]


def _has_number(piece: Piece) -> bool:
    if isinstance(piece, str):
        return False
    return piece.deco.name == "citation-number" or any(map(_has_number, piece.kids))


def _without(cluster: Cluster, gone: set[str]) -> Cluster:
    kept = tuple(cite for cite in cluster.items if cite.id not in gone)
    return Cluster(cluster.id, kept, cluster.note, cluster.mode, cluster.infix, cluster.unsorted)


def preview(style: Style, item: Mapping[str, Any], cite: CiteItem | None = None) -> tuple[Rendered, Entry | None]:
    """One item's citation and bibliography entry (None where the style prints none), as alone in a document."""
    document = Document(style, [item])
    item_id = str(item["id"])
    shown = document.cite(Cluster("preview", (cite or CiteItem(item_id),), note=1 if style.kind == "note" else 0))
    entries = document.bibliography().entries
    return shown[0][1], entries[0] if entries else None
