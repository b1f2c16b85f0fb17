"""Citation keys by the library's pattern: for new records, as a preview, and for chosen records anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reindreader.citing.key_patterns import DEFAULT, Fault, KeyPattern, PatternMistake, parse_pattern
from reindreader.citing.keys import NAMELESS, suffixes
from reindreader.errors import BadKeyPatternError
from reindreader.library import KeyMaker, Library
from reindreader.model.records import Record
from reindreader.workflows.progress import Progress, Work
from reindreader.workflows.wording import _

SETTING = "key-pattern"


@dataclass(frozen=True, slots=True)
class NewKey:
    """The key that a record has and the one that it gets; ``kept``: the old one stays, since the user chose it."""

    record: int
    old: str
    new: str
    kept: bool = False

    @property
    def changes(self) -> bool:
        """Whether it gets another key."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class PatternPreview:
    """What a pattern makes of some records; ``mistakes``: by their place in the pattern."""

    keys: tuple[NewKey, ...]
    mistakes: tuple[PatternMistake, ...]


def pattern_of(library: Library) -> str:
    """The library's pattern."""
    return library.setting(SETTING) or DEFAULT


def set_pattern(library: Library, text: str) -> None:
    """Keep the pattern for new records. Raises BadKeyPatternError; then nothing is changed."""
    _understood(text)
    library.set_setting(SETTING, None if text == DEFAULT else text)


def key_maker(library: Library) -> KeyMaker:
    """What makes keys for new records of the library."""
    pattern, _mistakes = parse_pattern(pattern_of(library))
    return lambda record, taken: free_key(pattern, record, taken)


def free_key(pattern: KeyPattern, record: Record, taken: Callable[[str], bool]) -> str:
    """A key that is not taken; ``taken`` does not regard case."""
    base = pattern.base_key(record)
    numbered = base == NAMELESS
    if not numbered and not taken(base.casefold()):
        return base
    ends = map(str, range(1, 10**9)) if numbered else suffixes()
    return next(base + end for end in ends if not taken((base + end).casefold()))


def preview_pattern(library: Library, text: str, ids: Sequence[int]) -> PatternPreview:
    """What the pattern would make of these records (some are enough, while it is typed). Nothing is changed."""
    pattern, mistakes = parse_pattern(text)
    return PatternPreview(() if mistakes else tuple(_planned(library, pattern, ids, pinned=False)), mistakes)


def plan_keys(library: Library, ids: Sequence[int], text: str | None = None, *, pinned: bool = False) -> list[NewKey]:
    """The keys that ``rekey`` would give. ``text``: the pattern, the library's where None; ``pinned``: also records whose
    key the user chose. Raises BadKeyPatternError."""
    return _planned(library, _understood(pattern_of(library) if text is None else text), ids, pinned=pinned)


def _planned(library: Library, pattern: KeyPattern, ids: Sequence[int], *, pinned: bool) -> list[NewKey]:
    keys = {row.id: row.key for row in library.shelf_rows(ids)}
    held = set() if pinned else library.chosen_keys(keys)
    leaving = {key.casefold() for one, key in keys.items() if one not in held}
    taken = {key.casefold() for key in _all_keys(library)} - leaving
    plan: list[NewKey] = []
    for (one, key), (_key, record) in zip(keys.items(), library.entries(list(keys)), strict=True):
        new = key if one in held else free_key(pattern, record, taken.__contains__)
        taken.add(new.casefold())
        plan.append(NewKey(one, key, new, one in held))
    return plan


def _all_keys(library: Library) -> list[str]:
    return [row.key for row in library.shelf_rows([*library.all_ids(), *library.binned()])]


def rekey(library: Library, plan: Sequence[NewKey]) -> Work[list[NewKey]]:
    """Give the records their new keys, all or none; return what was changed, for ``undo_rekey``. It can be taken back later
    too, with ``Library.undo_last``. Raises TakenKeyError, UnknownKeyError."""
    changing = [one for one in plan if one.changes]
    yield Progress(0, len(changing))
    if changing:
        library.set_keys({one.record: one.new for one in changing})
    return changing


def undo_rekey(library: Library, done: Sequence[NewKey]) -> Work[list[NewKey]]:
    """Give the records their old keys again; where nothing was done since, that act is taken back."""
    last = next(iter(library.undoable()), None)
    if last and last.what == "rekey" and set(last.facts["records"]) == {one.record for one in done}:
        yield Progress(0, len(done))
        library.undo_last()
        return [NewKey(one.record, one.new, one.old) for one in done]
    return (yield from rekey(library, [NewKey(one.record, one.new, one.old) for one in done]))


def _understood(text: str) -> KeyPattern:
    pattern, mistakes = parse_pattern(text)
    if mistakes:
        first = mistakes[0]
        raise BadKeyPatternError(text, first.start, pattern_sentence(first))
    return pattern


def pattern_sentence(mistake: PatternMistake) -> str:
    """What is wrong with a pattern."""
    return {
        Fault.TOKEN: _("There is no [{words}]"),
        Fault.MODIFIER: _(
            "“{words}” is no number of words, no (number of letters), and none of lower, upper, cap, abbr"
        ),
        Fault.SIGN: _("“{words}” cannot stand in a key"),
        Fault.BRACKET: _("A bracket is not closed"),
        Fault.EMPTY: _("It has no token in brackets"),
    }[mistake.fault].format(words=mistake.words)
