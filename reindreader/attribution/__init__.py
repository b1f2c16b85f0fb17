"""From an Article to claims: who wrote, translated and published it, each with the words that say so."""

from reindreader.attribution.articles import Attribution, attribute
from reindreader.attribution.roles import credit_line
from reindreader.attribution.suggestions import Reason, Suggestion, suggestions

__all__ = ["Attribution", "Reason", "Suggestion", "attribute", "credit_line", "suggestions"]
