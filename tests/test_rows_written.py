"""Which rows does PostgreSQL itself let whom write? The second lock, tried without any action of ours in between."""
# ruff: noqa: S608  # the names of tables come from the database itself

from __future__ import annotations

import os
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection
from psycopg import sql
from psycopg.types.json import Jsonb

from overstap.domain.dossiers.actions import geef_toegang, maak_dossier
from overstap.domain.dossiers.enums import Reden
from overstap.domain.leerlingen.rules import Namen
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.rijen import DOOR_OUDER, DOOR_SWV, DOOR_VO, ongedaan
from tests.wereld import AT

# A row of the vo school that invites, about a school that it made itself.
GASTEN = "overdrachten_gastuitnodiging"
# An array in the database, also when it is empty.
RIJTJES = {"sleutels", "bestanden"}
# Anybody's act is written down, so anybody may add to the log; `test_audit.py` holds that it only grows.
AANVULBAAR = {"audit_auditevent"}


def test_nobody_adds_a_row_for_another_school(volle_wereld, tabellen, eigenaar) -> None:
    """A copy of each row of school A, offered by everybody else: refused by the policy, before any constraint."""
    wereld = volle_wereld
    anderen = (wereld.regio.b.directeur, wereld.regio.vo.toelating, wereld.ander_vo, wereld.ouder("besproken", 0))
    for tabel, kolommen in tabellen.items():
        if "school_id" in kolommen and tabel not in AANVULBAAR:
            # What a vo school took in itself is no row of school A.
            volgorde = f"select * from {tabel} order by school_id = %s desc limit 1"
            rij = eigenaar.execute(volgorde, [wereld.regio.a.id]).fetchone()
            zelf = {rij["school_id"], wereld.regio.vo.id if tabel in {*DOOR_VO, GASTEN} else None}
            for actor in (ander for ander in anderen if ander.organisatie_id not in zelf):
                vreemd = {**rij, "ouder_id": uuid4()} if tabel in DOOR_OUDER else rij
                with pytest.raises(DatabaseError, match="row-level security"), als(actor):
                    _voeg_toe(tabel, _nieuw(vreemd))


def test_nobody_changes_or_removes_a_row_of_another_school(volle_wereld, tabellen, eigenaar) -> None:
    school = volle_wereld.regio.a.id
    anderen = (volle_wereld.regio.b.directeur, volle_wereld.ander_vo, Actor(Rol.OUDER, uuid4()))
    for tabel in (naam for naam, kolommen in tabellen.items() if "school_id" in kolommen):
        for actor in anderen:
            for opdracht in (
                _raak_aan(tabel),
                f"delete from {tabel} where school_id = %s",
            ):
                assert _geraakt(actor, opdracht, school) == 0, (tabel, opdracht)


def test_no_school_gives_its_row_to_another(volle_wereld, tabellen) -> None:
    a, b = volle_wereld.regio.a, volle_wereld.regio.b
    for tabel in (naam for naam, kolommen in tabellen.items() if "school_id" in kolommen):
        opdracht = f"update {tabel} set school_id = '{b.id}' where school_id = %s"
        assert _geraakt(a.directeur, opdracht, a.id) == 0, tabel


def test_a_vo_school_writes_nothing_in_the_report(volle_wereld, tabellen) -> None:
    """It may say that it fetched and read: the dossier's step and the transfer. Nothing else."""
    mag = {"dossiers_dossier", "overdrachten_overdracht", "plaatsingen_plaatsing", *DOOR_VO}
    school = volle_wereld.regio.a.id
    for tabel in (naam for naam, kolommen in tabellen.items() if "school_id" in kolommen and naam not in mag):
        assert _geraakt(volle_wereld.regio.vo.toelating, _raak_aan(tabel), school) == 0, tabel


def test_a_vo_school_writes_about_nobody_whose_report_it_has_not(volle_wereld, eigenaar) -> None:
    """A copy of each row that it may write, on a pupil who was applied there and whose report did not come."""
    wereld = volle_wereld
    for tabel in DOOR_VO:
        rij = eigenaar.execute(f"select * from {tabel} where ontvanger_id = %s", [wereld.regio.vo.id]).fetchone()
        vreemd = {**_nieuw(rij), "dossier_id": wereld.zaken["aangemeld"].dossier_id}
        with pytest.raises(DatabaseError, match="row-level security"), als(wereld.regio.vo.zorg):
            _voeg_toe(tabel, vreemd)


