"""What can a parent choose about the own mails, which of them can wait, and what does one mail for more of them say?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.rules.regiomails import MAILTALEN, NEDERLANDS

# The most to do first: whoever opens the page finds the rest there too.
_GEWICHT = (Mailsoort.HERINNERING, Mailsoort.NIEUWE_VERSIE, Mailsoort.BERICHT)
KAN_WACHTEN = frozenset(_GEWICHT)
"""What a parent may have once a day; of it nothing is lost by a night."""
GELEZEN_OP_DE_PAGINA = KAN_WACHTEN - {Mailsoort.HERINNERING}
"""What has no more to tell to who opened the own page; a reminder asks for an answer, and is judged by that."""
# So long is every choice, so that its length says nothing where its words cannot be read.
_BREED = 12


@dataclass(frozen=True)
class Keuze:
    """The language of the mails and pages of one parent, and how often there is mail. Without a choice: this."""

    taal: str = NEDERLANDS
    ritme: Mailritme = Mailritme.METEEN

    @classmethod
    def uit_bytes(cls, inhoud: bytes) -> Keuze:
        """What `naar_bytes` made."""
        taal, ritme = inhoud.decode().split()
        return cls(taal, Mailritme(ritme))

    def naar_bytes(self) -> bytes:
        """As it is encrypted: of every choice as long."""
        return f"{self.taal} {self.ritme.value}".ljust(_BREED).encode()

    @property
    def is_gewoon(self) -> bool:
        """Is this what holds without a choice, so that nothing needs to be kept?"""
        return self == Keuze()


def is_taal(code: str) -> bool:
    """Is this a language in which a parent can read?"""
    return code in MAILTALEN


def in_een_mail(soorten: Collection[Mailsoort]) -> Mailsoort:
    """Which mail says enough for all of these: that with the most to do. Raises `ValueError` for none."""
    return min(soorten, key=_GEWICHT.index)
