"""Whatever a file holds: what is lawful survives the round trip unchanged, the rest is refused with its article."""

import csv
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from overstap.domain.importen.snapshot import Gelezen
from overstap.integrations.oso import Profiel, lees, schrijf
from overstap.integrations.oso.v2019.lot import lot
from overstap.integrations.oso.v2019.structuur import GEWEIGERD, paden
from tests.integrations.oso.conftest import official
from tests.integrations.oso.dossiermaker import (
    OmDeBeurt,
    Willekeurig,
    als_bytes,
    codes,
    maak,
    met_pad,
)
from tests.integrations.oso.leerling import DATUM

# As many files as the longest list has codes, for a path that stands in a file only once.
AANTAL = max(len(codes(pad)) for pad in paden().values())


@cache
def alles() -> tuple[etree._Element, ...]:
    """Files that together hold every path, every member of every choice and every code."""
    kiezer = OmDeBeurt()
    return tuple(maak(kiezer) for _ in range(AANTAL))


def test_files_cover_every_path_choice_and_code():
    gevonden = {
        (pad.pad, tekst) for wortel in alles() for element, pad, _ in met_pad(wortel) for tekst in [element.text or ""]
    }
    assert {pad for pad, _ in gevonden} == set(paden())
    nodig = {(pad.pad, code) for pad in paden().values() for code in codes(pad)}
    # A file for the own LAS has one overdrachtsoort; the others stand in the files of the other profiles.
    nodig -= {("/dossier/overdrachtsoort", code) for code in ("overstapdossier", "swv-dossier")}
    assert nodig <= gevonden
    assert {profiel.overdrachtsoort for profiel in Profiel} == set(codes(paden()["/dossier/overdrachtsoort"]))


def toegestaan(wortel: etree._Element, profiel: Profiel) -> list[tuple[int, str, str, dict[str, str]]]:
    """Every element of the school in order, with its depth, without what is refused and what is empty then."""
    kopie = etree.fromstring(als_bytes(wortel))
    for element, pad, _ in reversed([*met_pad(kopie)]):
        ouder = element.getparent()
        if ouder is None:
            continue
        leeg = bool(pad.kinderen) and len(element) == 0
        weg = leeg and (not pad.minimum or len(ouder.findall(element.tag)) > 1)
        if weg or lot(pad, profiel).soort == GEWEIGERD:
            ouder.remove(element)
    return [
        (diepte, pad.pad, (element.text or "").strip(), dict(element.attrib))
        for element, pad, diepte in met_pad(kopie)
        if pad.pad.startswith("/dossier/huidigeschool")
    ]


def geweigerd(wortel: etree._Element, profiel: Profiel) -> set[str]:
    """The refused elements of a file, without what is inside them."""
    alle = {pad.pad for _, pad, _ in met_pad(wortel) if lot(pad, profiel).soort == GEWEIGERD}
    return {pad for pad in alle if pad.rpartition("/")[0] not in alle}


def ga_rond(wortel: etree._Element, profiel: Profiel, xsd: etree.XMLSchema) -> None:
    """The file is valid, is read without a fault in its structure, and comes out as it went in."""
    xsd.assertValid(wortel)
    gelezen = lees(als_bytes(wortel), vandaag=DATUM)
    assert gelezen.profiel == profiel
    assert not [melding for melding in gelezen.meldingen if melding.regel in {"structuur", "code", "bijlage"}]
    assert gelezen.kapot == ()
    assert {weigering.element for weigering in gelezen.geweigerd} == geweigerd(wortel, profiel)
    assert all("(art. " in weigering.reden for weigering in gelezen.geweigerd)
    uit = _geschreven(gelezen, profiel)
    geschreven = etree.fromstring(uit)
    xsd.assertValid(geschreven)
    assert toegestaan(geschreven, profiel) == toegestaan(wortel, profiel)
    opnieuw = lees(uit)
    assert (opnieuw.inzage, opnieuw.geweigerd) == (gelezen.inzage, ())
    assert _geschreven(opnieuw, profiel) == uit


def _geschreven(gelezen: Gelezen, profiel: Profiel) -> bytes:
    return schrijf(
        gelezen.inhoud,
        nummer=gelezen.nummer,
        inzage=gelezen.inzage,
        bestanden=gelezen.bestanden,
        datum=DATUM,
        profiel=profiel,
    )


@pytest.mark.parametrize("nummer", range(AANTAL))
def test_every_path_choice_and_code_goes_round(nummer, xsd):
    ga_rond(alles()[nummer], Profiel.BB, xsd)


@pytest.mark.parametrize("profiel", [Profiel.POVO, Profiel.POSWV])
def test_full_files_of_the_other_profiles_go_round(profiel, xsd):
    kiezer = OmDeBeurt()
    bestanden = [maak(kiezer, profiel) for _ in range(9)]
    # A file with only the month of birth, or only four digits of an address, is not one that we may write.
    heel = [
        wortel
        for wortel in bestanden
        if wortel.find(".//{*}geboortemaand") is None and wortel.find(".//{*}postcode4adres") is None
    ]
    assert len(heel) >= 5
    for wortel in heel:
        ga_rond(wortel, profiel, xsd)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_any_file_goes_round(xsd, zaad):
    ga_rond(maak(Willekeurig(zaad)), Profiel.BB, xsd)


def test_the_76_paths_that_no_official_example_holds_are_among_them():
    with official("velden.csv").open(encoding="utf-8") as bestand:
        nergens = {rij["pad"] for rij in csv.DictReader(bestand) if rij["in_n_voorbeelden"] == "0"}
    assert len(nergens) == 76
    assert nergens <= {pad.pad for wortel in alles() for _, pad, _ in met_pad(wortel)}


@pytest.mark.parametrize("profiel", [Profiel.POVO, Profiel.POSWV])
def test_official_example_comes_out_as_it_went_in(profiel, povo, poswv):
    ruw = povo if profiel is Profiel.POVO else poswv
    gelezen = lees(ruw)
    assert gelezen.datum is not None
    uit = schrijf(
        gelezen.inhoud, nummer=gelezen.nummer, inzage=gelezen.inzage, bestanden=(), datum=gelezen.datum, profiel=profiel
    )
    wortel = etree.fromstring(ruw, etree.XMLParser(remove_comments=True))
    for document in wortel.findall(".//{*}document"):
        document.getparent().remove(document)
    assert toegestaan(etree.fromstring(uit), profiel) == toegestaan(wortel, profiel)
