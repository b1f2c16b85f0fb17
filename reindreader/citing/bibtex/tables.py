"""Where a record's facts stand in BibLaTeX (manual, 2.1 and 2.2) and in classic BibTeX (btxdoc, 3.1 and 3.2)."""

from functools import lru_cache

from reindreader.model.contributors import Role

BIBLATEX_TYPES: dict[str, str] = {
    "article": "article", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "bill": "misc", "book": "book", "broadcast": "misc", "chapter": "incollection", "classic": "book",
    "collection": "collection", "dataset": "dataset", "document": "misc", "entry": "inreference",
    "entry-dictionary": "inreference", "entry-encyclopedia": "inreference", "event": "misc", "figure": "misc",
    "graphic": "misc", "hearing": "misc", "interview": "misc", "legal_case": "misc", "legislation": "misc",
    "manuscript": "unpublished", "map": "misc", "motion_picture": "misc", "musical_score": "misc", "pamphlet": "booklet",
    "paper-conference": "inproceedings", "patent": "patent", "performance": "misc", "periodical": "periodical",
    "personal_communication": "misc", "post": "online", "post-weblog": "online", "regulation": "misc", "report": "report",
    "review": "article", "review-book": "article", "software": "misc", "song": "misc", "speech": "misc",
    "standard": "misc", "thesis": "thesis", "treaty": "misc", "webpage": "online",
}  # fmt: skip
"""CSL type -> entry type. ``misc`` for software: biblatex-chicago stops at ``@software``."""

CLASSIC_TYPES: dict[str, str] = {
    "article": "article", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "classic": "book", "collection": "book", "entry": "incollection",
    "entry-dictionary": "incollection", "entry-encyclopedia": "incollection", "manuscript": "unpublished",
    "pamphlet": "booklet", "paper-conference": "inproceedings", "report": "techreport", "review": "article",
    "review-book": "article", "software": "misc", "thesis": "phdthesis",
}  # fmt: skip
"""CSL type -> entry type; ``misc`` for the others."""

SUBTYPES: dict[str, str] = {
    "article-newspaper": "newspaper", "article-magazine": "magazine",
}  # fmt: skip
"""CSL type -> ``entrysubtype``."""

APA_SUBTYPES: dict[str, str] = {"article-newspaper": "nonacademic", "article-magazine": "nonacademic"}
"""The same for biblatex-apa, which prints any other subtype in brackets."""

OUTLETS: dict[str, str] = {
    "article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle", "inreference": "booktitle",
    "thesis": "institution", "report": "institution", "online": "organization", "book": "publisher",
    "collection": "publisher", "booklet": "howpublished", "periodical": "publisher", "dataset": "publisher",
    "unpublished": "howpublished", "patent": "location", "misc": "howpublished",
}  # fmt: skip
"""Entry type -> the field of what it appeared in or with."""

CLASSIC_OUTLETS: dict[str, str] = {
    "article": "journal", "incollection": "booktitle", "inproceedings": "booktitle", "phdthesis": "school",
    "techreport": "institution", "book": "publisher", "booklet": "howpublished", "unpublished": "howpublished",
    "misc": "howpublished",
}  # fmt: skip

BIBLATEX_NAMES: dict[Role, str] = {
    Role.AUTHOR: "author",
    Role.EDITOR: "editor",
    Role.TRANSLATOR: "translator",
    Role.INTRODUCER: "introduction",
    Role.COMMENTATOR: "commentator",
}
CLASSIC_NAMES: dict[Role, str] = {Role.AUTHOR: "author", Role.EDITOR: "editor"}

WORDED_ROLES: tuple[Role, ...] = (
    Role.ADAPTER, Role.COMPILER, Role.ILLUSTRATOR, Role.PHOTOGRAPHER, Role.INTERVIEWER, Role.INTERVIEWEE,
    Role.PROOFREADER, Role.CONTRIBUTOR,
)  # fmt: skip
"""Roles without a field: they are said in words."""

CLASSIC_WORDED_ROLES: tuple[Role, ...] = (Role.TRANSLATOR, *WORDED_ROLES, Role.INTRODUCER, Role.COMMENTATOR)

