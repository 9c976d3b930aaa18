"""What may a region change about the questions, and is it told clearly what it may not?"""

import pytest

from overstap.domain.rapporten.catalogue import bezwaar_tegen_regioveld, catalogus, catalogus_van_regio
from overstap.domain.rapporten.rules import controleer_waarden, volledigheid_rapport
from overstap.domain.scholen.rules import RegiobestandFout, Regioveld, lees_regio
from tests.domain.rapporten.test_waarden import OP
from tests.domain.rapporten.voorbeeld import VOLLEDIG
from tests.wereld import REGIOBESTAND

VOORBEELD = REGIOBESTAND.read_text(encoding="utf-8")


def met(velden: str) -> str:
    return VOORBEELD.split("[velden.")[0] + velden + '\n[kalender."2026-2027"]\n' + VOORBEELD.split('"2026-2027"]\n')[1]


def test_the_example_file_is_within_the_law_and_changes_only_the_words():
    regio = lees_regio(VOORBEELD, bezwaar_tegen_regioveld)
    lijst = catalogus_van_regio(regio.instellingen())
    assert lijst.velden["motivatie"].gevraagd
    assert "drie punten" in lijst.velden["aandachtspunten"].regio_uitleg
    assert [s.naam for s in lijst.secties] == [s.naam for s in catalogus().secties]
    assert list(lijst.velden) == list(catalogus().velden)
    assert catalogus_van_regio({}) is catalogus()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ("[velden.kerkbezoek]\nvragen = true", "Een regio kan geen eigen gegeven toevoegen. Alle namen"),
        ('[velden.motivati]\nuitleg = "x"', "Bedoelt u motivatie?"),
        ("[velden.gedrag_contact]\nvragen = false", "Een regio kan het niet weglaten."),
        ("[velden.trots]\nvragen = false", "Een school mag dit altijd invullen."),
        ('[velden.achternaam]\nuitleg = "x"', "Dit komt uit de leerlingadministratie"),
        ('[velden.trots]\nuitleg = "<b>x</b>"', "zonder opmaak"),
        ("[velden.trots]\nverplicht = true", "Dit woord is hier niet bekend."),
        ('[velden.trots]\nvragen = "ja"', "true of false"),
    ],
)  # fmt: skip
def test_what_a_region_may_not_say_is_refused_with_its_line(velden: str, zin: str):
    tekst = met(velden)
    with pytest.raises(RegiobestandFout) as fout:
        lees_regio(tekst, bezwaar_tegen_regioveld)
    [eerste] = fout.value.fouten
    assert zin in eerste.zin
    assert tekst.splitlines()[eerste.regel - 1] in velden


def test_what_a_region_asks_for_is_a_request_and_no_condition():
    lijst = catalogus_van_regio({"velden": {"profiel": {"vragen": True}, "gedrag_contact": {"vragen": True}}})
    [verzoek] = controleer_waarden(VOLLEDIG, OP, lijst)
    assert (verzoek.veld, verzoek.ernst.value) == ("profiel", "waarschuwing")
    assert controleer_waarden(VOLLEDIG.met({"profiel": "basis"}), OP, lijst) == ()
    assert volledigheid_rapport(VOLLEDIG, lijst).volledig


def test_every_name_of_a_veld_that_may_be_asked_can_be_explained():
    for naam, veld in catalogus().velden.items():
        mag = bezwaar_tegen_regioveld(naam, Regioveld(uitleg="Kort graag.")) == ""
        assert mag is (veld.bron.value == "school")
