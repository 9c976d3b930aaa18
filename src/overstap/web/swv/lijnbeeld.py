"""How far over the line (OSO) is a zorgaanmelding, in the words of who reads it at a samenwerkingsverband?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.overdrachten.rules.lijn import GELUKT
from overstap.domain.zorgroutes.enums import Aanbodstand, Routestaat

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgaanbod
    from overstap.domain.zorgroutes.queries.lijn import Systeemregel

_KLEUR = {
    Aanbodstand.GEMELD: ("blauw", "brief"),
    Aanbodstand.ONDERWEG: ("paars", "wacht"),
    Aanbodstand.NIET_GELUKT: ("rood", "fout"),
    Aanbodstand.OPGEHAALD: ("blauw", "oog"),
    Aanbodstand.AANGENOMEN: ("groen", "klaar"),
    Aanbodstand.GEWEIGERD: ("", "sluit"),
}


def aanbodrij(rij: Zorgaanbod, stand: Aanbodstand) -> dict[str, Any]:
    """One that a school elsewhere set ready. Who it is about nobody knows before it was fetched."""
    kleur, icoon = _KLEUR[stand]
    return {
        "id": rij.id,
        "brin": rij.bron_brin,
        "gemeld_op": rij.gemeld_op,
        "gevraagd_op": rij.gevraagd_op,
        "opgehaald_op": rij.beantwoord_op if rij.uitkomst == GELUKT else None,
        # What did not arrive is no answer to the school.
        "terug_op": None if rij.terugstand == Meldstand.NIET_GELUKT else rij.terug_op,
        "vervalt_op": rij.vervalt_op,
        "stand": _terug(rij) or (_("Wacht op uw keuze") if stand is Aanbodstand.OPGEHAALD else stand.label),
        "kleur": "rood" if rij.terugstand == Meldstand.NIET_GELUKT else kleur,
        "icoon": "fout" if rij.terugstand == Meldstand.NIET_GELUKT else icoon,
    }


def _terug(rij: Zorgaanbod) -> str:
    """What came of telling the school, once there is something to tell."""
    if rij.terugstand == Meldstand.NIET_GELUKT:
        return _("Terugkoppeling niet aangekomen")
    if rij.terugstand != Meldstand.NIET:
        return _("Teruggekoppeld")
    return _("Besluit genomen") if rij.staat == Routestaat.BESLUIT else ""


def systeemrij(regel: Systeemregel) -> dict[str, Any]:
    """One that a school in Overstap sent, and that the own system of the samenwerkingsverband fetches."""
    if regel.antwoord_op:
        stand = (_("Teruggekoppeld"), "groen", "klaar")
    elif regel.meldstand is Meldstand.NIET_GELUKT:
        stand = (_("Uw systeem kreeg geen bericht"), "rood", "fout")
    elif regel.uitkomst not in {"", GELUKT}:
        stand = (_("Opgevraagd, niet gekregen"), "amber", "letop")
    elif regel.opgehaald_op:
        stand = (_("Opgehaald"), "groen", "klaar")
    elif regel.bestand_op:
        stand = (_("Klaargezet"), "blauw", "brief")
    else:
        stand = (_("Er staat niets klaar"), "", "wacht")
    return {"regel": regel, "stand": stand[0], "kleur": stand[1], "icoon": stand[2]}
