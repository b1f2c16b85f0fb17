"""From an Article to claims: who wrote, translated and published it, each with the words that say so."""

from reindreader.attribution.articles import Attribution, attribute
from reindreader.attribution.roles import credit_line

__all__ = ["Attribution", "attribute", "credit_line"]
