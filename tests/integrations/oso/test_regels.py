"""Every rule for POVO finds the file that breaks it, and only that file."""

from collections.abc import Callable
from datetime import date

import pytest
from lxml import etree

from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules.toetsen import oudste_toetsdag
from overstap.integrations.oso import Profiel, lees
from overstap.integrations.oso.v2019.naam import q, qpad
from overstap.integrations.oso.v2019.regels import REGELS, regels_van, toets
from tests.integrations.oso.leerling import DATUM, opgesteld

XML = opgesteld().xml
L = "huidigeschool/leerling"
CAT = "metadata/categorie_uitlevering"
Breuk = Callable[[etree._Element], None]


def weg(pad: str) -> Breuk:
    """Take away every element at this path."""

    def breek(wortel):
        gevonden = wortel.findall(qpad(pad))
        assert gevonden, pad
        for element in gevonden:
            element.getparent().remove(element)

    return breek


def zet(pad: str, tekst: str) -> Breuk:
    """Give the first element at this path another text; make it (at the end of its parent) when it is not there."""

    def breek(wortel):
        element = wortel.find(qpad(pad))
        if element is None:
            ouder, _, naam = pad.rpartition("/")
            element = etree.SubElement(wortel.find(qpad(ouder)), q(naam))
        element.text = tekst

    return breek


def samen(*breuken: Breuk) -> Breuk:
    """Several changes at once."""

    def breek(wortel):
        for breuk in breuken:
            breuk(wortel)

    return breek


INSTELLING = samen(zet(f"{L}/verzorgersaansprakelijk", "false"), zet(f"{L}/aansprakelijkeinstelling", ""))
EINDTOETS = f"{L}/eindtoets_basisonderwijs"
TOETS = f"{L}/toetslijst/toets"

