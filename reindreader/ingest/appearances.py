"""The numbers of the appearances that a file declares."""

OWN, SOURCE = 100, 101
"""Its own and its original's: those found in the text count from 0."""
