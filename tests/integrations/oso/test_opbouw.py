"""How a file is built is judged by our own table exactly as the official schema does, with a sentence per fault."""

import re
from copy import deepcopy
from random import Random

import pytest
from lxml import etree

from overstap.integrations.oso.v2019.naam import q, qpad
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.opbouw import MEEST, bekijk_opbouw, bouwsels
from overstap.integrations.oso.v2019.structuur import paden
from overstap.integrations.xml import ontleed
from tests.integrations.oso.kleinste import L, als_bytes, kleinste
from tests.integrations.oso.leerling import opgesteld

XML = opgesteld().xml
NAMEN = sorted({pad.naam for pad in paden().values()})
WAARDEN = (
    "", " ", "\n", "x", "true", "1", " 1 ", "0", "-1", "+1", "1.5", ".5", "1.", "1e5", "NaN", "25", "1001", "9" * 30,
    "999999999999", "2026-01-01", "2026-02-29", "2024-02-29", "2026-13-01", " 2026-01-01 ", "2026-01-01Z",
    "2026-01-01+02:00", "2026-01-01+15:00", "02026-01-01", "0000-01-01", "12026-01-01", "-0001-01-01", "26-1-1",
    "2027-07-31", "2027-07-31Z", "01-01-2015", "2015-01", "99XX", "99xx", "00", "2026-2027", "0011", "a" * 36,
    "a" * 281, "٣",
)  # fmt: skip


DADEN = ("weg", "dubbel", "elders", "anders", "buur", "waarde", "waarde", "waarde", "leeg", "kenmerk", "los")


def fouten(wortel):
    # As a list of codes is no matter of the schema.
    return [melding for melding in bekijk_opbouw(wortel).meldingen if melding.regel == "structuur"]


def verander(wortel, toeval: Random):
    """Change one thing: take away, double, move, rename, swap, fill, add an attribute or a text."""
    elementen = list(wortel.iter(etree.Element))
    element = toeval.choice(elementen[1:])
    ouder = element.getparent()
    match toeval.choice(
        ["weg", "dubbel", "elders", "anders", "buur", "waarde", "waarde", "waarde", "leeg", "kenmerk", "los"]
    ):
        case "weg":
            ouder.remove(element)
        case "dubbel":
            ouder.insert(ouder.index(element), deepcopy(element))
        case "elders":
            toeval.choice(elementen).append(deepcopy(element))
        case "anders":
            element.tag = q(toeval.choice(NAMEN))
        case "buur":
            ouder.insert(0, element)
        case "leeg":
            element.clear()
        case "kenmerk":
            element.set(toeval.choice(["omschrijving", "x"]), toeval.choice(["", "x"]))
        case "los":
            element.tail = toeval.choice(["los", " ", "\n"])
        case _:
            element.text = toeval.choice(WAARDEN)


@pytest.mark.parametrize("zaad", range(8))
def test_every_change_gets_the_verdict_of_the_official_schema(zaad, xsd, povo, poswv):
    """Eight times 150 changes of one to three things, in a full example and in the smallest dossiers."""
    toeval = Random(zaad)  # noqa: S311  # the same changes every time
    bronnen = [ontleed(povo), ontleed(poswv), ontleed(XML), *(kleinste(profiel) for profiel in Profiel)]
    oordelen = set()
    for _ in range(150):
        wortel = deepcopy(toeval.choice(bronnen))
        for _ in range(toeval.randint(1, 3)):
            if len(wortel):
                verander(wortel, toeval)
        wortel = ontleed(etree.tostring(wortel))
        assert (not fouten(wortel)) is xsd.validate(wortel), (xsd.error_log.last_error, etree.tostring(wortel)[-3000:])
        oordelen.add(xsd.validate(wortel))
    assert oordelen == {True, False}


