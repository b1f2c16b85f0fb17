"""Records to citations, BibTeX and snippets: citation keys, styles, formats, and what each of them leaves out."""
