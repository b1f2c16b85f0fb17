"""The window `reindreader`: the only room that knows Qt. Widgets show and ask; `window.py` connects them."""
