"""Entry types of BibTeX, BibLaTeX and their elder relations -> CSL types (biblatex, 2.1)."""

_KINDS: dict[str, str] = {
    "article": "article-journal", "book": "book", "mvbook": "book", "inbook": "chapter", "bookinbook": "chapter",
    "suppbook": "chapter", "booklet": "pamphlet", "collection": "collection", "mvcollection": "collection",
    "incollection": "chapter", "suppcollection": "chapter", "dataset": "dataset", "manual": "report", "misc": "document",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage", "patent": "patent",
    "periodical": "periodical", "suppperiodical": "article-journal", "proceedings": "book", "mvproceedings": "book",
    "inproceedings": "paper-conference", "conference": "paper-conference", "reference": "book", "mvreference": "book",
    "inreference": "entry", "report": "report", "techreport": "report", "software": "software", "thesis": "thesis",
    "phdthesis": "thesis", "mastersthesis": "thesis", "bachelorthesis": "thesis", "unpublished": "manuscript", "artwork": "graphic", "image": "graphic",
    "audio": "song", "music": "musical_score", "video": "motion_picture", "movie": "motion_picture",
    "performance": "performance", "review": "review", "legislation": "legislation", "jurisdiction": "legal_case",
    "legal": "treaty", "letter": "personal_communication", "commentary": "book", "standard": "standard",
    "newspaper": "article-newspaper", "magazine": "article-magazine", "interview": "interview", "speech": "speech",
    "map": "map", "archival": "manuscript", "blog": "post-weblog", "lecture": "speech",
}  # fmt: skip
ENTRY_TYPES = frozenset({*_KINDS, "set", "xdata", "string", "preamble", "comment"})
"""The words that a block may begin with."""

_ARTICLES = {
    "newspaper": "article-newspaper",
    "nonacademic": "article-newspaper",
    "magazine": "article-magazine",
}
"""``entrysubtype`` of an article -> its CSL type."""

CLASSIC_ENTRIES = frozenset(
    {
        "article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual", "mastersthesis",
        "misc", "phdthesis", "proceedings", "techreport", "unpublished",
    }
)  # fmt: skip
"""The entry types of btxdoc, 3.1."""

GENRES = {"mastersthesis": "Master’s thesis", "bachelorthesis": "Bachelor’s thesis", "phdthesis": "PhD thesis"}
"""What an entry type says beside its CSL type."""


def kind_of(entry_type: str, subtype: str = "") -> str:
    """The CSL type; ``document`` for a type that nobody knows."""
    entry_type = entry_type.lower()
    if entry_type == "article":
        return _ARTICLES.get(subtype.strip().lower(), "article-journal")
    return _KINDS.get(entry_type, "document")
