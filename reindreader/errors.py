"""Every failure that a user can act on.

The errors carry facts, never sentences: the words are chosen at the edge (``workflows.wording``), in the
user's language. Each class is one situation; its fields say what and where.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class ReindreaderError(Exception):
    """The root of all failures that are told to the user."""

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"


@dataclass
class UnreadableFileError(ReindreaderError):
    """A file cannot be read at all. ``reason``: a key of ``wording.REASONS`` such as ``missing`` or ``folder``."""

    path: Path
    reason: str


@dataclass
class UnreachableError(ReindreaderError):
    """An address gives nothing to read. ``reason``: a key of ``wording.UNREACHED`` such as ``offline`` or ``too-large``.

    ``status``: of the server's answer (HTTP), 0 where there was none; ``detail``: a fact for the sentence.
    """

    address: str
    reason: str
    status: int = 0
    detail: str = ""


@dataclass
class UnwritableError(ReindreaderError):
    """A file or folder cannot be written. ``reason``: ``read-only``, ``full``, ``missing`` or ``other``."""

    path: Path
    reason: str


@dataclass
class NewerLibraryError(ReindreaderError):
    """The library was made by a newer program. It was not opened or changed."""

    path: Path
    schema: int
    supported: int


@dataclass
class NotALibraryError(ReindreaderError):
    """The file is there, but it is no library of ours, or it is damaged. ``detail`` is the storage engine's word."""

    path: Path
    detail: str


@dataclass
class LibraryBusyError(ReindreaderError):
    """Another program holds the library's write lock for too long."""

    path: Path


@dataclass
class UnknownKeyError(ReindreaderError):
    """No record has this citation key. ``near``: keys that look like it."""

    key: str
    near: tuple[str, ...] = ()


@dataclass
class SameRecordError(ReindreaderError):
    """Two records are wanted, and both are this one."""

    key: str


@dataclass
class TakenKeyError(ReindreaderError):
    """Another record has this citation key, perhaps in another case."""

    key: str


@dataclass
class UnknownCollectionError(ReindreaderError):
    """There is no collection at this path. ``paths``: those there are."""

    path: str
    paths: tuple[str, ...] = ()


@dataclass
class UnknownFieldError(ReindreaderError):
    """There is no field of this name. ``fields``: the names there are."""

    field_name: str
    fields: tuple[str, ...] = ()


@dataclass
class BadValueError(ReindreaderError):
    """A value does not fit its field. ``wanted``: a key of ``wording.WANTED`` that says what does."""

    field_name: str
    value: str
    wanted: str


@dataclass
class BadKeyPatternError(ReindreaderError):
    """A pattern for citation keys is not understood. ``place``: of the mistake, in code points; ``detail``: a sentence."""

    pattern: str
    place: int
    detail: str


@dataclass
class UnknownStyleError(ReindreaderError):
    """No style has this name, and no file either. ``near``: names that look like it."""

    style: str
    near: tuple[str, ...] = ()


@dataclass
class BadStyleError(ReindreaderError):
    """A CSL style cannot be used. ``line``: where in its text, None if nowhere in particular."""

    style: str
    line: int | None
    detail: str


@dataclass
class QuoteNotFoundError(ReindreaderError):
    """The words to quote do not stand in the text. ``count`` > 1: they stand there more than once."""

    words: str
    key: str
    count: int = 0
    paragraphs: tuple[int, ...] = field(default=())


@dataclass
class NoTextError(ReindreaderError):
    """The record has no article text to quote from."""

    key: str


@dataclass
class MissingResourceError(ReindreaderError):
    """A file that the program ships is not where it should be: the installation is broken."""

    name: str


@dataclass
class UnknownBackupError(ReindreaderError):
    """No backup, or several, have a name that begins so. ``names``: of those that are there."""

    name: str
    names: tuple[str, ...]
