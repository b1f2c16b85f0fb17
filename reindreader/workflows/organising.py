"""What happened to records, and links between them, in words."""

from collections.abc import Callable, Iterable
from typing import Any

from reindreader.errors import SameRecordError
from reindreader.library import Change, Library, Undoable
from reindreader.model.claims import Claim
from reindreader.model.records import Link, LinkKind
from reindreader.workflows.shelving import paths
from reindreader.workflows.wording import _, field_label, ngettext, value_words


def link_original(library: Library, key: str, original: str) -> None:
    """Say that a record is a translation of another one. Raises UnknownKeyError, SameRecordError."""
    record, other = library.by_key(key), library.by_key(original)
    if record.id == other.id:
        raise SameRecordError(key)
    kept = [link for link in record.links if link.target != other.id or link.kind is not LinkKind.TRANSLATION_OF]
    library.set_links(record.id, [*kept, Link(LinkKind.TRANSLATION_OF, other.id)])


def unlink(library: Library, key: str, other: str) -> None:
    """Take every link from one record to another away; it is a work of its own again where no link is left."""
    record, target = library.by_key(key), library.by_key(other)
    kept = [link for link in record.links if link.target != target.id]
    library.set_links(record.id, kept)
    if not any(isinstance(link.target, int) for link in kept) and not library.linking_to(record.id):
        library.part_work(record.id)


def history_lines(library: Library, record: int) -> list[str]:
    """The history of a record, the oldest first: when, what, and by whom where that is known."""
    names = {one.id: path for path, one in paths(library).items()}
    return ["\t".join(filter(None, (one.at[:19], change_words(one, names), one.by))) for one in library.history(record)]


def change_words(change: Change, collections: dict[int, str] | None = None) -> str:
    """One change: ``Title: The Ferry → Ferries``."""
    if change.what == "claims":
        return _facts(change.before or (), change.after or ())
    label, shown = _changes(collections or {})[change.what]
    before, after = shown(change.before), shown(change.after)
    arrow = " → ".join(words for words in (before, after) if words)
    return f"{label}: {arrow}" if arrow else label


def change_parts(change: Change, collections: dict[int, str] | None = None) -> list[tuple[str, str, str]]:
    """What one change was about, what stood before and what after, each in words, "" for nothing; a fact a row."""
    if change.what == "claims":
        return _fact_parts(change.before or (), change.after or ())
    label, shown = _changes(collections or {})[change.what]
    return [(label, shown(change.before), shown(change.after))]


def _facts(before: Iterable[Claim], after: Iterable[Claim]) -> str:
    parts = _fact_parts(before, after)
    return "; ".join(f"{label}: {' → '.join(words for words in (old, new) if words)}" for label, old, new in parts)


def _fact_parts(before: Iterable[Claim], after: Iterable[Claim]) -> list[tuple[str, str, str]]:
    said = {claim.key: ([], []) for claim in (*before, *after)}  # type: dict[tuple[str, int], tuple[list[str], list[str]]]
    for side, claims in enumerate((before, after)):
        for claim in claims:
            said[claim.key][side].append(_("(none)") if claim.value is None else value_words(claim.value, claim.field))
    return [(field_label(field), "; ".join(old), "; ".join(new)) for (field, _item), (old, new) in said.items()]


def _changes(collections: dict[int, str]) -> dict[str, tuple[str, Callable[[Any], str]]]:
    def nothing(_value: Any) -> str:
        return ""

    def listed(value: Any) -> str:
        return ", ".join(value or ())

    return {
        "added": (_("Added"), nothing),
        "tags": (_("Tags"), listed),
        "collections": (_("Collections"), lambda own: ", ".join(collections.get(one, "…") for one in own or ())),
        "key": (_("Citation key"), lambda own: str(own or "")),
        "links": (_("Links"), lambda own: ", ".join(str(target) for _kind, target in own or ())),
        "binned": (_("Put in the bin"), nothing),
        "restored": (_("Taken out of the bin"), nothing),
        "text": (_("Text read again"), nothing),
        "merged": (_("Merged with a duplicate"), nothing),
        "taken-back": (_("Taken back"), nothing),
    }


def undone_words(act: Undoable) -> str:
    """What a destructive act did, as a menu names it: ``Put 3 records in the bin``."""
    count, name = len(act.facts.get("records", ())), str(act.facts.get("name", ""))
    said = {
        "bin": ngettext("Put {count} record in the bin", "Put {count} records in the bin", count),
        "empty-bin": ngettext("Delete {count} record for good", "Delete {count} records for good", count),
        "merge": _("Merge two records"),
        "remove-collection": _("Remove the collection “{name}”"),
        "remove-tag": _("Remove the tag “{name}”"),
        "rename-tag": _("Rename the tag “{name}”"),
        "remove-search": _("Remove the search “{name}”"),
        "remove-highlight": _("Remove a highlight"),
        "rekey": ngettext("New citation key for {count} record", "New citation keys for {count} records", count),
    }
    return said[act.what].format(count=count, name=name)
