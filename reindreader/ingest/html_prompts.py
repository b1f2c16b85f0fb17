"""Paragraphs within an article that are not of it: calls to subscribe, links to other articles, the word "Advertisement".

Only what can hardly be anything else; it stays in the text as furniture.
"""

import re

LONGEST = 200
_ADS = (
    "advertisement|advertising|story continues below(?: advertisement)?|article continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?|"
    "anzeige|werbung|publicité|la suite après la publicité|publicidad|publicidade|continua após a publicidade|pubblicità|advertentie|annonce|annons|"
    "mainos|reklama|реклама|إعلان|תגובות|廣告|广告|広告|광고|skip advertisement|scroll to continue"
)
_OTHERS = (
    "read more|read also|read next|also read|see also|more on this|more from|related|related (?:articles?|stor(?:y|ies)|reading|coverage)|don['’]t miss|"
    "recommended(?: reading)?|lire aussi|à lire aussi|(?:à )?lire également|voir aussi|lesen sie auch|lesen sie mehr|mehr zum thema|mehr dazu|"
    "lee también|lea también|leer más|te puede interesar|ver también|leia também|leia mais|veja também|saiba mais|leggi anche|vedi anche|"
    "lees ook|læs også|les også|läs också|läs även|lue myös|czytaj (?:też|także|więcej)|zobacz też|čtěte také|olvassa el|citește și|"
    "читайте также|читать также|смотрите также|читайте також|اقرأ أيض[اً]+|ayrıca okuyun|延伸閱讀|延伸阅读|相關閱讀|相关阅读|相關新聞|相关新闻|推薦閱讀|"
    "推荐阅读|更多閱讀|関連記事|あわせて読みたい|관련\\s?기사|baca juga|xem thêm|đọc thêm"
)
_CALLS = (
    r"(?:(?:please |to continue,? )?(?:sign up|subscribe)\b.*\b(?:newsletter|inbox|e-?mails?|free|updates|today|now|podcast)\b.*|"
    r"(?:get|receive) .*\b(?:in|to) your inbox\b.*|follow us on (?:facebook|twitter|x|instagram|whatsapp|telegram|google news)\b.*|"
    r"(?:share this|like this|tweet this|print this|share on facebook|click to share)\b.{0,60}|"
    r"(?:jetzt |hier )?(?:abonnieren sie|newsletter abonnieren|melden sie sich)\b.*newsletter.*|(?:inscrivez-vous|abonnez-vous)\b.*(?:newsletter|lettre).*|"
    r"suscr[ií]b(?:e|a)te\b.*(?:newsletter|bolet[ií]n).*|iscriviti\b.*newsletter.*|assine\b.*newsletter.*|"
    r"thanks for reading\b.*\bsubscribe\b.*)"
)
_PROMPT = re.compile(rf"(?:[-–—\[(]\s*)?(?:{_ADS})(?:\s*[-–—\])])?|{_CALLS}", re.IGNORECASE)
_OTHER = re.compile(rf"[▶►■●→»>*\s]*(?:{_OTHERS})\s*(?:[:：|»>→–—-]|$)", re.IGNORECASE)


_COMMENTS = re.compile(
    r"(?:\d+\s+)?(?:(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)|(?:reader )?comments?|responses|"
    r"(?:leser)?kommentare?|kommentar(?:er|ieren|hinterlassen)?|commentaires?|réactions|comentarios?|comentar(?:io)?|comentários?|commenti|reacties|"
    r"kommentit|komentarze|komentáře|hozzászólások|комментари[ий]|обсуждение|коментарі|yorumlar|التعليقات|评论|網友評論|网友评论|留言|回應|发表评论|"
    r"コメント|댓글|bình luận|komentar)(?:\s*[(（]?\d+[)）]?)?\s*[:：]?",
    re.IGNORECASE,
)


def is_comments(heading: str) -> bool:
    """Whether readers' comments stand below a heading."""
    return bool(_COMMENTS.fullmatch(" ".join(heading.split())))


def is_prompt(words: str, *, linked: bool) -> bool:
    """Whether a paragraph is none of the article. ``linked``: whether there is a link in it."""
    if len(" ".join(words[: 2 * LONGEST].split())) > LONGEST:
        return False  # most paragraphs, however long they are
    words = " ".join(words.split())
    return len(words) <= LONGEST and bool(_PROMPT.fullmatch(words) or (linked and _OTHER.match(words)))
