"""Which rows does PostgreSQL itself give to whom? The second lock, tried without any filter of ours in between.

The list of tables comes from pg_class; the rows from real acts (`access_matrix/wereld.py`).
"""
# ruff: noqa: S608  # the names of tables come from the database itself

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from psycopg import sql
from psycopg.types.json import Jsonb

from overstap.domain.dossiers.actions import geef_toegang, maak_dossier
from overstap.domain.dossiers.enums import Reden
from overstap.domain.inzages.actions import trek_uitnodiging_in
from overstap.domain.overdrachten.actions import trek_in
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.access_matrix.wereld import VolleWereld
from tests.database import Databases
from tests.wereld import AT

# Anybody's act is written down, so anybody may add to the log; `test_audit.py` holds that it only grows.
AANVULBAAR = {"audit_auditevent"}
# What only a parent writes.
DOOR_OUDER = {"inzages_zienswijze", "inzages_correctieverzoek"}
# What a school alone sees: never a parent, never a vo school.
ALLEEN_SCHOOL = ("rapporten_concept", "adviezen_schooladvies", "dossiers_persoonsnummer", "overdrachten_aanmelding")


@pytest.fixture(scope="module")
def eigenaar(gebouwde_wereld: tuple[Databases, VolleWereld]) -> Iterator[psycopg.Cursor[dict[str, Any]]]:
    """The owner of the tables, whom row-level security does not bind: what is really there."""
    adres = gebouwde_wereld[0].addresses["DATABASE_EIGENAAR_URL"]
    with psycopg.connect(adres, autocommit=True, row_factory=psycopg.rows.dict_row) as verbinding:
        yield verbinding.cursor()


@pytest.fixture(scope="module")
def tabellen(eigenaar: psycopg.Cursor[dict[str, Any]]) -> dict[str, frozenset[str]]:
    """Every table behind row-level security, with its columns."""
    eigenaar.execute(
        """
        select c.relname, array_agg(a.attname::text) as kolommen from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and c.relrowsecurity group by 1 order by 1
        """
    )
    return {rij["relname"]: frozenset(rij["kolommen"]) for rij in eigenaar.fetchall()}


def rijen(tabel: str, waar: str = "true", waarden: tuple[object, ...] = ()) -> list[dict[str, Any]]:
    """What the runtime role sees of a table now, with no other filter than `waar`."""
    with connection.cursor() as cursor:
        cursor.execute(f"select * from {tabel} where {waar}", waarden)
        namen = [kolom.name for kolom in cursor.description]
        return [dict(zip(namen, rij, strict=True)) for rij in cursor.fetchall()]


def gezien(actor: Actor, tabel: str, waar: str = "true", waarden: tuple[object, ...] = ()) -> list[dict[str, Any]]:
    with als(actor):
        return rijen(tabel, waar, waarden)


@contextmanager
def ongedaan() -> Iterator[None]:
    """Undo what happened inside, in both databases."""
    with transaction.atomic(), transaction.atomic(using="sleutels"):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")


def test_the_world_fills_every_table_that_is_protected(tabellen, eigenaar) -> None:
    """Without rows every test below would pass on anything."""
    assert len(tabellen) >= 15
    leeg = [tabel for tabel in tabellen if not eigenaar.execute(f"select 1 from {tabel} limit 1").fetchone()]
    assert leeg == []


def test_nobody_sees_nothing(volle_wereld, tabellen) -> None:
    with transaction.atomic():
        assert {tabel: n for tabel in tabellen if (n := len(rijen(tabel)))} == {}


def test_a_stranger_sees_nothing(volle_wereld, tabellen) -> None:
    vreemden = (volle_wereld.ander_vo, Actor(Rol.OUDER, uuid4()), Actor(Rol.DIRECTEUR, uuid4(), uuid4()))
    for vreemde in vreemden:
        assert {tabel: n for tabel in tabellen if (n := len(gezien(vreemde, tabel)))} == {}, vreemde


def test_a_role_without_an_organisation_sees_nothing(volle_wereld, tabellen) -> None:
    for wie in (Actor(Rol.SYSTEEM), Actor(Rol.DIRECTEUR, volle_wereld.regio.a.directeur.id)):
        assert {tabel: n for tabel in tabellen if (n := len(gezien(wie, tabel)))} == {}, wie


def test_a_school_sees_its_own_rows_and_no_others(volle_wereld, tabellen, eigenaar) -> None:
    for plek in (volle_wereld.regio.a, volle_wereld.regio.b):
        for tabel in (naam for naam, kolommen in tabellen.items() if "school_id" in kolommen):
            echt = eigenaar.execute(f"select count(*) as n from {tabel} where school_id = %s", [plek.id]).fetchone()[
                "n"
            ]
            alles = gezien(plek.directeur, tabel)
            assert {rij["school_id"] for rij in alles} <= {plek.id}, tabel
            assert len(alles) == echt, tabel


