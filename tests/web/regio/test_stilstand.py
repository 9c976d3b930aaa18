"""Does who coordinates a region see where pupils stand still, and never who they are?"""

from __future__ import annotations

import html
import io
import zipfile

import pytest
from lxml import etree

from overstap.domain.dossiers.enums import Staat
from overstap.foundation.access import Rol
from tests.web.vo.ontvangst import client_van
from tests.wereld import Wereld, regio


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """Of school A eleven pupils of whom six were applied nowhere and five reports wait, and one of school B."""
    wereld = regio()
    for _ in range(6):
        wereld.dossier_in(Staat.DEFINITIEF)
    for _ in range(5):
        wereld.dossier_in(Staat.CONCEPT)
    wereld.dossier_in(Staat.DEFINITIEF, school=wereld.b)
    return wereld


def test_a_school_is_a_number_of_fives_and_nobody_has_a_name(opnieuw: None, streek: Wereld) -> None:
    client = client_van(streek.regio[Rol.REGIOCOORDINATOR])
    assert client.get("/")["Location"] == "/regio/"
    antwoord = client.get("/regio/stilstand/")
    tekst = html.unescape(antwoord.content.decode())
    assert antwoord.status_code == 200
    assert "Bij 1 van de 1 basisscholen" in tekst
    assert tekst.count(">5 of meer</td>") == 1
    # Of a school with one pupil nothing is counted, but that somebody stands still there.
    assert f"ook daar staat iemand stil: {streek.b.gegevens.naam}" in tekst
    assert "Deniz" not in tekst


def test_the_overview_tells_how_far_schools_are_and_gives_it_as_a_file(opnieuw: None, streek: Wereld) -> None:
    client = client_van(streek.regio[Rol.REGIOCOORDINATOR])
    tekst = html.unescape(client.get("/regio/").content.decode())
    assert "55%" in tekst
    assert "6 van 11 leerlingen" in tekst
    assert "Van vorig jaar zijn er geen gegevens in Overstap." in tekst
    assert "1 school met minder dan 5 leerlingen telt nergens mee." in tekst
    assert "Deniz" not in tekst
    rijen = client.get("/regio/overzicht.csv").content.decode("utf-8-sig").splitlines()
    assert rijen[1].startswith(f'"{streek.a.gegevens.naam}";"Meerdorp";"11";"5";"0";"6";"0";"6"')
    assert len(rijen) == 2
    boek = zipfile.ZipFile(io.BytesIO(client.get("/regio/overzicht.xlsx").content))
    cellen = etree.fromstring(boek.read("xl/worksheets/sheet1.xml"))
    assert [cel.text for cel in cellen.iterfind(".//{*}row[@r='2']/{*}c/{*}v")][2:4] == ["11", "5"]
    assert not cellen.findall(".//{*}f")
    assert client.get("/regio/overzicht.doc").status_code == 404


def test_a_school_sees_the_same_with_names_of_its_own(opnieuw: None, streek: Wereld) -> None:
    tekst = html.unescape(client_van(streek.a.directeur).get("/po/overzicht/").content.decode())
    assert "Voor 11 leerlingen zette 14 dagen lang niemand een stap." in tekst
    assert tekst.count("Nergens aangemeld") == 6
    assert tekst.count("Rapport is niet af") == 5
    assert client_van(streek.a.leerkracht).get("/po/overzicht/").status_code == 403


def test_other_pages_of_schools_do_not_exist_for_the_region(opnieuw: None, streek: Wereld) -> None:
    client = client_van(streek.regio[Rol.REGIOCOORDINATOR])
    assert [client.get(adres).status_code for adres in ("/po/", "/vo/", "/swv/")] == [404] * 3
    assert client_van(streek.a.directeur).get("/regio/").status_code == 404
