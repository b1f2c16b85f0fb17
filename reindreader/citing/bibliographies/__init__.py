"""Formatted lists of references as whole documents, in any CSL style."""
