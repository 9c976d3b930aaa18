"""What does every picture share: its letter, its colours and the writing of an element?

Colours are attributes, so that the picture is right in a PDF and under a page's strict content policy; a page's
style sheet may still replace them by the classes.
"""

from __future__ import annotations

from decimal import Decimal
from html import escape

INKT_ZACHT = "#46555f"
MERK = "#0f4c5c"
MERK_LICHT = "#e6f0f2"
BAND = "#e9eef0"
RASTER = "#d5dde1"
WIT = "#ffffff"
LETTER = "Atkinson Hyperlegible Next"
LETTERMAAT = 14

type_maat = Decimal | float


def element(naam: str, inhoud: str = "", **attributen: type_maat | str) -> str:
    """One element; `stroke_width` becomes `stroke-width`, `klasse` becomes `class`. `inhoud` is markup already."""
    delen = "".join(f' {_attribuut(sleutel)}="{_waarde(waarde)}"' for sleutel, waarde in attributen.items())
    return f"<{naam}{delen}>{inhoud}</{naam}>" if inhoud else f"<{naam}{delen}/>"


def tekst(x: type_maat, y: type_maat, woorden: str, *, anker: str) -> str:
    """Words beside an axis; `anker` is start, middle or end."""
    return _tekst(x, y, woorden, text_anchor=anker, fill=INKT_ZACHT, klasse="ov-groei__as")


def opschrift(x: type_maat, y: type_maat, woorden: str, *, kleur: str, vet: bool) -> str:
    """Words in the middle of a coloured field."""
    return _tekst(x, y, woorden, text_anchor="middle", fill=kleur, font_weight="700" if vet else "400")


def _tekst(x: type_maat, y: type_maat, woorden: str, **stijl: str) -> str:
    return element("text", escape(woorden), x=x, y=y, font_size=LETTERMAAT, font_family=LETTER, **stijl)


def beeld(breedte: int, hoogte: int, delen: list[str]) -> str:
    """The whole picture. It is hidden from a screen reader: beside it stand a sentence and a table."""
    return element(
        "svg",
        "".join(delen),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {breedte} {hoogte}",
        aria_hidden="true",
        focusable="false",
    )


def _attribuut(sleutel: str) -> str:
    return "class" if sleutel == "klasse" else sleutel.replace("_", "-")


def _waarde(waarde: type_maat | str) -> str:
    return escape(waarde) if isinstance(waarde, str) else f"{float(waarde):.1f}".removesuffix(".0")
