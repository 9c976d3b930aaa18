"""Which acts take a file from outside the region into a vo school, look at it and remove it?

The file itself is not kept: what may not be stored (bank numbers, a doctor) never reaches the database. What is kept
is the report, as it would have come through the region, under a key of its own.
"""

from __future__ import annotations

import zlib
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.models import Ontvangst
from overstap.domain.importen.queries import ontvangst_for
from overstap.domain.importen.rules import beeld, controleer_ontvangst
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.leerlingen.rules import LANGSTE_NAAM, LANGSTE_VOORVOEGSEL, sorteernaam
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel, zoekhash


def neem_ontvangst_in(*, gelezen: Gelezen, herkomst: Ontvangstherkomst, by: Actor, at: datetime) -> UUID:
    """Take in what was read of one pupil; a newer file of the same pupil takes the place of the older one.

    The pupil is known again by number and birth date, never by name. Raises `ImportGeweigerd`. Returns its id.
    """
    by.require(Recht.DOSSIER_ONTVANGEN)
    controleer_ontvangst(gelezen)
    inhoud = gelezen.inhoud
    zoek = _zoekhash(gelezen, by)
    for oud in Ontvangst.objects.select_for_update().filter(school_id=by.werkt_bij, zoekhash=zoek) if zoek else ():
        _verwijder(oud, at)
        record("ontvangst.vervangen", by=by, at=at, object_id=oud.id)
    school = inhoud.get("school") or {}
    roepnaam = (inhoud.get("roepnaam") or (inhoud.get("voornamen") or ("",))[0])[:LANGSTE_NAAM]
    voorvoegsel = inhoud.get("voorvoegsel", "")[:LANGSTE_VOORVOEGSEL]
    achternaam = inhoud["achternaam"][:LANGSTE_NAAM]
    ontvangst_id, sleutel_id = uuid4(), maak_sleutel(at=at)
    ruw = zlib.compress(beeld(gelezen, (), dag(at)).naar_bytes())
    Ontvangst.objects.create(
        id=ontvangst_id,
        school_id=by.werkt_bij,
        herkomst=herkomst,
        van_brin=school.get("brincode", "")[:6],
        van_naam=school.get("naam", "")[:200],
        roepnaam=roepnaam,
        voorvoegsel=voorvoegsel,
        achternaam=achternaam,
        sorteernaam=sorteernaam(roepnaam, voorvoegsel, achternaam),
        schooljaar=gelezen.schooljaar or schooljaar_van(dag(at)),
        advies=inhoud.get("advies_definitief") or "",
        bestand_van=gelezen.datum,
        zoekhash=zoek,
        sleutel_id=sleutel_id,
        geheim=Slot(sleutel_id).versleutel(ruw, f"ontvangst:{ontvangst_id}"),
        ontvangen_op=at,
        ontvangen_door=by.persoon_id,
    )
    record("ontvangst.ingenomen", by=by, at=at, object_id=ontvangst_id, herkomst=herkomst.value)
    return ontvangst_id


def bekijk_ontvangst(*, ontvangst_id: UUID, by: Actor, at: datetime) -> Ontvangst:
    """Open one, and write down that somebody looked."""
    rij = ontvangst_for(by, ontvangst_id)
    record("ontvangst.bekeken", by=by, at=at, object_id=rij.id)
    return rij


def verwijder_ontvangst(*, ontvangst_id: UUID, by: Actor, at: datetime) -> None:
    """Remove one, with its key."""
    by.require(Recht.DOSSIER_ONTVANGEN)
    rij = ontvangst_for(by, ontvangst_id)
    _verwijder(rij, at)
    record("ontvangst.verwijderd", by=by, at=at, object_id=rij.id)


def _zoekhash(gelezen: Gelezen, by: Actor) -> bytes | None:
    geboren = gelezen.inhoud.get("geboortedatum")
    if gelezen.nummer is None or geboren is None:
        return None
    return zoekhash(by.werkt_bij, f"{gelezen.nummer.waarde}|{geboren.isoformat()}")


def _verwijder(rij: Ontvangst, at: datetime) -> None:
    Ontvangst.objects.filter(id=rij.id).delete()
    transaction.on_commit(partial(vernietig_sleutel, rij.sleutel_id, at=at))
