"""Where a record's facts stand in EndNote's XML (the DTD that comes with EndNote, RSXML)."""

from reindreader.model.contributors import Role

TYPES: dict[str, tuple[int, str]] = {
    "article": (43, "Electronic Article"), "article-journal": (17, "Journal Article"),
    "article-magazine": (19, "Magazine Article"), "article-newspaper": (23, "Newspaper Article"), "bill": (4, "Bill"),
    "book": (6, "Book"), "broadcast": (3, "Audiovisual Material"), "chapter": (5, "Book Section"),
    "classic": (49, "Classical Work"), "collection": (28, "Edited Book"), "dataset": (59, "Dataset"),
    "entry": (53, "Encyclopedia"), "entry-dictionary": (52, "Dictionary"), "entry-encyclopedia": (53, "Encyclopedia"),
    "figure": (37, "Figure"), "graphic": (2, "Artwork"), "hearing": (14, "Hearing"),
    "interview": (26, "Personal Communication"), "legal_case": (7, "Case"), "legislation": (31, "Statute"),
    "manuscript": (36, "Manuscript"), "map": (20, "Map"), "motion_picture": (21, "Film or Broadcast"),
    "musical_score": (57, "Music"), "pamphlet": (24, "Pamphlet"), "paper-conference": (47, "Conference Paper"),
    "patent": (25, "Patent"), "periodical": (54, "Serial"), "personal_communication": (26, "Personal Communication"),
    "post": (56, "Blog"), "post-weblog": (56, "Blog"), "regulation": (46, "Government Document"), "report": (27, "Report"),
    "review": (17, "Journal Article"), "review-book": (17, "Journal Article"), "software": (9, "Computer Program"),
    "song": (57, "Music"), "standard": (58, "Standard"), "thesis": (32, "Thesis"), "treaty": (46, "Government Document"),
    "webpage": (12, "Web Page"),
}  # fmt: skip
"""CSL type -> ref-type, its number and its name; ``Generic`` for the others."""

GENERIC = (13, "Generic")

NAMES: tuple[tuple[str, Role], ...] = (
    ("authors", Role.AUTHOR),
    ("secondary-authors", Role.EDITOR),
    ("subsidiary-authors", Role.TRANSLATOR),
)
"""``subsidiary-authors`` is the translator of EndNote's books, book sections and classical works."""

TRANSLATED = frozenset({"book", "chapter", "collection"})
"""CSL types whose translators other programs read as such: of a bill bibutils makes sponsors of them, of a film performers."""

WORDED_ROLES: tuple[Role, ...] = tuple(
    role for role in Role if role not in {Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.PUBLISHER}
)

TITLES: tuple[tuple[str, str], ...] = (
    ("title", "title"), ("secondary-title", "container-title"), ("tertiary-title", "collection-title"),
    ("alt-title", "container-title-short"), ("short-title", "title-short"), ("translated-title", "original-title"),
)  # fmt: skip
"""``translated-title`` is the title in the other language: here the original's."""

FIELDS: tuple[tuple[str, str], ...] = (
    ("pages", "page"), ("volume", "volume"), ("number", "number-or-issue"), ("num-vols", "number-of-volumes"),
    ("edition", "edition"), ("section", "section"),
)  # fmt: skip
LATER_FIELDS: tuple[tuple[str, str], ...] = (
    ("pub-location", "publisher-place"), ("publisher", "publisher"), ("orig-pub", "original-words"), ("isbn", "serial-number"),
    ("accession-num", "archive_location"), ("call-num", "call-number"), ("electronic-resource-num", "DOI"),
    ("abstract", "abstract"),
)  # fmt: skip
LAST_FIELDS: tuple[tuple[str, str], ...] = (
    ("work-type", "genre"), ("remote-database-name", "archive"), ("remote-database-provider", "source"),
    ("language", "language"),
)  # fmt: skip

VARIABLES = frozenset(
    name for table in (TITLES, FIELDS, LATER_FIELDS, LAST_FIELDS) for _tag, name in table
) | {"issue", "number", "ISBN", "ISSN", "keyword", "note", "page"}  # fmt: skip
