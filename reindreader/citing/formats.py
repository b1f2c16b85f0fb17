"""The formats that records are exported in: one line of the table each, with its writer and what it leaves out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from reindreader.citing.bibtex import losses as bibtex_losses
from reindreader.citing.bibtex.fields import Settings
from reindreader.citing.bibtex.writer import write_bib
from reindreader.citing.csl_json import write_csl_json
from reindreader.citing.csl_tables import NAME_VARIABLES
from reindreader.citing.facts import FINDERS, Fact, lost_addresses, roles_but
from reindreader.citing.losses import Fate, Loss, Losses, Rule, losses_by
from reindreader.model.contributors import Role
from reindreader.model.records import Record

Entries = Iterable[tuple[str, Record]]
"""(key, record) pairs, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format. ``write``: entries -> the file, piece by piece (UTF-8, line ends LF); ``losses``: the table."""

    id: str
    suffix: str
    write: Callable[[Entries, Mapping[int, str]], Iterator[str]]
    losses: Losses


def _bib(entries: Entries, keys: Mapping[int, str], *, dialect: str, profile: str = "standard") -> Iterator[str]:
    return write_bib(entries, dialect, Settings(profile=profile, keys=keys))


def _csl_json(entries: Entries, _keys: Mapping[int, str]) -> Iterator[str]:
    return write_csl_json(entries)


CSL_JSON: Losses = {
    fact: Rule(Fate.PRIVATE, "custom", finder)
    for fact, finder in (
        *(
            (f, FINDERS[f])
            for f in (Fact.APPEARANCE, Fact.YEAR, Fact.ORIGINAL_LANGUAGE, Fact.OTHER_APPEARANCE, Fact.LINK)
        ),
        (Fact.ROLE, roles_but(*NAME_VARIABLES, Role.PUBLISHER)),
        *((f, FINDERS[f]) for f in (Fact.ROLE_TITLE, Fact.NAME_FORM, Fact.TITLE_FORM, Fact.ARCHIVED)),
        *((f, FINDERS[f]) for f in (Fact.TRANSLATION, Fact.LICENSE)),
        (Fact.URL, lost_addresses),
    )
}

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.id: form
        for form in (
            Format("biblatex", ".bib", partial(_bib, dialect="biblatex"), bibtex_losses.BIBLATEX),
            Format("bibtex", ".bib", partial(_bib, dialect="bibtex"), bibtex_losses.CLASSIC),
            Format("biblatex-apa", ".bib", partial(_bib, dialect="biblatex", profile="apa"), bibtex_losses.APA),
            Format("csl-json", ".json", _csl_json, CSL_JSON),
        )
    }
)
"""Format id -> format, in the order in which they are offered."""


def write(entries: Entries, form: str, keys: Mapping[int, str] = MappingProxyType({})) -> Iterator[str]:
    """A file in a format (KeyError for one that is not in ``FORMATS``), piece by piece.

    ``keys``: record id -> key of all records in the file, where links between them are to be written.
    """
    return FORMATS[form].write(entries, keys)


def losses(record: Record, form: str) -> tuple[Loss, ...]:
    """What the format leaves out of a record, or says in another way."""
    return losses_by(FORMATS[form].losses, record)