def test_a_row_whose_school_is_not_that_of_its_dossier_is_refused(volle_wereld, tabellen, eigenaar) -> None:
    """School A hangs something on a fresh dossier of school B: its own policy lets it, the composite key does not."""
    wereld = volle_wereld
    a, b = wereld.regio.a, wereld.regio.b
    kinderen = [naam for naam, kolommen in tabellen.items() if {"school_id", "dossier_id"} <= kolommen]
    assert len(kinderen) >= 12
    for tabel in kinderen:
        rij = eigenaar.execute(f"select * from {tabel} where school_id = %s", [a.id]).fetchone()
        ouder = Actor(Rol.OUDER, uuid4())
        with ongedaan():
            with als(b.administratie) as by:
                vreemd = maak_dossier(namen=Namen("Bo", "", "Vreemd"), groep="8A", schooljaar="2026-2027", by=by, at=AT)
                geef_toegang(dossier=vreemd, reden=Reden.INZAGE, ouder_id=ouder.id, by=by, at=AT)
                geef_toegang(dossier=vreemd, reden=Reden.OVERDRACHT, organisatie_id=wereld.regio.vo.id, by=by, at=AT)
                geef_toegang(dossier=vreemd, reden=Reden.ZORGROUTE, organisatie_id=wereld.regio.swv.id, by=by, at=AT)
            kind = {**_nieuw(rij), "dossier_id": vreemd.id, **_past_bij(tabel, ouder)}
            if tabel == "plaatsingen_plaatsing":
                kind["aanmelding_id"] = wereld.zaken["aangemeld"].aanmelding_id
            if tabel == "inzages_aanvullezing":
                kind["inzage_id"] = wereld.zaken["besproken"].ouders[0].inzage_id
            if tabel == "zorgroutes_zorgbesluit":
                kind["route_id"] = wereld.zaken["getekend"].route_id
            if tabel == "zorgroutes_zorgkoppeling":
                kind |= {"route_id": wereld.zaken["ter_inzage"].route_id, "geheim": None, "zoekhash": None}
            schrijver = wereld.regio.vo.zorg if tabel in DOOR_VO else a.directeur
            if tabel in DOOR_SWV:
                schrijver = wereld.regio.swv[Rol.SWV_LOKET]
            with pytest.raises(IntegrityError, match=f"{tabel}_dossier_school_fk"):
                _hang_op(tabel, kind, ouder if tabel in DOOR_OUDER else schrijver)


def _hang_op(tabel: str, rij: dict[str, Any], actor: Actor) -> None:
    """Add a row, and let its foreign keys speak now and not at the end of the transaction."""
    with als(actor), connection.cursor() as cursor:
        _voeg_toe(tabel, rij)
        cursor.execute("set constraints all immediate")


def _raak_aan(tabel: str) -> str:
    """An update of a column that our role may change, so that only the policy of the rows stands in between."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped "
            "and has_column_privilege(attrelid, attnum, 'UPDATE') order by attnum desc limit 1",
            [tabel],
        )
        gevonden = cursor.fetchone()
    kolom = gevonden[0] if gevonden else "id"
    return f"update {tabel} set {kolom} = {kolom} where school_id = %s"


def _geraakt(actor: Actor, opdracht: str, school_id: UUID) -> int:
    """How many rows a statement reaches; 0 also when the database refuses it. Undone."""
    try:
        with ongedaan(), als(actor), connection.cursor() as cursor:
            cursor.execute(opdracht, [school_id])
            return int(cursor.rowcount)
    except DatabaseError:
        return 0


def _nieuw(rij: dict[str, Any]) -> dict[str, Any]:
    """A copy that meets no unique constraint of the original."""
    vers = {
        "id": uuid4(),
        "bestand_id": uuid4(),
        "sleutel_id": uuid4(),
        "zoekhash": os.urandom(32),
        "leerling_id": uuid4(),
    }
    kopie = {naam: vers[naam] if naam in vers and waarde is not None else waarde for naam, waarde in rij.items()}
    if isinstance(rij.get("id"), int):
        del kopie["id"]
    return kopie


def _past_bij(tabel: str, ouder: Actor) -> dict[str, object]:
    """What a copy on another dossier needs so that only its school is wrong."""
    if tabel in DOOR_OUDER:
        return {"ouder_id": ouder.id}
    return {
        "inzages_inzage": {"ouder_id": uuid4()},
        "mailkeuzes_wachtmail": {"inzage_id": uuid4()},
        "bijlagen_toestemming": {"ingetrokken_op": AT},
        "overdrachten_uniekecode": {"codehash": b"een andere code"},
        "rapporten_versiepdf": {"publiek": "ander"},
        "overdrachten_overdracht": {"ingetrokken_op": AT},
        "zorgroutes_zorgaanmelding": {"nummer": 99},
        "plaatsingen_vraag": dict.fromkeys(("antwoord", "beantwoord_op", "beantwoord_door", "gezien_op"))
        | {"antwoordfunctie": ""},
    }.get(tabel, {})


def _voeg_toe(tabel: str, rij: dict[str, Any]) -> None:
    # A list of ids is an array; every other list stands in json.
    waarden = [
        Jsonb(waarde) if isinstance(waarde, dict | list) and naam not in RIJTJES and not _ids(waarde) else waarde
        for naam, waarde in rij.items()
    ]
    opdracht = sql.SQL("insert into {} ({}) values ({})").format(
        sql.Identifier(tabel),
        sql.SQL(", ").join(map(sql.Identifier, rij)),
        sql.SQL(", ").join([sql.Placeholder()] * len(rij)),
    )
    with connection.cursor() as cursor:
        cursor.execute(opdracht.as_string(), waarden)


def _ids(waarde: dict[str, Any] | list[Any]) -> bool:
    return bool(waarde) and all(isinstance(een, UUID) for een in waarde)
