"""What we write is valid for the official schema and our rules, and reads back as what went in."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.snapshot import Persoonsnummer
from overstap.domain.rapporten.catalogue import Categorie, catalogus
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso import Profiel, Schrijffout, lees, rondreis, voorbeeldbestand
from overstap.integrations.oso.v2019.naam import qpad
from overstap.integrations.oso.v2019.profielen import MATRIX, VERBODEN
from tests.integrations.oso.leerling import (
    BESTANDEN,
    DATUM,
    INZAGE,
    LEERLING,
    LOS,
    NUMMER,
    OPP,
    PDF,
    opgesteld,
)
from tests.integrations.oso.strategie import leerlingen

CIJFER = {"scores": ({"waarde": "8"},)}
L = "huidigeschool/leerling"


def teksten(xml: bytes, pad: str) -> list[str | None]:
    return [element.text for element in etree.fromstring(xml).findall(qpad(pad))]


def regels(fout) -> set[str]:
    return {melding.regel for melding in fout.value.meldingen if melding.ernst is Ernst.FOUT}


def test_example_is_valid_for_the_official_schema(xsd):
    xsd.assertValid(etree.fromstring(opgesteld().xml))


def test_same_report_gives_the_same_bytes():
    assert opgesteld().xml == opgesteld(Inhoud(dict(reversed(list(LEERLING.items()))))).xml


# What only a vo school sends of a pupil: a basisschool may not.
VAN_HET_VO = {veld.naam for veld in catalogus().velden.values() if veld.categorie is Categorie.VO}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(leerlingen(), st.sampled_from([profiel for profiel in Profiel if profiel.schrijfbaar]))
def test_any_report_is_valid_and_reads_back(xsd, inhoud, profiel):
    geschreven = opgesteld(inhoud, bestanden=(), profiel=profiel)
    xsd.assertValid(etree.fromstring(geschreven.xml))
    gelezen = lees(geschreven.xml)
    weg = {weigering.element for weigering in geschreven.geweigerd}
    mag_weg = {"persoonsnummer", "doorstroomtoets"} if profiel.voor_swv else set()
    assert weg <= mag_weg | (VAN_HET_VO if MATRIX[profiel]["cat_vombo"] == VERBODEN else set())
    assert dict(gelezen.inhoud) == {naam: waarde for naam, waarde in inhoud.items() if naam not in weg}
    assert (gelezen.nummer, gelezen.inzage, gelezen.datum) == (None if profiel.voor_swv else NUMMER, INZAGE, DATUM)
    assert gelezen.kapot == gelezen.geweigerd == ()


def test_official_povo_file_makes_the_round_trip(povo_bestand, tmp_path, xsd):
    verslag = rondreis(povo_bestand, tmp_path / "uit.xml")
    assert verslag.gelukt
    assert "Kapotte bijlagen (5)" in verslag.tekst
    assert "Bankrekening (2×)" in verslag.tekst
    uit = (tmp_path / "uit.xml").read_bytes()
    xsd.assertValid(etree.fromstring(uit))
    assert lees(uit).meldingen == lees(uit).geweigerd == ()


def test_second_round_trip_gives_the_same_bytes(povo_bestand, tmp_path):
    een, twee = tmp_path / "een.xml", tmp_path / "twee.xml"
    assert rondreis(povo_bestand, een).gelukt
    assert rondreis(een, twee).gelukt
    # The package names itself, and no day is made up.
    assert een.read_bytes() == twee.read_bytes()


def test_round_trip_of_rubbish_says_what_to_do(tmp_path):
    (tmp_path / "in.xml").write_bytes(b"%PDF-1.4")
    verslag = rondreis(tmp_path / "in.xml", tmp_path / "uit.xml")
    assert not verslag.gelukt
    assert "maar een PDF" in verslag.tekst
    assert not (tmp_path / "uit.xml").exists()


def test_round_trip_of_an_unfinished_report_lists_what_is_missing(tmp_path):
    xml = opgesteld().xml.replace(b"<contactnodig>true</contactnodig>", b"")
    (tmp_path / "in.xml").write_bytes(xml)
    verslag = rondreis(tmp_path / "in.xml", tmp_path / "uit.xml")
    assert not verslag.gelukt
    assert "OVa.OA03" in verslag.tekst


@pytest.mark.parametrize(
    ("voorlopig", "definitief", "advies", "herzien"),
    [
        ("havo", None, ["60"], []),
        ("havo", "havo", ["60"], []),
        ("havo", "havo_vwo", ["60"], ["61"]),
        (None, "vwo", ["70"], []),
    ],
)
def test_second_advice_only_when_adjusted(voorlopig, definitief, advies, herzien):
    xml = opgesteld(LEERLING.met({"advies_voorlopig": voorlopig, "advies_definitief": definitief})).xml
    assert teksten(xml, f"{L}/overstapadvies/advies") == advies
    assert teksten(xml, f"{L}/overstapadvies/herzienadvies") == herzien


def test_wish_that_was_not_expressed_is_left_out():
    xml = opgesteld(LEERLING.met({"wens_ouders": "geen_wens"})).xml
    assert teksten(xml, f"{L}/overstapadvies/wensouders") == []


def test_secret_data_never_leave():
    geheim = {"adresgeheim": True, "communicatie": ({"soort": "telefoon", "nummer": "0612345678", "geheim": True},)}
    xml = opgesteld(LEERLING.met(geheim)).xml
    assert teksten(xml, f"{L}/communicatielijst/communicatie/nummer") == ["9999999999"]
    assert teksten(xml, f"{L}/adreslijst/adres/straat") == []


@pytest.mark.parametrize(
    ("wijziging", "regel"),
    [
        ({"achternaam": None}, "structuur"),
        ({"voornamen": None}, "OVa.LL01"),
        ({"advies_voorlopig": None, "advies_definitief": None}, "OVa.OA02"),
        ({"contactnodig": None}, "OVa.OA03"),
        ({"aandachtspunten": "x" * 281}, "structuur"),
        ({"wens_leerling": "ruimtevaart"}, None),
        ({"adres_buitenland": ("x" * 36,)}, "structuur"),
        ({"school": {**LEERLING["school"], "brincode": "9X"}}, "structuur"),
        ({"verzorgers": None}, "OVa.OV01"),
        ({"cijferlijsten": ({"jaargroep": "8", "vakken": (CIJFER, {"naam": "Taal", **CIJFER})},)}, "structuur"),
        ({"cijferlijsten": ({"jaargroep": "8", "vakken": ({"naam": "Taal", **CIJFER}, CIJFER)},)}, "structuur"),
    ],
)
def test_report_that_breaks_a_rule_is_not_written(wijziging, regel):
    inhoud = LEERLING.met(wijziging)
    if regel is None:
        assert teksten(opgesteld(inhoud).xml, f"{L}/overstapadvies/wensleerling") == []
        return
    with pytest.raises(Schrijffout) as fout:
        opgesteld(inhoud)
    assert regels(fout) == {regel}


@pytest.mark.parametrize(
    ("anders", "regel"),
    [
        ({"nummer": None}, "OVa.LL12"),
        ({"nummer": Persoonsnummer(Nummersoort.BSN, "000000000")}, "nummer"),
        ({"nummer": Persoonsnummer(Nummersoort.ONDERWIJSNUMMER, "999990019")}, "nummer"),
        ({"inzage": replace(INZAGE, ingezien=False)}, "OVa.IZ02"),
        ({"inzage": replace(INZAGE, datum=None)}, "OVa.IZ03"),
        ({"inzage": replace(INZAGE, akkoord="")}, "OVa.IZ04"),
        ({"bestanden": (replace(LOS, inhoud=b"MZ\x00\x01", bestandsnaam="x.exe"),)}, "bijlage"),
        ({"datum": date(2030, 1, 1)}, "OVa.TR04"),
    ],
)
def test_file_around_the_report_is_judged_too(anders, regel):
    with pytest.raises(Schrijffout) as fout:
        opgesteld(**anders)
    assert regels(fout) == {regel}


def test_onderwijsnummer_takes_the_place_of_the_bsn():
    nummer = Persoonsnummer(Nummersoort.ONDERWIJSNUMMER, "100000004")
    xml = opgesteld(nummer=nummer).xml
    assert (teksten(xml, f"{L}/onderwijsnummer"), teksten(xml, f"{L}/bsn")) == (["100000004"], [])
    assert lees(xml).nummer == nummer


def test_category_that_is_switched_off_is_said_and_empty(xsd):
    xml = opgesteld(uitgezet=frozenset({"cat_onderwijsondersteuning", "cat_leerling"})).xml
    xsd.assertValid(etree.fromstring(xml))
    assert teksten(xml, "metadata/categorie_uitlevering/cat_onderwijsondersteuning") == ["OPT-UIT"]
    assert teksten(xml, "metadata/categorie_uitlevering/cat_leerling") == ["VERPLICHT"]
    assert teksten(xml, f"{L}/onderwijsondersteuning") == []
    # Its attachment does not slip out among the loose documents.
    assert teksten(xml, f"{L}/overigdocumentlijst/document/bestandsnaam") == ["brief.txt"]


def test_attachment_goes_to_its_place_and_a_loose_one_to_the_others():
    xml = opgesteld().xml
    assert teksten(xml, f"{L}/onderwijsondersteuning/opp/document/bestandsnaam") == ["opp.pdf"]
    assert teksten(xml, f"{L}/overigdocumentlijst/document/bestandsnaam") == ["brief.txt"]
    assert [bestand.inhoud for bestand in lees(xml).bestanden] == [OPP.inhoud, LOS.inhoud]


def test_attachment_that_was_not_released_stays_here():
    xml = opgesteld(bestanden=()).xml
    assert teksten(xml, f"{L}/onderwijsondersteuning/opp/document") == []


def test_second_attachment_at_a_single_place_goes_to_the_loose_ones():
    tlv = {
        "ingangsdatum": DATUM,
        "swvnummer": "PO9999",
        "categorie": "L",
        "beschikkingsnummer": "1",
        "documenten": ("a", "b"),
    }
    bestanden = tuple(Bestand(naam, "", f"{naam}.pdf", "", "", PDF) for naam in "ab")
    xml = opgesteld(LEERLING.met({"tlv": (tlv,)}), bestanden=bestanden).xml
    assert teksten(xml, f"{L}/onderwijsondersteuning/tlv/document/bestandsnaam") == ["a.pdf"]
    assert teksten(xml, f"{L}/overigdocumentlijst/document/bestandsnaam") == ["b.pdf"]


@pytest.mark.parametrize("toets", ["leerling_in_beeld", "dia"])
def test_test_without_oso_code_is_left_out_with_a_warning(toets, xsd):
    geschreven = opgesteld(LEERLING.met({"doorstroomtoets": {**LEERLING["doorstroomtoets"], "aanbieder": toets}}))
    xsd.assertValid(etree.fromstring(geschreven.xml))
    assert teksten(geschreven.xml, f"{L}/eindtoets_basisonderwijs") == []
    assert [melding.ernst for melding in geschreven.meldingen] == [Ernst.WAARSCHUWING]


def test_no_day_is_made_up_for_a_pupil_who_did_not_take_the_test(xsd):
    geschreven = opgesteld(LEERLING.met({"doorstroomtoets": {"deelgenomen": False, "ontheffing": True}}))
    xsd.assertValid(etree.fromstring(geschreven.xml))
    assert teksten(geschreven.xml, f"{L}/eindtoets_basisonderwijs/deelgenomen") == []
    assert "niet meedeed" in geschreven.meldingen[0].tekst


def test_example_file_is_an_upload_that_can_be_read():
    gelezen = lees(voorbeeldbestand(LEERLING, nummer=NUMMER, datum=DATUM, bestanden=BESTANDEN))
    assert not gelezen.meldingen
    assert gelezen.pakket == "Voorbeeld-LAS"
