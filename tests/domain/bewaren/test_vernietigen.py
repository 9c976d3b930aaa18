"""Does everything of a dossier go, only after two people, and is every killed step harmless?"""
# the names of tables come from the database itself

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection, transaction

from overstap.domain.bewaren import actions
from overstap.domain.bewaren.enums import Beletsel, Bewaarsoort, Vernietigstand
from overstap.domain.bewaren.queries import beurt, bewaard_for, regels_for, vernietiging_for, vernietigingen_for
from overstap.domain.bewaren.rules import VernietigingGeweigerd
from overstap.domain.mailkeuzes.actions import kies_mail
from overstap.domain.zorgroutes.models import Zaak, Zorgbesluit
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.rijen import ongedaan, rijen
from tests.wereld import AT

# Five years after 1 August 2027, when the pupils of the world left.
LATER = datetime(2032, 8, 1, 9, tzinfo=UTC)


def _stel_voor(by: Actor, *ids: UUID) -> UUID:
    return actions.stel_vernietiging_voor(object_ids=ids, by=by, at=LATER)


def _haal_weg(wereld, *ids: UUID) -> list:
    """Propose, release and take the rows; returns the lines."""
    a = wereld.regio.a
    with als(a.administratie) as by:
        lijst = _stel_voor(by, *ids)
    with als(a.directeur) as by:
        actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
        regels = regels_for(by, vernietiging_for(by, lijst))
    with als(systeem_voor(a.id)) as by:
        for regel in regels:
            actions.haal_rijen_weg(regel_id=regel.rij.id, by=by, at=LATER)
    with als(a.directeur) as by:
        return regels_for(by, vernietiging_for(by, lijst))


@pytest.mark.parametrize("staat", ["gelezen", "besproken", "getekend", "concept"])
def test_nothing_of_a_dossier_is_left(volle_wereld, tabellen, staat: str) -> None:
    """Every table, as the role that serves people and as the school: only the log and the certificate know the id."""
    zaak, school = volle_wereld.zaken[staat], volle_wereld.regio.a.directeur
    with ongedaan():
        for ouder in zaak.ouders:
            with als(ouder.actor) as by:
                kies_mail(taal="ar", by=by, at=AT)
        _maak_vrij(volle_wereld, zaak.dossier_id)
        with als(school):
            voor = {tabel for tabel in tabellen for rij in rijen(tabel) if str(zaak.dossier_id) in str(rij)}
        assert len(voor) > 6
        (regel,) = _haal_weg(volle_wereld, zaak.dossier_id)
        with als(school):
            na = {tabel for tabel in tabellen for rij in rijen(tabel) if str(zaak.dossier_id) in str(rij)}
        assert na == {"audit_auditevent", "bewaren_vernietigregel"}
        assert regel.stand is Vernietigstand.RIJEN_WEG
        assert regel.rij.weg["dossiers_dossier"] == regel.rij.weg["leerlingen_leerling"] == 1
        # What the school never sees, the database itself counts.
        assert regel.rij.weg.get("mailkeuzes_mailkeuze", 0) == len(zaak.ouders)
        assert len(regel.rij.sleutels) >= 1
        with connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from procrastinate_jobs "
                "where task_name not like 'vernietiging.%%' and args::text like %s",
                [f"%{zaak.dossier_id}%"],
            )
            assert cursor.fetchone() == (0,)


def test_other_pupils_keep_everything(volle_wereld, tabellen) -> None:
    zaken, school = volle_wereld.zaken, volle_wereld.regio.a.directeur

    def tel(dossier_id: UUID) -> dict[str, int]:
        with als(school):
            return {
                t: len(rijen(t, "dossier_id = %s", (dossier_id,))) for t, k in tabellen.items() if "dossier_id" in k
            }

    with ongedaan():
        _maak_vrij(volle_wereld, zaken["gelezen"].dossier_id)
        voor = tel(zaken["opgehaald"].dossier_id)
        _haal_weg(volle_wereld, zaken["gelezen"].dossier_id)
        assert tel(zaken["opgehaald"].dossier_id) == voor


