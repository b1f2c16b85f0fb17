"""``reindread``: the same workflows as the window's, in a terminal."""
