"""Reading takes over what is lawful, says what is not, and goes on where a part is broken."""

from datetime import date
from decimal import Decimal

import pytest

from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso import Leesfout, lees
from tests.integrations.oso.leerling import LEERLING, opgesteld

NS = "http://www.edustandaard.nl/oso_gegevensset/{}/dossier"
XML = opgesteld().xml.decode()


def gewijzigd(oud: str, nieuw: str):
    """What is read from the example file with one place changed."""
    assert oud in XML
    return lees(XML.replace(oud, nieuw, 1).encode())


def regels(gelezen):
    return {melding.regel for melding in gelezen.meldingen}


def test_official_povo_file(povo):
    gelezen = lees(povo)
    assert gelezen.inhoud["voornamen"] == ("Björn", "Johannes", "Martinus", "Franciscus")
    assert gelezen.inhoud["geslacht"] == "man"
    assert gelezen.inhoud["advies_voorlopig"] == "vmbo_g"
    assert len(gelezen.inhoud["verzorgers"]) == 5
    assert gelezen.inhoud["toetsen"][4]["onderdelen"][0]["toetsscore"]["bivhoog"] == Decimal(140)
    assert gelezen.nummer is not None
    assert gelezen.nummer.soort is Nummersoort.BSN
    assert (gelezen.profiel, gelezen.overdrachtsoort, gelezen.schooljaar) == ("POVO", "overstapdossier", "2015-2016")
    assert {melding.regel for melding in gelezen.meldingen} == {"bijlage"}
    assert gelezen.inhoud.uit_bytes(gelezen.inhoud.naar_bytes()) == gelezen.inhoud


def test_official_povo_attachments_fail_alone(povo):
    gelezen = lees(povo)
    # Fifteen in the file: one about absence is refused by article 7, five are cut off.
    assert len(gelezen.bestanden) == 9
    assert len(gelezen.kapot) == 5
    assert all("afgekapt" in bestand.reden for bestand in gelezen.kapot)
    assert len({bestand.sleutel for bestand in gelezen.bestanden}) == 9


def test_official_povo_refusals_name_an_article_and_no_value(povo):
    geweigerd = {weigering.element.rsplit("/", 1)[-1]: weigering for weigering in lees(povo).geweigerd}
    assert set(geweigerd) == {
        "onderwijssinds", "leerlinggewicht", "nnca", "tehuis", "huisarts", "frequentie", "contactleerplicht",
        "documentLijst", "iban", "overlijdensdatum",
    }  # fmt: skip
    assert geweigerd["iban"].aantal == 2
    assert "art. 3, onder c" in geweigerd["iban"].reden
    assert "NL51" not in repr(lees(povo))


def test_personal_number_is_not_in_the_repr(povo):
    gelezen = lees(povo)
    assert gelezen.nummer is not None
    assert gelezen.nummer.waarde not in repr(gelezen)


def test_official_swv_file_is_read_without_number(poswv):
    gelezen = lees(poswv)
    assert gelezen.nummer is None
    assert gelezen.profiel == "POSWV"
    assert not gelezen.fouten


def test_own_file_is_read_back_without_findings():
    gelezen = lees(XML.encode())
    assert gelezen.meldingen == gelezen.geweigerd == gelezen.kapot == ()
    anders = {naam for naam in LEERLING if gelezen.inhoud[naam] != LEERLING[naam]}
    assert anders == {"opp"}  # the keys of attachments follow from their content
    assert gelezen.inhoud["achternaam"] == LEERLING["achternaam"]


@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_sex_is_translated_the_oso_way(code):
    gelezen = gewijzigd("<geslacht>1</geslacht>", f"<geslacht>{code}</geslacht>")
    assert gelezen.inhoud["geslacht"] == {"0": "onbekend", "1": "vrouw", "2": "man"}[code]


@pytest.mark.parametrize("dag", ["2015-02-28Z", "2015-02-28+01:00", " 2015-02-28\n"])
def test_date_may_carry_a_time_zone(dag):
    assert gewijzigd("2015-02-28", dag).inhoud["geboortedatum"] == date(2015, 2, 28)


@pytest.mark.parametrize("dag", ["2015-02-30", "28-02-2015", "20150228", "2015-W09-6", "٢٠١٥-02-28", "0000-01-01"])
def test_impossible_date_is_a_finding_and_the_rest_is_read(dag):
    gelezen = gewijzigd("2015-02-28", dag)
    assert "geboortedatum" not in gelezen.inhoud
    assert [melding.pad for melding in gelezen.fouten] == ["/dossier/huidigeschool/leerling/geboortedatum"]
    assert gelezen.inhoud["achternaam"] == LEERLING["achternaam"]


def test_unknown_code_is_a_finding_and_not_taken_over():
    gelezen = gewijzigd("<advies>52</advies>", "<advies>99</advies>")
    assert "advies_voorlopig" not in gelezen.inhoud
    assert regels(gelezen) == {"codelijst 2"}
    assert [weigering.element for weigering in gelezen.geweigerd] == [
        "/dossier/huidigeschool/leerling/overstapadvies/advies"
    ]


