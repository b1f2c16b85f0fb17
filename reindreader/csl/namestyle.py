"""One cs:name's options, and how it prints one name (CSL 1.0.2, Name, Name-part Order, Name-part Formatting)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from . import richtext
from .people import Person
from .scope import Scope, affix
from .textcase import text_case
from .textelement import case_of
from .tree import Deco, Node, Piece, format_of, joined
from .xmltree import Element

INITIALS, FULL = 1, 2
# Between names of a sort key: less than anything in a name.
SORT_DELIMITER = "  "


@dataclass(frozen=True, slots=True)
class Part:
    """A cs:name-part: its case, its formatting and its affixes."""

    case: str = ""
    fmt: Deco | None = None
    affixes: Deco | None = None

    def text(self, text: str) -> Piece:
        """One word or words in the part's case and formatting."""
        piece = richtext.parse(text_case(text, self.case) if self.case else text)
        return Node([piece], self.fmt) if self.fmt else piece


@dataclass(slots=True)
class NameStyle:
    """A cs:name with everything it inherits. `cache` holds names that it has printed."""

    form: str
    conjunction: str
    delimiter: str
    precedes_last: str
    precedes_et_al: str
    et_al_min: int
    et_al_first: int
    later_min: int
    later_first: int
    use_last: bool
    initialize: bool
    initialize_with: str | None
    hyphen: bool
    sort_order: str
    separator: str
    demote: str
    deco: Deco | None
    family: Part
    given: Part
    et_al: Piece
    sorting: bool
    particle_space: str = " "
    cache: dict[tuple[Person, bool, int], Piece] = field(default_factory=dict)

    def name(self, person: Person, first: bool, level: int = 0) -> Piece:
        """The name as it stands first or later in a list, its given name expanded to `level` at least."""
        inverted = self.sort_order == "all" or (first and self.sort_order == "first")
        key = (person, inverted, level)
        piece = self.cache.get(key)
        if piece is None:
            piece = self.cache[key] = self._print(person, inverted, level)
        return piece

    def inverts(self, person: Person, first: bool) -> bool:
        """Whether the family name comes first because of name-as-sort-order."""
        if person.literal or person.asian or self.form == "short":
            return False
        return self.sort_order == "all" or (first and self.sort_order == "first")

    def _print(self, person: Person, inverted: bool, level: int) -> Piece:
        if person.literal:
            return self._literal(person)
        if self.form == "short" and not level:
            return self._short(person)
        given = self._given(person, level)
        if person.asian:
            return self._family_first(person, given)
        return self._inverted(person, given) if inverted else self._straight(person, given)

    def _family_first(self, person: Person, given: str) -> Piece:
        """A name whose family name comes first in any case."""
        out = [self._around(self.family, [self.family.text(person.family)])]
        if given:
            out += [" "] if person.spaced else []
            out.append(self._around(self.given, [self.given.text(given)]))
        return joined(out)

    def _literal(self, person: Person) -> Piece:
        text = person.literal
        if self.sorting:
            text = re.sub(r"^(?:an?|the)\s+", "", text, flags=re.IGNORECASE)
        return self._around(self.family, [self.family.text(text)])

    def _short(self, person: Person) -> Piece:
        if person.asian:
            return self._around(self.family, [self.family.text(person.family)])
        if self.sorting and self.demote != "never":
            return self.family.text(person.family)
        words = _spaced([(person.non_dropping, self.family), (person.family, self.family)], self.particle_space)
        return self._around(self.family, words)

    def _straight(self, person: Person, given: str) -> Piece:
        words = _spaced([
            (person.dropping, self.given), (person.non_dropping, self.family), (person.family, self.family),
        ])  # fmt: skip
        if person.suffix:
            words += [", " if person.comma_suffix else " ", richtext.parse(person.suffix)]
        family = self._around(self.family, words)
        if not given:
            return family
        return joined([self._around(self.given, [self.given.text(given)]), " ", family])

    def _inverted(self, person: Person, given: str) -> Piece:
        demoted = self.demote == "display-and-sort" or (self.sorting and self.demote != "never")
        leading = [(person.family, self.family)]
        trailing = [(given, self.given), (person.dropping, self.given)]
        if demoted:
            trailing.append((person.non_dropping, self.family))
        else:
            leading.insert(0, (person.non_dropping, self.family))
        out = [self._around(self.family, _spaced(leading, self.particle_space))]
        rest = _spaced(trailing)
        if rest:
            out += [self.separator, self._around(self.given, rest)]
        if person.suffix:
            out += [self.separator, richtext.parse(person.suffix)]
        return joined(out)

    @staticmethod
    def _around(part: Part, pieces: list[Piece]) -> Piece:
        return Node(pieces, part.affixes) if part.affixes else joined(pieces)

    def _given(self, person: Person, level: int) -> str:
        if not person.given or self.initialize_with is None or _has_no_initials(person.given):
            return person.given
        if level >= FULL or not self.initialize:
            return with_initials_marked(person.given, self.initialize_with)
        return initials(person.given, self.initialize_with, self.hyphen)


_LETTERED = re.compile(
    r"[-0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0531-\u0587\u0590-\u06ff\u0750-\u077f\u0900-\u0dff\u0e01-\u0e5b\u10a0-\u10ff"
    r"\u1e00-\u1fff\u200c-\u200f\u202a-\u202e<'’‘‐. ]"
)
"""How a given name begins whose writing has letters. Chinese characters, kana and Hangul are never shortened."""


def _has_no_initials(given: str) -> bool:
    return not _LETTERED.match(given)


