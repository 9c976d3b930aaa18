"""Which languages can a parent read in, and did a translator see it? Plain words, so that the settings can ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Taal:
    """One language: its code, its own name, whether it runs from right to left, and whether a translator saw it."""

    code: str
    naam: str
    rechts_naar_links: bool = False
    nagekeken: bool = False

    @property
    def richting(self) -> str:
        """The value of `dir` in HTML."""
        return "rtl" if self.rechts_naar_links else "ltr"


# The texts in the code are Dutch, so the first needs no translation.
NEDERLANDS = Taal("nl", "Nederlands", nagekeken=True)
# Set `nagekeken` when a translator read the whole of web/ouders/locale/<code>; the notice on the pages then goes.
VERTAALD = (
    Taal("en", "English"),
    Taal("ar", "العربية", rechts_naar_links=True),
    Taal("tr", "Türkçe"),
    Taal("pl", "Polski"),
    Taal("uk", "Українська"),
)
TALEN = (NEDERLANDS, *VERTAALD)
