"""RIS: a line a fact, a blank line between records."""
