"""Small styles and invented items for the tests."""

from __future__ import annotations

from typing import Any

from reindreader.csl import CiteItem, Cluster, Document, Style
from tests.csl import shelf

HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0" {attrs}>'
    "<info><title>A test</title><id>http://example.org/test</id></info>"
)


def xml(
    layout: str = '<text variable="title"/>',
    *,
    citation: str = "",
    around: str = "",
    sort: str = "",
    bibliography: str = "",
    entries: str = "",
    entry_sort: str = "",
    entry_around: str = "",
    macros: str = "",
    locale: str = "",
    kind: str = "in-text",
    attrs: str = "",
) -> str:
    """A style's text. `layout` and `bibliography` are what the layouts hold; the rest are attributes and neighbours."""
    out = HEAD.format(kind=kind, attrs=attrs) + locale + macros
    out += f"<citation {citation}>{_sort(sort)}<layout {around}>{layout}</layout></citation>"
    if bibliography:
        out += (
            f"<bibliography {entries}>{_sort(entry_sort)}<layout {entry_around}>{bibliography}</layout></bibliography>"
        )
    return out + "</style>"


def _sort(keys: str) -> str:
    return f"<sort>{keys}</sort>" if keys else ""


def style(layout: str = '<text variable="title"/>', language: str | None = None, **parts: str) -> Style:
    return shelf.compiled(xml(layout, **parts), language)


def name(family: str, given: str = "", **parts: Any) -> dict[str, Any]:
    return {"family": family, "given": given, **parts}


def item(item_id: str = "a", **fields: Any) -> dict[str, Any]:
    fields = {key.replace("_", "-"): value for key, value in fields.items()}
    return {"id": item_id, "type": "book", **fields}


def year(number: int) -> dict[str, Any]:
    return {"date-parts": [[number]]}


def cited(compiled: Style, *items: dict[str, Any], html: bool = False, **cite: Any) -> str:
    """One citation of all the items, as text."""
    document = Document(compiled, items)
    cites = tuple(CiteItem(str(one["id"]), **cite) for one in items)
    document.cite(Cluster("c", cites, note=1 if compiled.kind == "note" else 0))
    shown = document.citation("c")
    return shown.html() if html else shown.text()


def each(compiled: Style, *items: dict[str, Any]) -> list[str]:
    """A citation an item, in the order given."""
    document = Document(compiled, items)
    document.arrange([Cluster(str(n), (CiteItem(str(one["id"])),), n) for n, one in enumerate(items, 1)])
    return [document.citation(str(n)).text() for n in range(1, len(items) + 1)]


def entries(compiled: Style, *items: dict[str, Any], html: bool = False) -> list[str]:
    """The bibliography of all the items."""
    document = Document(compiled, items, uncited=[str(one["id"]) for one in items])
    shown = [entry.output for entry in document.bibliography().entries]
    return [one.html() if html else one.text() for one in shown]


SHORT = '<names variable="author"><name form="short" initialize-with=". "/></names><date variable="issued" prefix=" "><date-part name="year"/></date>'
ET_AL = 'et-al-min="3" et-al-use-first="1" '
GIVEN, NAMES, SUFFIX = (f'disambiguate-add-{one}="true" ' for one in ("givenname", "names", "year-suffix"))


def works(*lists: str, years: int = 2000) -> list[dict[str, Any]]:
    """Items by authors written `Family Given, Family Given`, all of one year."""
    out = []
    for index, persons in enumerate(lists):
        author = [name(*person.split(" ", 1)) for person in persons.split(", ")]
        out.append(item(chr(97 + index), author=author, issued=year(years), title=f"T{index}"))
    return out
