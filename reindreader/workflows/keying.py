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
_STEP = 200


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
    chosen = [library.get(one) for one in ids]
    held = {one.id for one in chosen if one.pinned and not pinned}
    leaving = {one.key.casefold() for one in chosen if one.id not in held}
    taken = {key.casefold() for key in _all_keys(library)} - leaving
    plan: list[NewKey] = []
    for one in chosen:
        new = one.key if one.id in held else free_key(pattern, one.record, taken.__contains__)
        taken.add(new.casefold())
        plan.append(NewKey(one.id, one.key, new, one.id in held))
    return plan


def _all_keys(library: Library) -> list[str]:
    ids = [*library.all_ids(), *library.binned()]
    return [row.key for at in range(0, len(ids), 500) for row in library.shelf_rows(ids[at : at + 500])]


def rekey(library: Library, plan: Sequence[NewKey]) -> Work[list[NewKey]]:
    """Give the records their new keys; return what was changed, for ``undo_rekey``. Raises TakenKeyError, UnknownKeyError."""
    done: list[NewKey] = []
    changing = [one for one in plan if one.changes]
    waiting = {one.old.casefold(): one for one in changing}
    for number, one in enumerate(changing):
        if number % _STEP == 0:
            yield Progress(number, len(changing))
        other = waiting.get(one.new.casefold())
        if other is not None and other is not one:  # its key is not free yet: it makes room
            library.set_key(other.record, f"{other.old}-rekeying-{other.record}", pinned=False)
        library.set_key(one.record, one.new, pinned=library.get(one.record).pinned)
        waiting.pop(one.old.casefold(), None)
        done.append(one)
    return done


def undo_rekey(library: Library, done: Sequence[NewKey]) -> Work[list[NewKey]]:
    """Give the records their old keys again."""
    return rekey(library, [NewKey(one.record, one.new, one.old) for one in done])


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
