"""What happens with an attachment after its content was checked?"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.bijlagen.actions.kopie import meld_voor_swv
from overstap.domain.bijlagen.enums import Ingreep, Scanstaat, Terugneemreden, Weigerreden
from overstap.domain.bijlagen.models import Keurbaar
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.bijlagen.rules import mag_scanstap, plek_van_bestand, scanstaat_na
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record
from overstap.foundation.sleutels.kast import Slot


def leg_keuring_vast(*, dossier_id: UUID, bijlage_id: UUID, keuring: Keuring, by: Actor, at: datetime) -> None:
    """Record what the check found: a clean copy takes the place of the original, a refused file is destroyed.

    Harmless when the attachment was checked or withdrawn meanwhile.
    """
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    bijlage = bijlagen_for(by, dossier).filter(id=bijlage_id).first()
    if bijlage is None:
        return
    oud, eerst = bijlage.scanstaat, bijlage.aan
    if not verwerk_keuring(rij=bijlage, keuring=keuring, slot=slot_for(by, dossier), by=by, at=at):
        return
    naar = bijlage.scanstaat
    if naar is Scanstaat.GEWEIGERD:
        bijlage.geef_vrij((), None, at)
    bijlage.mime = keuring.mime or bijlage.mime
    bijlage.bewaar()
    if keuring.schoon is not None:
        record(
            "bijlage.opgeschoond", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id,
            ingrepen=bijlage.ingrepen,
        )  # fmt: skip
    if naar is not oud:
        record(_GEBEURTENIS[naar], by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)
    virus = keuring.reden is Weigerreden.VIRUS
    reden = Terugneemreden.VIRUS if virus else Terugneemreden.GEWEIGERD
    meld_voor_swv(bijlage=bijlage, eerst=eerst, reden=reden, by=by, at=at)


_GEBEURTENIS = {
    Scanstaat.VEILIG: "bijlage.veilig",
    Scanstaat.GEWEIGERD: "bijlage.geweigerd",
    Scanstaat.NIET_GESCAND: "bijlage.niet_gescand",
}


def verwerk_keuring(*, rij: Keurbaar, keuring: Keuring, slot: Slot, by: Actor, at: datetime) -> bool:
    """Put what a check found into `rij`, which the caller holds locked and saves; False when it has no say any more."""
    naar = scanstaat_na(keuring)
    if not mag_scanstap(rij.scanstaat, naar):
        return False
    rij.scan, rij.gescand_met = naar, keuring.met
    rij.gescand_op = at if keuring.gescand else None
    if keuring.reden is not None:
        rij.weigerreden = keuring.reden
        _vergeet(rij.bestand_id)
    elif keuring.schoon is not None:
        _vervang_inhoud(rij, keuring.schoon, slot)
        nieuw = [*rij.ingrepen, *(str(ingreep) for ingreep in keuring.ingrepen)]
        rij.ingrepen = [ingreep.value for ingreep in Ingreep if ingreep.value in nieuw]
    return True


def _vervang_inhoud(rij: Keurbaar, schoon: bytes, slot: Slot) -> None:
    """The original goes: what was taken out of it is not needed for the purpose (AVG 5-1-c), the maker has it."""
    oud, rij.bestand_id = rij.bestand_id, uuid4()
    with opslag.schrijver(rij.bestand_id, slot, plek_van_bestand(rij.bestand_id)) as uit:
        uit.write(schoon)
    rij.omvang = uit.omvang
    _vergeet(oud)


def _vergeet(bestand_id: UUID) -> None:
    """Only after the row is really changed: a file removed too early would be lost."""
    transaction.on_commit(partial(opslag.haal_weg, bestand_id))
