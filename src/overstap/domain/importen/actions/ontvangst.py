"""Which acts take a file from outside the region into a vo school, look at it and remove it?

The file itself is not kept: what may not be stored (bank numbers, a doctor) never reaches the database. What is kept
is the report and its attachments, as they would have come through the region, under a key of their own.
"""

from __future__ import annotations

import json
import zlib
from datetime import date, datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.bijlagen.actions import verwerk_keuring
from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.models import GEKEURD
from overstap.domain.bijlagen.rules import plek_van_bestand, soort_bij_plek
from overstap.domain.bijlagen.snapshot import Bestand, Bron, Keuring
from overstap.domain.dossiers.rules import GROND_VO
from overstap.domain.importen.actions.upload import ruim_upload_op
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.models import Ontvangst, Ontvangstbijlage
from overstap.domain.importen.queries import (
    ontvangst_for,
    ontvangsthash_for,
    ontvangstrecht,
    upload_for,
    zelfde_ontvangsten_for,
)
from overstap.domain.importen.rules import beeld, bewaren_tot, controleer_ontvangst
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.leerlingen.rules import LANGSTE_NAAM, LANGSTE_VOORVOEGSEL, sorteernaam
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel

TAAK = "ontvangst.controleren"


def neem_upload_in(*, upload_id: UUID, gelezen: Gelezen, by: Actor, at: datetime, bewaren: date | None = None) -> UUID:
    """Take in the file that waits in this upload, which goes away. Returns the id of the ontvangst.

    `bewaren` is until when, where that is not the law of a vo school. Raises `ImportGeweigerd`; the upload then stays.
    """
    upload = upload_for(by, upload_id, at)
    with transaction.atomic():
        # Who comes second with the same upload finds it gone.
        if not ruim_upload_op(upload=upload, by=by, at=at):
            raise NietGevonden
        herkomst = Ontvangstherkomst(upload.herkomst)
        return neem_ontvangst_in(gelezen=gelezen, herkomst=herkomst, by=by, at=at, bewaren=bewaren)


def neem_ontvangst_in(
    *, gelezen: Gelezen, herkomst: Ontvangstherkomst, by: Actor, at: datetime, bewaren: date | None = None
) -> UUID:
    """Take in what was read of one pupil; a newer file of the same pupil takes the place of the older one.

    The pupil is known again by number and birth date, never by name. Raises `ImportGeweigerd`. Returns its id.
    """
    by.require(ontvangstrecht(by))
    controleer_ontvangst(gelezen, als_zorg=herkomst is Ontvangstherkomst.ZORG)
    for oud in zelfde_ontvangsten_for(by, gelezen).select_for_update():
        _verwijder(oud, at)
        record("ontvangst.vervangen", by=by, at=at, object_id=oud.id)
    ontvangst_id, sleutel_id = uuid4(), maak_sleutel(at=at)
    slot = Slot(sleutel_id)
    schooljaar = gelezen.schooljaar or schooljaar_van(dag(at))
    rij = Ontvangst(
        id=ontvangst_id,
        school_id=by.werkt_bij,
        herkomst=herkomst,
        schooljaar=schooljaar,
        bestand_van=gelezen.datum,
        zoekhash=ontvangsthash_for(by, gelezen),
        sleutel_id=sleutel_id,
        geheim=slot.versleutel(zlib.compress(beeld(gelezen, (), dag(at)).naar_bytes()), f"ontvangst:{ontvangst_id}"),
        ontvangen_op=at,
        ontvangen_door=by.persoon_id,
        bewaren_tot=bewaren or bewaren_tot(schooljaar, dag(at)),
    )
    _noem(rij, gelezen)
    rij.save(force_insert=True)
    for bestand in gelezen.bestanden:
        _bewaar_bijlage(rij, bestand, slot)
    record(
        "ontvangst.ingenomen", by=by, at=at, object_id=ontvangst_id, herkomst=herkomst.value,
        bijlagen=len(gelezen.bestanden), geweigerd=sorted({weigering.element for weigering in gelezen.geweigerd}),
    )  # fmt: skip
    return ontvangst_id


def bekijk_ontvangst(*, ontvangst_id: UUID, by: Actor, at: datetime) -> Ontvangst:
    """Open one, and write down that somebody looked."""
    rij = ontvangst_for(by, ontvangst_id)
    record("ontvangst.bekeken", by=by, at=at, object_id=rij.id)
    return rij


def bekijk_ontvangstbijlage(*, ontvangst: Ontvangst, bijlage: Ontvangstbijlage, by: Actor, at: datetime) -> None:
    """Write down that somebody took an attachment of it along: which bytes, and on which ground."""
    record(
        "ontvangst.bijlage_geopend", by=by, at=at, object_id=ontvangst.id, bijlage=str(bijlage.id),
        versie=str(bijlage.bestand_id), grond=GROND_VO,
    )  # fmt: skip


