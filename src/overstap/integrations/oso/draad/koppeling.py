"""How is a dossier offered to a samenwerkingsverband, and what came of it told back, without naming the pupil?

The Traffic Center gives a koppelsleutel for one dossier between two systems; who was told fetches with it
(`Haler.haal_gekoppeld`). As good as the number, so it stands in no log.
"""

from __future__ import annotations

from collections.abc import Callable

from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.melder import Melding, als_melding, stuur

# The purpose of an aanleverpunt of a samenwerkingsverband (before 2021: PaO).
SWV_DOEL = "SWV"


def bied_aan(
    aansluiting: Aansluiting, *, van: tuple[str, str], naar: tuple[str, str], bewaar: Callable[[str], None]
) -> Melding:
    """Tell a samenwerkingsverband that a dossier is there; `van` (us) and `naar` are BRIN and routeringskenmerk.

    `bewaar` gets the koppelsleutel before anybody is told, since who is told may fetch at once. One try: nothing is
    sent twice. Raises nothing of the exchange: a fault is a result.
    """
    waarden = _wie(van, naar) | {"doel": SWV_DOEL}
    try:
        gekregen = stuur(aansluiting, aansluiting.centrale, Bericht("meldenNotificatieRequest", waarden))
        if gekregen["resultaat"] or not gekregen["url"] or not gekregen["koppelsleutel"]:
            return als_melding(aansluiting, gekregen["resultaat"])
        bewaar(gekregen["koppelsleutel"])
        sleutel = {"koppelsleutel": gekregen["koppelsleutel"]}
        antwoord = stuur(aansluiting, gekregen["url"], Bericht("notificatieRequest", waarden | sleutel))
    except Draadfout as fout:
        return als_melding(aansluiting, fout.code)
    return als_melding(aansluiting, antwoord["resultaat"])


def koppel_terug(
    aansluiting: Aansluiting, *, koppelsleutel: str, van: tuple[str, str], naar: tuple[str, str], inhoud: str
) -> Melding:
    """Tell the school what came of its dossier; here `van` is the samenwerkingsverband, `naar` the school.

    One try, as the standard asks: what does not arrive is for a person. An answer without a result is a receipt.
    """
    waarden = _wie(van, naar) | {"koppelsleutel": koppelsleutel}
    try:
        adres = stuur(aansluiting, aansluiting.centrale, Bericht("meldenTerugkoppelingRequest", waarden))
        if adres["resultaat"] or not adres["url"]:
            return als_melding(aansluiting, adres["resultaat"])
        bericht = Bericht("terugkoppelingRequest", waarden | {"inhoud": inhoud})
        antwoord = stuur(aansluiting, adres["url"], bericht)
    except Draadfout as fout:
        return als_melding(aansluiting, fout.code)
    return als_melding(aansluiting, antwoord["resultaat"] or _ONTVANGEN)


_ONTVANGEN = "NotificatieOntvangen"


def _wie(van: tuple[str, str], naar: tuple[str, str]) -> dict[str, str]:
    return {"bron_brin": van[0], "bron_kenmerk": van[1], "doel_brin": naar[0], "doel_kenmerk": naar[1]}
