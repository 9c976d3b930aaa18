"""What does a guest of a vo school reach? The own pupil, and nothing of anybody else; the vo school only the state.

The access matrix has no column for a guest, who has the addresses of a basisschool: this is that column, told by what
is open.
"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.urls import resolve

from overstap.domain.dossiers.actions import maak_dossier
from overstap.domain.dossiers.queries import dossier_for, dossiers_for
from overstap.domain.leerlingen.rules import Namen
from overstap.domain.overdrachten.actions import geef_vrij, leg_aanmelding_vast, trek_gastuitnodiging_in
from overstap.domain.overdrachten.enums import Aanmeldwijze, Gaststand
from overstap.domain.overdrachten.models import Aanmelding
from overstap.domain.overdrachten.queries import aanmeldingen_for, gasten_for, gastuitnodiging_for
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.web.components.publiek import IEDEREEN, publiek_van
from tests.access_matrix.verzoek import Proef, adressen
from tests.access_matrix.wereld import VolleWereld
from tests.gast import begin, nodig_uit
from tests.rijen import gezien, ongedaan
from tests.wereld import AT

DICHT = {403, 404, 405}
# Of all pages that are not about one pupil, these are open; POST is a form without anything in it.
OPEN = {
    ("po:gast", "GET"): 200,
    ("po:gast_school", "GET"): 200,
    ("po:gast_school", "POST"): 422,
    ("po:werkvoorraad", "GET"): 302,
    ("po:leerling_nieuw", "GET"): 303,
    ("po:leerling_nieuw", "POST"): 422,
    # About the own school only, and so of little use; what another school has there is never found.
    ("po:zinnen", "GET"): 200,
    ("po:zinnen", "POST"): 422,
    ("po:bladen", "GET"): 200,
    ("po:bladen", "POST"): 422,
    ("po:bladen_koppelen", "POST"): 303,
    ("po:bundel", "POST"): 303,
    ("algemeen:start", "GET"): 302,
}
# Of the own pupil a guest has everything but what leads to other schools, or to the samenwerkingsverband.
EIGEN_DICHT = {
    ("po:buiten_regio", "GET"), ("po:buiten_regio", "POST"), ("po:overdracht", "POST"), ("po:vrijgeven", "GET"),
    ("po:vrijgeven", "POST"), ("po:adviesformulier", "POST"), ("po:adviesformulier_blad", "GET"),
    ("po:zorgroute_begin", "POST"),
}  # fmt: skip
EIGEN_OPEN = (
    "dossier", "leerling_verbeteren", "sectie", "openstaand", "advies", "bijlagen", "bijlage_toevoegen", "ouders",
    "ouderversie", "definitief", "overdracht", "versies", "logboek", "aanmeldstatus",
)  # fmt: skip


@pytest.fixture(scope="module")
def proef(volle_wereld: VolleWereld) -> Proef:
    return Proef(volle_wereld, {})


def test_a_guest_finds_nothing_of_others(proef: Proef) -> None:
    """Every address of a basisschool, about a pupil of a school that has Overstap: closed but for `OPEN`.

    What is for other audiences is refused before the view runs: of each kind one is tried. Reading and writing look a
    dossier up in one way: one of the two for each address.
    """
    gast, fouten = proef.wereld.gast.actor, []
    anderen: set[frozenset[str]] = set()
    for nummer, (naam, plaatsen) in enumerate(adressen().items()):
        voor_wie = publiek_van(resolve(proef.adres(naam, "gelezen")).func)
        if IEDEREEN in voor_wie or voor_wie in anderen:
            continue
        if "po" not in voor_wie:
            anderen.add(voor_wie)
        wijzen = ("GET", "POST")[nummer % 2 :][:1] if "dossier_id" in plaatsen else ("GET", "POST")
        for wijze in wijzen:
            code = proef.als_iemand(naam, wijze, gast)
            mag = {OPEN[naam, wijze]} if (naam, wijze) in OPEN else DICHT
            if code not in mag:
                fouten.append(f"{naam} {wijze}: {code}, verwacht {sorted(mag)}")
    assert fouten == [], "\n".join(fouten)


def test_a_guest_has_the_own_pupil_but_no_way_to_others(proef: Proef) -> None:
    gast = proef.wereld.gast.actor
    with als(gast) as by:
        dossier_id = dossiers_for(by).get().id
    open_ = {naam: proef.als_iemand(f"po:{naam}", "GET", gast, dossier_id=dossier_id) for naam in EIGEN_OPEN}
    assert open_ == dict.fromkeys(EIGEN_OPEN, 200)
    dicht = {(naam, wijze): proef.als_iemand(naam, wijze, gast, dossier_id=dossier_id) for naam, wijze in EIGEN_DICHT}
    assert dicht == dict.fromkeys(EIGEN_DICHT, 403)


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