# (rule, break, findings of other rules that come along)
BREUKEN: list[tuple[str, Breuk, set[str]]] = [
    ("OG.01", zet("huidigeschool/communicatielijst/communicatie/soort", "e-mail"), set()),
    ("OG.02", zet("metadata/standaardversie", "2018.1"), set()),
    (
        "OG.03",
        samen(
            zet(f"{L}/onderwijsondersteuning/lwoo", ""),
            zet(f"{L}/onderwijsondersteuning/lwoo/lwoo_einddatum", "2027-08-01"),
        ),
        set(),
    ),
    ("OG.04", zet(f"{L}/verzorger/overlijdensdatum", "2020-01-01"), set()),
    ("OG.05", samen(zet(f"{L}/huisarts", ""), zet(f"{L}/huisarts/roepnaam", "Bob")), set()),
    ("OVa.MD01", zet("metadata/deeldossier", "LVS"), set()),
    ("OVa.MD02", zet("metadata/validatieversie", "2019.1"), set()),
    ("OVa.MD03", weg(CAT), set()),
    ("OVa.OS01", weg("metadata/overstap"), set()),
    ("OVa.OS02", zet("metadata/overstap", "VSPO"), set()),
    ("OVa.OS03", zet("overdrachtsoort", "swv-dossier"), set()),
    ("OVa.IZ01", weg("inzage"), {"OS.cat02"}),
    ("OVa.IZ02", zet("inzage/inzage", "false"), set()),
    ("OVa.IZ02", weg("inzage/inzage"), set()),
    ("OVa.IZ03", weg("inzage/inzagedatum"), set()),
    ("OVa.IZ04", weg("inzage/akkoord"), set()),
    ("OVa.SL01", weg("huidigeschool/adreslijst"), set()),
    ("OVa.SL02", weg("huidigeschool/communicatielijst"), set()),
    ("OVa.LL01", weg(f"{L}/voornaam"), set()),
    ("OVa.LL02", weg(f"{L}/geboortedatum"), set()),
    ("OVa.LL03", zet(f"{L}/geboortemaand", "2015-02"), set()),
    ("OVa.LL04", weg(f"{L}/adresgeheim"), set()),
    ("OVa.LL05", weg(f"{L}/adreslijst"), set()),
    ("OVa.LL06", zet(f"{L}/adresgeheim", "true"), set()),
    ("OVa.LL07", zet(f"{L}/postcode4adres", "9999"), set()),
    ("OVa.LL08", zet(f"{L}/communicatielijst/communicatie/geheim", "1"), set()),
    (
        "OVa.LL09",
        samen(weg(f"{L}/adreslijst"), zet(f"{L}/adresgeheim", "true"), zet(f"{L}/adresbuitenland", "x")),
        set(),
    ),
    ("OVa.LL10", zet(f"{L}/geboorteplaats", "Ergens"), set()),
    ("OVa.LL11", zet(f"{L}/nationaliteit", "0001"), set()),
    ("OVa.LL12", weg(f"{L}/bsn"), set()),
    ("OVa.LL13", weg(f"{L}/leerlingid"), set()),
    ("OVa.LL14", weg(f"{L}/datuminschrijving"), set()),
    ("OVa.LL15", weg(f"{L}/verzorgersaansprakelijk"), {"OVa.AI01"}),
    ("OVa.AI01", zet(f"{L}/verzorgersaansprakelijk", "false"), set()),
    ("OVa.VV01", zet(f"{L}/voorschools", ""), {"OS.cat06", "matrix"}),
    ("OVa.VV02", zet(f"{L}/vroegschools", ""), {"OS.cat06", "matrix"}),
    ("OVa.SL01", weg(f"{L}/schoolloopbaanlijst"), {"OS.cat07"}),
    ("OVa.OA01", weg(f"{L}/overstapadvies"), {"OS.cat08"}),
    ("OVa.OA02", weg(f"{L}/overstapadvies/advies"), set()),
    ("OVa.OA03", weg(f"{L}/overstapadvies/contactnodig"), set()),
    ("OVa.OA04", weg(f"{L}/overstapadvies/contactpersoon"), set()),
    ("OVa.OA05", weg(f"{L}/overstapadvies/contacttelefoon"), set()),
    ("OVa.OV01", weg(f"{L}/verzorger"), set()),
    ("OVa.OV03", zet(f"{L}/verzorger/adreslijst", ""), set()),
    ("OVa.EB02", weg(f"{EINDTOETS}/eindtoetsresultaat"), set()),
    ("OVa.EB03", samen(zet(f"{EINDTOETS}/deelgenomen", "false"), weg(f"{EINDTOETS}/eindtoetsresultaat")), set()),
    (
        "OVa.EB03",
        samen(
            zet(f"{EINDTOETS}/eindtoetsresultaat/wettelijke_ontheffing", "J"),
            weg(f"{EINDTOETS}/eindtoetsresultaat/toetssoort"),
        ),
        set(),
    ),
    ("OVa.EB04", weg(f"{EINDTOETS}/eindtoetsresultaat/toets_advies"), set()),
    ("OVa.TR04", zet(f"{TOETS}/afname/afnamedatum", "2024-07-31"), set()),
    ("OVa.TR05", samen(weg(f"{TOETS}/resultaat/toetsscore"), weg(f"{TOETS}/resultaat/referentiescore")), set()),
    ("OVa.TR06", weg(f"{TOETS}/resultaat/toetsscore/vaardigheidsscore"), set()),
    ("OVa.CL01", weg(f"{L}/cijferlijstlijst/cijferlijst/cijferlijstTypelijst/onderdeel/score/waarde"), set()),
    ("nummer", zet(f"{L}/bsn", "000000000"), set()),
    ("nummer", zet(f"{L}/bsn", "999990018"), set()),
    ("nummer", zet(f"{L}/bsn", "99999001"), set()),
    ("OS.cat01", zet(f"{CAT}/cat_metadata", "OPT-UIT"), set()),
    ("OS.cat02", zet(f"{CAT}/cat_ouderinzage", "VERBODEN"), set()),
    ("OS.cat05", zet(f"{CAT}/cat_oudersverzorgers", "OPT-UIT"), set()),
    ("OS.cat06", zet(f"{CAT}/cat_vve", "VERPLICHT"), set()),
    ("OS.cat07", zet(f"{CAT}/cat_schoolloopbaan", "OPT-UIT"), set()),
    ("OS.cat08", zet(f"{CAT}/cat_overstapadvies", "OPT-UIT"), set()),
    ("OS.cat09", zet(f"{CAT}/cat_onderwijsondersteuning", "OPT-UIT"), set()),
    ("OS.cat10", zet(f"{CAT}/cat_verzuim", "OPT-UIT"), set()),
    ("OS.cat10", weg(f"{L}/verzuim"), set()),
    ("OS.cat11", zet(f"{CAT}/cat_eindtoetsbo", "VERBODEN"), set()),
    ("OS.cat12", zet(f"{CAT}/cat_toetsresultaten", "OPT-UIT"), set()),
    ("OS.cat13", zet(f"{CAT}/cat_handelingsplannen", "VERPLICHT"), set()),
    ("OS.cat14", zet(f"{CAT}/cat_cijferlijsten", "OPT-UIT"), set()),
    ("OS.cat15", zet(f"{L}/bevorderd", ""), {"matrix"}),
    ("OS.cat16", zet(f"{CAT}/cat_bijlagedocs", "OPT-UIT"), set()),
]
STIL = {
    *("OVa.OV03", "OVa.OA02", "OVa.OA03", "OVa.OA04", "OVa.OA05", "OVa.EB02", "OVa.EB04"),
    *("OVa.TR04", "OVa.TR05", "OVa.TR06", "OVa.CL01"),
}
ALLEEN_RAAD = {"OVa.EB03", "OG.05", "matrix"}


