"""Where a record's facts stand in Hayagriva's YAML (file-format.md of Hayagriva 0.9)."""

from reindreader.model.contributors import Role

TYPES: dict[str, tuple[str, str]] = {
    "article": ("article", "periodical"), "article-journal": ("article", "periodical"),
    "article-magazine": ("article", "periodical"), "article-newspaper": ("article", "newspaper"),
    "bill": ("legislation", "anthology"), "book": ("book", ""), "broadcast": ("video", "video"),
    "chapter": ("chapter", "book"), "classic": ("book", ""), "collection": ("anthology", ""), "dataset": ("repository", ""),
    "entry": ("entry", "reference"), "entry-dictionary": ("entry", "reference"),
    "entry-encyclopedia": ("entry", "reference"), "figure": ("artwork", ""), "graphic": ("artwork", ""),
    "legal_case": ("case", "anthology"), "legislation": ("legislation", ""), "manuscript": ("manuscript", ""),
    "map": ("misc", ""), "motion_picture": ("video", ""), "pamphlet": ("book", ""), "patent": ("patent", ""),
    "paper-conference": ("article", "proceedings"), "performance": ("performance", ""), "periodical": ("periodical", ""),
    "post": ("thread", "thread"), "post-weblog": ("article", "blog"), "regulation": ("legislation", ""),
    "report": ("report", ""), "review": ("article", "periodical"), "review-book": ("article", "periodical"),
    "software": ("repository", ""), "song": ("audio", ""), "thesis": ("thesis", ""), "webpage": ("web", "web"),
}  # fmt: skip
"""CSL type -> type, and the type of what it appeared in; ``misc`` for the others."""

AFFILIATED: dict[Role, str] = {
    Role.TRANSLATOR: "translator",
    Role.INTRODUCER: "introduction",
    Role.COMMENTATOR: "commentator",
    Role.ILLUSTRATOR: "illustrator",
    Role.COMPILER: "compiler",
    Role.CONTRIBUTOR: "collaborator",
}

WORDED_ROLES: tuple[Role, ...] = tuple(
    role for role in Role if role not in AFFILIATED.keys() | {Role.AUTHOR, Role.EDITOR, Role.PUBLISHER}
)

SERIALS: tuple[tuple[str, str], ...] = (
    ("doi", "DOI"), ("isbn", "ISBN"), ("issn", "ISSN"), ("pmid", "PMID"), ("pmcid", "PMCID"), ("serial", "number"),
)  # fmt: skip
"""Parts of ``serial-number``."""

VARIABLES = frozenset(text for _name, text in SERIALS) | {
    "publisher", "publisher-place", "container-title", "volume", "issue", "page", "edition", "abstract", "genre", "note",
    "archive", "archive_location", "call-number", "number-of-pages", "collection-title", "collection-number",
    "chapter-number", "number-of-volumes", "title-short",
}  # fmt: skip
