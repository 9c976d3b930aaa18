"""Which acts keep, change and throw away a sentence of the school?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.zinnen.models import Zin
from overstap.domain.zinnen.queries import leerlingnamen_for, zin_for, zinnen_for
from overstap.domain.zinnen.rules import MEESTE_PER_VELD, ZinGeweigerd, controleer_zin, netjes
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def bewaar_zin(*, veld: str, tekst: str, by: Actor, at: datetime) -> UUID:
    """Keep a sentence for the whole school; one that is already there is not kept twice. Raises `ZinGeweigerd`."""
    by.require(Recht.RAPPORT_INVULLEN)
    tekst = netjes(tekst)
    controleer_zin(tekst, veld, leerlingnamen_for(by), dag(at))
    bestaand = zinnen_for(by, [veld])
    if dezelfde := bestaand.filter(tekst=tekst).first():
        return dezelfde.id
    if bestaand.count() >= MEESTE_PER_VELD:
        raise ZinGeweigerd(f"Bij deze vraag staan al {MEESTE_PER_VELD} zinnen. Gooi er eerst een weg.")
    zin_id = uuid4()
    Zin.objects.create(
        id=zin_id, school_id=by.werkt_bij, veld=veld, tekst=tekst, gemaakt_op=at, gemaakt_door=by.persoon_id
    )
    record("zin.bewaard", by=by, at=at, object_id=zin_id)
    return zin_id


def wijzig_zin(*, zin_id: UUID, tekst: str, by: Actor, at: datetime) -> None:
    """Write a sentence anew; reports in which it was used stay as they are. Raises `ZinGeweigerd`."""
    zin = zin_for(by, zin_id, vergrendel=True)
    zin.tekst = netjes(tekst)
    controleer_zin(zin.tekst, zin.veld, leerlingnamen_for(by), dag(at))
    zin.save(update_fields=["tekst"])
    record("zin.gewijzigd", by=by, at=at, object_id=zin_id)


def gooi_zin_weg(*, zin_id: UUID, by: Actor, at: datetime) -> None:
    """Take a sentence out of the list of the school; reports in which it was used stay as they are."""
    zin_for(by, zin_id, vergrendel=True).delete()
    record("zin.weggegooid", by=by, at=at, object_id=zin_id)
