"""How is the administration of a vo school told, over the line, that a report for which it asked is ready now?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.actions import leg_melding_vast
from overstap.domain.overdrachten.enums import TAAK_MELDEN, Meldstand
from overstap.domain.overdrachten.queries.lijn import lijnvraag_for
from overstap.domain.scholen.queries import organisatie_for, school_for
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.integrations.oso.draad.melder import Melding, meld
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.overdrachten.models import Lasvraag


@taak(TAAK_MELDEN, opnieuw=None, los=True)
def meld_over_de_lijn(*, lasvraag_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Tell it once. No transaction is open while we talk; what came of it is written down afterwards."""
    with als(by):
        rij = lijnvraag_for(by, dossier_for(by, dossier_id), lasvraag_id).rij
        eigen, ander = organisatie_for(by).brin, school_for(by, rij.vrager_id).brin
    if rij.meldstand != Meldstand.ONDERWEG:
        return
    melding = _meld(rij, eigen, ander)
    with als(by):
        leg_melding_vast(
            dossier_id=dossier_id, lasvraag_id=lasvraag_id, code=melding.code, ontvangen=melding.ontvangen, by=by, at=at
        )


def _meld(rij: Lasvraag, eigen: str, ander: str) -> Melding:
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    if aansluiting is None:
        return Melding("", Uitkomst.NIET_AANGESLOTEN)
    # We answered at one of our aanleverpunten: of the basisschool, or of the vo school itself (binnen BRIN).
    punt = aansluiting.van_kenmerk(rij.kenmerk)
    van = (punt.brin if punt else eigen, rij.kenmerk)
    return meld(aansluiting, sessie=rij.sessie, van=van, naar=(ander, rij.aanleverpunt))
