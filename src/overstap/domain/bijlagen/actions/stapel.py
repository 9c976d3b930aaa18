"""How does a pile of loose sheets find its pupils? By proposals, of which a person confirms each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.bijlagen.actions.toevoegen import voeg_toe
from overstap.domain.bijlagen.enums import Bijlagesoort, Bladstand, Koppelgrond
from overstap.domain.bijlagen.models import LosBlad
from overstap.domain.bijlagen.queries import kandidaten_for
from overstap.domain.bijlagen.rules import (
    BEWAARTIJD_BLAD,
    BijlageGeweigerd,
    controleer_ruimte_bladen,
    nummers_in,
    plek_van_bestand,
    stel_voor,
    type_voorstel,
)
from overstap.domain.dossiers.queries import zelfde_nummer_for
from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel

_NUMMER = re.compile(r"(?<![0-9])[0-9]{8,9}(?![0-9])")
NAAMLOOS = "blad"
LEESBAAR = "application/pdf"


def leg_klaar(
    *, bestandsnaam: str, mime: str, inhoud: Iterable[bytes], by: Actor, at: datetime, op_kenmerk: UUID | None = None
) -> UUID:
    """Keep one loose sheet until a person says whose it is, with a proposal by the name of the file.

    `op_kenmerk` is the dossier whose leerlingid stands in the name. A BSN in the name helps to find the pupil and is
    not kept. The worker looks in a PDF as well. Returns the id of the sheet. Raises `BijlageGeweigerd` when too many
    wait already.
    """
    by.require(Recht.BIJLAGE_TOEVOEGEN)
    wachtend = LosBlad.objects.filter(school_id=by.werkt_bij, stand=Bladstand.WACHT, vervalt_op__gt=at)
    controleer_ruimte_bladen(wachtend.count())
    blad_id, bestand_id, sleutel_id = uuid4(), uuid4(), maak_sleutel(at=at)
    slot = Slot(sleutel_id)
    with opslag.schrijver(bestand_id, slot, plek_van_bestand(bestand_id)) as uit:
        for stuk in inhoud:
            uit.write(stuk)
    kandidaten = kandidaten_for(by)
    zeker = _zeker(bestandsnaam, op_kenmerk, by, {kandidaat.dossier_id for kandidaat in kandidaten})
    voorstel, grond = stel_voor(bestandsnaam, kandidaten, zeker)
    LosBlad.objects.create(
        id=blad_id,
        school_id=by.werkt_bij,
        sleutel_id=sleutel_id,
        bestand_id=bestand_id,
        geheime_naam=slot.versleutel(_zonder_nummer(bestandsnaam).encode(), f"blad:{blad_id}"),
        mime=mime,
        omvang=uit.omvang,
        voorstel_id=voorstel,
        grond=grond,
        geupload_op=at,
        geupload_door=by.persoon_id,
        vervalt_op=at + BEWAARTIJD_BLAD,
    )
    record("blad.bewaard", by=by, at=at, object_id=blad_id)
    if mime == LEESBAAR:
        defer("blad.zoeken", blad_id=blad_id, organisatie_id=by.werkt_bij)
    return blad_id


def leg_voorstel_vast(*, blad_id: UUID, voorstel: type_voorstel, by: Actor, at: datetime) -> None:
    """Whose sheet it seems to be after it was read; harmless when somebody decided about it meanwhile."""
    blad = LosBlad.objects.select_for_update().filter(id=blad_id, school_id=by.werkt_bij, stand=Bladstand.WACHT).first()
    if blad is not None and (blad.voorstel_id, blad.grond) != voorstel:
        blad.voorstel_id, blad.grond = voorstel
        blad.save(update_fields=["voorstel_id", "grond"])
        record("blad.gelezen", by=by, at=at, object_id=blad_id)


def koppel(*, blad_id: UUID, dossier_id: UUID, bestandsnaam: str, by: Actor, at: datetime) -> bool:
    """A person says whose sheet this is: it becomes an attachment there. Whether it worked; else the sheet waits on.

    Harmless when somebody decided about it meanwhile.
    """
    blad = _wachtend(blad_id, by)
    if blad is None:
        return True
    lezer = opslag.lezer(blad.bestand_id, Slot(blad.sleutel_id), plek_van_bestand(blad.bestand_id))
    try:
        with transaction.atomic():
            voeg_toe(
                dossier_id=dossier_id, bestandsnaam=bestandsnaam, omschrijving="", mime=blad.mime,
                soort=Bijlagesoort.LVS_PROFIEL, inhoud=lezer.stukken(), omvang=blad.omvang, besproken_op=None,
                by=by, at=at,
            )  # fmt: skip
    except (BijlageGeweigerd, NietInvulbaar) as fout:
        blad.bezwaar = fout.zin
        blad.save(update_fields=["bezwaar"])
        return False
    finally:
        lezer.close()
    _sluit(blad, Bladstand.TOEGEVOEGD, dossier_id)
    return True


def gooi_weg(*, blad_id: UUID, by: Actor, at: datetime) -> None:
    """Throw a loose sheet away; nothing of its content is kept."""
    blad = _wachtend(blad_id, by)
    if blad is not None:
        _sluit(blad, Bladstand.WEGGEGOOID, None)
        record("blad.weggegooid", by=by, at=at, object_id=blad_id)


def ruim_bladen_op(*, by: Actor, at: datetime) -> int:
    """Clear away the sheets of the actor's school whose 24 hours have passed; returns how many."""
    verlopen = LosBlad.objects.filter(school_id=by.werkt_bij, vervalt_op__lte=at)
    aantal = 0
    for blad in verlopen:
        LosBlad.objects.filter(id=blad.id).delete()
        _vergeet(blad, at)
        aantal += 1
    return aantal


def _wachtend(blad_id: UUID, by: Actor) -> LosBlad | None:
    """The sheet of the own school, locked, or None when it was decided about; raises `NietGevonden`."""
    by.require(Recht.BIJLAGE_TOEVOEGEN)
    blad = LosBlad.objects.select_for_update().filter(id=blad_id, school_id=by.werkt_bij).first()
    if blad is None:
        raise NietGevonden
    return blad if blad.stand == Bladstand.WACHT else None


def _sluit(blad: LosBlad, stand: Bladstand, dossier_id: UUID | None) -> None:
    """The bytes go at once; the name stays until it expires, so that the list can say what became of it."""
    blad.stand, blad.gekozen_id, blad.bezwaar = stand, dossier_id, ""
    blad.save(update_fields=["stand", "gekozen_id", "bezwaar"])
    transaction.on_commit(partial(opslag.haal_weg, blad.bestand_id))


def _vergeet(blad: LosBlad, at: datetime) -> None:
    transaction.on_commit(partial(opslag.haal_weg, blad.bestand_id))
    transaction.on_commit(partial(vernietig_sleutel, blad.sleutel_id, at=at))


def _zeker(bestandsnaam: str, op_kenmerk: UUID | None, by: Actor, mag: set[UUID]) -> type_voorstel | None:
    for cijfers in nummers_in(bestandsnaam):
        dossier = zelfde_nummer_for(by, cijfers)
        if dossier is not None and dossier.id in mag:
            return dossier.id, Koppelgrond.NUMMER
    return (op_kenmerk, Koppelgrond.LEERLINGID) if op_kenmerk in mag else None


def _zonder_nummer(bestandsnaam: str) -> str:
    return _NUMMER.sub(NAAMLOOS, bestandsnaam)
