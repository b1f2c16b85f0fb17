"""Duplicates found, shown side by side, and made one; versions of a work found, to be linked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reindreader.citing.duplicates import Group, duplicates
from reindreader.errors import SameRecordError
from reindreader.library import Library
from reindreader.model.claims import Certainty, Claim, FilePlace, effective
from reindreader.model.fields import field_of
from reindreader.model.records import Link, LinkKind
from reindreader.workflows.joining import renumbered
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.wording import field_label, value_words

_STEP = 500
Slot = tuple[str, int]


class Take(StrEnum):
    """Whose facts a merged record has in a field."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One field of two records. ``slot``: to choose by; ``kept``, ``other``: in words, "" where not stated; ``many``:
    whether both can stand side by side; ``take``: what is taken where the user does not choose."""

    slot: Slot
    label: str
    kept: str
    other: str
    many: bool
    take: Take

    @property
    def differs(self) -> bool:
        """Whether both state the fact, and not the same."""
        return bool(self.kept and self.other) and self.kept != self.other


@dataclass(frozen=True, slots=True)
class MergePair:
    """Two records side by side. ``reason``: None where the user chose them."""

    kept: int
    other: int
    kept_key: str
    other_key: str
    rows: tuple[MergeRow, ...]


def find_duplicates(library: Library) -> Work[list[Group]]:
    """The duplicates of a library, and the versions that could be linked; binned records are left out."""
    ids = library.all_ids()
    records = []
    for start in range(0, len(ids), _STEP):
        some = ids[start : start + _STEP]
        yield Progress(start, len(ids))
        records += list(zip(some, (record for _, record in library.entries(some)), strict=False))
    yield Progress(len(ids), len(ids))
    return duplicates(records, library.distinct_pairs())


def not_duplicates(library: Library, ids: Sequence[int]) -> None:
    """Remember that these records are different: they are not offered again."""
    for number, one in enumerate(ids):
        for other in ids[number + 1 :]:
            library.set_distinct(one, other)


def link_versions(library: Library, translation: int, original: int) -> None:
    """Make one record the translation of another: versions of one work."""
    links = [link for link in library.get(translation).links if isinstance(link.target, int)]
    if all(link.target != original for link in links):
        library.set_links(translation, [*links, Link(LinkKind.TRANSLATION_OF, original)])


def merge_pair(library: Library, kept: int, other: int) -> MergePair:
    """Both sides' facts, row by row. Raises UnknownKeyError."""
    one, two = library.get(kept), library.get(other)
    ours, theirs = effective(one.claims), effective(renumbered(two.claims, one.claims))
    slots = list(dict.fromkeys([*ours, *theirs]))
    rows = (_row(slot, ours.get(slot, ()), theirs.get(slot, ())) for slot in slots)
    return MergePair(kept, other, one.key, two.key, tuple(row for row in rows if ":" not in row.slot[0]))


def _row(slot: Slot, ours: tuple[Claim, ...], theirs: tuple[Claim, ...]) -> MergeRow:
    many = field_of(slot[0]).many
    shown = [
        "; ".join(value_words(c.value, slot[0]) for c in own[: None if many else 1] if c.value)
        for own in (ours, theirs)
    ]
    take = Take.KEPT if ours else Take.OTHER
    return MergeRow(slot, field_label(slot[0]), shown[0], shown[1], many, take)


def merge(library: Library, kept: int, other: int, choices: Mapping[Slot, Take] | None = None) -> None:
    """Make one of two records: the other's facts fill what is not stated, and take the place of what is chosen.

    Tags, collections and links of both stay; a text moves over where the kept record has none; the other goes to the bin.
    ``Library.undo_last`` takes it back. Raises UnknownKeyError, SameRecordError.
    """
    one, two = library.get(kept), library.get(other)
    if kept == other:
        raise SameRecordError(one.key)
    keeps_text = one.article is not None
    theirs = [_placed(c, two.key) if keeps_text else c for c in renumbered(two.claims, one.claims)]
    library.merge(kept, other, merged_claims(one.claims, theirs, choices or {}))


def merged_claims(ours: Sequence[Claim], theirs: Sequence[Claim], choices: Mapping[Slot, Take]) -> tuple[Claim, ...]:
    """The claims of both, slot by slot, as chosen; where nothing is chosen, ours, or theirs where we have none."""
    there = {claim.key for claim in ours}
    kept = [claim for claim in ours if choices.get(claim.key, Take.KEPT) is not Take.OTHER]
    values = {(claim.key, str(claim.value)) for claim in kept}
    added = [
        claim
        for claim in theirs
        if _takes_other(choices.get(claim.key), claim.key in there) and (claim.key, str(claim.value)) not in values
    ]
    return (*kept, *added)


def _takes_other(choice: Take | None, stated: bool) -> bool:
    return choice in {Take.OTHER, Take.BOTH} if choice else not stated


def _placed(claim: Claim, key: str) -> Claim:
    """A fact of a text that does not come along is no longer stated by words of a text, but declared by the record."""
    if claim.certainty is Certainty.USER or not claim.spans:
        return claim
    return replace(claim, certainty=Certainty.DECLARED, evidence=(FilePlace(key),))
