"""Is what the law makes part of every report there, or said to be missing?"""

from typing import Any

import pytest

from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules import onderwijs_van, ontbrekende_stukken, vraagt_opp
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.enums import Onderwijs

NIVEAUS = (
    {"onderdeel": "taal", "domeinen": (
        {"domein": "lezen", "referentieniveau": "2f"}, {"domein": "taalverzorging", "referentieniveau": "1f"},
    )},
    {"onderdeel": "rekenen", "referentieniveau": "1s"},
)  # fmt: skip
GEMAAKT = {"deelgenomen": True, "toetsadvies": "havo_vwo"}


def wat(velden: dict[str, Any], gaan_mee: dict[str, str] | None = None, soort: Onderwijs = Onderwijs.BO) -> list[str]:
    gevonden = ontbrekende_stukken(Inhoud(velden), gaan_mee or {}, soort)
    assert all(opmerking.ernst is Ernst.FOUT for opmerking in gevonden)
    return [opmerking.veld for opmerking in gevonden]


@pytest.mark.parametrize(
    ("velden", "gaan_mee", "nodig"),
    [
        ({}, {}, False),
        ({"doorstroomtoets": {"deelgenomen": False}}, {}, False),
        ({"doorstroomtoets": GEMAAKT}, {}, True),
        ({"doorstroomtoets": GEMAAKT}, {"a": "lvs_profiel"}, True),
        ({"doorstroomtoets": GEMAAKT}, {"a": "leerlingrapport"}, False),
        ({"doorstroomtoets": {**GEMAAKT, "documenten": ("s",)}}, {"s": "overig"}, False),
        ({"doorstroomtoets": {**GEMAAKT, "documenten": ("s",)}}, {}, True),
        ({"doorstroomtoets": GEMAAKT, "leerlingrapport_toelichting": "Komt later."}, {}, False),
        ({"doorstroomtoets": {**GEMAAKT, "onderdelen": NIVEAUS}}, {}, False),
        ({"doorstroomtoets": {**GEMAAKT, "onderdelen": NIVEAUS[:1]}}, {}, True),
    ],
)
def test_the_report_of_the_test_goes_along(velden: dict[str, Any], gaan_mee: dict[str, str], nodig: bool):
    assert wat(velden, gaan_mee) == (["leerlingrapport_toelichting"] if nodig else [])


@pytest.mark.parametrize("soort", [Onderwijs.SBO, Onderwijs.SO])
@pytest.mark.parametrize(
    ("velden", "gaan_mee", "nodig"),
    [
        ({}, {}, ["opp_toelichting"]),
        ({}, {"a": "opp"}, []),
        ({"opp": {"documenten": ("s",)}}, {"s": "overig"}, []),
        ({"opp_toelichting": "Wordt deze maand vastgesteld."}, {}, []),
        ({"ondersteuningsvraag": False}, {"a": "opp"}, ["ondersteuningsvraag"]),
    ],
)
def test_in_so_and_sbo_the_newest_opp_goes_along(soort, velden: dict[str, Any], gaan_mee, nodig: list[str]):
    assert wat(velden, gaan_mee, soort) == nodig
    assert wat(velden, gaan_mee) == []


@pytest.mark.parametrize(
    ("regio", "las", "soort"),
    [("", "", "bo"), ("bo", "SBO", "sbo"), ("so", "BO", "so"), ("", "SO", "so"), ("", "iets anders", "bo")],
)
def test_the_region_knows_which_education_and_else_the_administration(regio: str, las: str, soort: str):
    assert onderwijs_van(Inhoud({"school": {"soort": las}}), regio) == soort


@pytest.mark.parametrize(
    ("velden", "soort", "vraagt"),
    [
        ({}, Onderwijs.BO, False),
        ({"ondersteuningsvraag": True, "diagnoses": ({"naam": "Dyslexie"},)}, Onderwijs.BO, False),
        ({"opp": {"documenten": ("s",)}}, Onderwijs.BO, True),
        ({"arrangementen_passend": ({"naam": "rekenen"},)}, Onderwijs.BO, True),
        ({}, Onderwijs.SBO, True),
        ({}, Onderwijs.SO, True),
    ],
)
def test_a_regular_school_is_only_asked_about_an_opp_when_there_is_extra_support(velden, soort, vraagt: bool):
    """WPO 40a: no OPP for dyslexia or giftedness alone."""
    assert vraagt_opp(Inhoud(velden), soort) is vraagt