def test_what_still_runs_is_refused_with_a_sentence(volle_wereld) -> None:
    """A care route that runs, a parent who waits for an answer, a restriction, and a term that is not over."""
    a = volle_wereld.regio.a
    with als(a.directeur) as by:
        gevonden = {een.object_id: een for een in bewaard_for(by, LATER.date())}
        vandaag = {een.object_id: een.beletsel for een in bewaard_for(by, volle_wereld.at.date())}
    redenen = {een.beletsel for een in gevonden.values()}
    assert {None, Beletsel.ZORGROUTE, Beletsel.CORRECTIE} <= redenen
    assert vandaag[volle_wereld.zaken["gelezen"].dossier_id] is Beletsel.NIET_AAN_DE_BEURT
    for een in gevonden.values():
        if een.beletsel:
            with pytest.raises(VernietigingGeweigerd, match=een.beletsel.zin[:20]), als(a.administratie) as by:
                _stel_voor(by, een.object_id)


def test_what_began_to_run_after_the_release_is_refused_by_the_worker_and_by_the_database(volle_wereld) -> None:
    from overstap.domain.dossiers.actions import beperk_gebruik
    from overstap.domain.dossiers.enums import Beperkreden

    a, dossier_id = volle_wereld.regio.a, volle_wereld.zaken["gelezen"].dossier_id
    with ongedaan():
        _maak_vrij(volle_wereld, dossier_id)
        with als(a.administratie) as by:
            lijst = _stel_voor(by, dossier_id)
        with als(a.directeur) as by:
            actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
            beperk_gebruik(dossier_id=dossier_id, reden=Beperkreden.BEZWAAR, by=by, at=LATER)
            (regel,) = regels_for(by, vernietiging_for(by, lijst))
            with pytest.raises(Exception, match="loopt nog iets"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("select bewaren_haal_weg(%s, %s)", [regel.rij.id, LATER])
        with als(systeem_voor(a.id)) as by:
            actions.haal_rijen_weg(regel_id=regel.rij.id, by=by, at=LATER)
        with als(a.directeur) as by:
            (regel,) = regels_for(by, vernietiging_for(by, lijst))
            assert (regel.stand, regel.beletsel) == (Vernietigstand.GEWEIGERD, Beletsel.BEPERKING)
            assert vernietiging_for(by, lijst).uitgevoerd_op == LATER


def test_what_a_samenwerkingsverband_still_keeps_goes_with_no_dossier(volle_wereld) -> None:
    """Its case hangs on the dossier, with a term of its own: three years after the decision."""
    wereld, dossier_id = volle_wereld, volle_wereld.zaken["besproken"].dossier_id
    with ongedaan():
        _maak_vrij(wereld, dossier_id)
        with als(wereld.regio.a.administratie) as by:
            besloten = Zorgbesluit.objects.get(dossier_id=dossier_id).teruggekoppeld_op.date()
            loopt = beurt._loopt(by, besloten.replace(year=besloten.year + 2))[dossier_id]
            daarna = beurt._loopt(by, besloten.replace(year=besloten.year + 4))[dossier_id]
            assert (loopt, daarna) == ({Beletsel.SWV_BEWAART}, set())
            lijst = _stel_voor(by, dossier_id)
        with als(wereld.regio.swv[Rol.SWV_COMMISSIE]):
            Zaak.objects.filter(route_id=wereld.zaken["besproken"].route_id).update(bewaren_tot=LATER.date())
        with als(wereld.regio.a.directeur) as by:
            actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
            (regel,) = regels_for(by, vernietiging_for(by, lijst))
            with pytest.raises(Exception, match="loopt nog iets"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("select bewaren_haal_weg(%s, %s)", [regel.rij.id, LATER])


def test_one_person_alone_destroys_nothing(volle_wereld) -> None:
    a, lijst = volle_wereld.regio.a, volle_wereld.vernietiging_id
    with pytest.raises(VernietigingGeweigerd, match="Een collega"), als(a.administratie) as by:
        actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
    for vreemde in (volle_wereld.regio.b.directeur, volle_wereld.regio.vo.toelating):
        with pytest.raises(NietGevonden), als(vreemde) as by:
            actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
    # Nor by asking the database itself: nothing was released.
    with ongedaan(), als(a.directeur) as by:
        (regel,) = regels_for(by, vernietiging_for(by, lijst))
        with connection.cursor() as cursor:
            cursor.execute("select bewaren_haal_weg(%s, %s)", [regel.rij.id, LATER])
        assert regels_for(by, vernietiging_for(by, lijst))[0].stand is Vernietigstand.WACHT


def test_a_list_that_was_taken_back_frees_what_stood_on_it(volle_wereld) -> None:
    a, lijst = volle_wereld.regio.a, volle_wereld.vernietiging_id
    with ongedaan(), als(a.administratie) as by:
        (regel,) = regels_for(by, vernietiging_for(by, lijst))
        with pytest.raises(VernietigingGeweigerd, match="andere lijst"):
            _stel_voor(by, regel.rij.object_id)
        actions.trek_vernietiging_in(vernietiging_id=lijst, by=by, at=LATER)
        nieuw = _stel_voor(by, regel.rij.object_id)
        with pytest.raises(VernietigingGeweigerd, match="ingetrokken"):
            actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
        assert next(iter(vernietigingen_for(by))).id == nieuw


def test_a_samenwerkingsverband_destroys_its_own_case_and_nothing_of_the_school(volle_wereld, tabellen) -> None:
    swv = volle_wereld.regio.swv
    with als(swv[Rol.SWV_LOKET]) as by:
        zaken = [een for een in bewaard_for(by, LATER.date()) if een.beletsel is None]
    assert zaken
    zaak = zaken[0]
    assert zaak.soort is Bewaarsoort.ZAAK
    with ongedaan():
        with als(swv[Rol.SWV_LOKET]) as by:
            lijst = _stel_voor(by, zaak.object_id)
        with als(swv[Rol.SWV_COMMISSIE]) as by:
            actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
            (regel,) = regels_for(by, vernietiging_for(by, lijst))
            actions.haal_rijen_weg(regel_id=regel.rij.id, by=by, at=LATER)
            (regel,) = regels_for(by, vernietiging_for(by, lijst))
            assert regel.rij.weg["zorgroutes_zaak"] == 1
            assert rijen("zorgroutes_zaak", "route_id = %s", (zaak.object_id,)) == []
            assert rijen("zorgroutes_zorgroute", "id = %s", (zaak.object_id,)) == []
        with als(volle_wereld.regio.a.directeur):
            assert len(rijen("zorgroutes_zorgroute", "id = %s", (zaak.object_id,))) == 1


def test_a_vo_school_closes_what_it_may_no_longer_read(volle_wereld) -> None:
    vo, dossier_id = volle_wereld.regio.vo, volle_wereld.zaken["gelezen"].dossier_id
    with ongedaan():
        with als(vo.administratie) as by:
            lijst = _stel_voor(by, dossier_id)
        with als(vo.toelating) as by:
            actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
            (regel,) = regels_for(by, vernietiging_for(by, lijst))
            assert rijen("dossiers_dossier", "id = %s", (dossier_id,))
            actions.haal_rijen_weg(regel_id=regel.rij.id, by=by, at=LATER)
            actions.haal_rijen_weg(regel_id=regel.rij.id, by=by, at=LATER)
            actions.vernietig_bytes(regel_id=regel.rij.id, by=by, at=LATER)
            actions.vernietig_bytes(regel_id=regel.rij.id, by=by, at=LATER)
            assert rijen("dossiers_dossier", "id = %s", (dossier_id,)) == []
            assert vernietiging_for(by, lijst).uitgevoerd_op == LATER
        with als(volle_wereld.regio.a.directeur):
            assert len(rijen("dossiers_dossier", "id = %s", (dossier_id,))) == 1


def _maak_vrij(wereld, dossier_id: UUID) -> None:
    """Whatever still runs for this pupil ended meanwhile, by the owner of the tables: it is not what is tried here."""
    with als(wereld.regio.a.directeur), connection.cursor() as cursor:
        cursor.execute(
            "update inzages_correctieverzoek set besluit = 'afgewezen', besloten_op = %s, "
            "besloten_door = gen_random_uuid() where dossier_id = %s and besloten_op is null",
            [LATER, dossier_id],
        )
        cursor.execute(
            "update zorgroutes_zorgroute set staat = 'ingetrokken', ingetrokken_op = %s, intrekreden = 'anders', "
            "ingetrokken_door = gen_random_uuid() "
            "where dossier_id = %s and staat not in ('teruggekoppeld', 'ingetrokken')",
            [LATER, dossier_id],
        )
