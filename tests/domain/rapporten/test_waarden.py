"""Which values does the law refuse, and at which should a person look again?"""

from datetime import date
from typing import Any

import pytest

from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules import controleer_waarden
from tests.domain.rapporten.voorbeeld import VOLLEDIG

OP = date(2027, 3, 24)


def gevonden(op: date = OP, **wijziging: Any) -> list[tuple[str, Ernst]]:
    return [(o.veld, o.ernst) for o in controleer_waarden(VOLLEDIG.met(wijziging), op)]


def test_a_good_report_gives_no_remarks():
    assert gevonden() == []


@pytest.mark.parametrize(
    ("vanaf", "op", "fout"),
    [
        (date(2026, 3, 24), OP, False),
        (date(2026, 3, 23), OP, True),
        (date(2027, 2, 28), date(2028, 2, 29), False),
        (date(2027, 2, 27), date(2028, 2, 29), True),
    ],
)
def test_absence_of_more_than_a_year_ago_is_refused(vanaf: date, op: date, fout: bool):
    """Art. 7: only what took place in the year before the report was drawn up."""
    assert gevonden(op, verzuim_vanaf=vanaf) == ([("verzuim_vanaf", Ernst.FOUT)] if fout else [])


@pytest.mark.parametrize(
    ("wijziging", "veld"),
    [
        ({"datum_inschrijving": date(2027, 3, 25)}, "datum_inschrijving"),
        ({"toetsen": ({"toetscode": "x", "afnamedatum": date(2027, 3, 25)},)}, "toetsen"),
        ({"geboortedatum": date(2027, 4, 1)}, "geboortedatum"),
    ],
)
def test_a_date_after_the_report_is_wrong(wijziging: dict[str, Any], veld: str):
    assert (veld, Ernst.FOUT) in gevonden(**wijziging)


@pytest.mark.parametrize(
    "wijziging",
    [
        {"datum_inschrijving": OP},
        {"datum_uitschrijving": date(2027, 7, 31)},
        {"opp": {"ingangsdatum": date(2026, 8, 1), "einddatum": date(2027, 7, 31)}},
        {"tlv": ({"ingangsdatum": date(2027, 8, 1), "einddatum": date(2029, 7, 31)},)},
    ],
)
def test_a_date_that_may_still_come_is_right(wijziging: dict[str, Any]):
    assert gevonden(**wijziging) == []


@pytest.mark.parametrize(("relatie", "fout"), [("", True), ("leest langzaam", False)])
def test_a_diagnosis_needs_its_relation(relatie: str, fout: bool):
    """Art. 6-b: in relation to participation and performance."""
    remarks = gevonden(diagnoses=({"naam": "Dyslexie", "relatie": relatie},))
    assert remarks == ([("diagnoses", Ernst.FOUT)] if fout else [])


@pytest.mark.parametrize(("dag", "oud"), [(date(2024, 8, 1), False), (date(2024, 7, 31), True)])
def test_a_test_of_more_than_two_school_years_ago_is_pointed_out(dag: date, oud: bool):
    remarks = gevonden(toetsen=({"toetscode": "x", "afnamedatum": dag},))
    assert remarks == ([("toetsen", Ernst.WAARSCHUWING)] if oud else [])


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("Het BSN is 999990019.", True),
        ("9999.90.019", True),
        ("999 990 019", True),
        ("onderwijsnummer 100000053", True),
        ("bel 0999990019", False),
        ("999990018", False),
        ("score 12 345", False),
    ],
)
def test_a_number_that_may_be_a_bsn_is_pointed_out_in_any_text(tekst: str, nummer: bool):
    verwacht = [("opvallend", Ernst.WAARSCHUWING)] if nummer else []
    assert gevonden(opvallend=tekst) == verwacht
    dieper = gevonden(ondersteuningsvraag=True, belemmering={"omschrijving": tekst, "relatie": "x"})
    assert bool(dieper) is nummer


def test_a_number_in_its_own_veld_is_no_remark():
    assert gevonden(leerlingid="999990019") == []


def test_words_that_the_law_keeps_out_are_pointed_out():
    twee = [("gedrag_overig", Ernst.WAARSCHUWING)] * 2
    assert gevonden(gedrag_overig="De politie en Veilig Thuis kwamen langs.") == twee
    assert gevonden(gedrag_overig="Noor wil later bij de politieacademie, virtuoos.") == []


def test_a_closed_question_gives_no_remarks():
    assert gevonden(ondersteuningsvraag=False, ondersteuning_gekregen="999990019") == []


def test_every_remark_says_what_to_do_and_why():
    inhoud = VOLLEDIG.met({"verzuim_vanaf": date(2020, 1, 1), "diagnoses": ({"naam": "x"},), "trots": "999990019 VIR"})
    for opmerking in controleer_waarden(inhoud, OP):
        assert opmerking.zin.endswith(".")
        assert "art. " in opmerking.reden
