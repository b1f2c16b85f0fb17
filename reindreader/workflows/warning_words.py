"""What a style or a format leaves out, in sentences."""

from collections.abc import Callable

from reindreader.citing.warnings import CitationWarning, WarningKind
from reindreader.workflows.catalogue import _, ngettext


def warning_sentence(warning: CitationWarning, style: str) -> str:
    """One sentence. ``style``: the style's title, such as ``IEEE``."""
    return _SENTENCES[warning.kind](warning).format(style=style, values=", ".join(warning.values))


def _original(warning: CitationWarning) -> str:
    parts = {
        "author": _("author"),
        "title": _("title"),
        "publication": _("outlet"),
        "place": _("place"),
        "date": _("date"),
    }
    named = _(", ").join(parts[part] for part in warning.parts)
    return _("{style} leaves out of the original: {parts} ({values}).").replace("{parts}", named)


def _year(warning: CitationWarning) -> str:
    if "original" in warning.parts:
        return _("The date of the original, {values}, is not printed: its year is not stated.")
    return _("The date, {values}, is not printed: its year is not stated.")


_SENTENCES: dict[WarningKind, Callable[[CitationWarning], str]] = {
    WarningKind.APPEARANCE: lambda w: _("{style} leaves out {values}: nobody has said which text appeared there."),
    WarningKind.TRANSLATOR: lambda w: ngettext(
        "{style} prints no translator ({values}).", "{style} prints no translators ({values}).", len(w.values)
    ),
    WarningKind.ORIGINAL: _original,
    WarningKind.OTHER_APPEARANCE: lambda w: _("{style} leaves out a further appearance: {values}."),
    WarningKind.YEAR: _year,
    WarningKind.EQUAL_YEARS: lambda w: _(
        "Original and translation have the same year, so the citation says {values} twice."
    ),
    WarningKind.NOTHING: lambda w: _("{style} prints no reference for a record of this type."),
}