def gebroken(breuk: Breuk) -> etree._Element:
    wortel = etree.fromstring(XML, etree.XMLParser(remove_blank_text=True))
    # Obligatory on paper; the broken file is judged as it says of itself.
    zet(f"{CAT}/cat_verzuim", "VERPLICHT")(wortel)
    breuk(wortel)
    return wortel


def test_the_example_itself_breaks_nothing():
    assert toets(etree.fromstring(XML), "POVO", peildatum=DATUM, schrijven=True) == []


@pytest.mark.parametrize(
    ("nummer", "breuk", "mee"), BREUKEN, ids=[f"{nummer}-{n}" for n, (nummer, *_) in enumerate(BREUKEN)]
)
def test_broken_file_is_found(nummer, breuk, mee):
    gevonden = toets(gebroken(breuk), "POVO", peildatum=DATUM, schrijven=False)
    assert {melding.regel for melding in gevonden} == {nummer} | mee
    for melding in gevonden:
        zacht = melding.regel in STIL | ALLEEN_RAAD | {"nummer"}
        assert melding.ernst is (Ernst.WAARSCHUWING if zacht else Ernst.FOUT)
        assert melding.tekst.endswith(".")
        assert melding.herstel.endswith(".")


@pytest.mark.parametrize(("nummer", "breuk", "mee"), [breuk for breuk in BREUKEN if breuk[0] in STIL | {"nummer"}])
def test_silent_rule_stops_us_from_writing(nummer, breuk, mee):
    gevonden = toets(gebroken(breuk), "POVO", peildatum=DATUM, schrijven=True)
    assert [melding.ernst for melding in gevonden if melding.regel == nummer] == [Ernst.FOUT]


def test_every_rule_of_povo_is_broken_here():
    geprobeerd = {nummer for nummer, *_ in BREUKEN} | {naam for *_, mee in BREUKEN for naam in mee}
    # XSD makes the blocks of OS.cat03 and OS.cat04 obligatory: no file without them gets as far as the rules.
    assert {regel.nummer for regel in regels_van("POVO")} - {"OS.cat03", "OS.cat04"} == geprobeerd


def test_special_education_may_leave_the_advice_out():
    breuk = samen(weg(f"{L}/overstapadvies/advies"), zet("huidigeschool/soort", "SO"))
    assert toets(gebroken(breuk), "POVO", peildatum=DATUM, schrijven=True) == []


def test_rules_of_another_profile_do_not_count():
    zonder = gebroken(samen(weg("inzage"), zet(f"{CAT}/cat_ouderinzage", "OPT-UIT")))
    assert toets(zonder, Profiel.POSWV, peildatum=DATUM, schrijven=False) == []


@pytest.mark.parametrize(
    ("dag", "oudste"),
    [
        (date(2026, 7, 31), date(2023, 8, 1)),
        (date(2026, 8, 1), date(2024, 8, 1)),
        (date(2027, 3, 24), date(2024, 8, 1)),
    ],
)
def test_oldest_test_turns_on_the_first_of_august(dag, oudste):
    assert oudste_toetsdag(dag) == oudste


def test_place_counts_only_where_there_are_more():
    tweede = gebroken(samen(zet(f"{L}/verzorger/adreslijst", "")))
    leerling = tweede.find(qpad(L))
    leerling.append(etree.fromstring(etree.tostring(leerling.find(q("verzorger")))))
    paden = [melding.pad for melding in toets(tweede, "POVO", peildatum=DATUM, schrijven=False)]
    assert paden == [f"/dossier/{L}/verzorger[1]", f"/dossier/{L}/verzorger[2]"]


def test_no_two_rules_share_a_sentence():
    zinnen = [regel.tekst for regel in REGELS if regel.nummer not in ("OVa.OA01", "OVa.OA02")]
    assert len(set(zinnen)) == len(zinnen)


def test_official_examples_break_no_rule(povo, poswv):
    assert lees(povo).meldingen == lees(poswv).meldingen == ()
