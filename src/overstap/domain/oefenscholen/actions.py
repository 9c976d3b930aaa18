"""Which acts begin an oefenschool, let somebody in, keep what it would have mailed, and wipe it at night?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from overstap.domain.gebruikers.actions import maak_oefenaccount
from overstap.domain.oefenscholen.models import Oefenmail, Oefenschool
from overstap.domain.oefenscholen.queries import (
    TAAK_MAKEN,
    TAAK_WISSEN,
    oefenorganisaties_for,
    oefenschool_for,
    te_wissen_een_for,
    te_wissen_for,
)
from overstap.domain.oefenscholen.rules import OefenenGeweigerd, is_van_vandaag
from overstap.domain.scholen.models import Aanstelling, Organisatie, Regio
from overstap.domain.scholen.queries import oefening_for, organisatie_for
from overstap.domain.scholen.rules import FUNCTIES, School
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel


@dataclass(frozen=True)
class Oefenplek:
    """An organisation of an oefenschool, with the invented people who play their part in what happened before."""

    school: School
    mensen: tuple[tuple[str, Rol, tuple[str, ...]], ...]


def begin_oefenen(*, by: Actor, at: datetime) -> UUID:
    """Ask for an oefenschool for the own organisation; harmless when there is one. Returns it.

    One of another day is wiped first. The worker makes it: the page says when it is ready. `by` may be the system too.
    """
    if not by.mag(Recht.REGIO_INRICHTEN):
        by.require(Recht.OEFENEN)
    if oefening_for(by) is not None:
        raise OefenenGeweigerd("U oefent al. Ga eerst terug naar uw eigen organisatie.")
    er_is = oefenschool_for(by, vergrendel=True)
    if er_is is not None and is_van_vandaag(er_is.begonnen_op, at):
        if er_is.klaar_op is None:
            defer(TAAK_MAKEN, oefenschool_id=er_is.id, organisatie_id=by.werkt_bij)
        return er_is.id
    if er_is is not None:
        wis_rijen(oefenschool_id=er_is.id, by=by, at=at)
    rij = Oefenschool.objects.create(
        school_id=by.werkt_bij, sleutel_id=maak_sleutel(at=at), begonnen_op=at, begonnen_door=by.id
    )
    record("oefenschool.begonnen", by=by, at=at, object_id=rij.id)
    defer(TAAK_MAKEN, oefenschool_id=rij.id, organisatie_id=by.werkt_bij)
    return rij.id


def richt_in(
    *, oefenschool_id: UUID, plekken: Iterable[Oefenplek], swv_code: str, by: Actor, at: datetime
) -> dict[str, tuple[UUID, dict[Rol, tuple[Actor, ...]]]]:
    """Make the region and organisations of an oefenschool, with invented people; harmless when they are there.

    The region has the dates, terms and words of the real one. Returns (organisation, actors by role) by BRIN. `by` is
    the system within the organisation that practises.
    """
    by.require(Recht.REGIO_INRICHTEN)
    rij = oefenschool_for(by, vergrendel=True)
    if rij is None or rij.id != oefenschool_id:
        raise NietGevonden
    eigen = organisatie_for(by)
    if rij.regio_id is None:
        anders: dict[str, Any] = {"swv": [swv_code], "besturen": {}, "contact": {}}
        regio = Regio.objects.create(
            naam=f"Oefenregio {rij.id.hex[:12]}", instellingen={**eigen.regio.instellingen, **anders}
        )
        rij.regio_id = regio.id
        rij.save(update_fields=["regio_id"])
    return {plek.school.brin: _plek(plek, rij, by, at) for plek in plekken}


def oefenschool_klaar(*, oefenschool_id: UUID, by: Actor, at: datetime) -> None:
    """Say that everything stands ready: from now on one comes in."""
    by.require(Recht.REGIO_INRICHTEN)
    rij = oefenschool_for(by, vergrendel=True)
    if rij is None or rij.id != oefenschool_id:
        raise NietGevonden
    rij.klaar_op = at
    rij.save(update_fields=["klaar_op"])
    record("oefenschool.klaar", by=by, at=at, object_id=rij.id)


def doe_mee(*, by: Actor, at: datetime) -> None:
    """Let the actor practise in every function of the own oefenschool; harmless when that is so.

    Raises `OefenenGeweigerd` while it is not ready.
    """
    by.require(Recht.OEFENEN)
    rij = oefenschool_for(by)
    if rij is None or rij.klaar_op is None:
        raise OefenenGeweigerd("De oefenschool staat nog niet klaar. Wacht even en ververs de bladzijde.")
    for plek in oefenorganisaties_for(by, rij):
        # Who works somewhere is written down by that organisation.
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=plek.id)):
            for rol in FUNCTIES[plek.soort]:
                Aanstelling.objects.get_or_create(account_id=by.persoon_id, organisatie=plek, rol=rol.value, tot=None)
    record("oefenschool.meegedaan", by=by, at=at, object_id=rij.id)


def bewaar_oefenmail(*, aan: str, onderwerp: str, tekst: str, by: Actor, at: datetime) -> None:
    """Keep what an organisation of an oefenschool would have sent; nothing leaves. Raises `NietGevonden` elsewhere."""
    by.require(Recht.REGIO_INRICHTEN)
    rij = oefenschool_for(by)
    if rij is None or oefening_for(by) is None:
        raise NietGevonden
    mail_id = uuid4()
    klaar = json.dumps({"aan": aan, "onderwerp": onderwerp, "tekst": tekst}).encode()
    geheim = Slot(rij.sleutel_id).versleutel(klaar, f"oefenmail:{mail_id}")
    Oefenmail.objects.create(id=mail_id, school_id=by.werkt_bij, sleutel_id=rij.sleutel_id, op=at, geheim=geheim)


def plan_wissen(*, by: Actor, at: datetime) -> int:
    """Ask to wipe every oefenschool of an organisation of which something is left; returns how many."""
    by.require(Recht.REGIO_INRICHTEN)
    del at
    rijen = te_wissen_for(by)
    for rij in rijen:
        defer(TAAK_WISSEN, oefenschool_id=rij.id, organisatie_id=by.werkt_bij)
    return len(rijen)


def wis_rijen(*, oefenschool_id: UUID, by: Actor, at: datetime) -> None:
    """Take everything of an oefenschool away, by the same road as what two people release; harmless when it is gone.

    Whose keys and files those were is kept in the same transaction, and the worker destroys them after it.
    """
    rij = te_wissen_een_for(by, oefenschool_id)
    if rij.rijen_weg_op is not None:
        return
    with connection.cursor() as cursor:
        cursor.execute("select oefenschool_haal_weg(%s, %s)", [rij.id, at])
        # What hangs on it and was not taken along would make an orphan: then nothing goes.
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")
    record("oefenschool.gewist", by=by, at=at, object_id=rij.id)
    defer(TAAK_WISSEN, oefenschool_id=rij.id, organisatie_id=rij.school_id)


def wis_bytes(*, oefenschool_id: UUID, by: Actor, at: datetime) -> None:
    """Destroy the keys and remove the files of an oefenschool whose rows are gone."""
    rij = te_wissen_een_for(by, oefenschool_id)
    if rij.rijen_weg_op is None:
        return
    for sleutel_id in {*rij.sleutels, rij.sleutel_id}:
        vernietig_sleutel(sleutel_id, at=at)
    for bestand_id in rij.bestanden:
        opslag.verwijder(bestand_id)
    rij.gewist_op, rij.sleutels, rij.bestanden = at, [], []
    rij.save(update_fields=["gewist_op", "sleutels", "bestanden"])


def _plek(plek: Oefenplek, rij: Oefenschool, by: Actor, at: datetime) -> tuple[UUID, dict[Rol, tuple[Actor, ...]]]:
    school = plek.school
    assert rij.regio_id is not None
    organisatie, _ = Organisatie.objects.get_or_create(
        regio_id=rij.regio_id, oefening_van_id=rij.school_id, brin=school.brin, vestiging=school.vestiging,
        defaults={
            "soort": school.soort, "naam": school.naam, "plaats": school.plaats, "gegevens": school.gegevens(),
        },
    )  # fmt: skip
    actoren: dict[Rol, tuple[Actor, ...]] = {}
    accounts: Mapping[str, UUID] = {naam: maak_oefenaccount(naam=naam, by=by, at=at) for naam, _, _ in plek.mensen}
    with als(Actor(rol=Rol.SYSTEEM, organisatie_id=organisatie.id)):
        for naam, rol, groepen in plek.mensen:
            Aanstelling.objects.get_or_create(
                account_id=accounts[naam], organisatie=organisatie, rol=rol.value, tot=None,
                defaults={"groepen": sorted(groepen)},
            )  # fmt: skip
            actor = Actor(rol=rol, id=accounts[naam], organisatie_id=organisatie.id)
            actoren[rol] = (*actoren.get(rol, ()), actor)
    return organisatie.id, actoren