def test_code_with_a_lost_leading_zero_is_unknown():
    assert regels(gewijzigd("<dom_referentieniveau>04", "<dom_referentieniveau>4")) == {"codelijst 45"}


def test_wrong_order_is_a_fout_but_is_read():
    gelezen = gewijzigd("<roepnaam>Fleur</roepnaam>", "").inhoud
    assert "roepnaam" not in gelezen
    anders = XML.replace("      <roepnaam>Fleur</roepnaam>\n", "").replace(
        "<geboortedatum>2015", "<roepnaam>F</roepnaam><geboortedatum>2015"
    )
    assert lees(anders.encode()).meldingen == ()
    achteraan = XML.replace("      <roepnaam>Fleur</roepnaam>\n", "").replace(
        "<adresgeheim>false", "<roepnaam>F</roepnaam><adresgeheim>false", 1
    )
    gelezen = lees(achteraan.encode())
    assert gelezen.inhoud["roepnaam"] == "F"
    assert [(melding.regel, melding.ernst) for melding in gelezen.meldingen] == [("structuur", Ernst.FOUT)]


@pytest.mark.parametrize(
    ("oud", "nieuw", "woord"),
    [
        ("<roepnaam>Fleur</roepnaam>", "<hobby>x</hobby>", "hoort hier niet"),
        ("<roepnaam>Fleur</roepnaam>", "<roepnaam/>", "is leeg"),
        ("<roepnaam>Fleur</roepnaam>", "<roepnaam>Fleur</roepnaam><roepnaam>Fleur</roepnaam>", "één keer"),
        ("<groepscode>8a</groepscode>", "", "ontbreekt"),
        ("<overstap>POVO", "los <overstap>POVO", None),
        ("<brincode>99XX", "<brincode>99xx", "goede vorm"),
        ("boven de bakker", "boven de bakker " * 4, "64 tekens"),
        ("<standaardscore>84", "<standaardscore>8.4", "is geen heel getal"),
        ("<standaardscore>84", "<standaardscore>1001", "tussen 0 en 1000"),
        ("<adresgeheim>false", "<adresgeheim>nee", "is geen ja of nee"),
        ("<cat_verzuim>OPTIONEEL", "<cat_verzuim>misschien", "codelijst 48"),
        ("<naam>Rekenen</naam>", "", "ontbreekt"),
    ],
)
def test_broken_structure_is_a_finding(oud, nieuw, woord):
    meldingen = gewijzigd(oud, nieuw).meldingen
    assert any(
        melding.regel in ("structuur", "codelijst 48") and (woord or "") in melding.tekst for melding in meldingen
    )
    assert all(melding.herstel.endswith(".") for melding in meldingen)


def test_secret_number_never_becomes_a_number():
    rijen = lees(XML.encode()).inhoud["communicatie"]
    assert rijen[1] == {"soort": "telefoon", "geheim": True}
    open_ = gewijzigd("<nummer>9999999999</nummer>", "<nummer>0612345678</nummer>")
    assert open_.inhoud["communicatie"][1] == {"soort": "telefoon", "geheim": True}
    assert [weigering.aantal for weigering in open_.geweigerd] == [1]
    assert regels(open_) == {"OVa.LL08"}
    assert "0612345678" not in repr(open_)


def test_fixed_value_of_a_secret_is_recognised_without_its_flag():
    gelezen = gewijzigd("<geheim>true</geheim>", "")
    assert gelezen.inhoud["communicatie"][1] == {"soort": "telefoon", "geheim": True}
    assert gelezen.geweigerd == ()


def test_secret_address_is_thrown_away():
    gelezen = gewijzigd("<adresgeheim>false", "<adresgeheim>true")
    assert "adressen" not in gelezen.inhoud
    assert regels(gelezen) == {"OVa.LL06"}


@pytest.mark.parametrize(
    ("begin", "code", "woord"),
    [
        (f'<dossier xmlns="{NS.format("2018")}"/>', "ander_jaar", "2018"),
        (f'<dossier xmlns="{NS.format("1.2")}"/>', "ander_jaar", "1.2"),
        ("<dossier/>", "geen_oso", "geen OSO"),
        ("<html/>", "geen_oso", "geen OSO"),
        (f'<dossiers xmlns="{NS.format("2019")}"/>', "andere_wortel", "per leerling"),
        (f'<leerling xmlns="{NS.format("2019")}"/>', "andere_wortel", "begint niet"),
    ],
)
def test_other_root_or_year_is_refused(begin, code, woord):
    with pytest.raises(Leesfout) as fout:
        lees(begin.encode())
    assert fout.value.code == code
    assert woord in fout.value.zin


def test_file_without_pupil_is_read_as_missing_parts():
    gelezen = lees(f'<dossier xmlns="{NS.format("2019")}"/>'.encode())
    assert not gelezen.inhoud
    assert len(gelezen.fouten) == 3


def test_findings_about_a_hostile_file_are_limited():
    rommel = "<x/>" * 100_000
    gelezen = lees(XML.replace("<roepnaam>Fleur</roepnaam>", rommel).encode())
    assert len(gelezen.meldingen) <= 400
    assert {weigering.aantal for weigering in gelezen.geweigerd} == {100_000}
