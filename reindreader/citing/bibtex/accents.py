"""LaTeX's accents and letters (LaTeX 2e, "ltoutenc"): one table for writing and for reading."""

ACCENTS = {
    "\u0300": r"\`", "\u0301": r"\'", "\u0302": r"\^", "\u0303": r"\~", "\u0308": r"\"", "\u0304": r"\=", "\u0307": r"\.",
    "\u0306": r"\u", "\u030c": r"\v", "\u030b": r"\H", "\u0327": r"\c", "\u0328": r"\k", "\u030a": r"\r", "\u0323": r"\d",
    "\u0331": r"\b",
}  # fmt: skip
"""Combining mark -> accent command."""

LETTERS = {
    "ß": r"{\ss}", "æ": r"{\ae}", "Æ": r"{\AE}", "œ": r"{\oe}", "Œ": r"{\OE}", "ø": r"{\o}", "Ø": r"{\O}", "å": r"{\aa}",
    "Å": r"{\AA}", "ł": r"{\l}", "Ł": r"{\L}", "đ": r"{\dj}", "Đ": r"{\DJ}", "ð": r"{\dh}", "Ð": r"{\DH}", "þ": r"{\th}",
    "Þ": r"{\TH}", "ı": r"{\i}", "ȷ": r"{\j}",
}  # fmt: skip

TYPOGRAPHY = {
    "‘": "`", "’": "'", "“": "``", "”": "''", "–": "--", "—": "---", "…": r"\ldots{}", "\u00a0": "~", "¿": "?`", "¡": "!`",
    "‐": "-", "‑": "-", "\u00ad": r"\-", "§": r"\S{}", "¶": r"\P{}", "©": r"\textcopyright{}", "£": r"\pounds{}",
    "°": r"\textdegree{}", "·": r"\textperiodcentered{}", "•": r"\textbullet{}", "†": r"\dag{}", "‡": r"\ddag{}",
    "®": r"\textregistered{}", "™": r"\texttrademark{}", "€": r"\texteuro{}", "«": r"\guillemotleft{}",
    "»": r"\guillemotright{}", "‹": r"\guilsinglleft{}", "›": r"\guilsinglright{}", "„": r"\quotedblbase{}",
    "‚": r"\quotesinglbase{}", "ª": r"\textordfeminine{}", "º": r"\textordmasculine{}", "×": r"\texttimes{}",
}  # fmt: skip
