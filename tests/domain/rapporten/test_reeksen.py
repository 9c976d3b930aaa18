"""Is only drawn what stands on one scale, and is said why the rest is not?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from overstap.domain.rapporten.snapshot.reeksen import (
    DLE,
    MEESTE_PUNTEN,
    NIVEAU_AE,
    NIVEAU_IV,
    VAARDIGHEID,
    Reeks,
    Vak,
    vakken,
)
from overstap.domain.rapporten.snapshot.referentieniveaus import referentieniveaus

JANUARI, JUNI, OKTOBER = date(2026, 1, 20), date(2026, 6, 8), date(2026, 10, 6)


def toets(op: date, *scores: tuple[str, str], met: str = "Landelijk", **rest: Any) -> dict[str, Any]:
    return {
        "leergebied": "Rekenen",
        "afnamedatum": op,
        "jaargroep": "7",
        "referentiescores": tuple(
            {"soort": soort, "waarde": waarde, "vergelijkingsgroep": met} for soort, waarde in scores
        ),
        **rest,
    }


def vak(*toetsen: dict[str, Any]) -> Vak:
    (gevonden,) = vakken({"toetsen": toetsen})
    return gevonden


def reeks(*toetsen: dict[str, Any]) -> Reeks:
    (gevonden,) = vak(*toetsen).reeksen
    return gevonden


def test_results_stand_in_the_order_of_their_days() -> None:
    gevonden = reeks(toets(JUNI, ("IV", "II")), toets(JANUARI, ("IV", "IV")))
    assert gevonden.schaal is NIVEAU_IV
    assert [(punt.moment, punt.tekst, punt.hoogte) for punt in gevonden.punten] == [("M7", "IV", 1), ("E7", "II", 3)]
    assert gevonden.zin == "Van niveau IV naar II."


def test_a_level_that_ends_where_it_began_is_said_so() -> None:
    assert reeks(toets(JANUARI, ("AE", "C")), toets(JUNI, ("AE", "C"))).zin == "Begin en eind: niveau C."


def test_every_scale_of_one_subject_gets_its_own_series() -> None:
    gevonden = vak(
        toets(JANUARI, ("IV", "III"), ("AE", "C"), ("DLE", "44"), dl=45),
        toets(JUNI, ("IV", "II"), ("AE", "B"), ("DLE", "52"), dl=50),
    )
    assert [reeks.schaal for reeks in gevonden.reeksen] == [NIVEAU_IV, NIVEAU_AE, DLE]
    dle = gevonden.reeksen[2]
    assert [(punt.hoogte, punt.verwacht) for punt in dle.punten] == [(44, 45), (52, 50)]
    assert dle.zin == "DLE 52 na 50 maanden onderwijs."


def test_skill_scores_join_only_on_the_scale_of_the_newest() -> None:
    def score(op: date, waarde: str, schaal: str, **grenzen: Decimal) -> dict[str, Any]:
        return toets(op, toetsscore={"vaardigheidsscore": Decimal(waarde), "codevaardigheidsschaal": schaal, **grenzen})

    gevonden = reeks(
        score(JANUARI, "90", "oud"),
        score(JUNI, "210", "nieuw"),
        score(OKTOBER, "222.5", "nieuw", bivlaag=Decimal(215), bivhoog=Decimal(230)),
    )
    assert gevonden.schaal is VAARDIGHEID
    assert [punt.tekst for punt in gevonden.punten] == ["210", "222,5"]
    assert gevonden.punten[-1].marge == (215, 230)


@pytest.mark.parametrize(
    ("toetsen", "zin"),
    [
        ((toets(JUNI, ("IV", "II")),), "Niveau I tot V: één resultaat. Een lijn kan vanaf twee."),
        ((toets(JUNI, ("IV", "II"), met="HAVO"),), "Vergeleken met HAVO: staat alleen in de tabel."),
        ((toets(JUNI, ("ERK", "A2")),), "De toetsen hebben geen score die te vergelijken is."),
        ((toets(JUNI, ("DLE", "veel")),), "De toetsen hebben geen score die te vergelijken is."),
        ((toets(JUNI, ("DLE", "NaN")),), "De toetsen hebben geen score die te vergelijken is."),
        ((toets(JUNI, ("IV", "B")),), "De toetsen hebben geen score die te vergelijken is."),
    ],
)
def test_what_is_not_drawn_says_why(toetsen: tuple[dict[str, Any], ...], zin: str) -> None:
    gevonden = vak(*toetsen)
    assert gevonden.reeksen == ()
    assert gevonden.waarom_niet == (zin,)


def test_the_newest_results_are_drawn_and_the_others_counted() -> None:
    gevonden = vak(*(toets(date(2016 + jaar, 1, 20), ("IV", "III")) for jaar in range(10)))
    assert len(gevonden.reeksen[0].punten) == MEESTE_PUNTEN
    assert gevonden.waarom_niet == ("Niveau I tot V: de nieuwste 8 van 10 resultaten.",)


def test_a_test_without_a_subject_is_left_to_the_table() -> None:
    assert vakken({"toetsen": ({"afnamedatum": JUNI},)}) == ()
    assert vakken({}) == ()


def test_the_only_level_is_still_the_newest() -> None:
    niveau = vak(toets(JUNI, ("IV", "V"))).niveau
    assert niveau is not None
    assert niveau.hoogte == 0


def test_reference_levels_stand_among_the_levels_of_their_domain() -> None:
    uitslag = {
        "onderdelen": (
            {"onderdeel": "taal", "domeinen": ({"domein": "lezen", "referentieniveau": "2f"}, {"domein": "anders"})},
            {"onderdeel": "rekenen", "referentieniveau": "1f"},
        )
    }
    lezen, rekenen = referentieniveaus({"doorstroomtoets": uitslag})
    assert (lezen.zin, lezen.treden, lezen.bereikt) == ("Lezen: 2F", ("lager dan 1F", "1F", "2F"), 2)
    assert (rekenen.zin, rekenen.treden[-1]) == ("Rekenen: 1F", "1S")


def test_a_level_that_does_not_exist_in_its_domain_is_not_drawn() -> None:
    uitslag = {"onderdelen": ({"onderdeel": "rekenen", "referentieniveau": "2f"},)}
    assert referentieniveaus({"doorstroomtoets": uitslag}) == ()
    assert referentieniveaus({}) == ()


def test_a_code_whose_meaning_nobody_published_is_no_picture_for_parents() -> None:
    rijen = (toets(JUNI, ("FN", "80")), toets(JANUARI, ("FN", "87")))
    ander = (toets(JUNI, ("FN", "80"), met="BB"),)
    [voor_school], [voor_ouder] = vakken({"toetsen": rijen}), vakken({"toetsen": rijen}, ouders=True)
    assert [reeks.schaal.naam for reeks in voor_school.reeksen] == ["FN"]
    assert not voor_ouder.reeksen
    zinnen = [vakken({"toetsen": ander}, ouders=ouders)[0].waarom_niet[-1] for ouders in (False, True)]
    assert zinnen == [
        "Vergeleken met BB (betekenis niet openbaar): staat alleen in de tabel.",
        "Vergeleken met een andere groep: staat alleen in de tabel.",
    ]
