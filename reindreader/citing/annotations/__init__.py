"""Highlights of articles as W3C annotations and as notes in Markdown, Org and for Obsidian."""
