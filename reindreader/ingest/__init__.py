"""From a file's bytes to an Article with what its metadata declares: one module a format."""

from reindreader.ingest.decoding import decode
from reindreader.ingest.formats import read_plain
from reindreader.ingest.reading import MAX_BYTES, SUFFIXES, Read, read_article, read_source

__all__ = ["MAX_BYTES", "SUFFIXES", "Read", "decode", "read_article", "read_plain", "read_source"]
