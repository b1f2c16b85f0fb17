"""Where things are kept on this computer (platformdirs)."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

APP = "reindreader"
LIBRARY_VARIABLE = "REINDREADER_LIBRARY"


def library_path(given: Path | None = None) -> Path:
    """The library: the one that was named, else that of REINDREADER_LIBRARY, else the one in the data folder."""
    named = given or os.environ.get(LIBRARY_VARIABLE)
    return Path(named).expanduser() if named else user_data_path(APP, appauthor=False) / "library.sqlite"


def settings_path() -> Path:
    """The window's settings."""
    return user_config_path(APP, appauthor=False) / "window.ini"


def log_path() -> Path:
    """Where the window logs what went wrong."""
    return user_data_path(APP, appauthor=False) / "reindreader.log"


def cache_folder() -> Path:
    """Where what can be made anew is kept: the index of styles, compiled styles."""
    return user_cache_path(APP, appauthor=False)
