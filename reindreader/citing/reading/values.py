"""What reading a bibliography file gives: entries, what could not be read, and what was noticed on the way."""

from dataclasses import dataclass
from enum import StrEnum

from reindreader.model.records import LinkKind, Record


class Notice(StrEnum):
    """What was noticed in a file."""

    NOT_CLOSED = "not-closed"
    NO_FIELDS = "no-fields"
    NOT_READABLE = "not-readable"
    NO_SUCH_FORMAT = "no-such-format"
    MISSING_COMMA = "missing-comma"
    DUPLICATE_FIELD = "duplicate-field"
    DUPLICATE_KEY = "duplicate-key"
    NO_KEY = "no-key"
    UNKNOWN_STRING = "unknown-string"
    UNKNOWN_PARENT = "unknown-parent"
    BAD_DATE = "bad-date"
    BAD_FORM = "bad-form"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a user may want to look at. ``line``: from 1; ``field``: of the file; ``words``: of the file."""

    notice: Notice
    line: int
    field: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class KeyLink:
    """A link to another entry of the file, by its key. ``reverse``: it is the other that comes from this one."""

    kind: LinkKind
    key: str
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a file. ``key``: as written there, "" where there is none; ``raw``: its text; ``line``: from 1.

    ``collections``: paths of nested groups; ``files``: as written there.
    """

    key: str
    record: Record
    raw: str
    line: int
    links: tuple[KeyLink, ...] = ()
    collections: tuple[tuple[str, ...], ...] = ()
    tags: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """An entry that could not be read, as text to repair. ``line``: where it begins; ``remark``: where it fails and why."""

    raw: str
    line: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A file. ``form``: a key of ``forms.TEXTS`` or ``forms.TREES``; ``comments``: free text between the entries, where the format
    has any."""

    form: str
    entries: tuple[Entry, ...]
    broken: tuple[Broken, ...] = ()
    comments: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
