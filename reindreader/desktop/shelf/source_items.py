"""The rows of the list of sources: what stands there, under which heading, and what can be done with it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from reindreader.desktop.shelf.source_rows import COUNT, SOURCE
from reindreader.desktop.shelf.sources import ALL, BIN, STARRED, UNREAD, Kind, Source, Sources
from reindreader.workflows.wording import _

OWN = frozenset({Kind.COLLECTION, Kind.SEARCH, Kind.TAG})
"""What the user made: it can be renamed and removed."""


def fill(root: QTreeWidgetItem, sources: Sources) -> None:
    """Put all of them below the root of an empty tree."""
    for source in (ALL, UNREAD, STARRED):
        _add(root, source)
    _heading(root, _("Collections"), plus=True)
    made: dict[int, QTreeWidgetItem] = {}
    for one in sources.collections:
        holder = made.get(one.parent or 0, root)
        made[one.id] = _add(holder, Source(Kind.COLLECTION, one.id, one.name), one.count)
    if sources.searches:
        _heading(root, _("Searches"))
    for search in sources.searches:
        _add(root, Source(Kind.SEARCH, search.id, search.name, search.query))
    if sources.tags:
        _heading(root, _("Tags"))
    for tag in sources.tags:
        _add(root, Source(Kind.TAG, name=tag.name), tag.count)
    _heading(root, "")
    _add(root, BIN, sources.binned or None)


def items(holder: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    """All rows below one, from above."""
    for number in range(holder.childCount()):
        item = holder.child(number)
        if item is not None:
            yield item
            yield from items(item)


def item_of(root: QTreeWidgetItem, source: Source) -> QTreeWidgetItem | None:
    """The row of a source."""
    keys = ((item, item.data(0, SOURCE)) for item in items(root))
    return next((item for item, own in keys if own is not None and own.key == source.key), None)


def is_seen(item: QTreeWidgetItem) -> bool:
    """Whether all that holds it is open."""
    holder = item.parent()
    return holder is None or (holder.isExpanded() and is_seen(holder))


def _add(holder: QTreeWidgetItem, source: Source, count: int | None = None) -> QTreeWidgetItem:
    item = QTreeWidgetItem(holder, [source.words])
    item.setData(0, SOURCE, source)
    item.setData(0, COUNT, count)
    told = source.words if count is None else _("{name}, {count}").format(name=source.words, count=count)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    item.setToolTip(0, f"{source.words}\n{source.query}" if source.query else source.words)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
    if source.kind in OWN:
        flags |= Qt.ItemFlag.ItemIsEditable
    if source.kind is Kind.COLLECTION:
        flags |= Qt.ItemFlag.ItemIsDragEnabled
    item.setFlags(flags)
    return item


def _heading(root: QTreeWidgetItem, words: str, *, plus: bool = False) -> None:
    item = QTreeWidgetItem(root, [words])
    item.setData(0, COUNT, "plus" if plus else None)
    item.setToolTip(0, _("New collection (Ctrl+Shift+N)") if plus else "")
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
