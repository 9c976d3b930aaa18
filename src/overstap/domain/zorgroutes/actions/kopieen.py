"""Which copies does a samenwerkingsverband get of what was sent to it, and when is one held back?

In the database a basisschool reads no row of a case. What it may do with the copies of its own attachments, two
functions do for it: say which there are, and hold them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import connection, transaction

from overstap.domain.bijlagen.enums import Terugneemreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.zorgroutes.actions.lijn import zet_bestand
from overstap.domain.zorgroutes.enums import Zaakbestandsoort
from overstap.domain.zorgroutes.models import Zaakbestand, Zorgroute
from overstap.domain.zorgroutes.queries import kopieen_for, route_for
from overstap.domain.zorgroutes.rules import LOPEND
from overstap.foundation import opslag
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Kopie:
    """A file for a case, its bytes in pieces; of an attachment also which it is, and which of the form (`stuk_id`)."""

    soort: Zaakbestandsoort
    bestandsnaam: str
    mime: str
    stukken: Iterable[bytes]
    bijlage_id: UUID | None = None
    stuk_id: UUID | None = None


def bewaar_zaakbestanden(*, route: Zorgroute, kopieen: Iterable[Kopie], by: Actor, at: datetime) -> None:
    """Keep files of a case under its own key; a new OSO file takes the place of the one that was there.

    Harmless with nothing to keep, when each was kept already (a job may run twice, also at once), and when the route
    was withdrawn meanwhile. The samenwerkingsverband is told of an attachment that comes after the first time.
    """
    dossier_for(by, route.dossier_id, vergrendel=True)
    route = route_for(by, route.id, vergrendel=True)
    if route.ingetrokken_op is not None or route.zaaksleutel_id is None:
        return
    eerste, er_zijn = route.klaargezet_op is None, kopieen_for(by, route)
    nieuw = [kopie for kopie in kopieen if kopie.bijlage_id is None or kopie.bijlage_id not in er_zijn.bijlagen]
    if er_zijn.oso and any(kopie.soort is Zaakbestandsoort.OSO for kopie in nieuw):
        if len(nieuw) == 1:
            return
        _houd_tegen(route, None, Terugneemreden.VERVANGEN, by, at)
    for kopie in nieuw:
        _bewaar(route, kopie, at)
    if not nieuw:
        return
    if any(kopie.soort is Zaakbestandsoort.OSO for kopie in nieuw):
        zet_bestand(route=route, ligt_er=True, by=by, at=at)
    route.klaargezet_op = route.klaargezet_op or at
    route.save(update_fields=["klaargezet_op"])
    record("zorgroute.klaargezet", by=by, at=at, dossier_id=route.dossier_id, object_id=route.swv_id)
    if not eerste and any(kopie.soort is Zaakbestandsoort.BIJLAGE for kopie in nieuw):
        _mail_swv(route)


def houd_kopie_tegen(*, bijlage: Bijlage, reden: Terugneemreden, by: Actor, at: datetime) -> None:
    """No samenwerkingsverband has this attachment any more, from this moment: its bytes go, also those in an OSO file.

    What the samenwerkingsverband did with it stays, and so does the row that says what it had. It is told by mail, and
    while the case runs it gets an OSO file without. The answer to the port "bijlage.gesloten_swv".
    """
    for route in _verstuurd(bijlage.dossier_id):
        if bijlage.id not in kopieen_for(by, route).bijlagen:
            continue
        _houd_tegen(route, bijlage.id, reden, by, at)
        record(
            "zaakbestand.tegengehouden", by=by, at=at, dossier_id=route.dossier_id, object_id=route.swv_id,
            bijlage=str(bijlage.id), reden=reden.value,
        )  # fmt: skip
        if route.ingetrokken_op is None:
            _mail_swv(route)
        _vul_aan(route)


def vraag_kopie(*, bijlage: Bijlage, by: Actor, at: datetime) -> None:
    """An attachment opened to the samenwerkingsverband: in a running case it takes the place of what was held back.

    The job looks whether it belongs to what was sent. The answer to the port "bijlage.open_swv".
    """
    del by, at
    for route in _verstuurd(bijlage.dossier_id):
        _vul_aan(route)


def _verstuurd(dossier_id: UUID) -> Iterable[Zorgroute]:
    return Zorgroute.objects.filter(dossier_id=dossier_id, verstuurd_op__isnull=False)


def _vul_aan(route: Zorgroute) -> None:
    if route.staat in LOPEND:
        defer("zorg.klaarzetten", route_id=route.id, organisatie_id=route.school_id)


def _mail_swv(route: Zorgroute) -> None:
    defer("zorg.mail_swv", route_id=route.id, organisatie_id=route.school_id)


def _bewaar(route: Zorgroute, kopie: Kopie, at: datetime) -> None:
    assert route.zaaksleutel_id is not None
    slot, rij_id, bestand_id = Slot(route.zaaksleutel_id), uuid4(), uuid4()
    with opslag.schrijver(bestand_id, slot, f"zaakbestand:{bestand_id}") as uit:
        for stuk in kopie.stukken:
            uit.write(stuk)
    naam = json.dumps({"bestandsnaam": kopie.bestandsnaam}).encode()
    Zaakbestand(
        id=rij_id,
        zaak_id=route.id,
        swv_id=route.swv_id,
        soort=kopie.soort,
        bestand_id=bestand_id,
        geheime_naam=slot.versleutel(naam, f"zaakbestand:{rij_id}"),
        mime=kopie.mime,
        omvang=uit.omvang,
        sha256=uit.sha256,
        gemaakt_op=at,
        bijlage_id=kopie.bijlage_id,
        stuk_id=kopie.stuk_id,
    ).save(force_insert=True)


def _houd_tegen(route: Zorgroute, bijlage_id: UUID | None, reden: Terugneemreden, by: Actor, at: datetime) -> None:
    """Hold back the copy of this attachment (None: of none) and the OSO file, which holds them all."""
    with connection.cursor() as cursor:
        cursor.execute("select houd_zaakbestanden_tegen(%s, %s, %s, %s)", [route.id, bijlage_id, reden.value, at])
        weg = [rij[0] for rij in cursor.fetchall()]
    zet_bestand(route=route, ligt_er=False, by=by, at=at)
    for bestand_id in weg:
        # After the commit: a file removed too early would be lost. Who is reading it now, reads on.
        transaction.on_commit(partial(opslag.haal_weg, bestand_id))
