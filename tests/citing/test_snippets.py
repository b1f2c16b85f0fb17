from dataclasses import replace

import pytest

from reindreader.citing.citations import Cite, cite
from reindreader.citing.snippet_forms import latex_locator, rtf_text
from reindreader.citing.snippets import SnippetForm, citation_clipboard, quotation_clipboard, quotation_snippet
from reindreader.citing.warnings import WarningKind
from reindreader.model.highlights import Locator
from reindreader.model.records import Translation, TranslationKind
from tests.citing.records import ALONE, FOUNDING

WORDS = "no longer just producing high-quality tangible products"
MOK = Cite("mokndexactly", FOUNDING, Locator("paragraph", "8"))
OWN = replace(MOK, record=replace(FOUNDING, translation=Translation(TranslationKind.OWN)))
LONG = "word " * 50 + "\n\nand “more”"


def text(words, one, style, form="plain", **more):
    return quotation_snippet(words, one, style, SnippetForm(form), **more).text


@pytest.mark.parametrize("words", [WORDS, "so how can it be “re-industrialized” [sic] & <b> 5%?", LONG])
@pytest.mark.parametrize("style", ["apa", "mhra-notes", "modern-language-association"])
def test_snippets_to_the_letter(golden, style, words):
    name = {WORDS: "short", LONG: "long"}.get(words, "marks")
    forms = (f"{form}:\n{text(words, MOK, style, form)}\n" for form in SnippetForm)
    golden(f"citing/snippets/{style}-{name}.txt", "\n".join(forms))


def test_a_short_quotation_is_run_in():
    snippet = quotation_snippet(WORDS, MOK, "apa")
    assert snippet.text == f"“{WORDS}” (Mok, n.d., para. 8)"
    assert (snippet.block, snippet.paraphrase) == (False, False)
    assert snippet.warnings[0].kind is WarningKind.APPEARANCE


def test_latex_is_for_csquotes():
    assert text(WORDS, MOK, "apa", "latex") == f"\\textquote{{{WORDS}}} \\autocite[par.~8]{{mokndexactly}}"
    nested = text('so “be ‘it’” – 5 % "x"', MOK, "apa", "latex")
    assert nested.startswith("\\textquote{so \\enquote{be \\enquote{it}} – 5 \\% \\enquote{x}}")


def test_foreign_words_in_latex_say_their_language():
    one = Cite("muller1999", ALONE)
    assert text("neu", one, "apa", "latex") == "\\foreigntextquote{german}{neu} \\autocite{muller1999}"
    assert text("neu", one, "apa", "latex", language="de-DE") == "\\textquote{neu} \\autocite{muller1999}"
    unnamed = replace(one, record=replace(ALONE, language="zh"))
    assert text("neu", unnamed, "apa", "latex").startswith("\\textquote{")


def test_a_block_has_no_marks_of_its_own():
    snippet = quotation_snippet(LONG, MOK, "apa", SnippetForm.MARKDOWN)
    assert snippet.block
    assert snippet.text.startswith("> word word")
    assert "\n>\n> and “more” " in snippet.text
    assert "\\begin{displayquote}" in text(LONG, MOK, "apa", "latex")
    assert text(LONG, MOK, "apa", "html").startswith('<blockquote><p><span lang="en">word')
    assert "\\li720" in text(LONG, MOK, "apa", "rtf")


def test_marks_follow_the_citations_language():
    assert text(WORDS, MOK, "apa", language="de-DE").startswith(f"„{WORDS}“ (Mok")
    assert text(WORDS, MOK, "apa", language="zh-TW").startswith(f"「{WORDS}」")


def test_in_a_note_style_the_citation_is_a_note():
    markdown = text(WORDS, MOK, "mhra-notes", "markdown")
    assert markdown.startswith(f"‘{WORDS}’[^mokndexactly]\n\n[^mokndexactly]: Charles Mok")
    assert "<sup>1</sup> Charles Mok" in text(WORDS, MOK, "mhra-notes", "html")
    assert "{\\footnote" in text(WORDS, MOK, "mhra-notes", "rtf")
    assert text(WORDS, MOK, "mhra-notes").split("\n\n")[1].startswith("Charles Mok")


def test_the_writers_own_translation():
    apa = quotation_snippet(WORDS, OWN, "apa")
    assert apa.paraphrase
    assert apa.text == f"{WORDS} (Mok, n.d., para. 8)"
    assert text(WORDS, OWN, "apa", "latex") == f"{WORDS} \\autocite[par.~8]{{mokndexactly}}"
    assert text(WORDS, OWN, "chicago-author-date").endswith("my translation)")
    assert text(WORDS, OWN, "modern-language-association").endswith("; my trans.)")


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("# not a heading", "“# not"),
        ("a * b_c [d]", "“a \\* b\\_c \\[d\\]"),
        ("AT&T &amp; x", "“AT&T \\&amp; x"),
    ],
)
def test_markdown_is_escaped(words, start):
    assert text(words, MOK, "apa", "markdown").startswith(start)


@pytest.mark.parametrize(("start", "escaped"), [("# a", "\\# a"), ("- a", "\\- a"), ("1. a", "1\\. a"), ("1a", "1a")])
def test_a_block_does_not_begin_a_list(start, escaped):
    assert text(f"{start}\n\nb", MOK, "apa", "markdown").startswith(f"> {escaped}")


def test_html_is_escaped():
    html = text("a < b & c", Cite("k", replace(FOUNDING, language=None)), "apa", "html")
    assert html.startswith("<p><span>“a &lt; b &amp; c”</span> (")


@pytest.mark.parametrize(
    ("locator", "argument"),
    [
        (None, ""),
        (Locator("page", "12"), "[12]"),
        (Locator("paragraph", "8–9"), "[pars.~8--9]"),
        (Locator("timestamp", "1:02"), "[timestamp~1:02]"),
        (Locator("section", "a]b"), "[{sec.~a]b}]"),
    ],
)
def test_locators_in_latex(locator, argument):
    assert latex_locator(locator) == argument


def test_rtf_is_ascii():
    assert rtf_text("a{b}\\ é 😀\n") == "a\\{b\\}\\\\ \\uc0\\u233  \\uc0\\u-10179 \\uc0\\u-8704  "


def test_the_clipboard_has_three_forms():
    board = quotation_clipboard(WORDS, MOK, "apa")
    assert WORDS in board.text
    assert WORDS in board.html
    assert board.rtf.startswith("{\\rtf1")
    formatted = cite([MOK], "apa")
    assert citation_clipboard(formatted).text == "(Mok, n.d., para. 8)"
    references = citation_clipboard(formatted, references=True)
    assert "<i>" in references.html
    assert references.rtf.startswith("{\\rtf1\\ansi\\uc1 Mok")
    assert references.rtf.isascii()


def test_the_original_stands_before_its_translation_and_one_citation():
    board = quotation_clipboard(WORDS, MOK, "apa", original="不再只是製造")
    assert board.text == f"“不再只是製造” [“{WORDS}”] (Mok, n.d., para. 8)"
    assert "不再只是製造” [“" in board.html
    assert "lang=" not in board.html, "the words are of two languages"
    ours = quotation_clipboard(WORDS, OWN, "apa", original="不再只是製造")
    assert ours.text.startswith(f"“不再只是製造” [{WORDS}] ("), "the original is quoted, one's own words are not"
    block = quotation_clipboard("eins\n\nzwei", MOK, "apa", original="一\n\n二")
    assert block.text.startswith("    一\n\n    二 [eins zwei] (")
