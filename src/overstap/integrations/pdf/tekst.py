"""How does any text a person typed become paragraphs that can always be set?"""

import re
import unicodedata
from dataclasses import dataclass

from overstap.integrations.pdf.dekking import toonbaar

VERVANGING = "\N{REPLACEMENT CHARACTER}"
# The joiners steer the shape of Arabic and Indic letters, the two marks the direction of a line.
# All other invisible characters (overrides of direction, tags, byte order marks) can make a text
# read differently from what it says, and PDF/A refuses some of them.
GEWENSTE_ONZICHTBARE = frozenset("\u200c\u200d\u200e\u200f\u00ad")
BREEKPUNT = "\N{ZERO WIDTH SPACE}"
RECHTS_NAAR_LINKS = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Alinea:
    """One paragraph, its direction and (when it differs from the document) its language."""

    t: str
    rtl: bool = False
    taal: str = ""


def alineas(
    tekst: str | tuple[str, ...], *, woord: int = 48, gewoon: int = 0, taal: str = "", streng: bool = False
) -> list[Alinea]:
    """Return the paragraphs of `tekst`; none when there is nothing to read.

    A word longer than `woord` characters gets places where it may break, so that it cannot run
    off the page; a common word of at most `gewoon` letters is left to hyphenation, which knows
    better places. `streng` also drops loose combining marks, see `schoon`.
    """
    geheel = tekst if isinstance(tekst, str) else "\n".join(tekst)
    regels = (" ".join(regel.split(" ")).strip() for regel in schoon(geheel, streng=streng).split("\n"))
    return [
        Alinea(breekbaar(regel, woord, gewoon), rtl=rechts_naar_links(regel), taal=taal) for regel in regels if regel
    ]


def kort(tekst: str, *, woord: int = 32, tekens: int = 300, streng: bool = False) -> str:
    """Return `tekst` on one line of at most `tekens`, for headings, labels and metadata."""
    regel = " ".join(schoon(tekst, streng=streng).split())
    return breekbaar(regel if len(regel) <= tekens else regel[: tekens - 1].rstrip() + "…", woord)


def schoon(tekst: str, *, streng: bool = False) -> str:
    """Return `tekst` with only characters our fonts can show; others become U+FFFD.

    The text is composed first (NFC), so that a letter with a loose accent becomes the letter
    that the font has. `streng` drops the accents that remain, for a combination that no single
    font can show.
    """
    samen = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n"))
    return "".join(_teken(teken, streng=streng) for teken in samen)


def _teken(teken: str, *, streng: bool) -> str:
    if teken in "\n\u2028\u2029\r\v\f\x85":
        return "\n"
    soort = unicodedata.category(teken)
    if soort == "Zs":
        return teken if teken == "\u00a0" else " "
    if soort == "Cc":
        return " " if teken == "\t" else ""
    if soort == "Cf":
        return teken if teken in GEWENSTE_ONZICHTBARE and not streng else ""
    if soort[0] == "M" and (streng or "\ufe00" <= teken <= "\ufe0f" or teken >= "\U000e0100"):
        return ""
    return teken if ord(teken) in toonbaar() else VERVANGING


def breekbaar(tekst: str, woord: int, gewoon: int = 0) -> str:
    """Return `tekst` with invisible break points in words longer than `woord` characters, see `alineas`."""
    lang = re.compile(rf"[^\s{BREEKPUNT}]{{{woord + 1},}}")
    return lang.sub(lambda heel: heel[0] if _is_gewoon(heel[0], gewoon) else _met_breekpunten(heel[0], woord), tekst)


# Letters of Latin script, for which there is a table of hyphenation, with what may stand around them.
_GEWOON = re.compile(r"[(\"'“‘]*[A-Za-zÀ-ÖØ-öø-ɏ-]+[)\"'”’.,;:!?]*")


def _is_gewoon(woord: str, letters: int) -> bool:
    return len(woord) <= letters and _GEWOON.fullmatch(woord) is not None


def _met_breekpunten(lang: str, woord: int) -> str:
    delen: list[str] = []
    sinds = 0
    for teken in lang:
        # A mark or a joiner belongs to the letter before it.
        los = unicodedata.category(teken)[0] not in "MC"
        if sinds >= woord // 2 and los:
            delen.append(BREEKPUNT)
            sinds = 0
        delen.append(teken)
        sinds += 1
    return "".join(delen)


def rechts_naar_links(tekst: str) -> bool:
    """Return whether the first letter with a direction is of a right-to-left script."""
    for teken in tekst:
        richting = unicodedata.bidirectional(teken)
        if richting == "L":
            return False
        if richting in RECHTS_NAAR_LINKS:
            return True
    return False
