"""Where a record's facts stand in Word's sources (ECMA-376, part 1, 22.6 "Bibliography")."""

from reindreader.model.contributors import Role

TYPES: dict[str, str] = {
    "article": "Misc", "article-journal": "JournalArticle", "article-magazine": "ArticleInAPeriodical",
    "article-newspaper": "ArticleInAPeriodical", "bill": "Misc", "book": "Book", "broadcast": "Misc",
    "chapter": "BookSection", "classic": "Book", "collection": "Book", "dataset": "ElectronicSource",
    "entry": "BookSection", "entry-dictionary": "BookSection", "entry-encyclopedia": "BookSection", "figure": "Art",
    "graphic": "Art", "interview": "Interview", "legal_case": "Case", "motion_picture": "Film", "musical_score": "Misc",
    "pamphlet": "Book", "paper-conference": "ConferenceProceedings", "patent": "Patent", "performance": "Performance",
    "post": "DocumentFromInternetSite", "post-weblog": "DocumentFromInternetSite", "report": "Report",
    "review": "JournalArticle", "review-book": "JournalArticle", "song": "SoundRecording", "thesis": "Report",
    "webpage": "DocumentFromInternetSite",
}  # fmt: skip
"""CSL type -> SourceType; ``Misc`` for the others."""

CONTAINERS: dict[str, str] = {
    "JournalArticle": "JournalName", "ArticleInAPeriodical": "PeriodicalTitle", "BookSection": "BookTitle",
    "ConferenceProceedings": "ConferenceName", "DocumentFromInternetSite": "InternetSiteTitle", "Misc": "PublicationTitle",
    "Interview": "PublicationTitle", "Art": "PublicationTitle", "ElectronicSource": "PublicationTitle",
}  # fmt: skip
"""SourceType -> the element of what it appeared in."""

NAMES: tuple[tuple[str, Role], ...] = (
    ("Author", Role.AUTHOR),
    ("Compiler", Role.COMPILER),
    ("Editor", Role.EDITOR),
    ("Interviewee", Role.INTERVIEWEE),
    ("Interviewer", Role.INTERVIEWER),
    ("Translator", Role.TRANSLATOR),
)
INSIDE_ROLES = frozenset(role for _name, role in NAMES)
WORDED_ROLES: tuple[Role, ...] = tuple(role for role in Role if role not in INSIDE_ROLES | {Role.PUBLISHER})

FIELDS: tuple[tuple[str, str], ...] = (
    ("Title", "title"), ("ShortTitle", "title-short"), ("City", "publisher-place"), ("Publisher", "publisher"),
    ("Volume", "volume"), ("Issue", "issue"), ("NumberVolumes", "number-of-volumes"), ("ChapterNumber", "chapter-number"),
    ("Pages", "page"), ("Edition", "edition"), ("ThesisType", "genre"), ("Medium", "medium"), ("Version", "version"),
    ("StandardNumber", "standard-number"), ("URL", "URL"),
)  # fmt: skip

VARIABLES = frozenset(name for _tag, name in FIELDS) | {"DOI", "ISBN", "ISSN", "note"}