def test_a_forgotten_filter_leaks_nothing(volle_wereld, tabellen) -> None:
    """`Model.objects.all()` without any query of ours: only what hangs on a dossier of this actor."""
    zaken = volle_wereld.zaken
    naar_vo = {zaken[staat].dossier_id for staat in ("overgedragen", "gelezen", "opgehaald")}
    mag = {
        volle_wereld.regio.b.leerkracht: {volle_wereld.van_b.dossier_id},
        volle_wereld.regio.vo.zorg: naar_vo,
        volle_wereld.ouder("besproken", 1): {zaken["besproken"].dossier_id},
    }
    modellen = [model for model in apps.get_models() if model._meta.db_table in tabellen]
    assert {model._meta.db_table for model in modellen} == set(tabellen)
    for actor, dossiers in mag.items():
        with als(actor):
            for model in modellen:
                velden = {veld.attname for veld in model._meta.concrete_fields}
                if "dossier_id" in velden:
                    gevonden = set(model._base_manager.values_list("dossier_id", flat=True)) - {None}
                    assert gevonden <= dossiers, (actor.rol, model)


def test_a_parent_sees_nothing_of_the_other_parent(volle_wereld, tabellen) -> None:
    zaak = volle_wereld.zaken["besproken"]
    for ik, ander in ((0, 1), (1, 0)):
        mij, hem = zaak.ouders[ik], zaak.ouders[ander]
        for tabel in ("inzages_inzage", "inzages_zienswijze", "inzages_correctieverzoek"):
            assert [rij["ouder_id"] for rij in gezien(mij.actor, tabel)] == [mij.ouder_id], tabel
        sporen = {str(hem.ouder_id), str(hem.inzage_id), str(zaak.zienswijzen[ander]), str(zaak.verzoeken[ander])}
        for tabel in tabellen:
            for rij in gezien(mij.actor, tabel):
                assert not sporen & {str(waarde) for waarde in rij.values()}, tabel


def test_a_parent_sees_versions_but_nothing_the_school_keeps(volle_wereld, tabellen) -> None:
    zaak = volle_wereld.zaken["gelezen"]
    actor = zaak.ouders[0].actor
    for tabel in (*ALLEEN_SCHOOL, "importen_upload"):
        assert gezien(actor, tabel) == [], tabel
    assert {rij["dossier_id"] for rij in gezien(actor, "rapporten_versie")} == {zaak.dossier_id}
    assert {rij["publiek"] for rij in gezien(actor, "rapporten_versiepdf")} == {"ouders"}
    # Who looked: the act and the function, of people of an organisation only.
    anderen = [rij for rij in gezien(actor, "audit_auditevent") if rij["actor_id"] != actor.id]
    assert anderen
    assert all(rij["wat"].endswith(".bekeken") or rij["wat"].startswith("overdracht.") for rij in anderen)
    assert {"ouder", "systeem"}.isdisjoint(rij["rol"] for rij in anderen)


def test_a_vo_school_sees_only_what_was_sent(volle_wereld, tabellen) -> None:
    actor = volle_wereld.regio.vo.toelating
    gestuurd = {volle_wereld.zaken[staat].dossier_id for staat in ("overgedragen", "gelezen", "opgehaald")}
    assert {rij["id"] for rij in gezien(actor, "dossiers_dossier")} == gestuurd
    assert len(gezien(actor, "leerlingen_leerling")) == len(gestuurd)
    for tabel in (*ALLEEN_SCHOOL, "inzages_inzage", "inzages_correctieverzoek", "importen_upload"):
        assert gezien(actor, tabel) == [], tabel
    assert {rij["soort"] for rij in gezien(actor, "rapporten_versie")} == {"definitief"}
    bijlagen = gezien(actor, "bijlagen_bijlage")
    assert {rij["id"] for rij in bijlagen} == {
        zaak.mee for zaak in volle_wereld.zaken.values() if zaak.dossier_id in gestuurd
    }
    assert {rij["dossier_id"] for rij in gezien(actor, "inzages_zienswijze")} == gestuurd
    assert {rij["organisatie_id"] for rij in gezien(actor, "dossiers_toegang")} == {actor.organisatie_id}
    assert {rij["organisatie_id"] for rij in gezien(actor, "audit_auditevent")} == {actor.organisatie_id}
    assert {rij["dossier_id"] for rij in gezien(actor, "overdrachten_overdracht")} == gestuurd


def test_a_vo_school_sees_the_pdf_of_a_definitive_version_only(volle_wereld, eigenaar) -> None:
    eigenaar.execute("select id from rapporten_versie where soort = 'definitief'")
    definitief = {rij["id"] for rij in eigenaar.fetchall()}
    for rij in gezien(volle_wereld.regio.vo.toelating, "rapporten_versiepdf"):
        assert rij["publiek"] == "vo"
        assert rij["versie_id"] in definitief