def _spaced(words: list[tuple[str, Part]], family_space: str = " ") -> list[Piece]:
    """Words with spaces between, but none after an apostrophe or a hyphen; `family_space` stands before the last."""
    out: list[Piece] = []
    glue = ""
    for text, part in words:
        if text:
            if glue:
                out.append(glue)
            out.append(part.text(text))
            glue = "" if text[-1] in "'’‘-‐ " and len(text) > 1 else family_space
    return out


_TAG = re.compile(r"(</?[^<>]+>)")
_UNIT = re.compile(r"([-‐]?)([^\s.\-‐]+)(\.?)")


@lru_cache(maxsize=100_000)
def initials(given: str, mark: str, hyphen: bool) -> str:
    """Given names as initials with `mark` after each; words in lower case stay, spaced; `Ph.` stays whole."""
    if "<" in given:
        return "".join(
            part if part[:1] == "<" else _marked_up(part, mark, hyphen) for part in _TAG.split(given) if part
        )
    return _initials(given, mark, hyphen).strip()


def _marked_up(part: str, mark: str, hyphen: bool) -> str:
    lead = " " if part[0] == " " else "-" if part[0] in "-‐" and hyphen else ""
    return lead + _initials(part.lstrip("-‐"), mark, hyphen).strip()


def _initials(given: str, mark: str, hyphen: bool) -> str:
    out = ""
    for dash, word, dot in _UNIT.findall(given):
        if word.islower() and word[0].isalpha():
            if not dash:
                out = f"{out.rstrip()} {word} " if out else word + " "
            continue
        letters = word if dot and len(word) > 1 and word[1:].isalpha() else word[:1]
        if dash and hyphen and out:
            out = f"{out.rstrip()}-{letters}{mark}"
        else:
            out += letters + mark
    return out


@lru_cache(maxsize=100_000)
def with_initials_marked(given: str, mark: str) -> str:
    """Full given names; abbreviations and initials among them get `mark` (`initialize="false"`)."""
    if "<" in given:
        return "".join(part if part[:1] == "<" else _marked_or_not(part, mark) for part in _TAG.split(given) if part)
    return _with_marks(given, mark)


def _marked_or_not(part: str, mark: str) -> str:
    return (part[0] if part[0] in " -" else "") + _with_marks(part.lstrip(" -"), mark)


def _with_marks(given: str, mark: str) -> str:
    out = ""
    for word in re.findall(r"[^\s.]+\.?", given):
        bare = word.rstrip(".")
        if word[-1] == "." or (len(bare) == 1 and bare.isupper()):
            out += bare + mark
        elif out and bare[0] in "-‐":
            out = out.rstrip() + word + " "
        else:
            out = (out.rstrip() + " " if out else "") + word + " "
    return out.strip()


def compile_style(element: Element | None, et_al: Element | None, scope: Scope) -> NameStyle:
    """A cs:name (None: an absent one) with what it inherits from the scope."""
    options = _options(element, scope)
    parts = {kid.get("name"): _part(kid) for kid in element.all("name-part")} if element else {}
    minimum, first = _whole(options, "et-al-min", 0), _whole(options, "et-al-use-first", -1)
    return NameStyle(
        form=options.get("form", "long"),
        conjunction="" if scope.sorting else _conjunction(options.get("and", ""), scope),
        delimiter=SORT_DELIMITER if scope.sorting else options.get("delimiter", ", "),
        precedes_last=options.get("delimiter-precedes-last", "contextual"),
        precedes_et_al=options.get("delimiter-precedes-et-al", "contextual"),
        et_al_min=minimum,
        et_al_first=first,
        later_min=_whole(options, "et-al-subsequent-min", minimum),
        later_first=_whole(options, "et-al-subsequent-use-first", first),
        use_last=options.get("et-al-use-last") == "true",
        initialize=options.get("initialize") != "false",
        initialize_with=options.get("initialize-with"),
        hyphen=scope.style_options.get("initialize-with-hyphen") != "false",
        sort_order=options.get("name-as-sort-order", ""),
        separator=options.get("sort-separator", ", "),
        demote=scope.style_options.get("demote-non-dropping-particle", "display-and-sort"),
        deco=scope.deco(element) if element else None,
        family=parts.get("family", Part()),
        given=parts.get("given", Part()),
        et_al=_et_al(et_al, scope),
        sorting=scope.sorting,
        # French does not let a line end between a particle and its name.
        particle_space="\u00a0" if scope.locale.lang.startswith("fr") and not scope.sorting else " ",
    )


def _options(element: Element | None, scope: Scope) -> Mapping[str, str]:
    options = {name.removeprefix("name-") if name in ("name-form", "name-delimiter") else name: value
               for name, value in scope.options.items()}  # fmt: skip
    options.update(element.attrs if element else {})
    if scope.sorting and options.get("form") != "count":
        options["name-as-sort-order"] = "all"
    options.update(scope.forced)
    return options


def _whole(options: Mapping[str, str], name: str, default: int) -> int:
    value = options.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else default


def _conjunction(kind: str, scope: Scope) -> str:
    if kind == "text":
        return scope.locale.term("and") or "and"
    return "&" if kind == "symbol" else ""


def _part(element: Element) -> Part:
    fmt = format_of(element.attrs)
    prefix, suffix = affix(element.get("prefix")), affix(element.get("suffix"))
    affixes = Deco(prefix=prefix, suffix=suffix) if prefix or suffix else None
    return Part(case_of(element), Deco(fmt=fmt) if fmt else None, affixes)


def _et_al(element: Element | None, scope: Scope) -> Piece:
    name = element.get("term", "et-al") if element else "et-al"
    text = scope.locale.term(name) or ""
    deco = scope.deco(element) if element else None
    return Node([text], deco) if deco and text else text
