"""Where a record's facts stand in RIS (Research Information Systems, "RIS format specifications", 2011)."""

from reindreader.model.contributors import Role

TYPES: dict[str, str] = {
    "article": "EJOUR", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL",
    "book": "BOOK", "broadcast": "VIDEO", "chapter": "CHAP", "classic": "CLSWK", "collection": "EDBOOK",
    "dataset": "DATA", "document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC",
    "event": "GEN", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR", "interview": "PCOMM", "legal_case": "CASE",
    "legislation": "STAT", "manuscript": "UNPB", "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "performance": "GEN", "periodical": "SER",
    "personal_communication": "PCOMM", "post": "BLOG", "post-weblog": "BLOG", "regulation": "GOVDOC", "report": "RPRT",
    "review": "JOUR", "review-book": "JOUR", "software": "COMP", "song": "SOUND", "speech": "GEN", "standard": "STAND",
    "thesis": "THES", "treaty": "GOVDOC", "webpage": "ELEC",
}  # fmt: skip
"""CSL type -> TY."""

NAMES: tuple[tuple[str, Role], ...] = (
    ("AU", Role.AUTHOR),
    ("ED", Role.EDITOR),
    ("A4", Role.TRANSLATOR),
)
WORDED_ROLES: tuple[Role, ...] = tuple(
    role for role in Role if role not in {Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.PUBLISHER}
)

FIELDS: tuple[tuple[str, str], ...] = (
    ("TI", "title"), ("ST", "title-short"), ("T2", "container-title"), ("J2", "container-title-short"),
    ("T3", "collection-title"), ("PY", "year"), ("DA", "slashed-date"), ("VL", "volume"), ("IS", "issue"),
    ("M1", "number"), ("SP", "first-page"), ("EP", "last-page"), ("ET", "edition"), ("NV", "number-of-volumes"),
    ("SE", "section"), ("PB", "publisher"), ("CY", "publisher-place"), ("M3", "genre"), ("OP", "original-words"),
    ("SN", "ISSN"), ("SN", "ISBN"), ("DO", "DOI"), ("AN", "archive_location"), ("CN", "call-number"), ("DB", "archive"),
    ("DP", "source"), ("LA", "language"), ("UR", "URL"), ("Y2", "slashed-accessed"), ("AB", "abstract"), ("N1", "note"),
)  # fmt: skip
"""Tag and the name of the text (``sheets.TEXTS``, a CSL variable), in the order in which they are written."""

VARIABLES = frozenset(name for _tag, name in FIELDS) | {"page", "keyword"}
