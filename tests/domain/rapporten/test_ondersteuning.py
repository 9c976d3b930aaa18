"""Is the report short when there is no support question (kOKR), and is nothing lost or told unseen?"""

from typing import Any

import pytest

from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules import controleer_waarden, volledigheid_rapport
from overstap.domain.rapporten.snapshot import Inhoud, gaat_niet_mee, uit_las_over_ondersteuning, weergave
from tests.domain.rapporten.test_waarden import OP
from tests.domain.rapporten.voorbeeld import VOLLEDIG

SECTIES = {"ondersteuning_gekregen", "ondersteuning_nodig"}
DIAGNOSES = ({"naam": "Dyslexie", "relatie": "Leest langzaam."},)
VOL = VOLLEDIG.met({
    "ondersteuningsvraag": True,
    "diagnoses": DIAGNOSES,
    "medicijngebruik": True,
    "medicijngebruik_relatie": "Let beter op.",
    "thuissituatie": {"omschrijving": "druk", "relatie": "moe"},
    "ondersteuning_gekregen": "Een leesmaatje.",
    "verrijking": "Plusklas",
    "ondersteuning_nodig": "Meer tijd.",
    "verrijking_nodig": "Een eigen project.",
    "opp": {"einddatum": OP},
})  # fmt: skip


def over_ondersteuning(inhoud: Inhoud) -> set[str]:
    return {blok.veld for deel in weergave(inhoud, Publiek.VO) if deel.naam in SECTIES for blok in deel.blokken}


def test_after_a_no_one_answer_is_all_that_stands_about_support():
    kort = VOL.met({"ondersteuningsvraag": False})
    assert over_ondersteuning(kort) == {"ondersteuningsvraag"}
    assert {stand.sectie for stand in volledigheid_rapport(kort).secties if stand.dicht} == SECTIES
    assert volledigheid_rapport(kort).volledig


@pytest.mark.parametrize("publiek", [None, *Publiek])
def test_a_closed_sectie_is_no_empty_chapter(publiek: Publiek | None):
    namen = [deel.naam for deel in weergave(VOLLEDIG, publiek)]
    assert "ondersteuning_gekregen" in namen
    assert "ondersteuning_nodig" not in namen


def test_after_a_yes_everything_stands_there_and_more_is_asked():
    assert "ondersteuningsvraag" in over_ondersteuning(VOL)
    assert len(over_ondersteuning(VOL)) > 5
    ontbreekt = {m.veld for stand in volledigheid_rapport(VOL).secties for m in stand.ontbrekend}
    assert "ondersteuning_motivatie" in ontbreekt


def test_a_file_that_does_not_know_the_question_is_shown_whole():
    """OSO has no such question, so a vo school that takes a file from elsewhere in reads all of it."""
    assert "diagnoses" in over_ondersteuning(VOL.met({"ondersteuningsvraag": None}))


def test_a_no_loses_nothing_and_says_what_stays_at_home():
    kort = VOL.met({"ondersteuningsvraag": False})
    assert kort["diagnoses"] == DIAGNOSES
    assert {veld.naam for veld in gaat_niet_mee(kort)} == set(VOL) - set(VOLLEDIG)
    [opmerking] = controleer_waarden(kort, OP)
    assert (opmerking.veld, opmerking.ernst) == ("ondersteuningsvraag", Ernst.WAARSCHUWING)
    assert "diagnoses" in opmerking.zin.lower()
    assert gaat_niet_mee(VOL) == gaat_niet_mee(VOLLEDIG) == ()


@pytest.mark.parametrize(
    ("oud", "las", "antwoord"),
    [
        ({}, {}, None),
        ({}, {"diagnoses": ({"naam": "Dyslexie"},)}, True),
        ({}, {"medicijngebruik": True}, True),
        ({}, {"medicijngebruik": False}, None),
        ({"ondersteuningsvraag": False}, {"medicijngebruik": False}, False),
        ({"ondersteuningsvraag": False}, {"diagnoses": ({"naam": "Dyslexie"},)}, True),
        # Somebody said no with the diagnosis in sight, and nothing came with it since.
        ({"ondersteuningsvraag": False, "diagnoses": ({"naam": "Dyslexie"},)}, {"diagnoses": ({"naam": "Dyslexie"},)},
         False),
        ({"ondersteuningsvraag": True}, {}, True),
    ],
)  # fmt: skip
def test_support_in_the_administration_answers_the_question(oud: dict[str, Any], las: dict[str, Any], antwoord: Any):
    na = Inhoud(oud).ververst_uit_las(Inhoud(las))
    assert na.get("ondersteuningsvraag") is antwoord
    if antwoord and las:
        assert {veld.naam for veld in uit_las_over_ondersteuning(na)} == set(las)
