"""In a region with two samenwerkingsverbanden: does a care route go to the one that may decide, and to no other?"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, transaction

from overstap.config.demo.regio import Mensen, bouw_regio
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.actions import leg_aanmelding_vast, trek_aanmelding_in
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden
from overstap.domain.scholen.actions import laad_regio, wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import bestand_for, verband_van_school_for
from overstap.domain.scholen.rules import lees_regio
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.domain.scholen.rules.regioschrijven import inhoud_van, schooltabel
from overstap.domain.zorgroutes import actions
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.domain.zorgroutes.queries import route_for, swvkeuze_for, zorgblad_for, zorgroutes_for
from overstap.domain.zorgroutes.rules import Zorgpuntcode, ZorgrouteGeweigerd
from overstap.foundation.access import SYSTEEM, NietGevonden, Rol
from overstap.foundation.rls import als
from tests.verbanden import NAAM, TWEEDE, tweede_swv
from tests.wereld import AT, REGIOBESTAND, VANDAAG, Wereld, regio
from tests.zorggang import Zorggang

BESTAND = lees_regio(REGIOBESTAND.read_text(encoding="utf-8"))
HULP = frozenset({"dyslexie"})


@pytest.fixture(scope="module")
def wereld(samen: None) -> Wereld:
    return regio()


@pytest.fixture(scope="module")
def tweede(wereld: Wereld) -> Mensen:
    return tweede_swv(wereld)


@pytest.fixture
def zorg(opnieuw: None, wereld: Wereld, tweede: Mensen) -> Zorggang:
    """A pupil whose parents may read; no aanmelding yet, and no route."""
    return Zorggang(wereld.dossier_in(Staat.TER_INZAGE, bijzonder=HULP), wereld.swv)


def begin(zorg: Zorggang, soort: Routesoort, swv: Mensen | None = None) -> None:
    with zorg.als_ib() as by:
        zorg.route_id = actions.begin_zorgroute(
            dossier_id=zorg.geval.dossier_id, soort=soort, swv_id=swv and swv.id, by=by, at=AT
        )


def kies(zorg: Zorggang, swv: Mensen) -> None:
    with zorg.als_ib() as by:
        actions.kies_swv(route_id=zorg.route_id, swv_id=swv.id, by=by, at=AT)


def meld_aan(zorg: Zorggang, vo_id: UUID) -> UUID:
    with als(zorg.geval.school[Rol.ADMINISTRATIE_PO]) as by:
        return leg_aanmelding_vast(
            dossier_id=zorg.geval.dossier_id, ontvanger_id=vo_id, aangemeld_op=VANDAAG, wijze=Aanmeldwijze.OUDERS,
            by=by, at=AT,
        )  # fmt: skip


def gaat_naar(zorg: Zorggang) -> str:
    with zorg.als_ib() as by:
        return route_for(by, zorg.route_id).swv.brin


def test_the_school_says_where_it_goes_while_nobody_knows_the_vo_school(zorg: Zorggang, tweede: Mensen) -> None:
    with pytest.raises(ZorgrouteGeweigerd, match="Kies naar welk samenwerkingsverband") as fout:
        begin(zorg, Routesoort.PRO)
    assert fout.value.veld == "swv_id"
    with pytest.raises(ZorgrouteGeweigerd, match="Kies naar welk"), zorg.als_ib() as by:
        actions.begin_zorgroute(
            dossier_id=zorg.geval.dossier_id, soort=Routesoort.PRO, swv_id=zorg.geval.vo.id, by=by, at=AT
        )
    begin(zorg, Routesoort.PRO, tweede)
    assert gaat_naar(zorg) == TWEEDE


def test_where_the_vo_school_asks_its_own_decides(zorg: Zorggang, wereld: Wereld) -> None:
    zorg.geval.meld_aan(AT)
    with pytest.raises(ZorgrouteGeweigerd, match=f"Daar beslist {NAAM}, niet"):
        begin(zorg, Routesoort.PRO, wereld.swv)
    # A basisschool asks for vso itself: it says where, and begins at that of the vo school.
    with zorg.als_ib() as by:
        keuze = swvkeuze_for(by, dossier_for(by, zorg.geval.dossier_id))
        assert (keuze.voorstel and keuze.voorstel.brin) == TWEEDE
    begin(zorg, Routesoort.VSO, wereld.swv)
    assert gaat_naar(zorg) == "VO9901"
    with zorg.als_ib() as by:
        assert not [punt for punt in zorgblad_for(by, zorg.route_id, AT).punten if punt.code is Zorgpuntcode.VERBAND]


def test_an_aanmelding_elsewhere_holds_the_sending_until_the_other_is_chosen(
    zorg: Zorggang, wereld: Wereld, tweede: Mensen
) -> None:
    begin(zorg, Routesoort.PRO, wereld.swv)
    zorg.bereid_voor()
    zorg.leg_voor()
    zorg.geval.meld_aan(AT)
    with pytest.raises(ZorgrouteGeweigerd, match=f"Daar beslist {NAAM}"):
        zorg.verstuur()
    ouder = zorg.geval.ouders[0].actor
    with als(ouder) as by:
        assert zorgroutes_for(by, dossier_for(by, zorg.geval.dossier_id))
    kies(zorg, tweede)
    # They read and were told that it goes to the other: now they read nothing, and are told again.
    with als(ouder) as by:
        assert not zorgroutes_for(by, dossier_for(by, zorg.geval.dossier_id))
    with pytest.raises(ZorgrouteGeweigerd, match="Laat de ouders eerst lezen"):
        zorg.verstuur()
    zorg.leg_voor()
    zorg.verstuur()
    for mensen, ziet in ((wereld.swv, False), (tweede, True)):
        with als(mensen[Rol.SWV_LOKET]):
            assert Zorgroute.objects.filter(id=zorg.route_id).exists() is ziet
    with zorg.als_ib() as by:
        blad = zorgblad_for(by, zorg.route_id, AT)
        assert [mens.rol for mens in blad.kijkers] == [Rol.SWV_COMMISSIE, Rol.SWV_LOKET]


def test_what_was_sent_stays_where_it_is(zorg: Zorggang, wereld: Wereld, tweede: Mensen) -> None:
    begin(zorg, Routesoort.PRO, wereld.swv)
    zorg.verder(Routestaat.IN_VOORBEREIDING, Routestaat.AANGEMELD)
    with pytest.raises(ZorgrouteGeweigerd, match="al verstuurd"):
        kies(zorg, tweede)
    with zorg.als_ib(), pytest.raises(ProgrammingError, match="blijft bij haar"), transaction.atomic():
        Zorgroute.objects.filter(id=zorg.route_id).update(swv_id=tweede.id)
    zorg.geval.meld_aan(AT)
    with zorg.als_ib() as by, pytest.raises(ZorgrouteGeweigerd, match="Wacht het advies af"):
        actions.leg_vo_aanvrager_vast(route_id=zorg.route_id, by=by, at=AT)


def test_a_vo_school_of_another_region_brings_its_own_while_the_pupil_is_applied_there(
    zorg: Zorggang, wereld: Wereld, tweede: Mensen
) -> None:
    [hier] = BESTAND.verbanden
    daar = replace(hier, code="VO9903", naam="Verband van ver", routes={})
    vo = replace(BESTAND.scholen[-1], brin="99XW", naam="Verweg College")
    with als(SYSTEEM) as by:
        laad_regio(bestand=replace(BESTAND, naam="Regio Verweg", verbanden=(daar,), scholen=(vo,)), by=by, at=AT)
        ver = Organisatie.objects.get(brin="99XW")
    aanmelding_id = meld_aan(zorg, ver.id)
    with pytest.raises(ZorgrouteGeweigerd, match=r"aangemeld bij Verweg College\. Daar beslist Verband van ver"):
        begin(zorg, Routesoort.PRO, wereld.swv)
    begin(zorg, Routesoort.PRO)
    assert gaat_naar(zorg) == "VO9903"
    zorg.bereid_voor()
    with als(zorg.geval.school[Rol.ADMINISTRATIE_PO]) as by:
        wat = {"dossier_id": zorg.geval.dossier_id, "aanmelding_id": aanmelding_id}
        trek_aanmelding_in(reden=Intrekreden.OUDERS, by=by, at=AT, **wat)
    # The pupil has nothing to do with that one any more: nobody is told that it goes there, and it does not go.
    niet = "Verband van ver hoort niet bij uw regio, en niet bij een vo-school waar de leerling nu is aangemeld"
    with pytest.raises(ZorgrouteGeweigerd, match=niet):
        zorg.leg_voor()
    with zorg.als_ib() as by:
        [punt] = [punt for punt in zorgblad_for(by, zorg.route_id, AT).punten if punt.code is Zorgpuntcode.VERBAND]
        assert (punt.blokkeert, punt.in_orde, punt.zin[: len(niet)]) == (True, False, niet)
    kies(zorg, tweede)
    zorg.leg_voor()
    zorg.verstuur()
    assert gaat_naar(zorg) == TWEEDE


def test_of_two_aanmeldingen_each_asks_its_own(zorg: Zorggang, wereld: Wereld, tweede: Mensen) -> None:
    """One vo school is of the second, the other of the first: the school says which of the two asks."""
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        nog_een = schooltabel(replace(wereld.vo.gegevens, brin="99XW", naam="Ander College", swv="VO9901"))
        wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden={"99XW-00": nog_een}, by=by, at=AT)
    ander = Organisatie.objects.get(brin="99XW")
    zorg.geval.meld_aan(AT)
    meld_aan(zorg, ander.id)
    with pytest.raises(ZorgrouteGeweigerd, match="Kies naar welk"):
        begin(zorg, Routesoort.PRO)
    begin(zorg, Routesoort.PRO, wereld.swv)
    zorg.verder(Routestaat.IN_VOORBEREIDING, Routestaat.AANGEMELD)
    with zorg.als_ib() as by:
        assert route_for(by, zorg.route_id).vo_school_id == ander.id


def test_each_walks_its_routes_its_own_way_and_nobody_chooses_for_another_school(
    zorg: Zorggang, wereld: Wereld, tweede: Mensen
) -> None:
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        nu = inhoud_van(bestand_for(by))["swv"]
        dicht = {**nu, TWEEDE: {**nu[TWEEDE], "routes": {"advies": {"open": False}}}}
        wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden={"swv": dicht}, by=by, at=AT)
    with pytest.raises(ZorgrouteGeweigerd, match=f"{NAAM} neemt deze route niet aan"):
        begin(zorg, Routesoort.ADVIES, tweede)
    begin(zorg, Routesoort.ADVIES, wereld.swv)
    with pytest.raises(ZorgrouteGeweigerd, match="neemt deze route niet aan"):
        kies(zorg, tweede)
    with als(wereld.b.ib) as by, pytest.raises(NietGevonden):
        actions.kies_swv(route_id=zorg.route_id, swv_id=tweede.id, by=by, at=AT)
    assert gaat_naar(zorg) == "VO9901"


def test_of_a_school_outside_or_of_which_nobody_said_it_none_is_guessed(
    opnieuw: None, wereld: Wereld, tweede: Mensen
) -> None:
    with als(wereld.a.ib) as by:
        school = Organisatie.objects.get(id=wereld.vo.id)
        daar = verband_van_school_for(by, school)
        assert daar is not None
        assert daar.id == tweede.id
        for anders in ({BUITEN_REGIO: True, "swv": TWEEDE}, {"swv": ""}):
            school.gegevens = anders
            assert verband_van_school_for(by, school) is None
        school.gegevens, school.gast_van_id = {"swv": TWEEDE}, uuid4()
        assert verband_van_school_for(by, school) is None


def test_a_demo_in_which_somebody_set_this_starts_again(zorg: Zorggang, tweede: Mensen) -> None:
    """Its example file names one samenwerkingsverband, and a route of the demo runs to the other."""
    begin(zorg, Routesoort.PRO, tweede)
    bouw_regio(BESTAND, at=AT)
    assert gaat_naar(zorg) == TWEEDE
