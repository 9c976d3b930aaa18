"""Which rows does PostgreSQL itself give to whom? The second lock, tried without any filter of ours in between."""
# ruff: noqa: S608  # the names of tables come from the database itself

from __future__ import annotations

from uuid import UUID, uuid4

from django.apps import apps
from django.db import transaction

from overstap.domain.inzages.actions import trek_uitnodiging_in
from overstap.domain.overdrachten.actions import trek_in
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.rijen import ALLEEN_OUDER, gezien, ongedaan, rijen
from tests.wereld import AT

# What a school alone sees: never a parent, never a vo school.
ALLEEN_SCHOOL = ("rapporten_concept", "adviezen_schooladvies", "dossiers_persoonsnummer", "overdrachten_aanmelding",
                 "bijlagen_toestemming", "bijlagen_losblad", "overdrachten_vrijgave",
                 "overdrachten_lasvraag", "zorgroutes_zorgkoppeling")  # fmt: skip

# What a vo school took in itself.
INGENOMEN = ("importen_ontvangst", "importen_ontvangstbijlage")
# What an import keeps for a day; uploads a vo school has too, its own.
IMPORT = ("importen_upload", "importen_partij", "importen_importregel", "importen_overname", "importen_herstel",
          "importen_opvraging")  # fmt: skip


def test_the_world_fills_every_table_that_is_protected(tabellen, eigenaar) -> None:
    """Without rows every test below would pass on anything."""
    assert len(tabellen) >= 15
    leeg = [tabel for tabel in tabellen if not eigenaar.execute(f"select 1 from {tabel} limit 1").fetchone()]
    assert leeg == []


def test_nobody_sees_nothing(volle_wereld, tabellen) -> None:
    with transaction.atomic():
        assert {tabel: n for tabel in tabellen if (n := len(rijen(tabel)))} == {}


def test_a_stranger_sees_nothing(volle_wereld, tabellen) -> None:
    verzonnen = (Actor(Rol.OUDER, uuid4()), Actor(Rol.DIRECTEUR, uuid4(), uuid4()))
    for vreemde in (volle_wereld.ander_vo, volle_wereld.ander_swv, *verzonnen):
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
            # In which brugklas of a vo school a pupil was placed, its basisschool reads too.
            waar = f"school_id = '{plek.id}'" if tabel == "plaatsingen_brugklas" else "true"
            alles = gezien(plek.directeur, tabel, waar)
            assert {rij["school_id"] for rij in alles} <= {plek.id}, tabel
            assert len(alles) == (0 if tabel in ALLEEN_OUDER else echt), tabel


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
        for tabel in ("inzages_inzage", "inzages_zienswijze", "inzages_correctieverzoek", "inzages_ouderstuk"):
            assert {rij["ouder_id"] for rij in gezien(mij.actor, tabel)} == {mij.ouder_id}, tabel
        schreef = (zaak.zienswijzen[ander], zaak.verzoeken[ander], zaak.ouderstukken[ander])
        sporen = {str(een) for een in (hem.ouder_id, hem.inzage_id, *schreef)}
        for tabel in tabellen:
            for rij in gezien(mij.actor, tabel):
                assert not sporen & {str(waarde) for waarde in rij.values()}, tabel


def test_a_parent_sees_versions_but_nothing_the_school_keeps(volle_wereld, tabellen) -> None:
    zaak = volle_wereld.zaken["gelezen"]
    actor = zaak.ouders[0].actor
    for tabel in (*ALLEEN_SCHOOL, *IMPORT, *INGENOMEN):
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
    for tabel in (*ALLEEN_SCHOOL, *IMPORT, "inzages_inzage", "inzages_correctieverzoek"):
        van_anderen = [rij for rij in gezien(actor, tabel) if rij["school_id"] != actor.organisatie_id]
        assert van_anderen == [], tabel
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


def _van_dossier(actor: Actor, tabellen: dict[str, frozenset[str]], dossier_id: UUID) -> set[str]:
    """The tables in which the actor sees something of a dossier."""
    op = [naam for naam, kolommen in tabellen.items() if "dossier_id" in kolommen]
    gevonden = {tabel for tabel in op if gezien(actor, tabel, "dossier_id = %s", (dossier_id,))}
    return gevonden | ({"dossiers_dossier"} if gezien(actor, "dossiers_dossier", "id = %s", (dossier_id,)) else set())