def verwijder_ontvangst(*, ontvangst_id: UUID, by: Actor, at: datetime) -> None:
    """Remove one, with its attachments and its key."""
    rij = ontvangst_for(by, ontvangst_id)
    _verwijder(rij, at)
    record("ontvangst.verwijderd", by=by, at=at, object_id=rij.id)


def bewaar_ontvangst_tot(*, ontvangst_id: UUID, bewaren: date, by: Actor, at: datetime) -> None:
    """Keep one until another day: what a samenwerkingsverband took in goes with what it decided. The caller records."""
    del at
    Ontvangst.objects.filter(id=ontvangst_for(by, ontvangst_id).id).update(bewaren_tot=bewaren)


def ruim_ontvangsten_op(*, by: Actor, at: datetime) -> int:
    """Remove what the actor's vo school may not keep here any longer; returns how many."""
    verlopen = list(Ontvangst.objects.filter(school_id=by.werkt_bij, bewaren_tot__lte=dag(at)))
    for rij in verlopen:
        _verwijder(rij, at)
        record("ontvangst.verlopen", by=by, at=at, object_id=rij.id)
    return len(verlopen)


def leg_ontvangstkeuring_vast(*, bijlage_id: UUID, keuring: Keuring, by: Actor, at: datetime) -> None:
    """Record what the check of an attachment found; harmless when it was checked or removed meanwhile."""
    rijen = Ontvangstbijlage.objects.filter(school_id=by.werkt_bij, id=bijlage_id).select_related("ontvangst")
    rij = rijen.select_for_update(of=("self",)).first()
    if rij is None:
        return
    oud = rij.scanstaat
    if not verwerk_keuring(rij=rij, keuring=keuring, slot=Slot(rij.ontvangst.sleutel_id), by=by, at=at):
        return
    rij.save(update_fields=GEKEURD)
    if rij.scanstaat is not oud:
        record(_GEBEURTENIS[rij.scanstaat], by=by, at=at, object_id=rij.ontvangst_id, bijlage=str(rij.id))


_GEBEURTENIS = {
    Scanstaat.VEILIG: "ontvangst.bijlage_veilig",
    Scanstaat.GEWEIGERD: "ontvangst.bijlage_geweigerd",
    Scanstaat.NIET_GESCAND: "ontvangst.bijlage_niet_gescand",
}


def _noem(rij: Ontvangst, gelezen: Gelezen) -> None:
    """What the inbox shows: names as long as a list has room for, and the school that the file names."""
    inhoud = gelezen.inhoud
    school = inhoud.get("school") or {}
    rij.van_brin, rij.van_naam = school.get("brincode", "")[:6], school.get("naam", "")[:200]
    rij.roepnaam = (inhoud.get("roepnaam") or (inhoud.get("voornamen") or ("",))[0])[:LANGSTE_NAAM]
    rij.voorvoegsel = inhoud.get("voorvoegsel", "")[:LANGSTE_VOORVOEGSEL]
    rij.achternaam = inhoud["achternaam"][:LANGSTE_NAAM]
    rij.sorteernaam = sorteernaam(rij.roepnaam, rij.voorvoegsel, rij.achternaam)
    # A file with one advice has it as the first; a second one is the advice that was adjusted.
    rij.advies = inhoud.get("advies_definitief") or inhoud.get("advies_voorlopig") or ""


def _bewaar_bijlage(ontvangst: Ontvangst, bestand: Bestand | Bron, slot: Slot) -> None:
    """Keep one attachment, and ask for its check; until that is done nobody has it."""
    bijlage_id, bestand_id = uuid4(), uuid4()
    with opslag.schrijver(bestand_id, slot, plek_van_bestand(bestand_id)) as uit, bestand.open() as bron:
        while stuk := bron.read(opslag.STUK):
            uit.write(stuk)
    namen = {"bestandsnaam": bestand.bestandsnaam, "omschrijving": bestand.omschrijving}
    Ontvangstbijlage.objects.create(
        id=bijlage_id,
        ontvangst=ontvangst,
        school_id=ontvangst.school_id,
        sleutel=bestand.sleutel,
        plek=bestand.plek,
        soort=soort_bij_plek(bestand.plek),
        mime=bestand.mime,
        omvang=uit.omvang,
        geheime_naam=slot.versleutel(json.dumps(namen, ensure_ascii=False).encode(), f"ontvangstbijlage:{bijlage_id}"),
        bestand_id=bestand_id,
    )
    defer(TAAK, bijlage_id=bijlage_id, organisatie_id=ontvangst.school_id)


def _verwijder(rij: Ontvangst, at: datetime) -> None:
    """First the rows, then the bytes and the key: what is destroyed too early would be lost by a rolled-back act."""
    bestanden = list(Ontvangstbijlage.objects.filter(ontvangst=rij).values_list("bestand_id", flat=True))
    Ontvangst.objects.filter(id=rij.id).delete()
    for bestand_id in bestanden:
        transaction.on_commit(partial(opslag.haal_weg, bestand_id))
    transaction.on_commit(partial(vernietig_sleutel, rij.sleutel_id, at=at))
