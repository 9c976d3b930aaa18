"""How does the bron tell who asked that a dossier is ready now? First the Traffic Center, then that one system."""

from __future__ import annotations

from dataclasses import dataclass

from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.klant import vraag
from overstap.integrations.oso.draad.uitkomst import Uitkomst

# The purpose of an aanleverpunt that asks for a pupil who goes to another school.
_OVERSTAP = "OV"


@dataclass(frozen=True)
class Melding:
    """What came of telling: the result as the standard writes it, and what it means."""

    code: str
    uitkomst: Uitkomst

    @property
    def ontvangen(self) -> bool:
        """Did the other system take it?"""
        return self.uitkomst is Uitkomst.GELUKT


def meld(aansluiting: Aansluiting, *, sessie: str, van: tuple[str, str], naar: tuple[str, str]) -> Melding:
    """Tell the aanleverpunt that asked in `sessie`; `van` (us) and `naar` are BRIN and routeringskenmerk.

    One try: nothing is sent twice. Raises nothing of the exchange: a fault is a result.
    """
    waarden = {
        "bron_brin": van[0],
        "bron_kenmerk": van[1],
        "doel_brin": naar[0],
        "doel_kenmerk": naar[1],
        "sessie": sessie,
        "doel": _OVERSTAP,
    }
    try:
        adres = stuur(aansluiting, aansluiting.centrale, Bericht("meldenNotificatieRequest", waarden))
        if adres["resultaat"] or not adres["url"]:
            return als_melding(aansluiting, adres["resultaat"])
        antwoord = stuur(aansluiting, adres["url"], Bericht("notificatieRequest", waarden))
    except Draadfout as fout:
        return als_melding(aansluiting, fout.code)
    return als_melding(aansluiting, antwoord["resultaat"])


def stuur(aansluiting: Aansluiting, url: str, bericht: Bericht) -> Bericht:
    """One short message and its answer; raises what `vraag` raises."""
    return vraag(url, bericht, uitgave=aansluiting.uitgave, papieren=aansluiting.papieren)


def als_melding(aansluiting: Aansluiting, code: str) -> Melding:
    """A result of the standard; a fault on the way gets the code of a technical one."""
    bekend = aansluiting.uitgave.codes.get(code)
    if bekend is not None:
        return Melding(code, bekend.betekent)
    uitkomst = Uitkomst.CERTIFICAAT if code == "certificaat" else Uitkomst.TECHNISCH
    return Melding(aansluiting.uitgave.code_voor(uitkomst).naam, uitkomst)
