"""Whether an installation is whole: everything that the program needs is opened once."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reindreader.citing.styles import load, locale_tags, style_index
from reindreader.errors import UnreadableFileError
from reindreader.library import Library
from reindreader.model.contributors import Role
from reindreader.resources import resource_folder, resource_names, resource_path, resource_text
from reindreader.workflows.importing import import_files
from reindreader.workflows.progress import finish
from reindreader.workflows.reading import read_file
from reindreader.workflows.wording import _

SAMPLE, _SAMPLES = "samples/welcome.txt", "samples/formats"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """``found``: a name and what was there; ``missing``: a sentence for each part that fails."""

    found: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


def self_check() -> CheckReport:
    """Open every resource, compile a style, and take our sample through a library that is thrown away."""
    found: list[tuple[str, str]] = []
    missing: list[str] = []
    for name, check in _CHECKS.items():
        try:
            found.append((name, check()))
        except Exception as error:  # noqa: BLE001 - this is the place where whatever is broken becomes a report
            missing.append(_("{name} fails: {detail}").format(name=name, detail=f"{type(error).__name__}: {error}"))
    return CheckReport(tuple(found), tuple(missing))


def _resources() -> str:
    names = [name for folder, suffix in _SHIPPED for name in resource_names(folder, suffix)]
    for name in names:
        resource_path(name).read_bytes()
    return f"{len(names)} in {resource_folder().name}"


_SHIPPED = (("attribution", ".toml"), ("citing", ".toml"), ("names", ".toml"), ("samples", ".txt"), ("themes", ".toml"))


def _styles() -> str:
    count = len(style_index().entries)
    for style in ("apa", "chicago-notes-bibliography", "ieee"):
        load(style)
    return f"{count}, {len(locale_tags())} locales"


def _formats() -> str:
    """A file of each format is read, with the libraries that this takes, and its language told by its letters."""
    names = resource_names(_SAMPLES, "")
    for name in names:
        reading = read_file(resource_path(name))
        if reading.article.language != "en" or not reading.record.by_role(Role.TRANSLATOR):
            raise UnreadableFileError(resource_path(name), "empty")
    return ", ".join(Path(name).suffix[1:] for name in names)


def _journey() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(SAMPLE).name
        path.write_text(resource_text(SAMPLE), "utf-8")
        with Library.open(Path(folder) / "library.sqlite") as library:
            report = finish(import_files(library, [path]))
            keys = [outcome.key for outcome in report.outcomes if outcome.key]
            return f"{keys[0]}, {library.check()}"


_CHECKS: dict[str, Callable[[], str]] = {
    "resources": _resources,
    "styles": _styles,
    "formats": _formats,
    "library": _journey,
}
