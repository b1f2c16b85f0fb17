"""An article of ours, as a file: the kind of credit that leaves the year and the relation open."""

from pathlib import Path

COLUMN = """the pier at low tide
What the Harbour Owes Its Clerks

The harbour office keeps a ledger of every lamp on the eastern breakwater, and has kept it since the lamps burned oil.

Nobody reads the ledger. It is written all the same, in a hand that changes every eleven years or so, when a clerk retires
and another one learns to make the same seven.

A lamp that is out is a sentence that begins with the word “again”.

Last spring the office proposed to replace the clerks by a sensor, which would write nothing and remember everything.

This article appeared in the Lantern Bay Courier on Feb. 29.

Translation by Ngaio Bellweather

Office of Hon. Tobias Quill, Commissioner of Lamps
"""


def column(folder: Path, name: str = "column.txt") -> Path:
    """The column as a file of the folder."""
    path = folder / name
    path.write_text(COLUMN, "utf-8")
    return path
