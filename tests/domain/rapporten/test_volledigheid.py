"""When is a sectie ready, and what is still missing?"""

from datetime import date
from typing import Any

import pytest

from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.enums import Sectiestaat
from overstap.domain.rapporten.rules import Sectiestand, volledigheid, volledigheid_rapport
from overstap.domain.rapporten.snapshot import Inhoud
from tests.domain.rapporten.voorbeeld import VOLLEDIG

PER_SECTIE = [sectie.naam for sectie in catalogus().secties]


def stand(sectie: str, inhoud: Inhoud) -> Sectiestand:
    return volledigheid(inhoud, catalogus().sectie(sectie))


def ontbreekt(sectie: str, inhoud: Inhoud) -> list[str]:
    return [melding.pad for melding in stand(sectie, inhoud).ontbrekend]


def test_an_empty_report_has_not_begun():
    leeg = volledigheid_rapport(Inhoud())
    assert (leeg.klaar, leeg.bezig, leeg.totaal) == (0, 0, 8)
    assert all(sectie.staat is Sectiestaat.NIET_BEGONNEN for sectie in leeg.secties)


def test_a_full_report_is_ready():
    vol = volledigheid_rapport(VOLLEDIG)
    assert not any((*stand.ontbrekend, *stand.fouten) for stand in vol.secties)
    assert vol.volledig
    assert vol.klaar == 8


VERPLICHT = [naam for naam, veld in catalogus().velden.items() if veld.is_verplicht(VOLLEDIG)]


@pytest.mark.parametrize("naam", VERPLICHT)
def test_taking_away_one_obligatory_answer_makes_its_sectie_not_ready(naam: str):
    rapport = volledigheid_rapport(VOLLEDIG.met({naam: None}))
    sectie = next(sectie for sectie in catalogus().secties if naam in {veld.naam for veld in sectie.velden})
    niet_klaar = {stand.sectie for stand in rapport.secties if stand.staat is not Sectiestaat.KLAAR}
    assert sectie.naam in niet_klaar
    assert any(melding.veld == naam for stand in rapport.secties for melding in stand.ontbrekend)


def test_what_the_law_asks_is_asked():
    """The six aspects, both wishes, the reasons, the support question, absence and the pupil (digest §5)."""
    nodig = {
        *(f"gedrag_{a}" for a in ("contact", "spel_en_leren", "huiswerk", "concentratie", "zelfstandigheid", "overig")),
        *("wens_leerling", "wens_ouders", "argumentatie", "ondersteuningsvraag", "advies_voorlopig"),
        *("verzuim_vanaf", "verzuim_geoorloofd", "verzuim_ongeoorloofd", "schoolloopbaan"),
        *("voornamen", "achternaam", "geboortedatum", "school"),
    }
    assert nodig <= set(VERPLICHT)


_JA = {"ondersteuningsvraag": True, "ondersteuning_gekregen": "Lezen met een maatje."}


@pytest.mark.parametrize(
    ("sectie", "wijziging", "verwacht"),
    [
        ("ondersteuning_gekregen", {"ondersteuningsvraag": True}, ["ondersteuning_gekregen"]),
        ("ondersteuning_gekregen", {**_JA, "medicijngebruik": True}, ["medicijngebruik_relatie"]),
        ("ondersteuning_gekregen", {**_JA, "medicijngebruik": False}, []),
        ("ondersteuning_gekregen", {**_JA, "thuissituatie": {"omschrijving": "x"}}, ["thuissituatie-relatie"]),
        ("ondersteuning_gekregen", {**_JA, "thuissituatie": {"relatie": "x"}}, ["thuissituatie-omschrijving"]),
        (
            "ondersteuning_gekregen",
            {**_JA, "diagnoses": ({"naam": "x", "datum": date(2024, 1, 1), "doorwie": "y", "instantie": "z"},)},
            ["diagnoses-0-relatie"],
        ),
        ("ondersteuning_gekregen", {"medicijngebruik": True, "diagnoses": ({"naam": "x"},)}, []),
        ("ondersteuning_nodig", {"ondersteuningsvraag": True}, ["ondersteuning_nodig", "ondersteuning_motivatie"]),
        ("schooladvies", {"contactnodig": True}, ["contactpersoon", "contacttelefoon"]),
        ("leerresultaten", {"begaafdheid_vorm": "hoogbegaafd"}, ["begaafdheid_motivatie"]),
        ("leerresultaten", {"begaafdheid_vorm": "nee"}, []),
        ("gedrag", {"sociaal_emotioneel_problemen": True}, ["sociaal_emotioneel_aard"]),
        (
            "gedrag",
            {"sociaal_emotioneel": {"uitkomst": "x"}},
            ["sociaal_emotioneel-instrument", "sociaal_emotioneel-oordeel"],
        ),
        ("leerresultaten", {"toetsbeeld": "kan_meer"}, ["toetsbeeld_voorbeeld"]),
        ("leerresultaten", {"capaciteiten_onderzocht": True}, ["capaciteitenonderzoek"]),
        ("leerling", {"verzorgers_aansprakelijk": False}, ["aansprakelijke_instelling"]),
        ("schooladvies", {"bijstelling_uitkomst": "niet_bijgesteld"}, ["bijstelling_motivatie"]),
        ("schooladvies", {"bijstelling_uitkomst": "bijgesteld"}, []),
    ],
)
def test_an_answer_opens_the_questions_that_depend_on_it(sectie: str, wijziging: dict[str, Any], verwacht: list[str]):
    assert ontbreekt(sectie, VOLLEDIG.met(wijziging)) == verwacht


def test_a_sectie_waits_for_the_question_elsewhere_that_decides_about_it():
    zonder = VOLLEDIG.met({"ondersteuningsvraag": None})
    assert ontbreekt("ondersteuning_nodig", zonder) == ["ondersteuningsvraag"]


def test_a_text_that_is_too_long_is_not_ready_but_not_missing():
    gedrag = stand("gedrag", VOLLEDIG.met({"gedrag_contact": "x" * 1001}))
    assert gedrag.staat is Sectiestaat.BEZIG
    assert not gedrag.ontbrekend
    assert "er passen er 1.000" in gedrag.fouten[0].zin


def test_a_closed_question_cannot_be_wrong():
    dicht = VOLLEDIG.met({"ondersteuningsvraag": False, "ondersteuning_gekregen": "x" * 5000})
    assert stand("ondersteuning_gekregen", dicht).staat is Sectiestaat.KLAAR


def test_what_is_missing_names_its_article():
    rapport = volledigheid_rapport(VOLLEDIG.met({"gedrag_contact": None, "wens_ouders": None}))
    ontbrekend = {melding.veld: melding.artikel for stand in rapport.secties for melding in stand.ontbrekend}
    assert ontbrekend == {"gedrag_contact": "art. 5, lid 2", "wens_ouders": "art. 4, lid 2"}
