"""The card: what is known of the original and of this translation, and the quotations taken from it."""

from reindreader.desktop.card.pane import CardPane

__all__ = ["CardPane"]
