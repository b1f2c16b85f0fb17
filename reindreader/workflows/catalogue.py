"""The message catalogue (gettext, ``resources/i18n``) that the command line and the window share."""

import gettext as _gettext
import os
from functools import cache

from reindreader.errors import MissingResourceError
from reindreader.resources import resource_path


@cache
def _catalogue() -> _gettext.NullTranslations:
    try:
        folder = resource_path("i18n")
    except MissingResourceError:
        return _gettext.NullTranslations()
    named = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    languages = [language for names in named for language in names.split(":") if language]
    return _gettext.translation("reindreader", folder, languages, fallback=True)


def _(message: str) -> str:
    """The message in the user's language."""
    return _catalogue().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message in the user's language and the number's form. ``{count}`` is not filled in here."""
    return _catalogue().ngettext(one, many, count)
