"""Does what somebody types of a test become the same row that a file gives, and is a score off its scale refused?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from overstap.domain.rapporten.catalogue import catalogus, met_de_hand
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules import controleer_waarden, volledigheid
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.rapporten.snapshot.reeksen import DLE, NIVEAU_IV, VAARDIGHEID, vakken
from overstap.web.components.formulier import Sectieformulier, sectieformulier

HAND = met_de_hand(catalogus())
SECTIE = HAND.sectie("leerresultaten")
REKENEN = {
    "leergebied": "Rekenen", "toetsnaam": "Rekenen M7", "afnamedatum": "26-1-2026", "jaargroep": "7",
    "vaardigheidsscore": "231,5", "niveau_iv": "ii", "dle": "42", "dl": "45",
}  # fmt: skip


def getypt(*toetsen: dict[str, str], inhoud: Inhoud | None = None) -> Sectieformulier:
    data = {f"toetsen-{nummer}-{naam}": tekst for nummer, toets in enumerate(toetsen) for naam, tekst in toets.items()}
    return sectieformulier(SECTIE, inhoud or Inhoud(), {"toetsen-aantal": str(len(toetsen)), **data})


def ingevuld(*toetsen: dict[str, str]) -> Inhoud:
    return Inhoud(getypt(*toetsen).waarden())


def test_what_is_typed_is_the_row_that_a_file_gives() -> None:
    landelijk = {"vergelijkingsgroep": "Landelijk"}
    rij = {
        "toetscode": "Rekenen M7", "leergebied": "Rekenen", "toetsnaam": "Rekenen M7", "jaargroep": "7", "dl": 45,
        "afnamedatum": date(2026, 1, 26), "toetsscore": {"vaardigheidsscore": Decimal("231.5")},
        "referentiescores": (
            {"soort": "IV", "waarde": "II", **landelijk}, {"soort": "DLE", "waarde": "42", **landelijk},
        ),
    }  # fmt: skip
    inhoud = ingevuld(REKENEN)
    assert inhoud["toetsen"] == (rij,)
    assert Inhoud.uit_bytes(inhoud.naar_bytes()) == inhoud


def test_two_typed_tests_are_drawn_like_those_of_a_file() -> None:
    later = {**REKENEN, "toetsnaam": "Rekenen E7", "afnamedatum": "8-6-2026", "niveau_iv": "I", "dle": "51", "dl": "50"}
    (vak,) = vakken(ingevuld(REKENEN, later))
    assert [reeks.schaal for reeks in vak.reeksen] == [NIVEAU_IV, DLE, VAARDIGHEID]
    assert [punt.tekst for punt in vak.reeksen[0].punten] == ["II", "I"]


def test_opening_and_saving_without_typing_changes_nothing() -> None:
    inhoud = ingevuld(REKENEN, {**REKENEN, "vaardigheidsscore": "", "niveau_ae": "B", "fn": "M6"})
    form = sectieformulier(SECTIE, inhoud)
    terug = {naam: form.ruw(naam) for naam in form.fields if naam.startswith("toetsen-")}
    assert Inhoud(sectieformulier(SECTIE, inhoud, {"toetsen-aantal": "2", **terug}).waarden()) == inhoud


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"niveau_iv": "VI"}, "Vul I, II, III, IV of V in."),
        ({"niveau_ae": "F"}, "Vul A, B, C, D of E in."),
        ({"dle": "231"}, "Vul een getal in van 0 tot en met 100."),
        ({"vaardigheidsscore": "2315"}, "Vul een getal in van -500 tot en met 1000."),
        ({"vaardigheidsscore": "twee"}, "Vul een getal in, bijvoorbeeld 7,5."),
        ({"afnamedatum": "31-2-2026"}, "Vul een datum in die bestaat, bijvoorbeeld 24-3-2027."),
    ],
)
def test_a_score_off_its_scale_is_said_beside_it_and_stays_on_the_page(anders: dict[str, str], zin: str) -> None:
    form = getypt({**REKENEN, **anders})
    (naam,) = anders
    assert form.fouten_bij(f"toetsen-0-{naam}") == (zin,)
    assert form.ruw(f"toetsen-0-{naam}") == anders[naam]


@pytest.mark.parametrize(
    ("anders", "plek"),
    [
        ({}, []),
        ({"leergebied": ""}, ["toetsen-0-leergebied"]),
        ({"afnamedatum": ""}, ["toetsen-0-afnamedatum"]),
        ({"dl": ""}, ["toetsen-0-dl"]),
        ({"vaardigheidsscore": "", "niveau_iv": "", "dle": ""}, ["toetsen-0-vaardigheidsscore"]),
    ],
)
def test_a_test_without_its_subject_day_or_score_is_not_ready(anders: dict[str, str], plek: list[str]) -> None:
    inhoud = ingevuld({**REKENEN, **anders})
    ontbreekt = [melding.pad for melding in volledigheid(inhoud, SECTIE).ontbrekend]
    assert [pad for pad in ontbreekt if pad.startswith("toetsen")] == plek
    # Not ready is no reason for a page that breaks.
    assert isinstance(vakken(inhoud), tuple)


def test_a_level_that_does_not_exist_stops_a_typed_report_and_is_only_pointed_out_of_a_file() -> None:
    inhoud = ingevuld({**REKENEN, "niveau_iv": "VI"})

    def ernst(lijst: Any) -> list[Ernst]:
        gevonden = controleer_waarden(inhoud, date(2026, 11, 22), lijst)
        return [o.ernst for o in gevonden if o.veld == "toetsen" and "VI" in o.zin]

    assert (ernst(HAND), ernst(catalogus())) == ([Ernst.FOUT], [Ernst.WAARSCHUWING])
