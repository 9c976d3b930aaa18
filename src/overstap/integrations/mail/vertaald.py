"""What does a parent who reads no Dutch see in our mails? A line per language, with the page in that language."""

from __future__ import annotations

# No translator saw these yet, as on the pages; the codes are those of web/components/talen.
_REGELS = (
    ("en", "English: the school has something for you. You need the code from the school."),
    ("ar", "العربية: لدى المدرسة شيء لكم. تحتاجون إلى الرمز من المدرسة."),
    ("tr", "Türkçe: okulun size bir haberi var. Okuldan aldığınız kod gerekir."),
    ("pl", "Polski: szkoła ma coś dla Państwa. Potrzebny jest kod ze szkoły."),
    ("uk", "Українська: школа має дещо для вас. Потрібен код зі школи."),
)
TALEN = tuple(code for code, _regel in _REGELS)


def in_andere_talen(adres: str) -> str:
    """The end of every mail to a parent; `adres` is where this parent reads."""
    return "\n" + "\n".join(f"{regel}\n{adres}?taal={code}\n" for code, regel in _REGELS)
