"""Where a record's facts stand in CSL-JSON 1.0.2 (appendix III "Types", appendix IV "Variables")."""

from reindreader.model.contributors import Role

NAME_VARIABLES: dict[Role, str] = {
    Role.AUTHOR: "author",
    Role.TRANSLATOR: "translator",
    Role.EDITOR: "editor",
    Role.ILLUSTRATOR: "illustrator",
    Role.INTERVIEWER: "interviewer",
    Role.COMPILER: "compiler",
    Role.CONTRIBUTOR: "contributor",
}
"""The roles that CSL has a name variable for. The others are kept under ``custom``."""

PUBLISHED_ALONE = frozenset(
    {
        "book", "classic", "collection", "dataset", "document", "figure", "graphic", "hearing", "legislation", "manuscript",
        "map", "motion_picture", "musical_score", "pamphlet", "patent", "performance", "periodical", "regulation", "report",
        "software", "song", "standard", "thesis", "treaty",
    }
)  # fmt: skip
"""The types that stand in no container: the outlet of these is their publisher."""

TYPES = PUBLISHED_ALONE | {
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "broadcast", "chapter", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "interview", "legal_case", "paper-conference",
    "personal_communication", "post", "post-weblog", "review", "review-book", "speech", "webpage",
}  # fmt: skip
"""All types of CSL 1.0.2."""

TEXT_ORDER = (
    "title", "container-title", "publisher", "publisher-place", "original-title", "original-publisher",
    "original-publisher-place",
)  # fmt: skip
"""The text variables that a record's own parts fill, in the order in which they are written."""
