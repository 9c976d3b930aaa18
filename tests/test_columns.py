"""Which columns does PostgreSQL itself let whom change? Tried as the role that serves people, without any action.

`test_rows.py` is about rows; these are rows that the actor does reach.
"""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connections, transaction

from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel
from tests.access_matrix.wereld import VolleWereld
from tests.wereld import AT


def doe(actor: Actor, opdracht: str, *waarden: object, alias: str = "default") -> int:
    """How many rows a statement changes; undone. Raises what the database says when it refuses."""
    with transaction.atomic(using=alias), als(actor), connections[alias].cursor() as cursor:
        cursor.execute(opdracht, waarden)
        transaction.set_rollback(True, using=alias)
        transaction.set_rollback(True)
        return int(cursor.rowcount)


def weigert(actor: Actor, opdracht: str, *waarden: object, alias: str = "default") -> str:
    with pytest.raises(DatabaseError) as fout:
        doe(actor, opdracht, *waarden, alias=alias)
    assert getattr(fout.value.__cause__, "sqlstate", "") == "42501", fout.value
    return str(fout.value)


def test_a_vo_school_moves_a_dossier_only_to_fetched_or_read(volle_wereld: VolleWereld) -> None:
    vo, dossier_id = volle_wereld.regio.vo.toelating, volle_wereld.zaken["overgedragen"].dossier_id
    assert doe(vo, "update dossiers_dossier set staat = 'gelezen' where id = %s", dossier_id) == 1
    assert "groep" not in weigert(vo, "update dossiers_dossier set groep = '8Z' where id = %s", dossier_id)
    weigert(vo, "update dossiers_dossier set staat = 'heropend' where id = %s", dossier_id)
    weigert(vo, "update dossiers_dossier set staat = 'ingetrokken' where id = %s", dossier_id)


@pytest.mark.parametrize("kolom", ["id", "school_id", "leerling_id", "schooljaar", "sleutel_id", "gemaakt_op"])
def test_nobody_rewrites_what_a_dossier_is(volle_wereld: VolleWereld, kolom: str) -> None:
    zaak = volle_wereld.zaken["concept"]
    for wie in (volle_wereld.regio.a.directeur, volle_wereld.regio.vo.toelating):
        weigert(wie, f"update dossiers_dossier set {kolom} = {kolom} where id = %s", zaak.dossier_id)  # noqa: S608  # our own names


def test_a_vo_school_says_only_that_it_fetched_and_read(volle_wereld: VolleWereld) -> None:
    vo, overdracht_id = volle_wereld.regio.vo.toelating, volle_wereld.zaken["overgedragen"].overdracht_id
    gelezen = "update overdrachten_overdracht set gelezen_op = now(), gelezen_door = %s where id = %s"
    assert doe(vo, gelezen, vo.id, overdracht_id) == 1
    for wat in ("ingetrokken_op = now()", "sha256 = 'x'", "bestand_id = gen_random_uuid(), klaargezet_op = now()"):
        weigert(vo, f"update overdrachten_overdracht set {wat} where id = %s", overdracht_id)  # noqa: S608  # our own words
    weigert(vo, "update overdrachten_overdracht set verstuurd_op = now() where id = %s", overdracht_id)


def test_a_basisschool_never_says_that_the_vo_school_read_it(volle_wereld: VolleWereld) -> None:
    eigen, overdracht_id = volle_wereld.regio.a.directeur, volle_wereld.zaken["overgedragen"].overdracht_id
    assert doe(eigen, "update overdrachten_overdracht set ingetrokken_op = now() where id = %s", overdracht_id) == 1
    gelezen = "update overdrachten_overdracht set gelezen_op = now(), gelezen_door = %s where id = %s"
    weigert(eigen, gelezen, eigen.id, overdracht_id)


def test_nobody_puts_another_file_in_the_place_of_the_one_that_was_sent(volle_wereld: VolleWereld) -> None:
    eigen, overdracht_id = volle_wereld.regio.a.directeur, volle_wereld.zaken["gelezen"].overdracht_id
    ander = "update overdrachten_overdracht set bestand_id = gen_random_uuid() where id = %s"
    assert "blijft zoals het was" in weigert(eigen, ander, overdracht_id)


def test_a_parent_changes_only_the_own_reaction(volle_wereld: VolleWereld) -> None:
    ouder = volle_wereld.zaken["besproken"].ouders[0]
    opdracht = "update inzages_inzage set {} where id = %s"
    assert doe(ouder.actor, opdracht.format("akkoord = 'nee'"), ouder.inzage_id) == 1
    for wat in ("ingetrokken_op = now()", "mail_verzonden_op = now()"):
        weigert(ouder.actor, opdracht.format(wat), ouder.inzage_id)
    for wat in ("ouder_id = gen_random_uuid()", "aangeboden_op = now()", "papier_op = now()", "geheim = ''"):
        weigert(ouder.actor, opdracht.format(wat), ouder.inzage_id)
    ander = volle_wereld.zaken["besproken"].ouders[1]
    assert doe(ouder.actor, opdracht.format("akkoord = 'nee'"), ander.inzage_id) == 0