BIBLATEX_VARIABLES: dict[str, str] = {
    "publisher": "publisher", "publisher-place": "location", "collection-title": "series", "edition": "edition",
    "volume": "volume", "issue": "number", "number": "number", "collection-number": "number", "chapter-number": "chapter",
    "page": "pages", "number-of-pages": "pagetotal", "number-of-volumes": "volumes", "container-title-short":
    "shortjournal", "title-short": "shorttitle", "event-title": "eventtitle", "event-place": "venue", "genre": "type",
    "medium": "howpublished", "version": "version", "status": "pubstate", "call-number": "library", "note": "note",
    "abstract": "abstract", "keyword": "keywords", "ISBN": "isbn", "ISSN": "issn", "DOI": "doi", "PMID": "eprint",
}  # fmt: skip
"""CSL variable -> field."""

CLASSIC_VARIABLES: dict[str, str] = {
    "publisher": "publisher", "publisher-place": "address", "collection-title": "series", "edition": "edition",
    "volume": "volume", "issue": "number", "number": "number", "collection-number": "number", "chapter-number": "chapter",
    "page": "pages", "genre": "type", "note": "note", "abstract": "abstract", "keyword": "keywords", "ISBN": "isbn",
    "ISSN": "issn", "DOI": "doi",
}  # fmt: skip

DATED_IN_BRACKETS = frozenset({"article", "periodical"})
"""Entry types whose date the standard styles set in round brackets, which they print empty where there is none."""

TITLE_IN_BRACKETS = frozenset({"dataset"})
"""Entry types whose title biblatex-chicago sets in round brackets, which it prints empty where there is none."""

NO_DATE = r"\bibstring{nodate}"
"""What stands in ``issue`` then: it is printed in those brackets ("n.d.", in the document's language)."""

UNPRINTED = r"\clearfield{related}"
"""What stands in ``execute`` (biblatex, 2.2.3) where a link is kept in the file and not printed."""

VERBATIM = frozenset({"doi", "url", "eprint", "file"})
"""Fields that are not typeset (biblatex, 2.2.1, "verbatim" and "uri")."""

LANGIDS: dict[str, str] = {
    "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "de-at": "austrian", "de-ch": "swissgerman", "el": "greek", "en": "english", "en-au": "australian",
    "en-ca": "canadian", "en-gb": "british", "en-nz": "newzealand", "en-us": "american", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "gl": "galician", "hr": "croatian",
    "hu": "hungarian", "is": "icelandic", "it": "italian", "lt": "lithuanian", "lv": "latvian", "mr": "marathi",
    "nb": "norsk", "nl": "dutch", "nn": "nynorsk", "no": "norsk", "pl": "polish", "pt": "portuguese",
    "pt-br": "brazilian", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene", "sr": "serbian",
    "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip
"""BCP 47 -> ``langid``, for the languages that biblatex has a localisation of (manual, table 2)."""

ORIGLANGUAGES: dict[str, str] = {
    "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "en-us": "american", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "gl": "galician", "hr": "croatian", "hu": "hungarian", "it": "italian", "ja": "japanese", "la": "latin",
    "lt": "lithuanian", "lv": "latvian", "mr": "marathi", "nb": "norwegian", "nn": "norwegian", "no": "norwegian",
    "nl": "dutch", "pl": "polish", "pt": "portuguese", "pt-br": "brazilian", "ro": "romanian", "ru": "russian",
    "sk": "slovak", "sl": "slovene", "sr": "serbian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip
"""BCP 47 -> ``origlanguage``: languages that biblatex has a string "from …" for (manual, 4.9.2.19)."""

LITERAL_LISTS = frozenset({"publisher", "location", "institution", "organization", "origlocation", "origpublisher"})
"""Fields that biblatex splits at the word "and" (manual, 2.2.1, "literal list")."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's month macros."""


@lru_cache(maxsize=512)
def langid(tag: str | None) -> str:
    """``langid`` of a BCP 47 tag, "" where biblatex has none."""
    return by_language(LANGIDS, tag) or ""


@lru_cache(maxsize=512)
def origlanguage(tag: str | None) -> str:
    """``origlanguage`` of a BCP 47 tag, "" where biblatex has none."""
    return by_language(ORIGLANGUAGES, tag) or ""


def by_language(table: dict[str, str], tag: str | None) -> str | None:
    """The value for a tag, or for its language alone; None where the language is not in the table."""
    parts = (tag or "").lower().split("-")
    region = next((part for part in parts[1:] if len(part) == 2), "")
    return table.get(f"{parts[0]}-{region}") or table.get(parts[0])
