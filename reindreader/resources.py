"""The only finder of shipped files.

A wheel carries them inside the package, a checkout beside it; callers ask for a name and never know which.
"""

from functools import cache
from pathlib import Path

from reindreader.errors import MissingResourceError

_PACKAGE = Path(__file__).parent
LOCALES_PACKAGE = "citeproc-py"
_LOCALES = "citeproc/data/locales"


@cache
def resource_folder() -> Path:
    """The folder of the shipped files: inside an installed package, beside it in a checkout."""
    inside = _PACKAGE / "_resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource_path(name: str) -> Path:
    """The path of a shipped file or folder such as ``attribution/en.toml``.

    Raises MissingResourceError where it is not installed.
    """
    path = resource_folder() / name
    if not path.exists():
        raise MissingResourceError(name)
    return path


def resource_text(name: str) -> str:
    """The text (UTF-8) of a shipped file. Raises MissingResourceError."""
    return resource_path(name).read_text("utf-8")


def resource_names(folder: str, suffix: str) -> tuple[str, ...]:
    """The names ``folder/file`` of all shipped files of a folder that end with the suffix, sorted."""
    return tuple(f"{folder}/{path.name}" for path in sorted(resource_path(folder).glob(f"*{suffix}")))


@cache
def locale_folder() -> Path:
    """The folder of the CSL locales, in citeproc-py's data. Raises MissingResourceError."""
    return package_folder(LOCALES_PACKAGE, _LOCALES)


def package_folder(package: str, inside: str) -> Path:
    """A folder of data in a package that is installed and not imported. Raises MissingResourceError."""
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415  slow to load, and no window needs it

    try:
        path = Path(str(distribution(package).locate_file(inside)))
    except PackageNotFoundError as error:
        raise MissingResourceError(package) from error
    if not path.is_dir():
        raise MissingResourceError(f"{package}: {inside}")
    return path
