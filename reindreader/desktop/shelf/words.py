"""What a row of the shelf says: the people, the languages, and the same aloud."""

from reindreader.library import Grouping, ReadingState
from reindreader.library.shelf import ShelfRow, Sort
from reindreader.workflows.languages import language_name
from reindreader.workflows.wording import _, one_line

SORT_WORDS: tuple[tuple[Sort, str], ...] = (
    (Sort.READ, _("Last read")),
    (Sort.ADDED, _("Last added")),
    (Sort.TITLE, _("Title")),
    (Sort.AUTHOR, _("Author")),
    (Sort.YEAR, _("Year")),
    (Sort.RELEVANCE, _("Best match")),
)
"""The orders of the shelf as its menu names them."""

DIRECTION_WORDS: dict[Sort, tuple[str, str]] = {
    Sort.READ: (_("Latest first"), _("Earliest first")),
    Sort.ADDED: (_("Latest first"), _("Earliest first")),
    Sort.TITLE: (_("From A"), _("From Z")),
    Sort.AUTHOR: (_("From A"), _("From Z")),
    Sort.YEAR: (_("Earliest first"), _("Latest first")),
    Sort.RELEVANCE: (_("Best first"), _("Best last")),
}
"""What each order begins with: as usual, and turned round."""

GROUP_WORDS: tuple[tuple[Grouping, str], ...] = (
    (Grouping.NONE, _("Not grouped")),
    (Grouping.WORK, _("By work")),
    (Grouping.OUTLET, _("By source")),
    (Grouping.LANGUAGE, _("By language")),
)
"""What the shelf can be grouped by."""


def group_label(by: Grouping, label: str) -> str:
    """A group's heading in words."""
    if by is Grouping.LANGUAGE:
        return language_name(label) if label else _("Language not stated")
    return label or (_("Source not stated") if by is Grouping.OUTLET else _("Title not stated"))


def people(row: ShelfRow) -> str:
    """``Lam, tr. Ashworth``; who is not named says so only where a translator is to be expected."""
    authors = _joined(row.authors)
    if row.translators:
        translators = _("tr. {names}").format(names=_joined(row.translators))
        return f"{authors}, {translators}" if authors else translators
    if _is_translation(row):
        unnamed = _("translator not stated")
        return f"{authors}, {unnamed}" if authors else unnamed
    return authors or _("author not stated")


def direction(row: ShelfRow) -> str:
    """``zh → en``, or the one language that is known, or nothing."""
    known = [_primary(tag) for tag in (row.original_language, row.language) if tag]
    return " → ".join(dict.fromkeys(known))


def title(row: ShelfRow) -> str:
    """The title, else the name of the file, else the citation key."""
    return row.title or one_line(row.file) or row.key


def whole(row: ShelfRow) -> str:
    """All that the row stands for, uncut, line by line."""
    tags = _("Tags: {tags}").format(tags=", ".join(row.tags)) if row.tags else ""
    outlet = ", ".join(str(part) for part in (row.outlet, row.year) if part)
    return "\n".join(line for line in (title(row), people(row), outlet, direction(row), tags) if line)


def spoken(row: ShelfRow) -> str:
    """The row for those who hear it, with how far it was read."""
    parts = [title(row), _joined(row.authors) or _("author not stated")]
    if row.translators:
        parts.append(_("translated by {names}").format(names=_joined(row.translators)))
    elif _is_translation(row):
        parts.append(_("translator not stated"))
    parts += [*_languages_aloud(row), *_progress_aloud(row)]
    parts += [_("starred")] if row.starred else []
    parts += [_("tags: {tags}").format(tags=", ".join(row.tags))] if row.tags else []
    return ", ".join(parts)


def _languages_aloud(row: ShelfRow) -> list[str]:
    if row.original_language and row.language:
        names = {"original": language_name(row.original_language), "own": language_name(row.language)}
        return [_("from {original} to {own}").format(**names)]
    return [language_name(tag) for tag in (row.original_language, row.language) if tag]


def _progress_aloud(row: ShelfRow) -> list[str]:
    if row.state is ReadingState.READ:
        return [_("read")]
    return [_("{percent} percent read").format(percent=round(row.progress * 100))] if 0 < row.progress < 1 else []


def _is_translation(row: ShelfRow) -> bool:
    return bool(row.original_language) and row.original_language != row.language


def _joined(names: str) -> str:
    return names.replace("; ", ", ")


def _primary(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]
