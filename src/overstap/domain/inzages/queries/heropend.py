"""Could the parents read what changed since a definitive report was opened again?"""

from __future__ import annotations

from datetime import date

from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.models import Zienswijze
from overstap.domain.inzages.queries.inzage import Ouderregel, ouderregels_for
from overstap.domain.inzages.rules import Heropendstand
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import RapportNu, bevries_for, bevroren_for, rapport_nu_for, versies_for
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


def heropend_for(
    actor: Actor, dossier: Dossier, slot: Slot, vandaag: date, nu: RapportNu | None = None
) -> Heropendstand | None:
    """Whether the newest offer says what the report says now (`nu`), and who did not answer it yet.

    None for a report that was not opened again, or that still says what it said when it was definitief.
    """
    if dossier.heropend_op is None:
        return None
    nu = nu or rapport_nu_for(actor, dossier, slot)
    versies = list(versies_for(actor, dossier))
    definitief = next((versie for versie in versies if versie.soort == Versiesoort.DEFINITIEF), None)
    if definitief is None or definitief.gemaakt_op > dossier.heropend_op:
        return None
    if _zelfde(actor, dossier, slot, definitief, nu):
        return None
    aanbod = versies[0] if versies[0] != definitief and _zelfde(actor, dossier, slot, versies[0], nu) else None
    if aanbod is None:
        return Heropendstand(None)
    regels = ouderregels_for(actor, dossier, nu.inhoud, vandaag)
    wachten = [regel.wie.naam for regel in regels if regel.wie.recht.reageert and not _antwoordde(regel, aanbod)]
    return Heropendstand(dag(aanbod.gemaakt_op), tuple(wachten))


def _zelfde(actor: Actor, dossier: Dossier, slot: Slot, versie: Versie, nu: RapportNu) -> bool:
    bevroren = bevries_for(actor, dossier, slot, dag(versie.gemaakt_op), nu)
    return bevroren.naar_bytes() == bevroren_for(actor, versie, slot).naar_bytes()


def _antwoordde(regel: Ouderregel, aanbod: Versie) -> bool:
    """Did this person sign, or give an own view, after this version was offered?"""
    inzage = regel.telt
    if inzage is None:
        return False
    getekend = inzage.gezien_op is not None and inzage.gezien_op >= aanbod.gemaakt_op
    return getekend or Zienswijze.objects.filter(inzage=inzage, ingediend_op__gte=aanbod.gemaakt_op).exists()
