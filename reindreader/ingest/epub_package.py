"""An EPUB's package: its chapters in reading order, its contents' labels, and what its metadata declare.

EPUB 3.3, 5 (package document) and EPUB 2.0.1 OPF, 2: the role of a creator or contributor is a MARC relator, in EPUB 2
an attribute, in EPUB 3 a ``meta`` that refines the element.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from reindreader.ingest.appearances import OWN
from reindreader.ingest.epub_contents import Contents, each, resolved
from reindreader.ingest.html_claims import language_tag
from reindreader.ingest.html_dates import declared_date
from reindreader.ingest.html_facts import clean
from reindreader.ingest.html_tree import local_name, words_of
from reindreader.ingest.zips import Parts
from reindreader.model.claims import Certainty, Claim, FilePlace, Value
from reindreader.model.contributors import ROLE_FIELDS, Contributor, Role
from reindreader.model.fields import APPEARANCE, VARIABLE
from reindreader.model.names import Name, parse_name
from reindreader.model.records import Relation, Title

_OPF = "{http://www.idpf.org/2007/opf}"
_RELATORS = {role.value: role for role in Role}
_WEB = re.compile(r"https?://[^\s/]+/\S+", re.IGNORECASE)
_LIVED = re.compile(
    r",?\s*[(\[]?(?:(?:active|fl\.?|b\.|born|d\.|died|ca?\.)\s*)*\d{3,4}\??(?:\s*(?:or|/)\s*\d{1,4}\??)?(?:\s*BCE?)?"
    r"(?:\s*[-–]\s*(?:ca?\.\s*)?(?:\d{3,4}\??(?:\s*BCE?)?)?)?[)\]]?\s*$",
    re.IGNORECASE,
)
"""The years of a life, which libraries put behind a name."""
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


@dataclass(frozen=True, slots=True)
class Package:
    """``chapters``: names of parts in reading order, those ``aside`` are read where something leads to them; ``labels``: what the
    contents call them; ``packed``: the day on which it was made; ``kinds``: what guide and landmarks say that they are; ``pages``: of the print edition, by part and
    ``id``; ``metadata``: its element."""

    chapters: tuple[str, ...]
    labels: dict[str, str]
    metadata: etree._Element | None
    packed: str = ""
    aside: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)


def package_of(parts: Parts) -> Package | None:
    """The package that the container names first, None where there is none."""
    container = parts.xml("META-INF/container.xml")
    roots = (
        [e.get("full-path") for e in container.iter() if local_name(e) == "rootfile"] if container is not None else []
    )
    path = next((one for one in roots if one), None) or next((n for n in parts.names if n.endswith(".opf")), "")
    root = parts.xml(path)
    if root is None:
        return None
    items = {item.get("id", ""): item for item in each(root, "item")}
    refs = [(items[ref.get("idref", "")], ref) for ref in each(root, "itemref") if ref.get("idref", "") in items]
    pages = [
        (resolved(path, item.get("href", "")), ref.get("linear") == "no")
        for item, ref in refs
        if item.get("media-type", "") in _PAGES and "nav" not in (item.get("properties") or "").split()
    ]
    contents = Contents.of(parts, path, list(items.values()))
    guide = {resolved(path, e.get("href", "")): e.get("type", "") for e in each(root, "reference")}
    return Package(
        tuple(dict(pages)),
        contents.labels,
        next(each(root, "metadata"), None),
        parts.day(path),
        frozenset(chapter for chapter, aside in pages if aside),
        guide | contents.kinds,
        contents.pages,
    )


def is_locked(parts: Parts) -> bool:
    """Whether chapters are encrypted. Obfuscated fonts are not counted (EPUB 3.3, 4.4)."""
    listed = parts.xml("META-INF/encryption.xml")
    addresses = (
        [e.get("URI", "") for e in listed.iter() if local_name(e) == "cipherreference"] if listed is not None else []
    )
    return any(address.casefold().endswith((".xhtml", ".html", ".htm", ".xml")) for address in addresses)


def declared(metadata: etree._Element | None, packed: str = "") -> tuple[Claim, ...]:
    """The claims of a package's metadata. ``packed``: the day on which the file was made: programs give it where nobody
    gives a date, and then it dates no text."""
    if metadata is None:
        return ()
    refined = _refinements(metadata)
    made = {packed, *(clean(e.text)[:10] for e in each(metadata, "meta") if e.get("property") == "dcterms:modified")}
    found = [
        claim
        for element in metadata.iter("{*}*")
        for claim in _claims(element, refined)
        if not (local_name(element) == "date" and clean(element.text)[:10] in made)
    ]
    outlet = next((claim for claim in found if claim.field.startswith(APPEARANCE)), None)
    if outlet:
        found.append(replace(outlet, field=APPEARANCE + "relation", value=Relation.TRANSLATION.value))
    first = [next(claim for claim in found if claim.field == name) for name in dict.fromkeys(c.field for c in found)]
    people = frozenset(ROLE_FIELDS.values())
    return tuple(dict.fromkeys(claim for claim in found if claim.field in people or claim in first))


def _refinements(metadata: etree._Element) -> dict[str, dict[str, str]]:
    """Of each element (by its id) what EPUB 3's ``meta`` says of it."""
    refined: dict[str, dict[str, str]] = {}
    for meta in each(metadata, "meta"):
        if meta.get("refines") and meta.text:
            refined.setdefault(meta.get("refines", "").lstrip("#"), {}).setdefault(
                meta.get("property", ""), clean(meta.text)
            )
    return refined


