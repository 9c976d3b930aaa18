"""Which acts of the basisschool record an aanmelding at a vo school, and withdraw it?"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.actions.versturen import controleer_bestaat, trek_in
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden
from overstap.domain.overdrachten.models import Aanmelding
from overstap.domain.overdrachten.queries import aanmeldingen_for, overdrachten_for
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def leg_aanmelding_vast(
    *, dossier_id: UUID, ontvanger_id: UUID, aangemeld_op: date, wijze: Aanmeldwijze, by: Actor, at: datetime
) -> UUID:
    """Record that the pupil was applied at a vo school; without it nothing may be sent there."""
    by.require(Recht.AANMELDING_VASTLEGGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    ontvanger = organisaties_for(by, "vo", ook_buiten=True).filter(id=ontvanger_id).first()
    if ontvanger is None:
        raise NietGevonden
    controleer_bestaat(ontvanger=ontvanger, by=by, at=at)
    if aangemeld_op > dag(at):
        zin = "De dag van de aanmelding ligt in de toekomst. Vul de echte dag in."
        raise OverdrachtGeweigerd(zin, veld="aangemeld_op")
    if aanmeldingen_for(by, dossier).filter(ontvanger_id=ontvanger_id).exists():
        raise OverdrachtGeweigerd("De aanmelding bij deze school is al vastgelegd.", veld="ontvanger_id")
    aanmelding = Aanmelding.objects.create(
        dossier=dossier,
        school_id=dossier.school_id,
        ontvanger_id=ontvanger_id,
        aangemeld_op=aangemeld_op,
        wijze=wijze,
        vastgelegd_op=at,
        vastgelegd_door=by.persoon_id,
    )
    record("aanmelding.vastgelegd", by=by, at=at, dossier_id=dossier.id, object_id=ontvanger_id, wijze=wijze.value)
    return aanmelding.id


def trek_aanmelding_in(*, dossier_id: UUID, aanmelding_id: UUID, reden: Intrekreden, by: Actor, at: datetime) -> None:
    """An application no longer holds: nothing may be sent there, and what runs there ends at once."""
    by.require(Recht.AANMELDING_VASTLEGGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    aanmelding = aanmeldingen_for(by, dossier).filter(id=aanmelding_id).first()
    if aanmelding is None:
        raise NietGevonden
    for lopend in overdrachten_for(by, dossier).filter(ontvanger_id=aanmelding.ontvanger_id, ingetrokken_op=None):
        trek_in(dossier_id=dossier.id, overdracht_id=lopend.id, by=by, at=at)
    aanmelding.ingetrokken_op, aanmelding.ingetrokken_door, aanmelding.intrekreden = at, by.persoon_id, reden
    aanmelding.save(update_fields=["ingetrokken_op", "ingetrokken_door", "intrekreden"])
    wie = aanmelding.ontvanger_id
    record("aanmelding.ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=wie, reden=reden.value)
