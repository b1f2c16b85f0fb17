"""Addresses: of a page that an archive kept, and the date that stands in one.

Such dates are ``/2019/04/28/``, ``/2019/apr/28/``, ``/2019-04/28/``, ``/2019/0428/``, ``-20190428``.
"""

import re

from reindreader.model.dates import PartialDate

_YEAR, _MONTH = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)",
    r"(?P<month>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<gap>[/_.-]){_MONTH}(?:(?P=gap)|/)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        r"(?<=[/_.-])(?P<year>(?:19|20)\d\d)/?(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\dA-Za-z])",
        rf"(?<=/){_YEAR}[/-]{_MONTH}(?=/|$)",
    )
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:is|ph|today|md|li|fo|vn)|arquivo\.pt/(?:noFrame/)?(?:wayback|replay)|"
    r"[\w.-]*webarchive[\w.-]*/(?:web|wayback)(?:/archived?)?)/(?P<when>\d{4}[\d.-]*\w{0,4})/(?P<url>https?:/{1,2}[^/\s].*)"
)
"""Addresses of kept copies, which hold that of the page (Wayback Machine, archive.today, Arquivo.pt and others that run
the same programs)."""


def kept_copy(address: str) -> tuple[str, str | None]:
    """The address of a page, and that of its kept copy where the given one is such a copy's."""
    match = _ARCHIVED.fullmatch(address.strip())
    return (re.sub(r"^(https?):/(?=[^/])", r"\1://", match["url"]), address.strip()) if match else (address, None)


def dated_address(url: str) -> PartialDate | None:
    """The date in the path of an address, as far as it goes but never a year alone; None where there is none, or where two
    differ. When an archive kept the page is no date of it."""
    path = re.sub(r"\A\w+://[^/]*", "", kept_copy(url)[0]).partition("?")[0].partition("#")[0]
    for form in _FORMS:
        found = {_date(match) for match in form.finditer(path)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _date(match: re.Match[str]) -> PartialDate | None:
    said = match.groupdict()
    month = said["month"].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        return PartialDate(int(said["year"]), number, int(said["day"]) if said.get("day") else None)
    except ValueError:
        return None
