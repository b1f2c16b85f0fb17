"""The window `reindreader`: the only room that knows Qt. Widgets show and ask; `window.py` connects them."""

import builtins
import gc

import PySide6.QtCore  # noqa: F401  puts its own function in the place of __import__

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
"""PySide would read the source of every module that is imported, and keep it (20 MB, a third of the start), to find out
whether it uses ``from __feature__``: none of ours does."""

gc.set_threshold(50_000)
"""All modules and their classes stay: to look through them again and again while they are loaded takes some 30 ms.
``Tidying`` sets what is right for a window."""
