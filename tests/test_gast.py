"""Is a guest of a vo school held to the own pupil, also behind the pages? The vo school sees only the state.

What a guest gets at which address stands in the access matrix.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection

from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.rules import Gegeven
from overstap.domain.dossiers.actions import maak_dossier
from overstap.domain.dossiers.queries import dossier_for, dossiers_for
from overstap.domain.inzages.actions.bijlagen import bepaal_bijlage, voeg_bijlage_toe
from overstap.domain.leerlingen.rules import Namen
from overstap.domain.overdrachten.actions import (
    geef_vrij,
    leg_aanmelding_vast,
    ruim_gasten_op,
    trek_gastuitnodiging_in,
)
from overstap.domain.overdrachten.enums import Aanmeldwijze, Gaststand
from overstap.domain.overdrachten.models import Aanmelding
from overstap.domain.overdrachten.queries import aanmeldingen_for, gasten_for, gastuitnodiging_for
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.audit.queries import gebeurtenissen_over_for
from overstap.foundation.rls import als
from overstap.jobs.opruimen import ruim_uploads_op
from tests.access_matrix.verzoek import Proef
from tests.access_matrix.wereld import VolleWereld
from tests.gast import begin, nodig_uit
from tests.rijen import gezien, ongedaan
from tests.wereld import AT


@pytest.fixture(scope="module")
def proef(volle_wereld: VolleWereld) -> Proef:
    return Proef(volle_wereld, {})


def test_nobody_else_finds_the_pupil_of_a_guest(proef: Proef) -> None:
    """Not the vo school that invited, not the schools of the region, and not another guest."""
    wereld, gast = proef.wereld, proef.wereld.gast.actor
    with als(gast) as by:
        dossier_id = dossiers_for(by).get().id
    with ongedaan():
        ander = nodig_uit(wereld.regio.vo.toelating, brin="99ZY")
        begin(ander)
        for wie in (wereld.regio.a.directeur, ander.actor):
            assert proef.als_iemand("po:dossier", "GET", wie, dossier_id=dossier_id) == 404
        for wie in (ander.actor, wereld.regio.vo.toelating, wereld.ander_vo, wereld.regio.a.directeur):
            with als(wie) as by, pytest.raises(NietGevonden):
                dossier_for(by, dossier_id)
            for tabel in ("leerlingen_leerling", "rapporten_concept", "overdrachten_aanmelding", "audit_auditevent"):
                assert gezien(wie, tabel, waar_school(tabel), (gast.organisatie_id,)) == [], (wie.rol, tabel)
        with als(ander.actor) as by, pytest.raises(NietGevonden):
            gastuitnodiging_for(by, wereld.gast.uitnodiging_id)


def waar_school(tabel: str) -> str:
    """Which rows of a table are of one organisation."""
    return "organisatie_id = %s" if tabel == "audit_auditevent" else "school_id = %s"


def test_the_vo_school_reads_the_state_and_another_vo_school_not_even_that(volle_wereld: VolleWereld) -> None:
    vo, ander = volle_wereld.regio.vo.toelating, volle_wereld.ander_vo
    with als(vo) as by:
        assert [regel.stand for regel in gasten_for(by, AT)] == [Gaststand.BEGONNEN]
    with als(ander) as by:
        assert gasten_for(by, AT) == []
    assert gezien(ander, "overdrachten_gastuitnodiging") == []
    with als(volle_wereld.regio.a.directeur) as by, pytest.raises(GeenRecht):
        gasten_for(by, AT)


def test_a_guest_has_one_pupil_and_one_receiver_whatever_a_page_does(volle_wereld: VolleWereld) -> None:
    gast, vo, ander_vo = volle_wereld.gast.actor, volle_wereld.regio.vo, volle_wereld.ander_vo
    with ongedaan(), als(gast) as by:
        dossier = dossiers_for(by).get()
        aanmelding = aanmeldingen_for(by, dossier).get()
        assert (aanmelding.ontvanger_id, aanmelding.wijze) == (vo.id, Aanmeldwijze.GASTROUTE)
        waarden = {"aangemeld_op": AT.date(), "wijze": Aanmeldwijze.OUDERS}
        with pytest.raises(GeenRecht):
            leg_aanmelding_vast(dossier_id=dossier.id, ontvanger_id=ander_vo.werkt_bij, by=by, at=AT, **waarden)
        with pytest.raises(GeenRecht):
            geef_vrij(dossier_id=dossier.id, by=by, at=AT)
    with ongedaan(), als(gast) as by, pytest.raises(DatabaseError, match="meldt alleen aan bij wie uitnodigde"):
        Aanmelding.objects.create(
            dossier=dossier, school_id=dossier.school_id, ontvanger_id=ander_vo.werkt_bij, vastgelegd_op=AT,
            vastgelegd_door=by.persoon_id, **waarden,
        )  # fmt: skip
    with ongedaan(), als(gast) as by, pytest.raises(DatabaseError, match="een leerling"):
        maak_dossier(namen=Namen("Nog", "", "Een"), groep="8", schooljaar=dossier.schooljaar, by=by, at=AT)


def test_only_the_vo_school_that_invited_ends_it(volle_wereld: VolleWereld) -> None:
    gast = volle_wereld.gast
    with als(volle_wereld.ander_vo) as by, pytest.raises(NietGevonden):
        trek_gastuitnodiging_in(uitnodiging_id=gast.uitnodiging_id, by=by, at=AT)
    with als(gast.actor) as by, pytest.raises(GeenRecht):
        trek_gastuitnodiging_in(uitnodiging_id=gast.uitnodiging_id, by=by, at=AT)
    with als(gast.actor), ongedaan(), connection.cursor() as cursor:
        cursor.execute("update overdrachten_gastuitnodiging set verloopt_op = now() + interval '9 years'")
        assert cursor.rowcount == 0
    with ongedaan(), pytest.raises(DatabaseError, match="permission denied"), als(volle_wereld.regio.vo.toelating):
        connection.cursor().execute("update overdrachten_gastuitnodiging set school_id = school_id")
    code = "update gebruikers_gastcode set codehash = null where id = %s"
    for wie in (volle_wereld.ander_vo, volle_wereld.regio.a.directeur, Actor(Rol.GAST, None, gast.actor.werkt_bij)):
        with ongedaan(), pytest.raises(DatabaseError, match="alleen de vo-school"), als(wie):
            connection.cursor().execute(code, [gast.gastcode_id])


def test_what_a_guest_never_sent_goes_thirty_days_after_the_end(volle_wereld: VolleWereld) -> None:
    gast, vo = volle_wereld.gast, volle_wereld.regio.vo.toelating
    # The invitation runs to the end of 31 January 2027.
    te_vroeg, later = datetime(2027, 3, 2, 12, tzinfo=UTC), datetime(2027, 3, 3, 12, tzinfo=UTC)
    with ongedaan(), als(vo) as by:
        trek_gastuitnodiging_in(uitnodiging_id=gast.uitnodiging_id, by=by, at=AT + timedelta(days=1))
        assert ruim_gasten_op(by=by, at=AT + timedelta(days=31)) == 0
        assert ruim_gasten_op(by=by, at=AT + timedelta(days=32)) == 1
    with ongedaan():
        ruim_uploads_op(te_vroeg)
        assert gezien(gast.actor, "dossiers_dossier")
        ruim_uploads_op(later)
        assert gezien(gast.actor, "dossiers_dossier") == gezien(gast.actor, "leerlingen_leerling") == []
        with als(vo) as by:
            assert [regel.stand for regel in gasten_for(by, later)] == [Gaststand.VERLOPEN]
            assert gebeurtenissen_over_for(by, gast.actor.werkt_bij)[0].wat == "gast.opgeruimd"
            assert ruim_gasten_op(by=by, at=later) == 0
        # Who is invited again begins anew.
        begin(gast)


def test_what_parents_have_a_part_in_stays_for_them(volle_wereld: VolleWereld) -> None:
    gast, later = volle_wereld.gast.actor, datetime(2027, 3, 3, 12, tzinfo=UTC)
    with ongedaan():
        with als(gast) as by:
            ids = {"dossier_id": dossiers_for(by).get().id, "soort": Bijlagesoort.PORTFOLIO, "by": by, "at": AT}
            bijlage_id = voeg_bijlage_toe(
                bestandsnaam="a.pdf", omschrijving="", mime="application/pdf", inhoud=[b"%PDF-1.7"], omvang=8,
                besproken_op=None, **ids,
            )  # fmt: skip
            ja = Gegeven(AT.date(), "Beide ouders", frozenset({Ontvanger.VO}))
            bepaal_bijlage(bijlage_id=bijlage_id, aan={Ontvanger.VO}, gegeven=ja, besproken_op=None, **ids)
        with als(volle_wereld.regio.vo.toelating) as by:
            assert ruim_gasten_op(by=by, at=later) == 0
        assert gezien(gast, "dossiers_dossier")
