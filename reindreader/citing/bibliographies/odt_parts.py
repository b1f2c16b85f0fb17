"""The parts of an OpenDocument text that holds a list of references (OpenDocument 1.3, part 3)."""

from collections.abc import Iterable, Iterator
from html import escape as _escape

from reindreader.citing.bibliographies.lists import Reference, References, right_to_left
from reindreader.csl import Run

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = (
    f'xmlns:office="{_OASIS}:office:1.0" xmlns:style="{_OASIS}:style:1.0" xmlns:text="{_OASIS}:text:1.0" '
    f'xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0" xmlns:svg="{_OASIS}:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
)
_MIME = "application/vnd.oasis.opendocument.text"
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_INDENT = "1.27cm"
_PARAGRAPH = "Bibliography_20_1"
_RIGHT = "P1"
Look = tuple[tuple[str, str], ...]


def odt_parts(made: References) -> list[tuple[str, str]]:
    """Path and text of each part; ``mimetype`` first, as the format asks."""
    looks = _looks(made)
    body = "".join(_paragraph(entry, looks) for entry in made.entries)
    content = (
        f"{_XML}<office:document-content {_SPACES}><office:automatic-styles>"
        f'<style:style style:name="{_RIGHT}" style:family="paragraph" style:parent-style-name="{_PARAGRAPH}">'
        '<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="start"/></style:style>'
        f"{''.join(_text_style(name, look) for look, name in looks.items())}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return [
        ("mimetype", _MIME),
        ("content.xml", content),
        ("styles.xml", _styles(made)),
        ("META-INF/manifest.xml", _MANIFEST),
    ]


def _styles(made: References) -> str:
    hangs = made.hanging or made.numbered
    indent = f'fo:margin-left="{_INDENT}" fo:text-indent="-{_INDENT}"' if hangs else ""
    tabs = '<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>' if made.numbered else ""
    gap = 0.21 * (made.gap + 1)
    return (
        f"{_XML}<office:document-styles {_SPACES}><office:font-face-decls>"
        '<style:font-face style:name="Serif" svg:font-family="\'Times New Roman\', serif"/></office:font-face-decls>'
        '<office:styles><style:default-style style:family="paragraph">'
        '<style:text-properties style:font-name="Serif" fo:font-size="12pt"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph"/>'
        f'<style:style style:name="{_PARAGRAPH}" style:display-name="Bibliography 1" style:family="paragraph" '
        f'style:parent-style-name="Standard"><style:paragraph-properties {indent} fo:margin-bottom="{gap:.2f}cm" '
        f'fo:line-height="{100 * made.spacing}%">{tabs}</style:paragraph-properties></style:style>'
        "</office:styles></office:document-styles>"
    )


def _look(run: Run, language: str | None) -> Look:
    """The properties of a run's automatic style, in a fixed order."""
    tag = language or ""
    found = [
        (name, value)
        for wanted, name, value in (
            (run.style != "normal", "fo:font-style", run.style),
            (run.weight == "bold", "fo:font-weight", "bold"),
            (run.small_caps, "fo:font-variant", "small-caps"),
            (run.underline, "style:text-underline-style", "solid"),
            (run.vertical == "sup", "style:text-position", "super 58%"),
            (run.vertical == "sub", "style:text-position", "sub 58%"),
        )
        if wanted
    ]
    return (*found, *_language(tag))


def _language(tag: str) -> Look:
    language, *rest = tag.split("-")
    if not language.isalpha():
        return ()
    kind = "-asian" if language.lower() in {"zh", "ja", "ko"} else "-complex" if right_to_left(tag) else ""
    space = "style" if kind else "fo"
    place = next((part.upper() for part in rest if len(part) == 2), _PLACES.get(tag.lower(), ""))
    found = [(f"{space}:language{kind}", language.lower())]
    return (*found, (f"{space}:country{kind}", place)) if place else (*found,)


_PLACES = {"zh-hant": "TW", "zh-hans": "CN", "zh": "CN", "ja": "JP", "ko": "KR"}


def _looks(made: References) -> dict[Look, str]:
    looks: dict[Look, str] = {}
    for entry in made.entries:
        for run in (*entry.number, *entry.runs):
            look = _look(run, entry.language)
            if look:
                looks.setdefault(look, f"T{len(looks) + 1}")
    return looks


def _text_style(name: str, look: Look) -> str:
    values = "".join(f' {key}="{_escape(value)}"' for key, value in look)
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties{values}/></style:style>'


def _paragraph(entry: Reference, looks: dict[Look, str]) -> str:
    name = _RIGHT if right_to_left(entry.language) else _PARAGRAPH
    number = "".join(_pieces(entry.number, looks, entry.language))
    tab = "<text:tab/>" if number else ""
    text = "".join(_pieces(entry.runs, looks, entry.language))
    return f'<text:p text:style-name="{name}">{number}{tab}{text}</text:p>'


def _pieces(runs: Iterable[Run], looks: dict[Look, str], language: str | None) -> Iterator[str]:
    for run in runs:
        words = _words(run)
        look = looks.get(_look(run, language))
        if look:
            words = f'<text:span text:style-name="{look}">{words}</text:span>'
        if run.link:
            words = f'<text:a xlink:type="simple" xlink:href="{_escape(run.link)}">{words}</text:a>'
        yield words


def _words(run: Run) -> str:
    """The text; more than one blank, and one at an end, would be dropped (6.1.2)."""
    before = "<text:line-break/>" if run.display in {"block", "indent"} else ""
    text = _escape(run.text, quote=False).replace("  ", " <text:s/>").replace("\n", "<text:line-break/>")
    if text.startswith(" "):
        text = f"<text:s/>{text[1:]}"
    return before + (f"{text[:-1]}<text:s/>" if text.endswith(" ") else text)
