"""How is a file of a parent kept, apart from the other parent's, and what happens after it was checked?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.bijlagen.actions import verwerk_keuring
from overstap.domain.bijlagen.enums import Bijlagesoort, Scanstaat
from overstap.domain.bijlagen.models import GEKEURD
from overstap.domain.bijlagen.rules import plek_van_bestand
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.enums import Stuksoort
from overstap.domain.inzages.models import Correctieverzoek, Inzage, Ouderstuk, Zienswijze
from overstap.foundation import opslag
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer


@dataclass(frozen=True)
class Aangeleverd:
    """A file as it came in: `mime` was judged by its content; `stukken` gives that content in any portions."""

    naam: str
    mime: str
    stukken: Iterable[bytes] = field(repr=False)


def bewaar_stuk(
    *,
    stuk: Aangeleverd,
    inzage: Inzage,
    dossier: Dossier,
    soort: Stuksoort,
    by: Actor,
    at: datetime,
    zienswijze: Zienswijze | None = None,
    correctie: Correctieverzoek | None = None,
) -> UUID:
    """Keep one file, encrypted, and ask for its check; until that is done it does not leave. Checks no right itself."""
    slot, bestand_id, stuk_id = slot_for(by, dossier), uuid4(), uuid4()
    with opslag.schrijver(bestand_id, slot, plek_van_bestand(bestand_id)) as uit:
        for deel in stuk.stukken:
            uit.write(deel)
    Ouderstuk.objects.create(
        id=stuk_id,
        dossier_id=inzage.dossier_id,
        school_id=inzage.school_id,
        inzage=inzage,
        ouder_id=inzage.ouder_id,
        sleutel=stuk_id.hex[:24],
        soort=Bijlagesoort.ZIENSWIJZE,
        stuksoort=soort,
        zienswijze=zienswijze,
        correctie=correctie,
        geheime_naam=slot.versleutel(stuk.naam.encode(), f"stuk:{stuk_id}"),
        mime=stuk.mime,
        omvang=uit.omvang,
        bestand_id=bestand_id,
        toegevoegd_op=at,
        toegevoegd_door=None if by.ouder_id else by.id,
    )
    record("stuk.toegevoegd", by=by, at=at, dossier_id=dossier.id, object_id=stuk_id, soort=soort.value)
    defer("stuk.controleren", stuk_id=stuk_id, dossier_id=dossier.id, organisatie_id=inzage.school_id)
    return stuk_id


def leg_stukkeuring_vast(*, dossier_id: UUID, stuk_id: UUID, keuring: Keuring, by: Actor, at: datetime) -> None:
    """Record what the check found: a clean copy takes the place of the original, a refused file is destroyed.

    Harmless when the file was checked meanwhile.
    """
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    stuk = Ouderstuk.objects.filter(dossier=dossier, id=stuk_id).first()
    if stuk is None or not verwerk_keuring(rij=stuk, keuring=keuring, slot=slot_for(by, dossier), by=by, at=at):
        return
    stuk.save(update_fields=GEKEURD)
    if stuk.scanstaat is Scanstaat.GEWEIGERD:
        record("stuk.geweigerd", by=by, at=at, dossier_id=dossier.id, object_id=stuk.id)