def _claims(element: etree._Element, refined: dict[str, dict[str, str]]) -> Iterator[Claim]:
    tag, words = local_name(element), clean(words_of(element))
    about = refined.get(element.get("id", ""), {})
    if words and tag in {"creator", "contributor"}:
        yield from _person(element, tag, words, about)
    elif words and tag in _VALUES and not _set_aside(element, about):
        field, item, value_of = _VALUES[tag]
        value = value_of(words)
        if value is not None:
            yield _claim(field, value, FilePlace(f"OPF dc:{tag}", words), item)


def _set_aside(element: etree._Element, about: dict[str, str]) -> bool:
    """A subtitle or a short form of the title; the day of a conversion."""
    event = element.get(_OPF + "event", "publication")
    return about.get("title-type", "main") != "main" or event != "publication"


def _isbn(words: str) -> str | None:
    digits = words.casefold().removeprefix("urn:").removeprefix("isbn").lstrip(":- ").replace("-", "").replace(" ", "")
    return digits.upper() if len(digits) in {10, 13} and digits[:-1].isdigit() else None


_VALUES: dict[str, tuple[str, int, Callable[[str], Value | None]]] = {
    "title": ("title", 0, Title),
    "language": ("language", 0, language_tag),
    "date": (APPEARANCE + "date", OWN, declared_date),
    "source": (APPEARANCE + "url", OWN, lambda words: words if _WEB.fullmatch(words) else None),
    "rights": ("license", 0, lambda words: words[:500]),
    "identifier": (VARIABLE + "ISBN", 0, _isbn),
    "publisher": (VARIABLE + "publisher", 0, str),
}
"""Elements of Dublin Core by the field and the appearance that they fill, and how their words are read."""


def _claim(field: str, value: Value, place: FilePlace, item: int = 0) -> Claim:
    return Claim(field, value, Certainty.DECLARED, (place,), item)


def _person(element: etree._Element, tag: str, words: str, about: dict[str, str]) -> Iterator[Claim]:
    code = (about.get("role") or element.get(_OPF + "role") or "").rpartition(":")[2].casefold()
    role = _RELATORS.get(code) if code else (Role.AUTHOR if tag == "creator" else Role.CONTRIBUTOR)
    if role is None:
        return  # a book producer, a cover designer …: no role that a citation knows
    words = _LIVED.sub("", words)
    name = _named(words, about.get("file-as") or element.get(_OPF + "file-as") or "")
    place = FilePlace(f"OPF dc:{tag}" + (f" role {code}" if code else ""), words)
    yield _claim(ROLE_FIELDS[role], Contributor(role, name), place)


def _named(words: str, filed: str) -> Name:
    """The name; split where the form to file it by has the same words in another order."""
    if "," in words:
        return parse_name(words)
    family, _, given = (part.strip() for part in filed.partition(","))
    if family and given and sorted(f"{family} {given}".split()) == sorted(words.split()):
        return Name.of(words, family, given)
    return Name(words)
