"""How each kind of block is set."""

from dataclasses import dataclass

from reindreader.model.text import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Face:
    """How a kind of block is set; sizes and distances in pixels at a text size of 18.

    ``keeps_lines``: the line ends of the source are kept. ``prose``: it is justified and hyphenated where that is wanted.
    """

    size: float
    line: float
    above: float
    weight: int = 400
    italic: bool = False
    token: str = "text"
    indent: float = 0
    keeps_lines: bool = False
    prose: bool = False


TITLE = Face(30, 40, 0, weight=600)
BYLINE = Face(15, 28, 10, token="quiet")
TEXT = Face(18, 28, 16, prose=True)
_OPENING = Face(18, 28, 28, prose=True)
_CREDIT = Face(15, 28, 0, italic=True, token="quiet", keeps_lines=True)
_FIRST_CREDIT = Face(15, 28, 24, italic=True, token="quiet", keeps_lines=True)
_HEADINGS = {1: Face(24, 32, 36, weight=600), 2: Face(20, 28, 32, weight=600), 3: Face(18, 28, 28, weight=600)}
_FACES: dict[BlockKind, Face] = {
    BlockKind.PARAGRAPH: TEXT,
    BlockKind.QUOTATION: Face(17, 28, 16, indent=28, prose=True),
    BlockKind.LIST_ITEM: Face(18, 28, 8, indent=28, prose=True),
    BlockKind.TABLE: Face(15, 24, 20, keeps_lines=True),
    BlockKind.IMAGE: Face(14, 20, 20, italic=True, token="quiet"),
    BlockKind.CAPTION: Face(14, 20, 8, token="quiet"),
    BlockKind.FOOTNOTE: Face(15, 24, 12, prose=True),
    BlockKind.CREDIT: _CREDIT,
    BlockKind.FURNITURE: Face(12, 20, 12, token="quiet", keeps_lines=True),
}


def face_of(block: Block | None, before: Block | None, *, opening: bool) -> Face:
    """The face of a block (None: the byline that we add) after another; ``opening``: nothing but the title and who
    wrote it stand before.
    """
    if block is None:
        return BYLINE
    if block.kind is BlockKind.HEADING:
        return _HEADINGS.get(min(block.level, 3), TITLE)
    if block.kind is BlockKind.CREDIT:
        if before is not None and before.kind is BlockKind.HEADING and before.level == 0:
            return BYLINE
        return _CREDIT if before is not None and before.kind is BlockKind.CREDIT else _FIRST_CREDIT
    return _OPENING if opening and before is not None and block.kind is BlockKind.PARAGRAPH else _FACES[block.kind]
