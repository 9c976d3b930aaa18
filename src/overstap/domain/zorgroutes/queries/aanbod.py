"""What do schools elsewhere offer to a samenwerkingsverband over the line (OSO), and how far is each?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.importen.queries import uploads_for
from overstap.domain.importen.rules import ImportGeweigerd, controleer_ontvangst
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.scholen.queries import aanstellingen_for
from overstap.domain.zorgroutes.enums import TAAK_HALEN, TAAK_TERUGKOPPELEN, Aanbodstand
from overstap.domain.zorgroutes.models import Zorgaanbod
from overstap.domain.zorgroutes.models.lijn import koppelhash
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.queue import mislukt
from overstap.foundation.sleutels.kast import Slot


def aanbiedingen_for(actor: Actor) -> QuerySet[Zorgaanbod]:
    """What was offered to the actor's own samenwerkingsverband, the newest first."""
    return Zorgaanbod.objects.filter(swv_id=actor.werkt_bij).order_by("-gemeld_op", "id")


def aanbod_for(actor: Actor, aanbod_id: UUID, *, vergrendel: bool = False) -> Zorgaanbod:
    """One of them; raises `NietGevonden`."""
    rijen = aanbiedingen_for(actor).filter(id=aanbod_id).select_related("swv")
    rij = (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()
    if rij is None:
        raise NietGevonden
    return rij


def aanbod_met_for(actor: Actor, koppelsleutel: str) -> Zorgaanbod | None:
    """The one that this koppelsleutel names, when we were told of it before."""
    return aanbiedingen_for(actor).filter(zoekhash=koppelhash(actor.werkt_bij, koppelsleutel)).first()


def koppelsleutel_for(actor: Actor, aanbod: Zorgaanbod) -> str:
    """What the Traffic Center gave for it; for the exchange itself and for nothing else."""
    del actor
    return Slot(aanbod.sleutel_id).ontsleutel(aanbod.geheim, f"aanbod:{aanbod.id}").decode()


def open_zorgafmelding_for(actor: Actor, aanbod_id: UUID) -> str:
    """What the Traffic Center must still hear of a fetch; empty when it heard, or when all of it is gone."""
    aanbod = aanbiedingen_for(actor).filter(id=aanbod_id).first()
    if aanbod is None or aanbod.afmelding is None:
        return ""
    return Slot(aanbod.sleutel_id).ontsleutel(aanbod.afmelding, f"afmelding:{aanbod.id}").decode()


def standen_for(actor: Actor, rijen: Sequence[Zorgaanbod], at: datetime) -> dict[UUID, Aanbodstand]:
    """How far each is now: what the worker gave up did not succeed, and a file that waited too long is gone."""
    opgegeven = mislukt(TAAK_HALEN, "aanbod_id", [rij.id for rij in rijen if rij.stand == Aanbodstand.ONDERWEG])
    wachtend = set(uploads_for(actor, at).values_list("id", flat=True))
    return {rij.id: _stand(rij, wachtend, opgegeven=rij.id in opgegeven) for rij in rijen}


def stand_for(actor: Actor, aanbod: Zorgaanbod, at: datetime) -> Aanbodstand:
    """How far this one is now."""
    return standen_for(actor, [aanbod], at)[aanbod.id]


def terug_opgegeven_for(actor: Actor, aanbod: Zorgaanbod) -> bool:
    """Did the worker give up on telling what was decided?"""
    del actor
    return bool(mislukt(TAAK_TERUGKOPPELEN, "aanbod_id", [aanbod.id]))


def bezwaar_for(actor: Actor, gelezen: Gelezen) -> str:
    """Why a samenwerkingsverband may not take in this file; empty when it may."""
    del actor
    try:
        controleer_ontvangst(gelezen, als_zorg=True)
    except ImportGeweigerd as reden:
        return reden.zin
    return ""


def behandelaar_for(actor: Actor, account_id: UUID) -> Actor | None:
    """Somebody of the actor's samenwerkingsverband as they may act today; None when they handle no cases any more."""
    rollen = aanstellingen_for(actor, account_id).filter(organisatie_id=actor.werkt_bij)
    actoren = [Actor(Rol(rij.rol), account_id, actor.werkt_bij) for rij in rollen]
    return next((wie for wie in actoren if wie.mag(Recht.ZORGAANMELDING_BEHANDELEN)), None)


def _stand(rij: Zorgaanbod, wachtend: set[UUID], *, opgegeven: bool) -> Aanbodstand:
    stand = Aanbodstand(rij.stand)
    if opgegeven:
        return Aanbodstand.NIET_GELUKT
    if stand is Aanbodstand.OPGEHAALD and rij.upload_id not in wachtend:
        return Aanbodstand.GEMELD
    return stand
