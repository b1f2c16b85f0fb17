"""What the program is about, as values: texts, dates, names, records, claims, highlights. No input or output."""
