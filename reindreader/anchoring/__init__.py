"""A quotation and its place in a text. This room only computes."""

from reindreader.anchoring.quotes import CONTEXT, anchor, occurrences, quote_of, words_in

__all__ = ["CONTEXT", "anchor", "occurrences", "quote_of", "words_in"]
