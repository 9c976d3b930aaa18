"""The table says what happens to every path of OSO 2019.1, and agrees with the catalogue and the schema."""

import csv
from collections import Counter

import pytest

from overstap.domain.rapporten.catalogue import Bron, catalogus
from overstap.domain.rapporten.catalogue.elders import GEWEIGERD as WEIGERINGEN
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen
from overstap.integrations.oso.v2019.structuur import AFGELEID, GEWEIGERD, VELD, boom, paden, type_van
from tests.integrations.oso.conftest import official

# Parts that the file gives in another shape, or that the school writes beside what came from the file.
ZONDER_PAD = {"land_omschrijving", "toetsadvies", "relatie"}


def test_table_has_every_path_once_with_a_fate():
    assert len(list(boom().loop())) == len(paden()) == 541
    assert Counter(pad.lot for pad in paden().values()) == {VELD: 360, GEWEIGERD: 80, AFGELEID: 101}


def test_every_veld_key_exists_in_the_catalogue():
    for pad in paden().values():
        if pad.lot == VELD:
            type_van(pad.sleutel)


def test_every_refusal_has_an_article():
    redenen = {weigering.element for weigering in WEIGERINGEN}
    gebruikt = {pad.reden for pad in paden().values() if pad.lot == GEWEIGERD}
    assert gebruikt == redenen


def test_every_key_lies_inside_the_key_around_it():
    for pad in paden().values():
        for kind in pad.kinderen:
            if pad.lot == VELD and kind.lot == VELD and kind.omzetting != "wortel":
                assert kind.sleutel.startswith(f"{pad.sleutel}."), kind.pad


def _sleutels(naam, soort):
    yield naam
    delen = soort.groep.delen if isinstance(soort, Rijen) else soort.delen if isinstance(soort, Groep) else ()
    for deel in delen:
        if not deel.verborgen and deel.naam not in ZONDER_PAD:
            yield from _sleutels(f"{naam}.{deel.naam}", deel.type)


@pytest.mark.parametrize("veld", [veld for veld in catalogus().velden.values() if veld.bron is Bron.LAS])
def test_every_part_of_a_las_veld_has_a_path(veld):
    bekend = {pad.sleutel for pad in paden().values()}
    assert set(_sleutels(veld.naam, veld.type)) <= bekend


def test_structure_agrees_with_the_official_schema():
    soorten = {
        "xs:string": "tekst",
        "xs:date": "datum",
        "xs:boolean": "janee",
        "xs:integer": "geheel",
        "xs:int": "geheel",
        "xs:decimal": "decimaal",
    }
    with official("velden.csv").open(encoding="utf-8") as bestand:
        rijen = list(csv.DictReader(bestand))
    assert [rij["pad"] for rij in rijen] == list(paden())
    for rij in rijen:
        pad = paden()[rij["pad"]]
        assert pad.soort == ("blok" if rij["soort"] == "complex" else soorten[rij["basistype"]]), pad
        assert pad.minimum == int(rij["min_effectief"]), pad
        assert pad.maximum == (None if rij["max_effectief"] == "unbounded" else int(rij["max_effectief"])), pad
        assert (pad.categorie, pad.codelijst) == (rij["categorie"], rij["codelijst"]), pad
