"""What a user does: read, import, correct, highlight, cite, quote, export; and the words for all of it.

Long work is a generator of Progress; the command line and the window drive the same one.
"""
