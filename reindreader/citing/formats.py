"""The formats that records are exported in: one line of the table each, with its writer and what it leaves out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from types import MappingProxyType

from reindreader.citing import format_losses
from reindreader.citing.annotations.notes import write_markdown_notes, write_obsidian_notes, write_org_notes
from reindreader.citing.annotations.web import write_web_annotations
from reindreader.citing.bibliographies.packages import write_docx, write_odt
from reindreader.citing.bibliographies.texts import write_html, write_markdown, write_plain, write_rtf
from reindreader.citing.bibtex import losses as bibtex_losses
from reindreader.citing.bibtex.fields import Settings
from reindreader.citing.bibtex.writer import write_bib
from reindreader.citing.csl_json import write_csl_json
from reindreader.citing.hayagriva import write_hayagriva
from reindreader.citing.losses import Loss, Losses, Tally, losses_by
from reindreader.citing.options import PLAIN_JOB, Job
from reindreader.citing.ris.writer import write_ris
from reindreader.citing.schema_org import write_schema_org
from reindreader.citing.trimming import trimmed
from reindreader.citing.versions import linked_original
from reindreader.citing.xml.endnote import write_endnote
from reindreader.citing.xml.mods import write_mods
from reindreader.citing.xml.word import write_word
from reindreader.model.records import Link, LinkKind, Record

Entries = Iterable[tuple[str, Record]]
"""(key, record) pairs, in the order in which they are written."""


class Group(StrEnum):
    """What a file is for: records for other programs, a list to read, or highlights."""

    REFERENCES = "references"
    BIBLIOGRAPHY = "bibliography"
    HIGHLIGHTS = "highlights"


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    ``write``: entries -> the file's text, piece by piece (line ends LF); of a package its text, to be shown;
    ``losses``: the table; ``options``: names of ``ExportOptions`` that concern it; ``links``: whether it says that one
    record of the file is the original of another; ``pack``: the bytes, where the file is no text.
    """

    id: str
    suffix: str
    write: Callable[[Entries, Job], Iterator[str]]
    losses: Losses
    group: Group = Group.REFERENCES
    options: frozenset[str] = frozenset()
    links: bool = False
    pack: Callable[[Entries, Job], Iterator[bytes]] | None = None


def _bib(entries: Entries, job: Job, *, dialect: str, profile: str = "standard") -> Iterator[str]:
    chosen = job.options
    settings = Settings(
        profile, chosen.words, job.there, chosen.protect_titles, chosen.ascii, chosen.width, chosen.safe_keys
    )
    return write_bib(entries, dialect, settings)


def _csl_json(entries: Entries, job: Job) -> Iterator[str]:
    return write_csl_json(entries, ascii_only=bool(job.options.ascii))


_ALL = frozenset({"leave_out", "order"})
_BIB = _ALL | {"width", "protect_titles", "ascii", "safe_keys", "words"}
_DATA = _ALL | {"ascii", "words"}
_LIST = frozenset({"leave_out", "style", "language"})
_NOTES = frozenset({"order"})
_bibliography = partial(Format, losses=format_losses.BIBLIOGRAPHY, group=Group.BIBLIOGRAPHY, options=_LIST)
_notes = partial(Format, losses=format_losses.NOTES, group=Group.HIGHLIGHTS, options=_NOTES)

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.id: form
        for form in (
            Format(
                "biblatex", ".bib", partial(_bib, dialect="biblatex"), bibtex_losses.BIBLATEX, options=_BIB, links=True
            ),
            Format("bibtex", ".bib", partial(_bib, dialect="bibtex"), bibtex_losses.CLASSIC, options=_BIB),
            Format(
                "biblatex-apa",
                ".bib",
                partial(_bib, dialect="biblatex", profile="apa"),
                bibtex_losses.APA,
                options=_BIB,
                links=True,
            ),
            Format("csl-json", ".json", _csl_json, format_losses.CSL_JSON, options=_ALL | {"ascii"}),
            Format("ris", ".ris", write_ris, format_losses.RIS, options=_ALL | {"words"}),
            Format("mods", ".xml", write_mods, format_losses.MODS, options=_DATA, links=True),
            Format("endnote-xml", ".xml", write_endnote, format_losses.ENDNOTE, options=_DATA),
            Format("hayagriva", ".yaml", write_hayagriva, format_losses.HAYAGRIVA, options=_DATA | {"protect_titles"}),
            Format("word-sources", ".xml", write_word, format_losses.WORD, options=_DATA),
            Format("schema-org", ".jsonld", write_schema_org, format_losses.SCHEMA_ORG, options=_DATA, links=True),
            _bibliography("bibliography-text", ".txt", write_plain),
            _bibliography("bibliography-markdown", ".md", write_markdown),
            _bibliography("bibliography-html", ".html", write_html, options=_LIST | {"ascii"}),
            _bibliography("bibliography-rtf", ".rtf", write_rtf),
            _bibliography("bibliography-docx", ".docx", write_plain, pack=write_docx),
            _bibliography("bibliography-odt", ".odt", write_plain, pack=write_odt),
            _notes("annotations", ".jsonld", write_web_annotations, options=_NOTES | {"ascii"}),
            _notes("notes-markdown", ".md", write_markdown_notes),
            _notes("notes-org", ".org", write_org_notes),
            _notes("notes-obsidian", ".md", write_obsidian_notes),
        )
    }
)
"""Format id -> format, in the order in which they are offered."""


def write(entries: Entries, form: str, job: Job = PLAIN_JOB) -> Iterator[str]:
    """A file's text in a format (KeyError for one that is not in ``FORMATS``), piece by piece.

    The entries come in the order in which they are written; what the options leave out is taken from them here.
    """
    return FORMATS[form].write(_trimmed(entries, job), job)


def write_bytes(entries: Entries, form: str, job: Job = PLAIN_JOB) -> Iterator[bytes]:
    """The file itself (UTF-8), piece by piece."""
    pack = FORMATS[form].pack
    if pack is not None:
        return pack(_trimmed(entries, job), job)
    return (piece.encode("utf-8", "replace") for piece in write(entries, form, job))


def losses(record: Record, form: str, job: Job = PLAIN_JOB) -> tuple[Loss, ...]:
    """What the format leaves out of a record, or says in another way; what the user left out is no loss."""
    return losses_by(FORMATS[form].losses, _lossy(record, form, job))


def count_losses(tally: Tally, record: Record, form: str, job: Job = PLAIN_JOB) -> None:
    """Add them to those of other records."""
    tally.count(FORMATS[form].losses, _lossy(record, form, job))


def _lossy(record: Record, form: str, job: Job) -> Record:
    """The record without what the user left out, and without links that the format writes."""
    record = trimmed(record, job.options.leave_out) if job.options.leave_out else record
    if FORMATS[form].links and linked_original(record, job.there):
        return replace(record, links=tuple(link for link in record.links if not _written(link, job)))
    return record


def _written(link: Link, job: Job) -> bool:
    """Whether the link leads to an original in the same file."""
    target = link.target
    return link.kind is LinkKind.TRANSLATION_OF and isinstance(target, int) and target in job.there


def _trimmed(entries: Entries, job: Job) -> Entries:
    gone = job.options.leave_out
    return ((key, trimmed(record, gone)) for key, record in entries) if gone else entries
