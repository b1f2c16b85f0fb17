"""An original beside its translation: which paragraphs and sentences belong together. This room only computes."""

from reindreader.parallel.aligning import align_lines
from reindreader.parallel.alignment import Alignment, Row, SentenceBead, aligned_blocks, rows_from_text, rows_to_text
from reindreader.parallel.articles import align_articles, beads, counterpart
from reindreader.parallel.sentences import sentences

__all__ = [
    "Alignment",
    "Row",
    "SentenceBead",
    "align_articles",
    "align_lines",
    "aligned_blocks",
    "beads",
    "counterpart",
    "rows_from_text",
    "rows_to_text",
    "sentences",
]
