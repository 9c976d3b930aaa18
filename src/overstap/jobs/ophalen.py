"""How is a pupil fetched from the school's own administration, over the line?"""

from __future__ import annotations

import json
from datetime import date, datetime
from uuid import UUID

from django.conf import settings

from overstap.domain.importen.actions import leg_afmelding_vast, leg_ophaling_vast
from overstap.domain.importen.enums import TAAK_AFMELDEN, TAAK_OPHALEN, Opvraagstand
from overstap.domain.importen.queries import open_afmelding_for, opgevraagd_nummer_for, opvragingen_for
from overstap.domain.scholen.queries import organisatie_for
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.integrations.oso import Leesfout, lees
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.integrations.oso.draad.doel import Haler, Ophaling, meld_af
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.spoel import stukken_van
from overstap.jobs.taak import NogNiet, taak


@taak(TAAK_OPHALEN, opnieuw=None, los=True)
def haal_op(*, opvraging_id: UUID, by: Actor, at: datetime) -> None:
    """Ask the administration, and keep the file that came until somebody decides about it.

    Whatever went wrong in the exchange is a result. What goes wrong after it ends here, and the page says so: asking
    again is for a person, because the Traffic Center has heard from us already. No transaction is open while we talk.
    """
    vraag = _vraag(opvraging_id, by, at)
    if vraag is None:
        return
    brin, nummer = vraag
    ophaling = _ophaling(brin, nummer)
    uitkomst = _keur(ophaling, nummer, dag(at))
    gelukt = uitkomst is Uitkomst.GELUKT and ophaling.dossier is not None
    with als(by):
        leg_ophaling_vast(
            opvraging_id=opvraging_id,
            code=ophaling.code,
            uitkomst=uitkomst.value,
            sessie=ophaling.sessie,
            kenmerk=ophaling.kenmerk,
            wachten=uitkomst in {Uitkomst.NIET_GEREED, Uitkomst.NIET_VOOR_DOEL},
            stukken=stukken_van(ophaling.dossier) if gelukt and ophaling.dossier else [],
            afmelding=json.dumps(ophaling.later) if ophaling.later else "",
            by=by,
            at=at,
        )


def _vraag(opvraging_id: UUID, by: Actor, at: datetime) -> tuple[str, str] | None:
    """(BRIN of the school, number of the pupil) of what is still to be asked."""
    with als(by):
        opvraging = opvragingen_for(by, at).filter(id=opvraging_id).first()
        if opvraging is None or opvraging.stand != Opvraagstand.ONDERWEG:
            return None
        return organisatie_for(by).brin, opgevraagd_nummer_for(by, opvraging)


def _ophaling(brin: str, nummer: str) -> Ophaling:
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    punt = aansluiting.punt(brin) if aansluiting else None
    if aansluiting is None or punt is None:
        return Ophaling("", Uitkomst.NIET_AANGESLOTEN)
    return Haler(aansluiting, punt, punt.brin[:4]).haal_op(nummer)


def _keur(ophaling: Ophaling, nummer: str, vandaag: date) -> Uitkomst:
    """What came of it, when what came is also a dossier of this pupil."""
    if ophaling.dossier is None:
        return ophaling.uitkomst
    try:
        gelezen = lees(ophaling.dossier, vandaag=vandaag, bijlagen=False)
    except Leesfout as fout:
        return Uitkomst.ANDERE_VERSIE if fout.code == "ander_jaar" else Uitkomst.ONLEESBAAR
    if gelezen.voor_swv:
        return Uitkomst.ANDERE_SOORT
    zelfde = gelezen.nummer is not None and gelezen.nummer.waarde == nummer
    return ophaling.uitkomst if zelfde else Uitkomst.ANDERE_LEERLING


@taak(TAAK_AFMELDEN, los=True)
def meld_later_af(*, opvraging_id: UUID, by: Actor, at: datetime) -> None:
    """Sign off after all, when the Traffic Center was away. Raises `NogNiet` while it is: then it heard nothing yet."""
    with als(by):
        opvraging = opvragingen_for(by, at).filter(id=opvraging_id).first()
        afmelding = open_afmelding_for(by, opvraging) if opvraging else ""
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    if not afmelding or aansluiting is None:
        return
    try:
        meld_af(aansluiting, json.loads(afmelding))
    except Draadfout as fout:
        raise NogNiet(fout.code) from None
    with als(by):
        leg_afmelding_vast(opvraging_id=opvraging_id, by=by, at=at)
