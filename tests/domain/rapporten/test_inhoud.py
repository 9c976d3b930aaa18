"""Does a value survive storage, and does the same content always give the same bytes?"""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overstap.domain.rapporten.catalogue import Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Waardefout, schoon
from overstap.domain.rapporten.snapshot import Inhoud
from tests.domain.rapporten.strategieen import inhouden, van_veld

VELDEN = list(catalogus().velden.values())


@pytest.mark.parametrize("veld", VELDEN, ids=lambda veld: veld.naam)
@settings(max_examples=12)  # a thousand together: velden of one type try the same code
@given(data=st.data())
def test_a_value_of_every_veld_returns_from_json(veld: Veld, data: st.DataObject):
    waarde = data.draw(van_veld(veld))
    ruw = json.loads(json.dumps(veld.type.naar_json(waarde)))
    assert veld.type.uit_json(ruw) == waarde
    assert not list(veld.type.controleer(waarde))
    assert isinstance(veld.type.tekst(waarde), str)


@given(inhoud=inhouden())
def test_a_report_returns_from_bytes_with_the_same_fingerprint(inhoud: Inhoud):
    terug = Inhoud.uit_bytes(inhoud.naar_bytes())
    assert terug == inhoud
    assert terug.vingerafdruk() == inhoud.vingerafdruk()


def test_the_order_of_filling_in_does_not_change_the_fingerprint():
    een = Inhoud({"roepnaam": "Noor", "achternaam": "Haddou"})
    ander = Inhoud({"achternaam": "Haddou"}).met({"roepnaam": "Noor"})
    assert een.vingerafdruk() == ander.vingerafdruk()


def test_empty_parts_do_not_exist_however_deep():
    leeg = {"opp": {"documenten": ()}, "toetsen": ({"toetsscore": {}},), "roepnaam": "", "voornamen": ()}
    assert Inhoud(leeg) == Inhoud()
    assert Inhoud({"adresgeheim": False, "verzuim_geoorloofd": 0}).naar_json() == {
        "adresgeheim": False,
        "verzuim_geoorloofd": 0,
    }


def test_numbers_keep_the_way_they_were_written():
    inhoud = Inhoud({"toetsen": ({"toetsscore": {"vaardigheidsscore": Decimal("90.0")}},)})
    assert str(Inhoud.uit_bytes(inhoud.naar_bytes())["toetsen"][0]["toetsscore"]["vaardigheidsscore"]) == "90.0"


@pytest.mark.parametrize(
    ("naam", "ruw"),
    [
        ("roepnaam", 3),
        ("geboortedatum", "2015-02-30"),
        ("adresgeheim", "ja"),
        ("verzuim_geoorloofd", True),
        ("hulp_bij_toetsen", "geen"),
        ("wens_ouders", ["havo"]),
        ("voornamen", "Noor Ä"),
        ("opp", {"bsn": "999990019"}),
        ("toetsen", {}),
    ],
)
def test_json_of_another_shape_is_refused(naam: str, ruw: object):
    with pytest.raises(Waardefout):
        Inhoud.uit_json({naam: ruw})


def test_a_name_outside_the_catalogue_is_refused_both_ways():
    with pytest.raises(KeyError):
        Inhoud.uit_json({"nationaliteit": "x"})
    with pytest.raises(KeyError):
        Inhoud({"nationaliteit": "x"}).naar_bytes()


def test_text_is_spelled_one_way_and_holds_nothing_that_xml_refuses():
    assert schoon("e\u0301\r\nx\x00\x0b\ud800y\tz") == "é\nxy\tz"


def test_an_answer_under_a_closed_question_stays_but_does_not_travel():
    inhoud = Inhoud({"ondersteuningsvraag": False, "ondersteuning_gekregen": "tekst"})
    assert "ondersteuning_gekregen" in inhoud
    assert dict(inhoud.geldend()) == {"ondersteuningsvraag": False}


class TestVerversenUitLas:
    """A new import renews the LAS and keeps what people wrote."""

    OUD = Inhoud(
        {
            "roepnaam": "Noor",
            "opvallend": "eigen tekst",
            "diagnoses": (
                {"naam": "Dyslexie", "datum": date(2024, 1, 1), "relatie": "leest langzaam"},
                {"naam": "Slechthorend", "datum": date(2023, 1, 1), "relatie": "zit vooraan"},
            ),
        }
    )

    def test_las_velden_are_renewed_and_taken_away(self):
        nieuw = self.OUD.ververst_uit_las(Inhoud({"achternaam": "Haddou"}))
        assert "roepnaam" not in nieuw
        assert "diagnoses" not in nieuw
        assert nieuw["achternaam"] == "Haddou"

    def test_typed_answers_stay_and_empty_ones_are_prefilled(self):
        nieuw = self.OUD.ververst_uit_las(Inhoud({"opvallend": "uit het LAS", "aandachtspunten": "uit het LAS"}))
        assert nieuw["opvallend"] == "eigen tekst"
        assert nieuw["aandachtspunten"] == "uit het LAS"

    def test_the_relation_stays_with_its_own_diagnosis(self):
        las = Inhoud(
            {
                "diagnoses": (
                    {"naam": "Slechthorend", "datum": date(2023, 1, 1), "doorwie": "audioloog"},
                    {"naam": "Dyslexie", "datum": date(2024, 1, 1)},
                    {"naam": "Dyscalculie", "datum": date(2025, 1, 1)},
                )
            }
        )
        relaties = [rij.get("relatie") for rij in self.OUD.ververst_uit_las(las)["diagnoses"]]
        assert relaties == ["zit vooraan", "leest langzaam", None]

    def test_the_relation_of_a_diagnosis_that_is_gone_moves_to_no_other(self):
        las = Inhoud({"diagnoses": ({"naam": "Dyscalculie", "datum": date(2025, 1, 1)},)})
        assert "relatie" not in self.OUD.ververst_uit_las(las)["diagnoses"][0]
