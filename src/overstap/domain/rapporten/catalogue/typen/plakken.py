"""What is the text itself, when somebody pastes it from Word or from a web page with its markup?

Only what is surely markup goes; a sentence such as "score < 5 en > 3" stays as it is.
"""

import re
from html import unescape

# What Word uses for a line break within a paragraph, a page break, and Unicode's own line and paragraph ends.
_REGELEINDE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Soft hyphen, zero-width space, word joiner and byte order mark: nobody sees them, and a search stumbles over them.
_ONZICHTBAAR = re.compile("[\xad\u200b\u2060\ufeff]")
_SPATIE = re.compile("[\xa0\u2002-\u200a\u202f]")
# The bullets of Word stand in the private area of its symbol fonts; on a list they are followed by a tab.
_OPSOMTEKEN = re.compile("^[ \t]*[\uf0a7\uf0b7\uf0d8\uf02d·•▪o][ \t]*\t[ \t]*", re.MULTILINE)

_MET_INHOUD = re.compile(r"<(style|script|xml|head)\b[^>]*>.*?</\1>|<!--.*?-->|<!\[.*?\]>", re.IGNORECASE | re.DOTALL)
_NIEUWE_REGEL = re.compile(r"<br\s*/?>|</(?:p|div|h[1-6]|tr|li|ul|ol|table)>", re.IGNORECASE)
_LIJSTPUNT = re.compile(r"<li\b[^>]*>\s*", re.IGNORECASE)
_CEL = re.compile(r"</t[dh]>\s*(?=<t[dh])", re.IGNORECASE)
_OPMAAK = re.compile(
    r"</?(?:html|body|meta|link|p|div|span|b|i|u|s|em|strong|font|a|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|sup|sub"
    r"|img|br|o:\w+|w:\w+|m:\w+|v:\w+|st1:\w+)(?:\s+[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s<>\"']+))*\s*/?>",
    re.IGNORECASE,
)


def zonder_opmaak(tekst: str) -> str:
    """The words of a pasted text, line by line; what is no markup stays exactly as it was typed."""
    tekst = _SPATIE.sub(" ", _ONZICHTBAAR.sub("", _REGELEINDE.sub("\n", tekst)))
    if _OPMAAK.search(tekst):
        tekst = _uit_html(tekst)
    return _OPSOMTEKEN.sub("- ", tekst)


def _uit_html(tekst: str) -> str:
    zonder_kop = _MET_INHOUD.sub("", tekst)
    regels = _LIJSTPUNT.sub("\n- ", _CEL.sub("; ", _NIEUWE_REGEL.sub("\n", zonder_kop)))
    kaal = unescape(_OPMAAK.sub("", regels)).replace("\xa0", " ")
    net = re.sub(r"[ \t]+\n", "\n", re.sub(r"[ \t]{2,}", " ", kaal))
    return re.sub(r"\n{3,}", "\n\n", net).strip()
