"""The words around names in bylines and meta tags: before them, between them, behind them, and instead of them."""

import re

OWN_ROLE = "own"
"""The role of the people whom a place is for."""

_COLON = r"\s*[:：=／/|]\s*"
_KINDS = r"(?:an?\s+)?(?:(?:guest|news)\s+)?(?:article|essay|column|opinion|analysis|review|commentary|comment|report|feature|post|profile|story|words|text)"
LABEL = re.compile(
    rf"^(?:(?:written|posted|published|reported|{_KINDS}|écrit|rédigé|publié|posté|geschrieben|verfasst|escrito|publicado|"
    r"scritto|pubblicato|geschreven|(?:eine?|une?|una)\s+\w+)\s+)?"
    r"(?:aus\s+\w+\s+bericht(?:et|en)\s+|a\s+cura\s+di\s+|(?:by|von|par|por|di|door|av|af|od|autor(?:e|a|es|en|i)?|auteure?|authors?|reporter|автор(?:ы|и)?|текст|نویسنده|נכתב על ידי|מאת|लेखक|โดย|ผู้เขียน|tác giả|szerző|συντάκτης|بقلم|كتب(?:ت)?|إعداد|"
    rf"yazan|yazar|penulis|oleh|bejegyezte|írta|napsala?|zveřejnila?|přidala?|dodała?|opublikowała?|wpisała?|postat de|publicat de|scris de|(?-i:de(?=\s+[A-ZÀ-Þ][^\W\d_]+\s+[A-ZÀ-Þ]))|"
    rf"postat av|publicerad av|skriven av|skrevet af|skrevet av|lagt (?:inn|ud) a[vf]|kirjoittanut|kirjoittaja|geplaatst door|geschreven door|опубликовала?|добавила?|написала?|đăng bởi|viết bởi|"
    rf"diposting oleh|ditulis oleh|投稿者|作成者|張貼者|发帖人|글쓴이|글(?:[·･/]사진)?|작성자)(?:{_COLON}|\s+)|(?:tekst|texte?|texto|testo|words|teksti|szöveg|szerző){_COLON}|"
    rf"(?:取材[・･/／、]?|構成[・･/／、]?|写真[・･/／、]?)*(?:文|作者|撰文|撰稿|執筆(?:者)?|著者?|ライター)(?:{_COLON}|\s+))",
    re.IGNORECASE,
)
"""What stands before the names: "By", "Text:", "Eine Analyse von", 文／."""
REPORTER = re.compile(
    r"^(?:.*?\s)?\S*(?:記者|记者|特派員|特派员|撰稿人)\s*[:：／/]?\s*(?=[\u3040-\u30ff\u3400-\u9fff々])"
)
REPORTED = re.compile(
    r"\s*[／/|｜]?\s*[\u3400-\u9fff々]{1,8}(?:報導|報道|报道|專訪|专访|連線)$|\s*(?:記者|记者)$"
    r"|(?<=[\uac00-\ud7a3])\s*(?:선임|수석|인턴|전문|객원)?\s*(?:기자|특파원|논설위원|칼럼니스트|에디터).*$"
)
"""What stands behind names in Chinese and Korean: where from is reported, or that it is a reporter's."""
BESIDE = re.compile(r"\s*(?:实习生|實習生|实习记者|見習記者|见习记者|通讯员|通訊員)\s*[:：]?\s*")
"""What stands between the names of a reporter and of one who helps."""
AND = re.compile(r"^(?:and|und|et|og|och|y|&)\s+", re.IGNORECASE)
SPLIT = re.compile(
    r"(\s*(?:;|\||•|·\s|(?<=[\uac00-\ud7a3])·(?=[\uac00-\ud7a3])|,(?!\s*(?:jr|sr|ii+)\b)|，|、|；|\s(?:and|und|et|og|och|en|y|e|i|и|и|ve|&)\s|\s[&/]\s|／|\sو(?=\S{3}))\s*)",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"updat|modif|revis|edited|aktualis|geändert|\bstand\b|mise? à jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|oppdater|opdater|"
    r"päivitet|обновл|измен|оновл|güncel|更新|修改|수정|تحديث",
    re.IGNORECASE,
)
"""Words before a date that is not that of publication."""
ELSEWHERE = re.compile(r"^(?:de|da|do|em|en|à|au|in|im|aus|from|at|a|desde|dal?|bij|te|i|w|v)\s", re.IGNORECASE)
"""How a part of a byline begins that tells where its author is."""
GOES_ON = re.compile(
    r"(?:[,&、:：／]|(?:^|\s)(?:and|und|et|og|och|en|y|e|by|von|par|por|di|door|av|af|od|with|avec|mit|con|autor[ae]?|auteur|author))$",
    re.IGNORECASE,
)
"""How a line ends on which the next one goes on."""
CUT = re.compile(r"\s+(?:[–—|-]\s+|[^\s@]*@|\d|on\s+[A-Z0-9]|in\s+[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+)?$).*$")
WITH_OTHERS = re.compile(r"\s+(?:avec|with|mit|con|com|et|und|and|y|e)\b|\s*[/&]", re.IGNORECASE)
"""How it goes on behind an outlet's name where an agency follows."""
WITH = re.compile(r"\s*[(（]\s*(?:with|avec|mit|con|com|met|med)\s+([^)）]+)[)）]", re.IGNORECASE)
BRACKET = re.compile(r"\s*[(（\[［](?![\w.]{1,12}[)）]\s+[^\W\d_a-z])[^)）\]］]*(?:[)）\]］]|$)")
"""Words in brackets, but a name that somebody goes by, which stands within the name ("Jan (Jo) Novak")."""
TAIL = re.compile(r"(?<=\w)(?:\s+[a-zß-ÿě-ž]+)+$")
"""Small words after a name are not of it ("Jan Novák před hodinou")."""
DATED = re.compile(
    r"\s*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|"
    r"december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)\s+\d)\b.*$|(?<=\S)\s+(?:updated|published|posted|last modified)\b.*$"
    r"|\s*\b(?:19|20)\d\d\s?[-/.年].*$",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"https?:|www\.|[@<>{}=＝_\\]|\d|\.(?:com|org|net|de|uk|co|cn|tw|hk|jp|kr)\b|^(?:an?(?=\s)|the|our|your|this|all|more|view|read|see|follow|about|"
    r"posted|updated|published|last|by|author|authors|contact|share|image|photo|log\s?in|sign\s(?:in|up)|register|subscribe|join|photograph|source|as|who|whose|via|written|translated)\b|\sby\s|"
    r"^(?:quelle|fuente|fonte|bron|zdroj|źródło|kilde|källa|lähde|kaynak|forrás|sursa|источник|джерело)\s*:|\bcontributed to\b|^on\s|"
    r"^(?:来源|來源|出典|출처|더보기|查看|更多|發布|发布)",
    re.IGNORECASE,
)
NOBODY = frozenset(
    {"netscape user", "microsoft frontpage", "frontpage", "preferred customer", "valued customer", "valued sony customer", "authorized user", "authorised user",
     "registered user", "windows user", "windows-benutzer", "utilisateur windows", "usuario de windows", "microsoft office user", "microsoft word", "utilisateur", "benutzer",
     "usuario", "użytkownik", "owner", "default", "test", "your name", "author name", "ihr name", "adobe golive", "dreamweaver", "openoffice.org", "libreoffice", "a customer", "a shopper",
     "admin", "administrator", "staff", "editor", "editors", "editorial", "redaktion", "redacción", "rédaction", "webmaster", "unknown",
     "humas", "redaksi", "pressestelle", "presse", "press", "press office", "press service", "prensa", "gabinete de prensa", "oficina de prensa", "service de presse",
     "service presse", "ufficio stampa", "assessoria de imprensa", "assessoria de comunicação", "comunicação", "comunicación", "communications", "communication", "kommunikation",
     "пресс-служба", "пресс-центр", "прес-служба", "biuro prasowe", "tiskové oddělení", "sajtóosztály", "sajtószolgálat", "basın bürosu", "basın müşavirliği",
     "公關組", "新聞組", "新聞處", "宣传部", "办公室", "広報課", "広報室", "홍보실", "홍보팀",
     "個人", "个人", "개인", "無名氏", "无名氏", "無記名", "익명", "無署名",
     "anonymous", "guest", "user", "super user", "site admin", "web admin", "web editor", "author", "authors", "root", "none", "null", "undefined", "wordpress", "blogger", "joomla", "drupal", "typo3", "wix", "squarespace", "ghost", "hugo", "n/a", "na", "newsroom", "news",
     "staff reporter", "staff writer", "contributor", "contributors", "correspondent", "reporter", "admin admin",
     "redazione", "redactie", "redakcja", "redakce", "redacció", "redação", "redação online", "redaktionen", "redaksjonen", "toimitus",
     "szerkesztőség", "редакция", "администратор", "админ", "редактор", "редакція", "editör", "haber merkezi", "yönetici",
     "yazı işleri", "المحرر", "التحرير", "هيئة التحرير", "أسرة التحرير", "編輯", "编辑", "記者", "记者", "小编", "小編", "佚名", "匿名", "未知",
     "网络", "網絡", "管理员", "管理員", "本站", "本网", "本報訊", "本报讯", "綜合報導", "综合报道", "ゲスト", "運営", "ライター",
     "관리자", "운영자", "기자", "온라인뉴스팀"}
)  # fmt: skip
LOGIN = re.compile(
    r"(?!(?:Mc|Mac|De|Di|La|Le|O['’])[A-Z])(?:[A-Za-z]*[a-z][A-Z]|[A-Z]{2}[a-z])\w*|[A-Z]{4,}|[a-z][a-z._-]*"
)
"""An account's name: one word with capitals within it, in capitals or in small letters alone."""
NOBODIES = re.compile(
    r"\b(?:staff|desk|newsroom|webmaster|web\s?team|web\s?master|editors|staff (?:reports?|writers?|reporters?)|(?:editorial|content|web|social media|news) team|"
    r"editorial board|redaktion|rédaction|redacción|redazione|redactie|redação|redakcja|contributing writers?|"
    r"guest (?:author|post|blogger|contributor))$|(?:編集部|编辑部|編輯部|取材班|編集室|編輯室|小編|小编|편집부|편집국|뉴스팀|취재팀)$",
    re.IGNORECASE,
)
"""How a group within an outlet is called that has no name of its own ("Web Desk")."""
ORGANISED = re.compile(
    r"\b(?:press|news|agency|agence|agentur|agencia|agenzia|wire|bureau|reuters|afp|dpa|efe|ansa|tass|xinhua|bloomberg|institute|university|"
    r"ministry|society|association|foundation|centre|center|committee|council|commission|department|office|company|group|media|network)\b"
    r"|(?:新闻社|新聞社|通讯社|通訊社|通信社|出版社|メディア|ニュース|オンライン|协会|協會|基金会|基金會|研究所|大学|大學|委員会|委员会|委員會|신문사|뉴스)$",
    re.IGNORECASE,
)
POSITION = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|columnist|staff|bureau|news|press|business|politics|contributor|producer|journalist|"
    r"analyst|fellow|professor|lecturer|director|president|chief|manager|magazine|agency|special to|redakteur(?:in)?|journaliste|"
    r"correspondante?|redactora?|periodista|giornalista|korrespondent(?:in)?|university|institute|envoyée?s?|inviat[oa]|enviad[oa])\b|"
    r"^(?:AP|AFP|dpa|EFE|ANSA|PA|UPI|CNN|BBC)$",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"(?:ph\.?\s?d|d\.?phil|m\.?d|m\.?[asb]\.?a?|b\.?[as]c?|m\.?sc|m\.?p\.?h|m\.?ed|j\.?d|ll\.?[bm]|r\.?[dn]\.?n?|l\.?d\.?n?|c\.?p\.?a|"
    r"cscs|cfa|esq|d\.?d\.?s|d\.?o|pharm\.?d|ed\.?d|l\.?c\.?s\.?w|cssd|frcp|obe|mbe|cbe)\.?",
    re.IGNORECASE,
)
_TRANSLATED = (
    r"(?:translat(?:ed|ion|or)(?:\s+from\s+(?:the\s+)?(?:original\s+)?\w+)?|traduit(?:\s+de\s+l['’]\s?\w+|\s+du\s+\w+)?|traduction|traducci[oó]n|"
    r"traducido(?:\s+del?\s+\w+)?|tradu[cç][aã]o|traduzido|traduzione|tradotto(?:\s+dal\w*['’]?\s?\w+)?|übersetz(?:t|ung|er(?:in)?)|"
    r"aus\s+dem\s+\w+|vertaald|vertaling|vertaler|översättning|översatt|oversettelse|oversat(?:t|telse)?)\s*(?:by|par|por|da|di|de|von|door|av|af|:|：)\s*|"
    r"(?:譯者|译者|翻譯|翻译|訳者?|翻訳(?:・?(?:校正|編集|協力))?|監訳|譯|译|옮긴이|옮김|번역|перевод(?:чик)?|переклад|ترجمة|ترجمه|çeviren|çeviri|tłumaczenie|przekład|přeložila?|překlad|"
    r"fordította|suomentanut|terjemahan|penerjemah)\s*[:：／/]?\s*"
)
ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("translator", re.compile(rf"(?<!\w)(?:{_TRANSLATED})(?<!\w)|(?<!\w)(?:{_TRANSLATED})(?<=[\u3400-\u9fff\s])", re.IGNORECASE)),
    ("", re.compile(
        r"(?:photo(?:graph)?(?:s|y)?|pictures?|illustrat(?:ed|ions?)|images?|videos?|graphics?|fotos?|bilder|photographies?|edited|reviewed|"
        r"fact[- ]checked|interview(?:ed)?|curated|produced|narrated|designed|compiled)\s*(?:by|von|par|por|di|de|:|：)\s*|"
        r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|编审|校对|校對|摄影|攝影|撮影|写真|圖|图|来源|來源|編集|사진|편집)\s*[:：／/]\s*", re.IGNORECASE)),
    (OWN_ROLE, re.compile(r"(?:words|text|story|written)\s+by\s+|(?:文|作者|撰文)\s*[:：／/]\s*", re.IGNORECASE)),
)  # fmt: skip
"""Words within a byline from which on people of a role are named; "" for those that are left to who reads the text."""
MARKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("translated by", re.compile(
        r"(?P<name>[^,;|、，()（）]+?)\s*[(（]\s*(?:transl?(?:ator|\.)?|tr\.|traduct(?:eur|rice|or|ora)|trad\.|übers(?:\.|etzer(?:in)?)|译|譯|訳|"
        r"译者|譯者|訳者|翻譯|翻译|翻訳|пер(?:ев)?\.|переводчик)\s*[)）]", re.IGNORECASE)),
    ("edited by", re.compile(
        r"(?P<name>[^,;|、，()（）]+?)\s*[(（]\s*(?:eds?\.?|editors?|hrsg\.|hg\.|编|編|编辑|編輯|photos?|photographer|illustrator)\s*[)）]", re.IGNORECASE)),
)  # fmt: skip
"""Roles in brackets behind a name, and the words by which the same is said before it."""
