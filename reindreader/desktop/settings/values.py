"""What the settings dialog shows and changes."""

from dataclasses import dataclass

from reindreader.desktop.reading.style import LARGEST, NARROWEST, SMALLEST, WIDEST

SIZES = (SMALLEST, LARGEST)
LEADINGS = (1.4, 1.8)
CHARACTERS = (NARROWEST, WIDEST)


@dataclass(frozen=True, slots=True)
class SettingsValues:
    """``theme``: a theme's name or ``system``; ``size``, ``leading``, ``characters``: as ``ReadingStyle`` has them;

    ``style``: the id of a citation style; ``language``: a BCP 47 tag, "" for the language of the style.
    """

    theme: str = "system"
    size: int = 18
    leading: float = 28 / 18
    characters: int = 66
    justified: bool = False
    style: str = "apa"
    language: str = ""
    hyphenated: bool = True
