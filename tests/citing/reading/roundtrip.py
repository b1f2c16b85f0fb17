"""What two .bib texts say differently: fields lost, and facts changed; not how they are set.

Made apart from the importer's maps: strings and parents are not looked at, only names of fields and words of values.
"""

import re

from reindreader.citing.bibtex.decoding import plain
from reindreader.citing.reading.bibtex_blocks import split

ALIASES = {"journal": "journaltitle", "address": "location", "school": "institution", "annote": "annotation", "pdf": "file",
           "archiveprefix": "eprinttype", "primaryclass": "eprintclass"}  # fmt: skip
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_LOWER = re.compile(r"[\s\u00a0\u2009\u00ad]+")


def words(value):
    return _LOWER.sub(" ", plain(value, ligatures=True).replace("–", "-").replace("—", "-")).strip()


def facts(entry):
    """Field -> words, by biblatex's names where the entry has not both."""
    fields = entry.fields
    found = {ALIASES.get(n, n) if ALIASES.get(n) not in fields else n: words(v) for n, v in fields.items()}
    if "date" in found:
        found["date"] = re.sub(r"[T ].*", "", found["date"])
    return {name: value for name, value in found.items() if value}


def differences(before, after):
    """(key, field, before, after) of all that a text of the first kind says, and that of the second does not."""
    old, new = split(before).entries, split(after).entries
    assert len(old) == len(new)
    return [
        (one.key, name, value, facts(two).get(name))
        for one, two in zip(old, new, strict=True)
        for name, value in facts(one).items()
        if not same(name, value, facts(two))
    ]


def same(name, value, after):
    if name in {"year", "month", "day"} and name not in after:
        return holds(value, after.get("date", ""), name)
    there = after.get(name)
    return there == value or (name == "date" and bool(there) and dated(value) == dated(there))


def dated(value):
    return re.sub(r"\b0+", "", value.replace("--", "/"))


def holds(value, date, name):
    """A part of a date is there as words, as a number, or as the beginning of a month's name."""
    parts = date.split("-")
    if name == "year":
        return re.sub(r"\D", "", value) in re.sub(r"\D", "", date)
    if name == "month":
        return (
            value[:3].lower() in [*MONTHS, "spr", "sum", "aut", "fal", "win"] or value.isdigit() or value[0].isdigit()
        )
    return value.zfill(2) == parts[-1]
