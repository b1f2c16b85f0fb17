"""Where a record's facts stand in MODS 3.8 (user guidelines, Library of Congress)."""

from reindreader.model.contributors import Role

RESOURCES: dict[str, str] = {
    "broadcast": "moving image", "dataset": "software, multimedia", "figure": "still image", "graphic": "still image",
    "map": "cartographic", "motion_picture": "moving image", "musical_score": "notated music", "performance": "mixed material",
    "software": "software, multimedia", "song": "sound recording",
}  # fmt: skip
"""CSL type -> typeOfResource; ``text`` for the others."""

GENRES: dict[str, str] = {
    "article-journal": "periodical", "article-magazine": "periodical", "article-newspaper": "newspaper", "book": "book",
    "chapter": "book", "classic": "book", "collection": "book", "dataset": "numeric data", "entry": "encyclopedia",
    "entry-dictionary": "dictionary", "entry-encyclopedia": "encyclopedia", "graphic": "picture", "interview": "interview",
    "legal_case": "law report or digest", "legislation": "legislation", "map": "map", "motion_picture": "motion picture",
    "paper-conference": "conference publication", "patent": "patent", "periodical": "periodical",
    "personal_communication": "letter", "post": "web site", "post-weblog": "web site", "report": "technical report",
    "review": "review", "review-book": "review", "song": "sound", "speech": "speech", "standard": "standard or specification",
    "thesis": "thesis", "treaty": "treaty", "webpage": "web site",
}  # fmt: skip
"""CSL type -> a term of the MARC genre list."""

PARTS: tuple[tuple[str, str], ...] = (
    ("volume", "volume"), ("issue", "issue"), ("number", "number"), ("chapter", "chapter-number"), ("section", "section"),
)  # fmt: skip
"""``detail`` type and the variable."""

IDENTIFIERS: tuple[tuple[str, str], ...] = (
    ("doi", "DOI"), ("isbn", "ISBN"), ("issn", "ISSN"), ("pmid", "PMID"), ("pmcid", "PMCID"), ("local", "call-number"),
)  # fmt: skip

VARIABLES = frozenset({
    *(name for _kind, name in PARTS), *(name for _kind, name in IDENTIFIERS), "title-short", "genre", "publisher",
    "publisher-place", "edition", "number-of-pages", "abstract", "note", "keyword", "container-title",
    "container-title-short", "page", "collection-title", "collection-number",
})  # fmt: skip

WORDED_ROLES: tuple[Role, ...] = ()
"""Every role has its relator."""