def test_every_path_may_stand_where_the_table_says(xsd):
    """Every path by itself in a dossier: no fault in ours, none in the official schema."""
    for pad in paden().values():
        if pad.kinderen or pad.pad.count("/") < 3:
            continue
        wortel = kleinste(Profiel.BB, {pad.pad.removeprefix("/dossier/"): {}})
        assert not fouten(wortel), pad.pad
        xsd.assertValid(wortel)


NAMELIJK = [
    ("<voornaam>Noor</voornaam>", "<hobby>x</hobby>", "“hobby” hoort hier niet"),
    ("<voornaam>Noor", "<voornaam>", "“voornaam” is leeg"),
    ("<achternaam>", "<achternaam>a</achternaam><achternaam>", "“achternaam” mag hier maar één keer"),
    ("<wettigevertegenwoordiger>false</wettigevertegenwoordiger>", "", "“wettigevertegenwoordiger” ontbreekt"),
    ("<adresgeheim>false", "<adresgeheim>nee", "geen ja of nee (true of false)"),
    ("<geboortedatum>2015-01-01", "<geboortedatum>2015-02-30", "geen datum (jaar-maand-dag)"),
    ("<vestigingscode>00", "<vestigingscode>0", "heeft niet de goede vorm"),
    ("<schooljaar>", "<schooljaar><b>x</b>", "hoort alleen tekst"),
    ("</geboortedatum>", "</geboortedatum><geboortemaand>2015-01</geboortemaand>", ": geboortedatum, geboortemaand"),
    ("<voornaam>", "los<voornaam>", "losse tekst"),
    ("<voornaam>", "<voornaam kleur='x'>", "kenmerk “kleur”"),
    ("</schoolloopbaanlijst>", "</schoolloopbaanlijst><roepnaam>x</roepnaam>", "staat niet op de goede plek"),
]


@pytest.mark.parametrize(("oud", "nieuw", "zin"), NAMELIJK)
def test_every_kind_of_fault_has_its_own_sentence(oud, nieuw, zin):
    ruw = als_bytes(kleinste(Profiel.POVO)).decode()
    assert oud in ruw
    gevonden = fouten(ontleed(ruw.replace(oud, nieuw, 1).encode()))
    assert any(zin in melding.tekst for melding in gevonden), gevonden
    for melding in gevonden:
        assert melding.herstel.endswith(".")
        assert re.fullmatch(r"/dossier[a-z_12/\[\]]*", melding.pad)


def test_group_that_returns_is_judged_group_by_group():
    vakken = f"{L}/cijferlijstlijst/cijferlijst/cijferlijstTypelijst"
    wortel = kleinste(Profiel.BB, {vakken: {"naam": "Taal"}})
    lijst = wortel.find(qpad(vakken))
    for kind in list(lijst):
        lijst.append(deepcopy(kind))
    assert not fouten(wortel)
    lijst.remove(lijst[-1])
    assert ["“score” ontbreekt" in melding.tekst for melding in fouten(wortel)] == [True]


def test_obligatory_choice_names_its_members():
    werkt = f"{L}/toetslijst/toets/afname/afgenomendoor/werktbijinstelling"
    wortel = kleinste(Profiel.BB, {werkt: {}})
    for kind in wortel.find(qpad(werkt)):
        kind.getparent().remove(kind)
    assert "Een van deze onderdelen ontbreekt: instelling, school." in [melding.tekst for melding in fouten(wortel)]


def test_findings_and_memory_are_limited():
    wortel = kleinste(Profiel.BB)
    wortel[-1].extend(etree.Element(q("x")) for _ in range(5_000))
    assert len(fouten(wortel)) == MEEST + 1
    for nummer in range(1_000):
        anders = kleinste(Profiel.BB, {f"{L}/voornaam": ["x"] * (nummer % 90 + 1), f"{L}/achternaam": "x"})
        bekijk_opbouw(anders)
    assert len(bouwsels().per_tag[q("huidigeschool")].per_tag[q("leerling")].plannen) <= 200


def test_other_root_is_no_dossier():
    assert ["begint niet met een dossier" in m.tekst for m in fouten(etree.Element("x"))] == [True]
