"""BibLaTeX and classic BibTeX: field maps as tables, values checked and escaped once, a streaming writer."""
