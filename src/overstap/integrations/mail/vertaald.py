"""What does a parent who reads no Dutch see in our mails? A line per language, with the page in that language."""

from __future__ import annotations

import re
from collections.abc import Mapping

# No translator saw these yet, as on the pages; the codes are those of web/components/talen.
_REGELS = (
    ("en", "English: the school has something for you. You need the code from the school."),
    ("ar", "العربية: لدى المدرسة شيء لكم. تحتاجون إلى الرمز من المدرسة."),
    ("tr", "Türkçe: okulun size bir haberi var. Okuldan aldığınız kod gerekir."),
    ("pl", "Polski: szkoła ma coś dla Państwa. Potrzebny jest kod ze szkoły."),
    ("uk", "Українська: школа має дещо для вас. Потрібен код зі школи."),
)
TALEN = tuple(code for code, _regel in _REGELS)


def in_andere_talen(adres: str, nummer: str = "", eigen: Mapping[str, str] | None = None) -> str:
    """The end of every mail to a parent; `adres` is where this parent reads.

    In a language in which the region says it itself (`eigen`, by language) that text, else a line of ours.
    """
    eigen = eigen or {}
    delen = []
    for code, regel in _REGELS:
        daar = f"{adres}?taal={code}"
        delen.append(f"{vul_in(eigen[code], adres=daar, nummer=nummer)}\n" if code in eigen else f"{regel}\n{daar}\n")
    return "\n" + "\n".join(delen)


def vul_in(tekst: str, **waarden: str) -> str:
    """A text with what stands between braces filled in; nothing else in it means anything, whoever wrote it."""
    return re.sub(r"\{(\w+)\}", lambda plek: waarden.get(plek[1], plek[0]), tekst)
