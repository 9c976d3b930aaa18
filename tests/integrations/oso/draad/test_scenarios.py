"""Has every scenario that the documentation counts a test by its name, and does the report say what happened?"""

from __future__ import annotations

from datetime import UTC, datetime

from tests.kwalificatie import DOC, NOOIT, bestanden, nummers_van, scenarios, verslag, vul

JUNIT = """<testsuites><testsuite>
<testcase classname="a.b" name="test_k1_and_k15_with_a_simulator"/>
<testcase classname="a.b" name="test_k7_told_back_once[x]"><failure message="m">spoor</failure></testcase>
<testcase classname="a.c" name="test_k7_offered"/>
<testcase classname="a.c" name="test_k9_zonder"><skipped/></testcase>
<testcase classname="a.c" name="test_keuring"/>
</testsuite></testsuites>"""


def test_every_scenario_that_is_said_to_be_there_has_a_test_by_its_name():
    lijst = scenarios(DOC.read_text(encoding="utf-8"))
    assert list(lijst) == [f"K{nummer}" for nummer in range(1, 19)]
    genoemd = {nummer for namen in bestanden().values() for naam in namen for nummer in nummers_van(naam)}
    assert {nummer for nummer, een in lijst.items() if een.stand.startswith("ja")} <= genoemd
    assert genoemd <= set(lijst)


def test_the_report_says_of_each_scenario_what_happened_and_that_it_is_no_qualification():
    lijst = scenarios(DOC.read_text(encoding="utf-8"))
    vul(lijst, JUNIT)
    assert {nummer: een.oordeel for nummer, een in lijst.items() if een.tests} == {
        "K1": "geslaagd", "K15": "geslaagd", "K7": "gezakt", "K9": "overgeslagen",
    }  # fmt: skip
    tekst = verslag(lijst, nu=datetime(2026, 11, 23, 3, tzinfo=UTC), versie="abc")
    assert NOOIT in tekst
    assert "| K2 |" in tekst
    assert "niet gedraaid" in tekst
    assert "- K7 gezakt: `a.b::test_k7_told_back_once[x]`" in tekst
    assert "G1: " in tekst
    assert "spoor" not in tekst
