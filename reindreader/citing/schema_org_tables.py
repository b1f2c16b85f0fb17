"""Where a record's facts stand in schema.org (version 29)."""

from reindreader.model.contributors import Role

TYPES: dict[str, str] = {
    "article": "Article", "article-journal": "ScholarlyArticle", "article-magazine": "Article",
    "article-newspaper": "NewsArticle", "bill": "Legislation", "book": "Book", "broadcast": "Episode",
    "chapter": "Chapter", "classic": "Book", "collection": "Collection", "dataset": "Dataset",
    "document": "DigitalDocument", "entry": "Article", "entry-dictionary": "DefinedTerm", "entry-encyclopedia": "Article",
    "figure": "ImageObject", "graphic": "VisualArtwork", "legislation": "Legislation", "manuscript": "Manuscript",
    "map": "Map", "motion_picture": "Movie", "musical_score": "SheetMusic", "pamphlet": "Book",
    "paper-conference": "ScholarlyArticle", "periodical": "Periodical", "personal_communication": "Message",
    "post": "SocialMediaPosting", "post-weblog": "BlogPosting", "regulation": "Legislation", "report": "Report",
    "review": "Review", "review-book": "Review", "software": "SoftwareApplication", "song": "MusicRecording",
    "thesis": "Thesis", "webpage": "WebPage",
}  # fmt: skip
"""CSL type -> type; ``CreativeWork`` for the others."""

CONTAINERS: dict[str, str] = {
    "article-journal": "Periodical", "article-magazine": "Periodical", "article-newspaper": "Newspaper",
    "broadcast": "CreativeWorkSeries", "chapter": "Book", "entry": "Book", "entry-dictionary": "DefinedTermSet",
    "entry-encyclopedia": "Book", "paper-conference": "Book", "post": "WebSite", "post-weblog": "Blog",
    "review": "Periodical", "review-book": "Periodical", "webpage": "WebSite",
}  # fmt: skip
"""CSL type -> the type of what it appeared in."""

NAMES: dict[Role, str] = {
    Role.AUTHOR: "author",
    Role.TRANSLATOR: "translator",
    Role.EDITOR: "editor",
    Role.ILLUSTRATOR: "illustrator",
    Role.CONTRIBUTOR: "contributor",
}
"""The others are a ``Role`` with the relator code as ``roleName``."""

WORDED_ROLES: tuple[Role, ...] = ()

PROPERTIES: tuple[tuple[str, str], ...] = (
    ("abstract", "abstract"), ("bookEdition", "edition"), ("isbn", "ISBN"), ("numberOfPages", "number-of-pages"),
    ("genre", "genre"), ("version", "version"), ("creativeWorkStatus", "status"),
)  # fmt: skip

VARIABLES = frozenset(text for _name, text in PROPERTIES) | {
    "page", "publisher", "publisher-place", "container-title", "container-title-short", "ISSN", "volume", "issue", "DOI",
    "keyword", "note",
}  # fmt: skip
