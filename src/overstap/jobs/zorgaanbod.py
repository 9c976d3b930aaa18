"""How does a samenwerkingsverband fetch what a school elsewhere set ready (OSO), and tell it what was decided?"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.zorgroutes.actions import leg_halen_vast, leg_terugkoppeling_vast, leg_zorgafmelding_vast
from overstap.domain.zorgroutes.enums import TAAK_HALEN, TAAK_TERUGKOPPELEN, TAAK_ZORG_AFMELDEN, Aanbodstand
from overstap.domain.zorgroutes.queries import genomen_besluit_for, kijkers_bij_swv_for
from overstap.domain.zorgroutes.queries.aanbod import aanbod_for, koppelsleutel_for, open_zorgafmelding_for
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot
from overstap.integrations.mail import zorg
from overstap.integrations.oso import Leesfout, lees
from overstap.integrations.oso.draad.aansluiting import Aansluiting, Punt, aansluiting_uit
from overstap.integrations.oso.draad.doel import SWV, Haler, Ophaling, meld_af
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.koppeling import koppel_terug
from overstap.integrations.oso.draad.melder import Melding
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.zorgaanmelding import besluit_in_woorden
from overstap.integrations.spoel import stukken_van
from overstap.jobs.collegas import schrijf_collegas
from overstap.jobs.taak import NogNiet, taak

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgaanbod


@taak(TAAK_HALEN, opnieuw=None, los=True)
def haal_zorg(*, aanbod_id: UUID, by: Actor, at: datetime) -> None:
    """Fetch it once, and keep the file that came until somebody chooses. No transaction is open while we talk.

    What a samenwerkingsverband may not have (a number, a dossier for a school) is not kept at all.
    """
    with als(by):
        aanbod = aanbod_for(by, aanbod_id)
        koppelsleutel = koppelsleutel_for(by, aanbod) if aanbod.stand == Aanbodstand.ONDERWEG else ""
    if not koppelsleutel:
        return
    ophaling = _ophaling(aanbod, koppelsleutel)
    uitkomst = _keur(ophaling, dag(at))
    dossier = ophaling.dossier if uitkomst is Uitkomst.GELUKT else None
    with als(by):
        leg_halen_vast(
            aanbod_id=aanbod_id,
            code=ophaling.code,
            uitkomst=uitkomst.value,
            sessie=ophaling.sessie,
            stukken=stukken_van(dossier) if dossier is not None else (),
            afmelding=json.dumps(ophaling.later) if ophaling.later else "",
            by=by,
            at=at,
        )


def _ophaling(aanbod: Zorgaanbod, koppelsleutel: str) -> Ophaling:
    aansluiting, punt = _punt(aanbod)
    if aansluiting is None or punt is None:
        return Ophaling("", Uitkomst.NIET_AANGESLOTEN)
    return Haler(aansluiting, punt, aanbod.bron_brin, SWV).haal_gekoppeld(koppelsleutel)


def _keur(ophaling: Ophaling, vandaag: date) -> Uitkomst:
    """What came of it, when what came is also a dossier that a samenwerkingsverband may have."""
    if ophaling.dossier is None:
        return ophaling.uitkomst
    try:
        gelezen = lees(ophaling.dossier, vandaag=vandaag, bijlagen=False)
    except Leesfout as fout:
        return Uitkomst.ANDERE_VERSIE if fout.code == "ander_jaar" else Uitkomst.ONLEESBAAR
    if not gelezen.voor_swv:
        return Uitkomst.ANDERE_SOORT
    return Uitkomst.MET_NUMMER if gelezen.draagt_nummer else ophaling.uitkomst


@taak(TAAK_ZORG_AFMELDEN, los=True)
def meld_zorg_later_af(*, aanbod_id: UUID, by: Actor, at: datetime) -> None:
    """Sign off after all, when the Traffic Center was away. Raises `NogNiet` while it is: then it heard nothing yet."""
    with als(by):
        afmelding = open_zorgafmelding_for(by, aanbod_id)
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    if not afmelding or aansluiting is None:
        return
    try:
        meld_af(aansluiting, waarden := json.loads(afmelding))
    except Draadfout as fout:
        raise NogNiet(fout.code) from None
    with als(by):
        leg_zorgafmelding_vast(aanbod_id=aanbod_id, sessie=waarden["sessie"], by=by, at=at)


@taak(TAAK_TERUGKOPPELEN, opnieuw=None, los=True)
def koppel_zorg_terug(*, aanbod_id: UUID, by: Actor, at: datetime) -> None:
    """Tell the school what was decided: one attempt. What does not arrive is for a person, who reads so."""
    with als(by):
        aanbod = aanbod_for(by, aanbod_id)
        besluit = genomen_besluit_for(by, aanbod.zaak, Slot(aanbod.sleutel_id))
        koppelsleutel = koppelsleutel_for(by, aanbod)
    if aanbod.terugstand != Meldstand.ONDERWEG or besluit is None:
        return
    aansluiting, punt = _punt(aanbod)
    if aansluiting is None or punt is None:
        melding = Melding("", Uitkomst.NIET_AANGESLOTEN)
    else:
        van, naar = (punt.brin, punt.kenmerk), (aanbod.bron_brin, aanbod.kenmerk)
        inhoud = besluit_in_woorden(besluit)
        melding = koppel_terug(aansluiting, koppelsleutel=koppelsleutel, van=van, naar=naar, inhoud=inhoud)
    with als(by):
        leg_terugkoppeling_vast(aanbod_id=aanbod_id, code=melding.code, ontvangen=melding.ontvangen, by=by, at=at)


def _punt(aanbod: Zorgaanbod) -> tuple[Aansluiting | None, Punt | None]:
    """Our connection, and our aanleverpunt for this samenwerkingsverband when it still has one."""
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    plek = aansluiting.bij_ons.get(aanbod.aanleverpunt) if aansluiting else None
    return aansluiting, Punt(plek.brin, plek.kenmerk) if plek else None


@taak("zorg.mail_aanbod")
def mail_aanbod(*, aanbod_id: UUID, by: Actor, at: datetime) -> None:
    """Mail everybody who handles cases at the samenwerkingsverband that a school elsewhere set something ready."""
    aanbod = aanbod_for(by, aanbod_id)
    tekst = zorg.voor_swv(f"{settings.OVERSTAP_ADRES}/swv/over-de-lijn/")
    mensen = kijkers_bij_swv_for(by, aanbod.swv_id)
    schrijf_collegas(zorg.ONDERWERP, ((mens, tekst) for mens in mensen), at=at)
