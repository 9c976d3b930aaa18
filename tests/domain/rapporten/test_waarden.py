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
    assert gevonden(**wijziging, ondersteuningsvraag=True) == []


@pytest.mark.parametrize(("relatie", "fout"), [("", True), ("leest langzaam", False)])
def test_a_diagnosis_needs_its_relation(relatie: str, fout: bool):
    """Art. 6-b: in relation to participation and performance."""
    remarks = gevonden(ondersteuningsvraag=True, diagnoses=({"naam": "Dyslexie", "relatie": relatie},))
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
        ("een code van tien cijfers: 9999900190", False),
        ("999990018", False),
        ("score 12 345", False),
    ],
)
def test_a_number_that_is_a_bsn_is_refused_in_any_text(tekst: str, nummer: bool):
    """Art. 3-b and 8: the number travels apart, so it stops the report; the text itself is kept."""
    verwacht = [("opvallend", Ernst.FOUT)] if nummer else []
    assert gevonden(opvallend=tekst) == verwacht
    dieper = gevonden(ondersteuningsvraag=True, belemmering={"omschrijving": tekst, "relatie": "x"})
    assert bool(dieper) is nummer


def test_a_number_in_a_text_of_the_administration_is_looked_at_and_in_what_is_added_there_refused():
    rij = {"naam": "999990019", "datum": date(2024, 1, 1), "doorwie": "x", "instantie": "y", "relatie": "Leest traag."}
    assert gevonden(ondersteuningsvraag=True, diagnoses=(rij,)) == [("diagnoses", Ernst.WAARSCHUWING)]
    hier = {**rij, "naam": "Dyslexie", "relatie": "BSN 999990019"}
    assert gevonden(ondersteuningsvraag=True, diagnoses=(hier,)) == [("diagnoses", Ernst.FOUT)]


def test_a_number_in_its_own_veld_is_no_remark():
    assert gevonden(leerlingid="999990019") == []


def test_words_that_the_law_keeps_out_are_pointed_out():
    twee = [("gedrag_overig", Ernst.WAARSCHUWING)] * 2
    assert gevonden(gedrag_overig="De politie en Veilig Thuis kwamen langs.") == twee
    assert gevonden(gedrag_overig="Noor wil later bij de politieacademie, virtuoos.") == []


def test_a_closed_question_gives_no_remarks():
    gezien = gevonden(ondersteuningsvraag=False, ondersteuning_gekregen="999990019")
    assert gezien == [("ondersteuningsvraag", Ernst.WAARSCHUWING)]


@pytest.mark.parametrize(
    ("tekst", "gezien"),
    [
        ("Bel 06-12345678 of 050 123 45 67.", "telefoonnummer"),
        ("Mail naar moeder@thuis.example voor meer.", "e-mailadres"),
        ("Noor vertelt thuis veel.", ""),
        ("Zij scoort 0,5 hoger dan 2 jaar geleden.", ""),
    ],
)
def test_how_somebody_can_be_reached_has_its_own_place(tekst: str, gezien: str):
    remarks = [o.zin for o in controleer_waarden(VOLLEDIG.met({"opvallend": tekst}), OP)]
    assert len(remarks) == (1 if "@" in tekst or "06" in tekst else 0)
    assert all(gezien in zin for zin in remarks)
    assert (
        gevonden(contactnodig=True, contactpersoon="juf An", contacttelefoon="0501234567", contactemail="a@b.nl") == []
    )


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("Zij speelt met haar vriendin Sanne.", ["Sanne"]),
        ("Juf Marije en meester De Wit zien dit ook. Juf Marije helpt.", ["Marije", "De Wit"]),
        ("Mevrouw van den Berg, haar broer en oma. Oom Piet helpt.", ["van den Berg", "Piet"]),
        ("Zij maakt makkelijk vrienden. Haar zus zit in groep 6.", []),
    ],
)
def test_the_name_of_somebody_else_is_pointed_out(tekst: str, namen: list[str]):
    remarks = controleer_waarden(VOLLEDIG.met({"gedrag_contact": tekst}), OP)
    assert [o.zin.split(": ")[1].split(".")[0] for o in remarks] == namen


def test_the_pupil_is_nobody_else():
    tekst = "De oma van Noa paste op Noa’s broer. De vriend van Noa’s neef ook. De zus van Daan hielp; juf Noa niet."
    remarks = controleer_waarden(VOLLEDIG.met({"gedrag_contact": tekst, "roepnaam": "Noa"}), OP)
    assert [o.zin.split(": ")[1].split(".")[0] for o in remarks] == ["van Daan", "Noa"]


@pytest.mark.parametrize(
    ("tekst", "oud"),
    [
        ("In groep 6 was Noor vaak afwezig.", True),
        ("Het verzuim was hoog in 2024-2025.", True),
        ("Zij was in maart 2026 vaak te laat.", False),
        ("Zij was in februari 2026 vaak te laat.", True),
        ("Afwezig op 23-3-2026.", True),
        ("Afwezig op 24-3-2026.", False),
        ("Afwezig op 31-2-2020.", False),
        ("Spijbelt sinds 2025.", True),
        ("Spijbelt sinds 2026.", False),
        ("In groep 6 leerde zij lezen. Nu is zij nooit afwezig.", False),
        ("In 2024 verhuisde het gezin.", False),
    ],
)
def test_old_absence_in_a_text_is_pointed_out(tekst: str, oud: bool):
    """Art. 7: from 24 March 2026 on, when drawn up on 24 March 2027."""
    remarks = controleer_waarden(VOLLEDIG.met({"gedrag_overig": tekst}), OP)
    assert [(o.ernst, "art. 7" in o.reden) for o in remarks] == ([(Ernst.WAARSCHUWING, True)] if oud else [])


def test_every_remark_says_what_to_do_and_why():
    inhoud = VOLLEDIG.met({"verzuim_vanaf": date(2020, 1, 1), "diagnoses": ({"naam": "x"},), "trots": "999990019 VIR"})
    for opmerking in controleer_waarden(inhoud, OP):
        assert opmerking.zin.endswith(".")
        assert "art. " in opmerking.reden
