"""Does a region change one subject at a time by the rules of its file, with a log, and back again?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from overstap.domain.dossiers.enums import Staat
from overstap.domain.scholen.actions import laad_eigen_bestand, laad_regio, wijzig_regio, zet_terug
from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import bestand_for, regiowijzigingen_for, verbanden_for
from overstap.domain.scholen.rules import Regioveld, lees_regio
from overstap.domain.scholen.rules.regio import keur_regio
from overstap.domain.scholen.rules.regioschrijven import inhoud_van, schooltabel, schrijf_regio
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd, te_bewaren, uit_bewaard
from overstap.domain.zorgroutes.actions import begin_zorgroute, trek_zorgroute_in
from overstap.domain.zorgroutes.enums import Routesoort, Zorgintrekreden
from overstap.domain.zorgroutes.queries import ontvangers_for
from overstap.domain.zorgroutes.rules import ZorgrouteGeweigerd
from overstap.foundation.access import SYSTEEM, Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, REGIOBESTAND, Wereld, regio, volgens_de_wet

VOORBEELD = lees_regio(REGIOBESTAND.read_text(encoding="utf-8"))
BESTAND = volgens_de_wet(VOORBEELD)
[VERBAND] = BESTAND.verbanden
SWV = inhoud_van(BESTAND)["swv"]["VO9901"]
TERMIJNEN = {"reactietermijn_dagen": 21, "gegevens_hoogstens_dagen": 90, "pro_besluit_vragen": True}
# What somebody types, without the spaces around it: in one line, or in more (whose ends become those of a file).
_REGELS = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda tekst: tekst.strip() == tekst
)
_TEKST = _REGELS.filter(lambda tekst: "\n" not in tekst)


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    return regio()


def alleen(code: str, tabel: dict[str, object]) -> dict[str, object]:
    """A region with this one samenwerkingsverband, in the form of its file."""
    return {"swv": {code: tabel}}


def beheerder(wereld: Wereld) -> Actor:
    return wereld.regio[Rol.REGIOCOORDINATOR]


@given(_TEKST, _REGELS, st.dates(date(2026, 8, 1), date(2027, 7, 31)))
@example("De Klaproos", "Noem er drie:\n- wat goed gaat\n- wat lastig is", date(2027, 7, 31))
@settings(max_examples=60)
def test_a_region_written_as_its_file_reads_as_the_same_region(naam: str, uitleg: str, laatste: date) -> None:
    school = replace(BESTAND.scholen[0], naam=naam, bestuur="99901", laatste_dag=laatste, opgegaan_in="99XB")
    anders = replace(
        VOORBEELD,
        verbanden=(
            replace(
                VERBAND, routes={**VOORBEELD.verbanden[0].routes, "pro": {"uitleg": uitleg, "open": False}, "vso": {}}
            ),
            replace(VERBAND, code="VO9902", naam=naam),
        ),
        scholen=(school, BESTAND.scholen[1], replace(BESTAND.scholen[2], swv="VO9902")),
        besturen={"99901": naam},
        velden={"motivatie": Regioveld(uitleg)},
        kleuren={"merk": "#1b4f72", "accent": "#ffd166"},
    )
    assert lees_regio(schrijf_regio(anders)) == anders
    assert uit_bewaard(te_bewaren(inhoud_van(anders))) == inhoud_van(anders)


def test_what_is_loaded_and_stored_is_written_again(opnieuw: None, streek: Wereld) -> None:
    with als(beheerder(streek)) as by:
        gevonden = bestand_for(by)
    assert replace(gevonden, scholen=()) == replace(BESTAND, scholen=())
    assert set(gevonden.scholen) == set(BESTAND.scholen)
    assert lees_regio(schrijf_regio(gevonden)) == gevonden


def test_a_change_is_kept_with_who_and_from_what_to_what_and_goes_back(opnieuw: None, streek: Wereld) -> None:
    with als(beheerder(streek)) as by:
        wijzig_regio(onderwerp=Regioonderwerp.TERMIJNEN, waarden=TERMIJNEN, by=by, at=AT)
        assert bestand_for(by).reactietermijn_dagen == 21
        [een] = regiowijzigingen_for(by)
        assert (een.onderwerp, een.door_id, een.op) == ("termijnen", by.id, AT)
        assert (een.van["reactietermijn_dagen"], een.naar["reactietermijn_dagen"]) == (14, 21)
        wijzig_regio(onderwerp=Regioonderwerp.TERMIJNEN, waarden=TERMIJNEN, by=by, at=AT)
        assert regiowijzigingen_for(by).count() == 1
        zet_terug(wijziging_id=een.id, by=by, at=AT + timedelta(days=1))
        assert bestand_for(by).reactietermijn_dagen == 14
        assert [rij.herstelt_id for rij in regiowijzigingen_for(by)] == [een.id, None]


@pytest.mark.parametrize(
    ("onderwerp", "waarden", "veld", "zin"),
    [
        ("contact", {"contact": {"telefoon": "0123"}}, "telefoon", "tien cijfers zonder streepje"),
        ("termijnen", {**TERMIJNEN, "reactietermijn_dagen": 61}, "reactietermijn_dagen", "van 1 tot en met 60"),
        ("termijnen", {**TERMIJNEN, "reactietermijn_dagen": 60}, "reactietermijn_dagen", "zitten landelijk 52 dagen"),
        ("swv", {"swv": {"VO9901": {**SWV, "routes": {"vso": {"deskundigen": 1}}}}}, "deskundigen", "minstens 2"),
        ("bijlagen", {"standaard_bijlagesoorten": ["opp"]}, "standaard_bijlagesoorten", "gaat nooit vanzelf mee"),
        ("vragen", {"velden": {"schoenmaat": {"vragen": True}}}, "schoenmaat", "staat niet in de wet"),
        ("woorden", {"woorden": {"rapport": "<b>OKR</b>"}}, "rapport", "zonder opmaak"),
        ("woorden", {"woorden": {}, "kleuren": {"merk": "#ffff00"}}, "merk", "donkerder kleur"),
        ("datums", {"kalender": {"2026-2027": {"definitief": date(2027, 9, 1)}}}, "definitief", "niet in schooljaar"),
        ("datums", {"kalender": {"2026-2027": {"definitief": date(2027, 2, 10), "toetsuitslag": date(2027, 2, 10),
         "toets_van": date(2027, 1, 11), "toets_tot": date(2027, 2, 9)}}}, "definitief", "zitten 10 dagen"),
    ],
)  # fmt: skip
def test_a_page_is_refused_by_the_rules_of_the_file(
    opnieuw: None, streek: Wereld, onderwerp: str, waarden: dict[str, object], veld: str, zin: str
) -> None:
    with als(beheerder(streek)) as by, pytest.raises(RegioGeweigerd) as fout:
        wijzig_regio(onderwerp=Regioonderwerp(onderwerp), waarden=waarden, by=by, at=AT)
    assert fout.value.veld == veld
    assert zin in fout.value.zin
    with als(beheerder(streek)) as by:
        assert not regiowijzigingen_for(by)


def test_how_a_route_goes_is_kept_in_the_file_and_goes_back(opnieuw: None, streek: Wereld) -> None:
    geval = streek.dossier_in(Staat.CONCEPT)
    routes = {"lwoo": {"beslist": "vo"}, "advies": {"open": False}}
    with als(beheerder(streek)) as by:
        wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden=alleen("VO9901", {**SWV, "routes": routes}), by=by, at=AT)
        assert bestand_for(by).verbanden[0].routes == routes
        assert lees_regio(schrijf_regio(bestand_for(by))) == bestand_for(by)
        [een] = regiowijzigingen_for(by)
    for soort, zin in ((Routesoort.LWOO, "beslissen de vo-scholen"), (Routesoort.ADVIES, "neemt deze route niet aan")):
        with als(streek.a.ib) as by, pytest.raises(ZorgrouteGeweigerd, match=zin):
            begin_zorgroute(dossier_id=geval.dossier_id, soort=soort, by=by, at=AT)
    with als(beheerder(streek)) as by:
        zet_terug(wijziging_id=een.id, by=by, at=AT + timedelta(days=1))
        assert bestand_for(by).verbanden == BESTAND.verbanden
    with als(streek.a.ib) as by:
        begin_zorgroute(dossier_id=geval.dossier_id, soort=Routesoort.ADVIES, by=by, at=AT)


def test_another_samenwerkingsverband_waits_for_the_routes_that_run(opnieuw: None, streek: Wereld) -> None:
    anders = alleen("VO9909", {**SWV, "routes": {"pro": {"weken": 6}}})
    with als(streek.a.ib) as by:
        geval = streek.dossier_in(Staat.CONCEPT)
        route_id = begin_zorgroute(dossier_id=geval.dossier_id, soort=Routesoort.PRO, by=by, at=AT)
    with als(beheerder(streek)) as by:
        with pytest.raises(RegioGeweigerd, match="Er lopen nog zorgroutes naar VO9901") as fout:
            wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden=anders, by=by, at=AT)
        assert fout.value.veld == "code"
        assert not regiowijzigingen_for(by)
    with als(SYSTEEM), pytest.raises(RegioGeweigerd, match="Er lopen nog zorgroutes"):
        laad_regio(bestand=replace(BESTAND, verbanden=(replace(VERBAND, code="VO9909"),)), by=SYSTEEM, at=AT)
    with als(streek.a.ib) as by:
        trek_zorgroute_in(route_id=route_id, reden=Zorgintrekreden.VERGISSING, by=by, at=AT)
    with als(beheerder(streek)) as by:
        wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden=anders, by=by, at=AT)
        assert ontvangers_for(by, "VO9909") == 0
    with als(beheerder(streek)) as by:
        assert [swv.brin for swv in verbanden_for(by, streek.a.id)] == ["VO9909"]
        zet_terug(wijziging_id=regiowijzigingen_for(by)[0].id, by=by, at=AT + timedelta(hours=1))
    with als(beheerder(streek)) as by:
        assert [swv.id for swv in verbanden_for(by, streek.a.id)] == [streek.swv.id]
        assert ontvangers_for(by, "VO9901") == 2
        # Nobody was there yet, so a number that was typed wrong does not keep that number from who has it.
        assert not Organisatie.objects.filter(brin="VO9909")


def test_a_samenwerkingsverband_of_another_region_walks_its_routes_its_own_way(opnieuw: None, streek: Wereld) -> None:
    swv = replace(VERBAND, code="VO9903", naam="Ander verband", routes={"vso": {"weken": 5}})
    with als(SYSTEEM):
        laad_regio(bestand=replace(BESTAND, naam="Regio Stuwmeer", verbanden=(swv,), scholen=()), by=SYSTEEM, at=AT)
    onze = alleen("VO9903", {**SWV, "naam": "Ander verband", "routes": {"pro": {"weken": 2}}})
    with als(beheerder(streek)) as by:
        wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden=onze, by=by, at=AT)
        assert bestand_for(by).verbanden == (swv,)
        with pytest.raises(RegioGeweigerd, match="VO9903 hoort bij Regio Stuwmeer"):
            wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden=onze, by=by, at=AT)


def test_a_school_is_added_ended_and_taken_away_while_nobody_works_there(opnieuw: None, streek: Wereld) -> None:
    nieuw = schooltabel(replace(BESTAND.scholen[0], brin="99XC", naam="De Nieuwe"))
    with als(beheerder(streek)) as by:
        wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden={"99XC-00": nieuw}, by=by, at=AT)
        wijzig_regio(
            onderwerp=Regioonderwerp.SCHOLEN, by=by, at=AT + timedelta(hours=1),
            waarden={"99XC-00": {**nieuw, "laatste_dag": date(2027, 3, 31), "opgegaan_in": "99XB"}},
        )  # fmt: skip
        school = Organisatie.objects.get(brin="99XC")
        assert school.gegevens["laatste_dag"] == "2027-03-31"
        laatste, eerste = regiowijzigingen_for(by)
        assert list(laatste.naar) == ["99XC-00"]
        zet_terug(wijziging_id=laatste.id, by=by, at=AT)
        assert "laatste_dag" not in Organisatie.objects.get(brin="99XC").gegevens
        zet_terug(wijziging_id=eerste.id, by=by, at=AT)
        assert not Organisatie.objects.filter(brin="99XC")
        gewijzigd = regiowijzigingen_for(by).count()
        with pytest.raises(RegioGeweigerd, match="De Klaproos is al gewerkt"):
            wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden={"99XA-00": None}, by=by, at=AT)
        assert Organisatie.objects.filter(brin="99XA").exists()
        assert regiowijzigingen_for(by).count() == gewijzigd


@pytest.mark.parametrize(
    ("fusies", "zin"),
    [
        ([("99XA", "00", "99XB"), ("99XB", "00", "99XE")], ""),
        ([("99XA", "00", "99XB"), ("99XB", "00", "99XC"), ("99XC", "00", "99XA")], "in een kring in elkaar op"),
        ([("99XA", "00", "99XA")], "gaat niet in zichzelf op"),
        ([("99XA", "00", "99XA"), ("99XA", "01", "")], ""),
        ([("99XA", "00", "99XA"), ("99XA", "01", "99XA")], "gaat niet in zichzelf op"),
        ([("99XA", "01", "99XB"), ("99XB", "01", "99XA")], ""),
    ],
)
def test_schools_merge_into_one_that_remains_also_into_a_vestiging_of_the_same_brin(
    fusies: list[tuple[str, str, str]], zin: str
) -> None:
    anders = {
        f"{brin}-{vestiging}": replace(BESTAND.scholen[0], brin=brin, vestiging=vestiging, opgegaan_in=in_)
        for brin, vestiging, in_ in fusies
    }
    scholen = {school.sleutel: school for school in BESTAND.scholen} | anders
    _, fouten = keur_regio(inhoud_van(replace(BESTAND, scholen=tuple(scholen.values()))))
    assert [zin in fout.zin for fout in fouten] == ([True] if zin else [])


def test_a_school_does_not_become_one_of_another_kind(opnieuw: None, streek: Wereld) -> None:
    school = BESTAND.scholen[0]
    anders = replace(BESTAND, scholen=(replace(school, soort=Organisatiesoort.VO), *BESTAND.scholen[1:]))
    with als(beheerder(streek)) as by:
        for tekst in (schrijf_regio(anders), schrijf_regio(replace(anders, scholen=anders.scholen[:1]))):
            with pytest.raises(
                RegioGeweigerd, match=r"De Klaproos \(99XA 00\) is een basisschool en wordt geen vo-school"
            ):
                laad_eigen_bestand(tekst=tekst, by=by, at=AT)
    with als(SYSTEEM), pytest.raises(RegioGeweigerd, match="wordt geen vo-school"):
        laad_regio(bestand=anders, by=SYSTEEM, at=AT)
    assert Organisatie.objects.get(brin=school.brin, gast_van=None).soort == "po"


def test_a_region_does_not_touch_what_is_of_another(opnieuw: None, streek: Wereld) -> None:
    swv = replace(VERBAND, code="VO9903", naam="Ander verband")
    ander = replace(
        BESTAND, naam="Regio Stuwmeer", verbanden=(swv,), scholen=(replace(BESTAND.scholen[0], brin="99XY"),)
    )
    with als(SYSTEEM):
        laad_regio(bestand=ander, by=SYSTEEM, at=AT)
    with als(beheerder(streek)) as by:
        with pytest.raises(RegioGeweigerd, match="99XY vestiging 00 hoort bij Regio Stuwmeer"):
            wijzig_regio(
                onderwerp=Regioonderwerp.SCHOLEN, waarden={"99XY-00": schooltabel(ander.scholen[0])}, by=by, at=AT
            )
        with pytest.raises(RegioGeweigerd, match="VO9903 hoort bij Regio Stuwmeer"):
            wijzig_regio(onderwerp=Regioonderwerp.SWV, waarden=alleen("VO9903", {"naam": "Van ons"}), by=by, at=AT)
        with pytest.raises(RegioGeweigerd, match="Dit bestand is van Regio Stuwmeer"):
            laad_eigen_bestand(tekst=schrijf_regio(ander), by=by, at=AT)


def test_the_file_of_the_own_region_changes_only_what_differs(opnieuw: None, streek: Wereld) -> None:
    anders = replace(BESTAND, gegevens_hoogstens_dagen=60, scholen=BESTAND.scholen[:1])
    with als(beheerder(streek)) as by:
        laad_eigen_bestand(tekst=schrijf_regio(anders), by=by, at=AT)
        assert [rij.onderwerp for rij in regiowijzigingen_for(by)] == ["termijnen"]
        assert len(bestand_for(by).scholen) == 3
    with als(SYSTEEM):
        laad_regio(bestand=BESTAND, by=SYSTEEM, at=AT + timedelta(hours=1))
    with als(beheerder(streek)) as by:
        assert [rij.door_id for rij in regiowijzigingen_for(by)] == [None, by.id]


def test_who_does_not_manage_the_region_changes_nothing(opnieuw: None, streek: Wereld) -> None:
    with als(beheerder(streek)) as by:
        wijzig_regio(onderwerp=Regioonderwerp.TERMIJNEN, waarden=TERMIJNEN, by=by, at=AT)
        [een] = regiowijzigingen_for(by)
    for actor in (streek.a.directeur, streek.vo.toelating):
        with als(actor) as by:
            with pytest.raises(GeenRecht):
                wijzig_regio(onderwerp=Regioonderwerp.TERMIJNEN, waarden=TERMIJNEN, by=by, at=AT)
            with pytest.raises(GeenRecht):
                zet_terug(wijziging_id=een.id, by=by, at=AT)
            assert not regiowijzigingen_for(by)
    with als(beheerder(streek)) as by, pytest.raises(NietGevonden):
        zet_terug(wijziging_id=streek.a.id, by=by, at=AT)


def test_a_school_that_a_file_does_not_name_keeps_its_board(opnieuw: None, streek: Wereld) -> None:
    nieuw = {**schooltabel(replace(BESTAND.scholen[0], brin="99XC")), "bestuur": "99901"}
    with als(beheerder(streek)) as by:
        wijzig_regio(onderwerp=Regioonderwerp.BESTUREN, waarden={"besturen": {"99901": "Samen"}}, by=by, at=AT)
        wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden={"99XC-00": nieuw}, by=by, at=AT)
    with als(SYSTEEM):
        laad_regio(bestand=BESTAND, by=SYSTEEM, at=AT)
    with als(beheerder(streek)) as by:
        assert bestand_for(by).besturen == {"99901": "Samen"}
        assert lees_regio(schrijf_regio(bestand_for(by))) == bestand_for(by)
