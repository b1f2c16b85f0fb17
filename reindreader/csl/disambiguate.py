"""Disambiguation in its four methods (CSL 1.0.2, Disambiguation), near-linear: only ambiguous cites are tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from .context import NameList
from .items import Item
from .namestyle import FULL, INITIALS, NameStyle
from .people import Person
from .render import NONE, Expansion, bare_cite
from .style import Style
from .tree import plain


def expansions(style: Style, items: Sequence[Item], labels: Mapping[str, str]) -> dict[str, Expansion]:
    """What each item's cites need so that they differ; `items` in the order of the bibliography."""
    return _Work(style, items, labels).run()


def suffix_letters(index: int) -> str:
    """0 gives a, 25 z, 26 aa."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(97 + rest) + out
    return out


class _Work:
    def __init__(self, style: Style, items: Sequence[Item], labels: Mapping[str, str]) -> None:
        area = style.citation
        self.style = style
        self.items = items
        self.labels = labels
        self.found = {item.id: NONE for item in items}
        self.add_names = area.option("disambiguate-add-names")
        self.add_given = area.option("disambiguate-add-givenname")
        self.add_suffix = area.option("disambiguate-add-year-suffix")
        self.rule = area.options.get("givenname-disambiguation-rule", "by-cite")
        self.keys: dict[str, str] = {}
        self.lists: dict[str, list[NameList]] = {}
        self.tests: dict[str, int] = {}

    def run(self) -> dict[str, Expansion]:
        if not (self.add_names or self.add_given or self.add_suffix or self.style.tests_disambiguation):
            return self.found
        for item in self.items:
            self.look(item)
        groups = self.groups(self.items)
        if self.add_given and self.rule != "by-cite":
            self.expand_everywhere()
            groups = [rest for group in groups for rest in self.anew(group)]
        for group in groups:
            self.resolve(group)
        return self.found

    def anew(self, group: list[Item]) -> list[list[Item]]:
        """What stays ambiguous of a set after names were expanded: cites that differed before differ all the more."""
        for item in group:
            self.look(item)
        return self.groups(group)

    def look(self, item: Item) -> str:
        """Render the bare cite anew, and note its key and its name lists."""
        key, ctx = bare_cite(self.style, item, self.found[item.id], self.labels.get(item.id, ""))
        self.keys[item.id] = key
        self.lists[item.id] = ctx.lists
        self.tests[item.id] = ctx.tests
        return key

    def groups(self, items: Iterable[Item]) -> list[list[Item]]:
        """Items whose cites are the same, two and more."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            found[self.keys[item.id]].append(item)
        return [group for group in found.values() if len(group) > 1]

    def resolve(self, group: list[Item]) -> None:
        """Methods 1 to 4 for one set of ambiguous cites."""
        left = self.by_names(group) if self.add_names or (self.add_given and self.rule == "by-cite") else [group]
        if self.style.tests_disambiguation:
            left = [rest for part in left for rest in self.by_condition(part)]
        if self.add_suffix:
            for part in left:
                for index, item in enumerate(part):
                    self.found[item.id] = replace(self.found[item.id], suffix=suffix_letters(index))

    def by_condition(self, group: list[Item]) -> list[list[Item]]:
        """Method 3: conditions hold one after the other, until they make a difference; then the rest goes on."""
        count = self.found[group[0].id].condition + 1
        while count <= max(self.tests[item.id] for item in group):
            parts = self.split(group, partial(_with_condition, count=count))
            if parts is not None:
                return [rest for part in parts for rest in self.by_condition(part)]
            count += 1
        for item in group:  # items that only their entries tell apart keep what was tried
            self.found[item.id] = _with_condition(self.found[item.id], count - 1)
            self.look(item)
        return [group]

    # Names

    def by_names(self, group: list[Item]) -> list[list[Item]]:
        """Expand given names and add names step by step; return the sets that stay ambiguous."""
        left = [group]
        if self.add_given and self.rule == "by-cite":
            left = [rest for part in left for rest in self.by_given(part)]
        if self.add_names:
            left = [rest for part in left for rest in self.by_adding(part)]
        return left

    def split(self, group: list[Item], change: Callable[[Expansion], Expansion]) -> list[list[Item]] | None:
        """Change all of a group; the parts that stay ambiguous, or None (and nothing changed) if it does not help."""
        kept = {item.id: self.found[item.id] for item in group}
        for item in group:
            self.found[item.id] = change(self.found[item.id])
            self.look(item)
        if len({self.keys[item.id] for item in group}) > 1:
            return self.groups(group)
        for item in group:
            self.found[item.id] = kept[item.id]
        return None

    def by_given(self, group: list[Item]) -> list[list[Item]]:
        """Method 1, by cite: the first name that makes a difference is expanded."""
        for place in self.places(group):
            for level in (INITIALS, FULL):
                if self.differ(group, place, level):
                    parts = self.split(group, partial(_expanded, place=place, level=level))
                    if parts is not None:
                        return [rest for part in parts for rest in self.by_given(part)]
        return [group]

    def places(self, group: list[Item]) -> list[tuple[int, int]]:
        """The names shown in the group's cites: (list, place)."""
        lists = self.lists[group[0].id]
        return [(index, place) for index, one in enumerate(lists) for place in range(one.shown)]

    def differ(self, group: list[Item], place: tuple[int, int], level: int) -> bool:
        forms = set()
        for item in group:
            person, style = self.person(item, place)
            if person is None or style is None:
                return True
            forms.add(name_form(style, person, place[1] == 0, level))
        return len(forms) > 1

    def person(self, item: Item, place: tuple[int, int]) -> tuple[Person | None, NameStyle | None]:
        lists = self.lists[item.id]
        if place[0] >= len(lists) or place[1] >= len(lists[place[0]].persons):
            return None, None
        one = lists[place[0]]
        assert isinstance(one.style, NameStyle)
        return one.persons[place[1]], one.style

    def by_adding(self, group: list[Item]) -> list[list[Item]]:
        """Method 2: hidden names are added one by one, expanded too where that is allowed."""
        for index in range(max(len(self.lists[item.id]) for item in group)):
            most = max((len(self.lists[item.id][index].persons) for item in group if len(self.lists[item.id]) > index),
                       default=0)  # fmt: skip
            for count in range(2, most + 1):
                parts = self.added(group, index, count)
                if parts is not None:
                    return [rest for part in parts for rest in self.by_adding(part)]
        return [group]

    def added(self, group: list[Item], index: int, count: int) -> list[list[Item]] | None:
        if all(self.shown(item, index) >= min(count, self.total(item, index)) for item in group):
            return None
        parts = self.split(group, partial(_showing, index=index, count=count))
        if parts is not None or not self.add_given:
            return parts
        if self.rule.startswith("primary-name"):
            return None
        return self.added_and_expanded(group, index, count)

    def added_and_expanded(self, group: list[Item], index: int, count: int) -> list[list[Item]] | None:
        levels = (INITIALS,) if self.rule.endswith("-with-initials") else (INITIALS, FULL)
        for place in range(count):
            for level in levels:
                if not self.differ(group, (index, place), level):
                    continue
                change = partial(_shown_and_expanded, index=index, count=count, at=place, level=level)
                parts = self.split(group, change)
                if parts is not None:
                    return parts
        return None

    def shown(self, item: Item, index: int) -> int:
        lists = self.lists[item.id]
        return lists[index].shown if index < len(lists) else 0

    def total(self, item: Item, index: int) -> int:
        lists = self.lists[item.id]
        return len(lists[index].persons) if index < len(lists) else 0

    def expand_everywhere(self) -> None:
        """Method 1 for names as such: whoever shares a short form is expanded wherever they are cited."""
        levels = self.name_levels()
        primary = self.rule.startswith("primary-name")
        for item in self.items:
            for index, one in enumerate(self.lists[item.id]):
                for place, person in enumerate(one.persons[:1] if primary else one.persons):
                    level = levels.get((id(one.style), person), 0)
                    if level:
                        self.found[item.id] = self.found[item.id].expanding((index, place), level)

    def name_levels(self) -> dict[tuple[int, Person], int]:
        """How far each name must be expanded to differ from all others of its short form; absent: not at all."""
        primary = self.rule.startswith("primary-name")
        top = INITIALS if self.rule.endswith("-with-initials") else FULL
        alike: dict[tuple[int, str], set[Person]] = defaultdict(set)
        styles: dict[int, NameStyle] = {}
        for lists in self.lists.values():
            for one in lists:
                assert isinstance(one.style, NameStyle)
                styles[id(one.style)] = one.style
                for place, person in enumerate(one.persons[:1] if primary else one.persons[: one.shown]):
                    alike[id(one.style), name_form(one.style, person, place == 0, 0)].add(person)
        found: dict[tuple[int, Person], int] = {}
        for (style_id, _), persons in alike.items():
            if len(persons) > 1:
                for person, level in _levels(styles[style_id], persons, top):
                    found[style_id, person] = level
        return found


def _levels(style: NameStyle, persons: set[Person], top: int) -> Iterable[tuple[Person, int]]:
    """The least expansion that tells each of `persons` from the others."""
    left = set(persons)
    for level in range(INITIALS, top + 1):
        if level == INITIALS and (style.initialize_with is None or not style.initialize):
            continue
        forms: dict[str, list[Person]] = defaultdict(list)
        for person in persons:
            forms[name_form(style, person, True, level)].append(person)
        for same in forms.values():
            if len(same) == 1 and same[0] in left:
                left.discard(same[0])
                yield same[0], level


def name_form(style: NameStyle, person: Person, first: bool, level: int) -> str:
    """What a name prints at a level of expansion."""
    return plain(style.name(person, first, level))


def _with_condition(one: Expansion, count: int) -> Expansion:
    return replace(one, condition=count)


def _expanded(one: Expansion, place: tuple[int, int], level: int) -> Expansion:
    return one.expanding(place, level)


def _showing(one: Expansion, index: int, count: int) -> Expansion:
    return one.showing(index, count)


def _shown_and_expanded(one: Expansion, index: int, count: int, at: int, level: int) -> Expansion:
    return one.showing(index, count).expanding((index, at), level)
