"""MODS, EndNote XML and Word's sources: elements from tables, written as text."""
