"""The parts of a Word document that holds a list of references (ECMA-376, part 1)."""

from collections.abc import Iterable, Iterator
from html import escape as _escape

from reindreader.citing.bibliographies.lists import Reference, References, right_to_left
from reindreader.csl import Run

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_INDENT = 720
"""Twentieths of a point: half an inch, as APA, MLA and Chicago ask for."""


def docx_parts(made: References) -> list[tuple[str, str]]:
    """Path and text of each part."""
    links = sorted({run.link for entry in made.entries for run in entry.runs if run.link})
    ids = {address: f"rId{number}" for number, address in enumerate(links, 2)}
    body = "".join(_paragraph(entry, ids) for entry in made.entries)
    document = (
        f'{_XML}<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
        'w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    return [
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", _RELATIONS),
        ("word/document.xml", document),
        ("word/styles.xml", _styles(made)),
        ("word/_rels/document.xml.rels", _document_relations(ids)),
    ]


def _document_relations(ids: dict[str, str]) -> str:
    own = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{_escape(address)}" TargetMode="External"/>'
        for address, name in ids.items()
    )
    styles = f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{styles}{own}</Relationships>'


def _styles(made: References) -> str:
    """Word's own name for the paragraphs, so that a user's template takes them over."""
    hangs = made.hanging or made.numbered
    indent = f'<w:ind w:left="{_INDENT}" w:hanging="{_INDENT}"/>' if hangs else ""
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{_INDENT}"/></w:tabs>' if made.numbered else ""
    spacing = f'<w:spacing w:after="{120 * (made.gap + 1)}" w:line="{240 * made.spacing}" w:lineRule="auto"/>'
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    return (
        f'{_XML}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
        '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Bibliography"><w:name w:val="Bibliography"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{tab}{spacing}{indent}</w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="1155CC"/><w:u w:val="single"/></w:rPr></w:style></w:styles>'
    )


def _paragraph(entry: Reference, ids: dict[str, str]) -> str:
    direction = "<w:bidi/>" if right_to_left(entry.language) else ""
    number = "".join(_pieces(entry.number, ids, entry.language))
    tab = "<w:r><w:tab/></w:r>" if number else ""
    text = "".join(_pieces(entry.runs, ids, entry.language))
    return f'<w:p><w:pPr><w:pStyle w:val="Bibliography"/>{direction}</w:pPr>{number}{tab}{text}</w:p>'


def _pieces(runs: Iterable[Run], ids: dict[str, str], language: str | None) -> Iterator[str]:
    for run in runs:
        words = f"<w:r>{_properties(run, language)}{_words(run)}</w:r>"
        yield f'<w:hyperlink r:id="{ids[run.link]}">{words}</w:hyperlink>' if run.link in ids else words


def _words(run: Run) -> str:
    before = "<w:br/>" if run.display in {"block", "indent"} else ""
    lines = run.text.split("\n")
    return before + "<w:br/>".join(f'<w:t xml:space="preserve">{_escape(line, quote=False)}</w:t>' for line in lines)


def _properties(run: Run, language: str | None) -> str:
    """In the order that the schema has (17.3.2)."""
    found = [
        text
        for wanted, text in (
            (bool(run.link), '<w:rStyle w:val="Hyperlink"/>'),
            (run.weight == "bold", "<w:b/><w:bCs/>"),
            (run.style != "normal", "<w:i/><w:iCs/>"),
            (run.small_caps, "<w:smallCaps/>"),
            (run.underline, '<w:u w:val="single"/>'),
            (run.vertical == "sup", '<w:vertAlign w:val="superscript"/>'),
            (run.vertical == "sub", '<w:vertAlign w:val="subscript"/>'),
            (right_to_left(language), "<w:rtl/>"),
            (bool(language), _language(language or "")),
        )
        if wanted
    ]
    return f"<w:rPr>{''.join(found)}</w:rPr>" if found else ""


def _language(tag: str) -> str:
    """Word keeps three languages a run, by script, so that spelling and fonts are right."""
    kind = {"zh": "eastAsia", "ja": "eastAsia", "ko": "eastAsia"}.get(tag.partition("-")[0].lower(), "val")
    kind = "bidi" if right_to_left(tag) else kind
    return f'<w:lang w:{kind}="{_escape(_word_tag(tag))}"/>'


def _word_tag(tag: str) -> str:
    """Word knows Chinese by its places."""
    return {"zh-hant": "zh-TW", "zh-hans": "zh-CN", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}.get(tag.lower(), tag)
