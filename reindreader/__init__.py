"""Reindreader: read translated articles beside what is known of their translation, and cite them properly."""

from typing import Any

__version__: str


def __getattr__(name: str) -> Any:
    """The version that is installed, "0" in a bare checkout: looked up when it is asked for, since that takes 20 ms."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("reindreader")
    except PackageNotFoundError:
        return "0"
