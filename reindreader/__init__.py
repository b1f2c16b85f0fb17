"""Reindreader: read translated articles beside what is known of their translation, and cite them properly."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("reindreader")
except PackageNotFoundError:  # run from a bare checkout
    __version__ = "0"
