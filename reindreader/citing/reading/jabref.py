"""JabRef's groups, which it keeps in comments of the .bib file (JabRef, "Groups": ``jabref-meta: grouping`` and, up to 3.x,
``groupstree``)."""

import re
from collections.abc import Iterable, Mapping

Path = tuple[str, ...]
_META = re.compile(r"\s*jabref-meta:\s*(?:grouping|groupstree)\s*:\s*(.*)", re.DOTALL)
_LINE = re.compile(r"(\d+) (\w*Group):((?:\\.|[^;\\])*);?", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPLIT = re.compile(r"(?<!\\)(?:\\\\)*\\;|(?<!\\);")
_KEYED = {"ExplicitGroup", "StaticGroup"}


class Groups:
    """The tree of a file. A group holds entries by their ``groups`` field, or in older files by a list of their keys."""

    def __init__(self, comments: Iterable[str]) -> None:
        self._by_name: dict[str, list[Path]] = {}
        self._by_key: dict[str, list[Path]] = {}
        for comment in comments:
            match = _META.match(comment)
            if match:
                self._read(match[1])

    def _read(self, text: str) -> None:
        above: list[str] = []
        for match in _LINE.finditer(text.replace("\n", "")):
            depth, parts = int(match[1]), [_plain(part) for part in match[3].split("\\;")]
            name = parts[0].strip()
            if match[2] == "AllEntriesGroup" or not name:
                continue
            above = [*above[: max(depth - 1, 0)], name]
            path = tuple(above)
            if match[2] in _KEYED:
                self._by_name.setdefault(name, []).append(path)
                for key in parts[2:]:
                    self._by_key.setdefault(key.strip(), []).append(path)

    def of(self, key: str, fields: Mapping[str, str]) -> tuple[Path, ...]:
        """The groups that an entry is in."""
        names = [name.strip() for name in fields.get("groups", "").split(",")]
        named = [path for name in names if name for path in self._by_name.get(name, [(name,)])]
        return tuple(dict.fromkeys([*named, *(self._by_key.get(key, ()) if key else ())]))


def _plain(part: str) -> str:
    return _ESCAPED.sub(r"\1", part)
