"""RIS files -> entries (Research Information Systems, "RIS format specifications", 2011, and what programs make of it)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reindreader.citing.reading.drafts import Draft
from reindreader.citing.reading.flat import said_record, say, slashed_date
from reindreader.citing.reading.people import one_name
from reindreader.citing.reading.values import Bibliography, Broken, Entry, Notice, Remark
from reindreader.citing.ris.tables import TYPES as _WRITTEN
from reindreader.model.contributors import Contributor, Role
from reindreader.model.names import NameForm
from reindreader.model.records import TaggedText, Title

_LINE = re.compile(r"([A-Z][A-Z0-9])\s{1,3}-(?:\s(.*)|\s*)")
_TYPES = {tag: kind for kind, tag in reversed(_WRITTEN.items())} | {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "BLOG": "post-weblog",
    "CHART": "figure", "CONF": "paper-conference", "CTLG": "book", "DBASE": "dataset", "EBOOK": "book", "ECHAP": "chapter",
    "EJOUR": "article-journal", "ENCYC": "entry-encyclopedia", "EQUA": "figure", "ICOMM": "personal_communication",
    "INPR": "article-journal", "JFULL": "article-journal", "MANSCPT": "manuscript", "MULTI": "graphic", "SLIDE": "speech",
    "UNBILL": "bill", "VIDEO": "motion_picture", "WEB": "webpage", "GEN": "document", "PCOMM": "personal_communication",
    "GOVDOC": "report", "SER": "periodical", "DICT": "entry-dictionary", "HEAR": "hearing", "MUSIC": "musical_score",
    "JOUR": "article-journal", "ELEC": "webpage", "EDBOOK": "collection",
}  # fmt: skip
"""TY -> CSL type."""

_ROLES = {"AU": Role.AUTHOR, "A1": Role.AUTHOR, "ED": Role.EDITOR, "A2": Role.EDITOR, "A4": Role.TRANSLATOR}
_TEXTS = {
    "TI": "title", "T1": "title", "CT": "title", "BT": "container-title", "T2": "container-title", "JO": "container-title",
    "JF": "container-title", "J1": "container-title-short", "JA": "container-title-short", "J2": "container-title-short",
    "T3": "collection-title", "ST": "title-short", "PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed",
    "VL": "volume", "IS": "issue", "CP": "issue", "M1": "number", "ET": "edition", "NV": "number-of-volumes",
    "SE": "section", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "M3": "genre",
    "SN": "serial-number", "DO": "DOI", "DI": "DOI", "AN": "archive_location", "CN": "call-number", "DB": "archive",
    "DP": "source", "LA": "language", "UR": "URL", "AB": "abstract", "N2": "abstract",
}  # fmt: skip
_ALONE = frozenset({"BOOK", "EDBOOK", "EBOOK", "WHOLE"})
"""Types of which BT is the title itself."""


@dataclass(slots=True)
class _Lines:
    line: int
    raw: list[str] = field(default_factory=list)
    said: list[list[str]] = field(default_factory=list)


def read_ris(text: str) -> Bibliography:
    """The records of a RIS text: from TY to ER, or to the next TY where ER was forgotten."""
    entries: list[Entry] = []
    broken: list[Broken] = []
    for lines in _records(text):
        raw = "\n".join(lines.raw).strip("\n")
        if not lines.said or lines.said[0][0] != "TY":
            if raw.strip():
                broken.append(Broken(raw, lines.line, Remark(Notice.NOT_READABLE, lines.line, words=raw.strip()[:60])))
        else:
            entries.append(_entry(lines, raw))
    return Bibliography("ris", tuple(entries), tuple(broken))


def _records(text: str) -> Iterator[_Lines]:
    own = _Lines(1)
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        match = _LINE.fullmatch(line.strip("\r\u200b "))
        if match and match[1] == "TY" and own.raw:
            yield own
            own = _Lines(number)
        elif not own.raw and not line.strip():
            own.line = number + 1
            continue
        own.raw.append(line)
        if match and match[1] == "ER":
            yield own
            own = _Lines(number + 1)
        elif match:
            own.said.append([match[1], (match[2] or "").strip()])
        elif own.said and line.strip():
            own.said[-1][1] += f"\n{line.strip()}"
    yield own


def _entry(lines: _Lines, raw: str) -> Entry:
    kind = lines.said[0][1].upper()
    draft = Draft(kind=_TYPES.get(kind, "document"))
    if kind not in _TYPES:
        draft.unknown["TY"] = kind
    rest = [(tag, words) for tag, words in lines.said[1:] if words and not _say(draft, kind, tag, words)]
    notes = [words for tag, words in rest if tag == "N1"]
    _pages(draft, dict(reversed(rest)))
    _original(draft, dict(rest).get("OP", ""))
    words = [words for tag, words in lines.said if tag == "KW" for words in words.split("\n")]
    draft.variable("keyword", ", ".join(words))
    _keep(draft, [(tag, words) for tag, words in rest if tag not in {"N1", "KW", "ID", "SP", "EP"}])
    record = said_record(draft, notes)
    files = tuple(words for tag, words in lines.said if tag in {"L1", "L2", "L4"})
    key = next((words for tag, words in lines.said if tag == "ID"), "")
    return Entry(key, record, raw, lines.line, tags=tuple(dict.fromkeys(words)), files=files)


def _say(draft: Draft, kind: str, tag: str, words: str) -> bool:
    if tag in _ROLES:
        draft.add(_ROLES[tag], (one_name(one) for one in words.split("\n")))
        return True
    name = "title" if tag == "BT" and kind in _ALONE else _TEXTS.get(tag)
    return bool(name) and say(draft, str(name), words)


def _pages(draft: Draft, rest: dict[str, str]) -> None:
    first, last = rest.get("SP", ""), rest.get("EP", "")
    whole = f"{first}-{last}" if first and last and "-" not in first and first != last else first or last
    draft.variable("page", whole.replace("–", "-").replace("--", "-"))


def _original(draft: Draft, words: str) -> None:
    """``OP`` is free text; only a date alone can be placed."""
    date = slashed_date(words) if words else None
    if date:
        draft.there["date"] = date
    elif words:
        draft.unknown["OP"] = words


def _keep(draft: Draft, rest: list[tuple[str, str]]) -> None:
    """Tags without a place, several lines of one tag as one; the names in translation are forms of the authors' too."""
    for tag, words in rest:
        if tag != "OP":
            draft.unknown[tag] = f"{draft.unknown[tag]}; {words}" if tag in draft.unknown else words
    if "TT" in draft.unknown and draft.title:
        draft.title = Title(draft.title.text, draft.title.tag, (TaggedText(draft.unknown["TT"]),))
    translated = [one_name(words) for tag, words in rest if tag == "TA"]
    authors = [at for at, c in enumerate(draft.contributors) if c.role is Role.AUTHOR]
    if translated and len(translated) == len(authors):
        for at, name in zip(authors, translated, strict=True):
            if name:
                draft.contributors[at] = _with_form(draft.contributors[at], name.forms)


def _with_form(contributor: Contributor, forms: tuple[NameForm, ...]) -> Contributor:
    name = contributor.name
    return replace(contributor, name=replace(name, forms=(*name.forms, *forms)))
