"""What happens with an attachment after its content was checked?"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.bijlagen.enums import Ingreep, Scanstaat
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.bijlagen.rules import mag_scanstap, plek_van_bestand, scanstaat_na
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record


def leg_keuring_vast(*, dossier_id: UUID, bijlage_id: UUID, keuring: Keuring, by: Actor, at: datetime) -> None:
    """Record what the check found: a clean copy takes the place of the original, a refused file is destroyed.

    Harmless when the attachment was checked or withdrawn meanwhile.
    """
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    bijlage = bijlagen_for(by, dossier).filter(id=bijlage_id).first()
    naar = scanstaat_na(keuring)
    if bijlage is None or not mag_scanstap(bijlage.scanstaat, naar):
        return
    oud = bijlage.scanstaat
    bijlage.scan, bijlage.gescand_op = naar, at if keuring.gescand else None
    _verwerk(bijlage, dossier, keuring, by, at)
    bijlage.bewaar()
    if naar is not oud:
        record(_GEBEURTENIS[naar], by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)


_GEBEURTENIS = {
    Scanstaat.VEILIG: "bijlage.veilig",
    Scanstaat.GEWEIGERD: "bijlage.geweigerd",
    Scanstaat.NIET_GESCAND: "bijlage.niet_gescand",
}


def _verwerk(bijlage: Bijlage, dossier: Dossier, keuring: Keuring, by: Actor, at: datetime) -> None:
    if keuring.reden is not None:
        bijlage.weigerreden = keuring.reden
        bijlage.vrijgegeven_op = bijlage.vrijgegeven_door = None
        _vergeet(bijlage.bestand_id)
    elif keuring.schoon is not None:
        _vervang_inhoud(bijlage, dossier, keuring.schoon, by)
        nieuw = [*bijlage.ingrepen, *(str(ingreep) for ingreep in keuring.ingrepen)]
        bijlage.ingrepen = [ingreep.value for ingreep in Ingreep if ingreep.value in nieuw]
        record(
            "bijlage.opgeschoond", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id,
            ingrepen=bijlage.ingrepen,
        )  # fmt: skip


def _vervang_inhoud(bijlage: Bijlage, dossier: Dossier, schoon: bytes, by: Actor) -> None:
    """The original goes: what was taken out of it is not needed for the purpose (AVG 5-1-c), the maker has it."""
    oud, bijlage.bestand_id = bijlage.bestand_id, uuid4()
    with opslag.schrijver(bijlage.bestand_id, slot_for(by, dossier), plek_van_bestand(bijlage.bestand_id)) as uit:
        uit.write(schoon)
    bijlage.omvang = uit.omvang
    _vergeet(oud)


def _vergeet(bestand_id: UUID) -> None:
    """Only after the row is really changed: a file removed too early would be lost."""
    transaction.on_commit(partial(opslag.verwijder, bestand_id))