def test_after_withdrawing_the_vo_school_sees_nothing_at_once(volle_wereld, tabellen) -> None:
    zaak, actor = volle_wereld.zaken["gelezen"], volle_wereld.regio.vo.toelating
    with ongedaan():
        assert len(_van_dossier(actor, tabellen, zaak.dossier_id)) >= 7
        with als(volle_wereld.regio.a.directeur) as by:
            trek_in(dossier_id=zaak.dossier_id, overdracht_id=zaak.overdracht_id, by=by, at=AT)
        # What this school itself did stays in its own part of the log.
        assert _van_dossier(actor, tabellen, zaak.dossier_id) == {"audit_auditevent"}


def test_after_withdrawing_an_invitation_the_parent_sees_nothing_at_once(volle_wereld, tabellen) -> None:
    zaak = volle_wereld.zaken["besproken"]
    ouder = zaak.ouders[0]
    with ongedaan():
        assert len(_van_dossier(ouder.actor, tabellen, zaak.dossier_id)) >= 7
        with als(volle_wereld.regio.a.leerkracht) as by:
            trek_uitnodiging_in(dossier_id=zaak.dossier_id, inzage_id=ouder.inzage_id, by=by, at=AT)
        assert _van_dossier(ouder.actor, tabellen, zaak.dossier_id) == set()


def test_nobody_adds_a_row_for_another_school(volle_wereld, tabellen, eigenaar) -> None:
    """A copy of each row of school A, offered by everybody else: refused by the policy, before any constraint."""
    wereld = volle_wereld
    anderen = (wereld.regio.b.directeur, wereld.regio.vo.toelating, wereld.ander_vo, wereld.ouder("besproken", 0))
    for tabel, kolommen in tabellen.items():
        if "school_id" in kolommen and tabel not in AANVULBAAR:
            rij = eigenaar.execute(f"select * from {tabel} where school_id = %s", [wereld.regio.a.id]).fetchone()
            for actor in anderen:
                vreemd = {**rij, "ouder_id": uuid4()} if tabel in DOOR_OUDER else rij
                with pytest.raises(DatabaseError, match="row-level security"), als(actor):
                    _voeg_toe(tabel, _nieuw(vreemd))


def test_nobody_changes_or_removes_a_row_of_another_school(volle_wereld, tabellen, eigenaar) -> None:
    school = volle_wereld.regio.a.id
    anderen = (volle_wereld.regio.b.directeur, volle_wereld.ander_vo, Actor(Rol.OUDER, uuid4()))
    for tabel in (naam for naam, kolommen in tabellen.items() if "school_id" in kolommen):
        for actor in anderen:
            for opdracht in (
                f"update {tabel} set school_id = school_id where school_id = %s",
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
    mag = {"dossiers_dossier", "overdrachten_overdracht"}
    school = volle_wereld.regio.a.id
    for tabel in (naam for naam, kolommen in tabellen.items() if "school_id" in kolommen and naam not in mag):
        opdracht = f"update {tabel} set school_id = school_id where school_id = %s"
        assert _geraakt(volle_wereld.regio.vo.toelating, opdracht, school) == 0, tabel


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
                vreemd = maak_dossier(
                    roepnaam="Bo", voorvoegsel="", achternaam="Vreemd", groep="8A", schooljaar="2026-2027", by=by, at=AT
                )
                geef_toegang(dossier=vreemd, reden=Reden.INZAGE, ouder_id=ouder.id, by=by, at=AT)
            kind = {**_nieuw(rij), "dossier_id": vreemd.id, **_past_bij(tabel, ouder)}
            with pytest.raises(IntegrityError, match=f"{tabel}_dossier_school_fk"):
                _hang_op(tabel, kind, ouder if tabel in DOOR_OUDER else a.directeur)


def _hang_op(tabel: str, rij: dict[str, Any], actor: Actor) -> None:
    """Add a row, and let its foreign keys speak now and not at the end of the transaction."""
    with als(actor), connection.cursor() as cursor:
        _voeg_toe(tabel, rij)
        cursor.execute("set constraints all immediate")


def _van_dossier(actor: Actor, tabellen: dict[str, frozenset[str]], dossier_id: UUID) -> set[str]:
    """The tables in which the actor sees something of a dossier."""
    op = [naam for naam, kolommen in tabellen.items() if "dossier_id" in kolommen]
    gevonden = {tabel for tabel in op if gezien(actor, tabel, "dossier_id = %s", (dossier_id,))}
    return gevonden | ({"dossiers_dossier"} if gezien(actor, "dossiers_dossier", "id = %s", (dossier_id,)) else set())


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
        "rapporten_versiepdf": {"publiek": "ander"},
        "overdrachten_overdracht": {"ingetrokken_op": AT},
    }.get(tabel, {})


def _voeg_toe(tabel: str, rij: dict[str, Any]) -> None:
    waarden = [Jsonb(waarde) if isinstance(waarde, dict | list) else waarde for waarde in rij.values()]
    opdracht = sql.SQL("insert into {} ({}) values ({})").format(
        sql.Identifier(tabel),
        sql.SQL(", ").join(map(sql.Identifier, rij)),
        sql.SQL(", ").join([sql.Placeholder()] * len(rij)),
    )
    with connection.cursor() as cursor:
        cursor.execute(opdracht.as_string(), waarden)
