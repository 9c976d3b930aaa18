"""Are steps, criteria, values, decisions and settings of a care route as the law says? Plain tables, no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from overstap.domain.scholen.rules import lees_regio
from overstap.domain.zorgroutes.enums import (
    Domein,
    Onderzoeker,
    Oordeel,
    Partij,
    Routesoort,
    Routestaat,
    Seprobleem,
    Tlvcategorie,
    Uitkomst,
)
from overstap.domain.zorgroutes.rules import (
    EINDE,
    IN_BEHANDELING,
    KOLOMMEN,
    LOPEND,
    TOEGESTANE_STAPPEN,
    WET,
    BesluitGeweigerd,
    CriteriaOnbekend,
    Inrichting,
    ZorgstapNietMogelijk,
    anders_dan_de_wet,
    bewaren_tot,
    bezwaren_tegen_route,
    controleer_besluit,
    controleer_zorgstap,
    dl_fout,
    eerste_einde,
    fouten,
    mogelijke_uitkomsten,
    toets,
    waarschuwingen,
)
from overstap.domain.zorgroutes.rules.inrichting import Routeinrichting
from overstap.domain.zorgroutes.rules.stappen import DOOR
from overstap.domain.zorgroutes.rules.zaak import Zaakstand, ontbreekt, volgende_stappen, zaakpunten
from overstap.domain.zorgroutes.snapshot import Besluit, Domeinscore, Drempelonderzoek, Iq, Seonderzoek
from tests.wereld import REGIOBESTAND

VANDAAG = date(2026, 11, 22)
R, B, T, S = Domein


def onderzoek(iq: int | None, se: bool | None = None, **dles: int) -> Drempelonderzoek:
    """Scores with a DL of 100, so that a DLE of 50 is a leerachterstand of exactly a half."""
    namen = {"r": R, "b": B, "t": T, "s": S}
    gevonden = frozenset({Seprobleem.FAALANGST}) if se else frozenset()
    return Drempelonderzoek(
        iq=Iq(iq, "WISC", date(2026, 10, 1), Onderzoeker.PSYCHOLOOG) if iq else None,
        scores={namen[naam]: Domeinscore(namen[naam], dle, 100) for naam, dle in dles.items()},
        se=None if se is None else Seonderzoek("Vragenlijst", date(2026, 10, 1), Onderzoeker.PSYCHOLOOG, gevonden),
    )


PAST, GRENS, NIET, OPEN = Oordeel.PAST, Oordeel.GRENSGEVAL, Oordeel.PAST_NIET, Oordeel.ONVOLLEDIG
GEWOON = {"t": 90, "s": 90}


@pytest.mark.parametrize(
    ("wat", "pro", "lwoo"),
    [
        (onderzoek(70, r=40, b=40, **GEWOON), PAST, NIET),
        (onderzoek(54, r=40, b=40, **GEWOON), NIET, NIET),
        (onderzoek(55, r=40, b=40, **GEWOON), PAST, NIET),
        (onderzoek(74, r=40, b=40, **GEWOON), PAST, NIET),
        # An IQ that fits both, and then one that fits lwoo only with the leerachterstand of pro.
        (onderzoek(75, r=40, b=40, **GEWOON), GRENS, GRENS),
        (onderzoek(80, r=40, b=40, **GEWOON), GRENS, GRENS),
        (onderzoek(81, r=40, b=40, **GEWOON), GRENS, GRENS),
        # The leerachterstand exactly at the border, and a hair above and below it.
        (onderzoek(70, r=50, b=50, **GEWOON), GRENS, NIET),
        (onderzoek(70, r=49, b=49, **GEWOON), PAST, NIET),
        (onderzoek(70, r=51, b=51, **GEWOON), GRENS, GRENS),
        (onderzoek(70, r=76, b=76, **GEWOON), NIET, NIET),
        # One of the two must be rekenen or begrijpend lezen, and it must be two.
        (onderzoek(70, r=90, b=90, t=40, s=40), NIET, NIET),
        (onderzoek(70, r=40, b=90, t=40, s=90), PAST, NIET),
        (onderzoek(70, r=40, b=90, t=90, s=90), NIET, NIET),
        (onderzoek(85, r=60, b=60, **GEWOON), NIET, PAST),
        (onderzoek(85, r=75, b=75, **GEWOON), NIET, PAST),
        (onderzoek(77, r=60, b=60, **GEWOON), GRENS, GRENS),
        (onderzoek(90, r=60, b=60, **GEWOON), NIET, PAST),
        (onderzoek(91, r=60, b=60, **GEWOON), NIET, OPEN),
        (onderzoek(91, se=True, r=60, b=60, **GEWOON), NIET, PAST),
        (onderzoek(120, se=False, r=60, b=60, **GEWOON), NIET, NIET),
        (onderzoek(121, se=True, r=60, b=60, **GEWOON), NIET, NIET),
        (onderzoek(None, r=40, b=40), OPEN, OPEN),
        (onderzoek(70, r=40), OPEN, OPEN),
    ],
)
def test_scores_beside_the_criteria(wat: Drempelonderzoek, pro: Oordeel, lwoo: Oordeel) -> None:
    gevonden = {een.soort: een.oordeel for een in toets(wat, VANDAAG)}
    assert gevonden == {Routesoort.PRO: pro, Routesoort.LWOO: lwoo}
    for een in toets(wat, VANDAAG):
        assert any("motivatie geeft" in zin for zin in een.zinnen) == (een.oordeel is GRENS)


def test_a_day_before_the_first_criteria_is_refused_in_words() -> None:
    assert toets(onderzoek(70, r=40, b=40), date(2014, 8, 1))
    with pytest.raises(CriteriaOnbekend, match="1-8-2014"):
        toets(onderzoek(70, r=40, b=40), date(2014, 7, 31))


def test_the_leerachterstand_is_exact_and_shown_in_two_decimals() -> None:
    score = Domeinscore(R, 22, 53)
    assert score.achterstand == Fraction(31, 53)
    assert score.achterstand_tekst == "0,58"
    assert Domeinscore(R, 60, 50).achterstand_tekst == "-0,20"


@pytest.mark.parametrize(
    ("iq_op", "waarschuwt"), [(date(2024, 11, 22), False), (date(2024, 11, 21), True), (date(2026, 11, 22), False)]
)
def test_an_iq_older_than_two_years_is_warned_for(iq_op: date, waarschuwt: bool) -> None:
    wat = onderzoek(70, r=40, b=40)
    assert wat.iq is not None
    oud = replace(wat, iq=replace(wat.iq, op=iq_op))
    assert any("ouder dan 2 jaar" in zin for zin in waarschuwingen(oud, VANDAAG)) == waarschuwt
    assert fouten(oud, VANDAAG) == ()


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({"score": 39}, ["iq"]),
        ({"score": 40}, []),
        ({"score": 161}, ["iq"]),
        ({"op": date(2026, 11, 23)}, ["iq_op"]),
        ({"op": date(1999, 1, 1)}, ["iq_op"]),
        ({"instrument": " "}, ["iq_instrument"]),
    ],
)
def test_impossible_values_are_named(anders: dict[str, object], velden: list[str]) -> None:
    wat = onderzoek(70, r=40, b=40)
    assert wat.iq is not None
    assert [veld for veld, _zin in fouten(replace(wat, iq=replace(wat.iq, **anders)), VANDAAG)] == velden


@pytest.mark.parametrize(("dl", "goed"), [(0, False), (1, True), (60, True), (80, True), (81, False), (-5, False)])
def test_a_dl_is_divided_by(dl: int, goed: bool) -> None:
    assert (dl_fout("Spellen", dl) == "") == goed


def test_the_steps_lead_to_an_end_and_the_board_shows_each_state_once() -> None:
    assert {Routestaat.TERUGGEKOPPELD, Routestaat.INGETROKKEN} == EINDE
    assert set(TOEGESTANE_STAPPEN) == set(Routestaat) == set(DOOR) == EINDE | LOPEND
    bereikt, nieuw = set(), {Routestaat.IN_VOORBEREIDING}
    while nieuw:
        bereikt |= nieuw
        nieuw = {naar for van in nieuw for naar in TOEGESTANE_STAPPEN[van]} - bereikt
    assert bereikt == set(Routestaat)
    # From everywhere before a decision one gets out, and only before it.
    assert {van for van, naar in TOEGESTANE_STAPPEN.items() if Routestaat.INGETROKKEN in naar} == {
        Routestaat.IN_VOORBEREIDING, *IN_BEHANDELING,
    }  # fmt: skip
    getoond = [staat for _titel, staten in KOLOMMEN for staat in staten]
    assert len(getoond) == len(set(getoond)) == len(Routestaat) - 2


def test_a_decision_taken_twice_says_so() -> None:
    for staat in (Routestaat.BESLUIT, Routestaat.TERUGGEKOPPELD):
        with pytest.raises(ZorgstapNietMogelijk, match="al genomen"):
            controleer_zorgstap(staat, Routestaat.BESLUIT)


@pytest.mark.parametrize(
    ("soort", "vo_bekend", "uitkomsten"),
    [
        (Routesoort.PRO, False, {Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        (Routesoort.PRO, True, {Uitkomst.TLV, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        (Routesoort.LWOO, False, {Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        (Routesoort.LWOO, True, {Uitkomst.LWOO, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        (Routesoort.VSO, False, {Uitkomst.TLV, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        (Routesoort.ARRANGEMENT, False, {Uitkomst.ARRANGEMENT, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        (Routesoort.ADVIES, True, {Uitkomst.ADVIES}),
    ],
)
def test_who_asks_decides_what_can_come_of_it(soort: Routesoort, vo_bekend: bool, uitkomsten: set[Uitkomst]) -> None:
    assert set(mogelijke_uitkomsten(soort, vo_bekend=vo_bekend)) == uitkomsten


TLV = Besluit(
    Uitkomst.TLV, VANDAAG, "Verzonnen.", "VO9901-2027-00012", Tlvcategorie.LAAG, date(2027, 8, 1), date(2028, 7, 31)
)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({}, None),
        ({"tot": date(2027, 7, 31)}, "tot"),  # before it begins
        ({"tot": date(2027, 8, 1)}, "tot"),
        ({"tot": date(2028, 7, 30)}, "tot"),
        ({"vanaf": date(2027, 8, 2)}, "tot"),  # no whole schooljaar
        ({"vanaf": date(2027, 8, 2), "tot": date(2029, 7, 31)}, None),
        ({"vanaf": date(2027, 1, 10)}, None),
        ({"nummer": "VO9902-2027-00012"}, "nummer"),
        ({"nummer": "VO9901-27-00012"}, "nummer"),
        ({"nummer": "VO9901-2027-0012"}, "nummer"),
        ({"categorie": None}, "categorie"),
        ({"vanaf": None}, "vanaf"),
        ({"toelichting": " "}, "toelichting"),
        ({"op": date(2026, 11, 23)}, "op"),
        ({"op": date(2026, 11, 21)}, "op"),
        ({"uitkomst": Uitkomst.LWOO}, "uitkomst"),
    ],
)
def test_a_tlv_is_right_or_refused_in_words(anders: dict[str, object], veld: str | None) -> None:
    besluit = replace(TLV, **anders)
    grond = {"soort": Routesoort.VSO, "vo_bekend": False, "swv": "VO9901", "vandaag": VANDAAG, "ontvangen": VANDAAG}
    if veld is None:
        controleer_besluit(besluit, **grond)
        return
    with pytest.raises(BesluitGeweigerd) as fout:
        controleer_besluit(besluit, **grond)
    assert fout.value.veld == veld
    assert fout.value.zin.endswith(".")


def test_a_case_is_kept_for_three_years_and_a_tlv_for_a_whole_year() -> None:
    assert bewaren_tot(VANDAAG) == date(2029, 11, 22)
    assert bewaren_tot(date(2028, 2, 29)) == date(2031, 2, 28)
    assert eerste_einde(date(2027, 8, 1)) == date(2028, 7, 31)
    assert eerste_einde(date(2027, 9, 1)) == date(2029, 7, 31)


def test_what_is_frozen_reads_back_the_same() -> None:
    for wat in (TLV, Besluit(Uitkomst.AFGEWEZEN, VANDAAG, "Nee.")):
        assert Besluit.uit_bytes(wat.naar_bytes()) == wat
    for iq, se in ((70, True), (None, None)):
        scores = onderzoek(iq, se, r=40, b=40)
        assert Drempelonderzoek.uit_json(scores.naar_json()) == scores


def test_a_case_moves_as_its_samenwerkingsverband_is_set_up() -> None:
    zonder = Routeinrichting(commissie=False)
    assert Routestaat.BESLUIT in volgende_stappen(Zaakstand(Routestaat.COMPLEET, 0, 0, zonder))
    assert Routestaat.BESLUIT not in volgende_stappen(Zaakstand(Routestaat.COMPLEET, 0, 0, Routeinrichting()))
    met = Routeinrichting(deskundigen=2)
    assert ontbreekt(Zaakstand(Routestaat.IN_COMMISSIE, 0, 1, met)) == "Deskundigenadvies ontbreekt"
    assert Routestaat.BESLUIT in volgende_stappen(Zaakstand(Routestaat.IN_COMMISSIE, 0, 2, met))
    assert Routestaat.BESLUIT not in volgende_stappen(Zaakstand(Routestaat.IN_COMMISSIE, 0, 2, met, eerste=False))
    assert Routestaat.COMPLEET not in volgende_stappen(Zaakstand(Routestaat.BEANTWOORD, 1, 0, met))
    assert zaakpunten(Zaakstand(Routestaat.BESLUIT, 0, 2, met)) == ()


def test_a_route_goes_as_the_law_says_where_the_region_says_nothing_else() -> None:
    voorbeeld = (
        lees_regio(REGIOBESTAND.read_text(encoding="utf-8"), keur_route=bezwaren_tegen_route).verbanden[0].routes
    )
    inrichting = Inrichting(voorbeeld)
    assert inrichting.route(Routesoort.PRO).weken == 6
    assert not inrichting.route(Routesoort.LWOO).commissie
    assert inrichting.route(Routesoort.VSO) == Inrichting().route(Routesoort.VSO)
    assert Inrichting().route(Routesoort.VSO).deskundigen == WET[Routesoort.VSO].deskundigen == 2
    for soort in Routesoort:
        assert anders_dan_de_wet(soort, Inrichting().route(soort)) == {}
        assert anders_dan_de_wet(soort, inrichting.route(soort)) == voorbeeld.get(soort, {})


@pytest.mark.parametrize(
    ("route", "tabel", "zin"),
    [
        ("pto", {}, "Kies uit: pro, lwoo"),
        ("vso", {"deskundigen": 1}, "minstens 2"),
        ("pro", {"beslist": "vo"}, "Alleen over lwoo"),
        ("lwoo", {"beslist": "po"}, "swv of vo"),
        ("pro", {"weken": 9}, "1 tot en met 8"),
        ("pro", {"week": 4}, "Bedoelt u weken?"),
        ("pro", {"commissie": "nee"}, "true of false"),
        ("pro", {"uitleg": "x" * 501}, "500 tekens"),
        ("pro", {"uitleg": "Bel <b>nu</b>."}, "zonder opmaak"),
    ],
)
def test_a_wrong_route_says_what_to_mend(route: str, tabel: dict[str, object], zin: str) -> None:
    [(_sleutel, bezwaar)] = bezwaren_tegen_route(route, tabel)
    assert zin in bezwaar


def test_where_the_vo_schools_decide_themselves_nothing_is_sent() -> None:
    inrichting = Inrichting({"lwoo": {"beslist": "vo"}})
    assert inrichting.route(Routesoort.LWOO).beslist is Partij.VO
    assert not inrichting.route(Routesoort.LWOO).neemt_aan
