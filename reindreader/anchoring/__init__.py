"""A quotation and its place in a text, also in a later version of the text. This room only computes."""

from reindreader.anchoring.difference import Change, difference
from reindreader.anchoring.quotes import CONTEXT, anchor, occurrences, quote_of, words_in
from reindreader.anchoring.reanchoring import AnchorChange, Reanchoring, Verdict, reanchor

__all__ = [
    "CONTEXT",
    "AnchorChange",
    "Change",
    "Reanchoring",
    "Verdict",
    "anchor",
    "difference",
    "occurrences",
    "quote_of",
    "reanchor",
    "words_in",
]