def test_only_the_school_of_a_parent_changes_the_code(volle_wereld: VolleWereld) -> None:
    ouder = volle_wereld.zaken["besproken"].ouders[0]
    wijzig = "update gebruikers_ouderaccount set codehash = 'x' where id = %s"
    assert doe(volle_wereld.regio.a.leerkracht, wijzig, ouder.ouder_id) == 1
    vreemden = (
        volle_wereld.regio.b.directeur, volle_wereld.regio.vo.toelating, volle_wereld.ander_vo, SYSTEEM, ouder.actor,
        volle_wereld.zaken["besproken"].ouders[1].actor,
    )  # fmt: skip
    for vreemde in vreemden:
        weigert(vreemde, wijzig, ouder.ouder_id)
        weigert(vreemde, "update gebruikers_ouderaccount set geldig_tot = 'infinity' where id = %s", ouder.ouder_id)
        weigert(vreemde, "delete from gebruikers_ouderaccount where id = %s", ouder.ouder_id)
    # A wrong code is counted before anybody is known.
    assert doe(SYSTEEM, "update gebruikers_ouderaccount set pogingen = 5 where id = %s", ouder.ouder_id) == 1


def test_nobody_touches_the_aanstellingen_of_another_organisation(volle_wereld: VolleWereld) -> None:
    a, b = volle_wereld.regio.a, volle_wereld.regio.b
    eindig = "update scholen_aanstelling set tot = now() where organisatie_id = %s and account_id = %s"
    assert doe(a.directeur, eindig, a.id, a.leerkracht.id) == 1
    erbij = "insert into scholen_aanstelling (id, account_id, organisatie_id, rol) values (%s, %s, %s, %s)"
    nieuw = (uuid4(), b.directeur.id, a.id, Rol.DIRECTEUR.value)
    for vreemde in (b.directeur, volle_wereld.regio.vo.toelating, volle_wereld.ouder("besproken", 0)):
        weigert(vreemde, eindig, a.id, a.leerkracht.id)
        weigert(vreemde, erbij, *nieuw)
    weigert(SYSTEEM, eindig, a.id, a.leerkracht.id)
    for wie in (a.directeur, b.directeur, SYSTEEM):
        weigert(wie, "delete from scholen_aanstelling where organisatie_id = %s", a.id)
        weigert(wie, "update scholen_aanstelling set rol = 'directeur' where organisatie_id = %s", a.id)


def test_everybody_writes_events_in_the_own_name_only(volle_wereld: VolleWereld) -> None:
    a, b, ouder = volle_wereld.regio.a, volle_wereld.regio.b, volle_wereld.ouder("besproken", 0)
    schrijf = """insert into audit_auditevent
                 (keten, nummer, wat, op, dossier_id, actor_id, rol, organisatie_id, gegevens)
                 values ('', 0, 'proef.gedaan', now(), %s, %s, 'directeur', %s, '{}')"""
    dossier_id = volle_wereld.zaken["besproken"].dossier_id

    def mag(wie: Actor, actor_id: UUID | None, organisatie_id: UUID | None) -> bool:
        try:
            return doe(wie, schrijf, dossier_id, actor_id, organisatie_id) == 1
        except DatabaseError as fout:
            if "row-level security" not in str(fout):
                raise
            return False

    assert mag(a.directeur, a.directeur.id, a.id)
    assert mag(ouder, ouder.id, None)
    assert mag(SYSTEEM, None, None)
    assert not mag(a.directeur, a.directeur.id, b.id)
    assert not mag(a.directeur, a.directeur.id, None)
    assert not mag(ouder, a.directeur.id, None)
    assert not mag(ouder, ouder.id, a.id)
    assert not mag(SYSTEEM, None, a.id)


def test_who_serves_people_removes_no_key_and_puts_no_other_in_its_place(volle_wereld: VolleWereld) -> None:
    sleutel_id, wie = maak_sleutel(at=AT), volle_wereld.regio.a.directeur
    ander = "update sleutels_sleutel set ingepakt = 'x' where id = %s"
    weigert(wie, "delete from sleutels_sleutel where id = %s", sleutel_id, alias="sleutels")
    weigert(wie, ander, sleutel_id, alias="sleutels")
    weigert(wie, "update sleutels_sleutel set hoofdsleutel = 'x' where id = %s", sleutel_id, alias="sleutels")
    weigert(wie, "truncate sleutels_sleutel", alias="sleutels")
    Slot(sleutel_id)
    vernietig_sleutel(sleutel_id, at=AT)
    weigert(wie, "update sleutels_sleutel set ingepakt = 'x', vernietigd_op = null where id = %s", sleutel_id,
            alias="sleutels")  # fmt: skip


def test_only_a_region_changes_itself_and_its_schools(volle_wereld: VolleWereld) -> None:
    wereld = volle_wereld.regio
    beheerder = wereld.regio[Rol.REGIOCOORDINATOR]
    zaak = volle_wereld.zaken["besproken"]
    plaats = "update scholen_organisatie set plaats = 'Elders' where id = %s"
    assert doe(beheerder, plaats, wereld.a.id) == 1
    with als(beheerder):
        eigen = regio_for(beheerder, beheerder.werkt_bij).id
    assert doe(beheerder, "update scholen_regio set naam = 'Anders' where id = %s", eigen) == 1
    weigert(beheerder, "update scholen_regio set naam = 'Anders' where id <> %s", eigen)
    for wie in (wereld.a.directeur, wereld.vo.toelating, zaak.ouders[0].actor):
        weigert(wie, plaats, wereld.b.id)
        weigert(wie, "update scholen_regio set naam = 'Anders'")
    # What changed stays as it was written, also for who wrote it.
    assert doe(beheerder, "update scholen_regiowijziging set van = '{}'") == 0
    assert doe(beheerder, "delete from scholen_regiowijziging") == 0
