"""Do the pages of the basisschool work for eyes, hands and screen readers, on a desk and on a phone?"""

from __future__ import annotations

import pytest

from tests.browser import MATEN, beeld, kleine_doelen, loop_met_tab, overtredingen, schuift_opzij
from tests.web.po.klas import WACHTWOORD, maak_klas, volle_klas
from tests.web.po.test_importeren import bestand


def _open(venster, server, maat, wie="marije"):
    page = venster(maat)
    page.goto(server + "/account/inloggen/")
    page.fill("[name=login]", f"{wie}@voorbeeld.nl")
    page.fill("[name=password]", WACHTWOORD)
    page.click("main button[type=submit]")
    return page


def _keur(page, naam):
    beeld(page, f"po-{naam}")
    assert overtredingen(page) == []
    assert schuift_opzij(page) == 0
    assert kleine_doelen(page) == []
    assert loop_met_tab(page) == []


@pytest.fixture
def vol(server):
    """A class in many states, on the running application."""
    klas = maak_klas()
    klas.dossiers = volle_klas(klas)
    return klas


pytestmark = [pytest.mark.browser, pytest.mark.parametrize("maat", MATEN, ids=["breed", "telefoon"])]


def test_werkvoorraad(venster, server, vol, maat):
    page = _open(venster, server, maat)
    page.goto(server + "/po/")
    _keur(page, "werkvoorraad")


def test_importeren(venster, server, vol, maat, tmp_path):
    page = _open(venster, server, maat, wie="joris")
    page.goto(server + "/po/importeren/")
    page.click("main button[type=submit]")
    _keur(page, "importeren-fout")
    (tmp_path / "oso.xml").write_bytes(bestand(7, roepnaam="Yonas", achternaam="Tesfay"))
    page.set_input_files("#bestand", tmp_path / "oso.xml")
    page.click("main button[type=submit]")
    _keur(page, "voorbeeld")
    page.goto(server + "/po/importeren/")
    _keur(page, "importeren")


def test_dossier(venster, server, vol, maat):
    page = _open(venster, server, maat)
    page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/")
    _keur(page, "dossier-hoger")
    page.goto(server + f"/po/dossiers/{vol.dossiers[5]}/")
    _keur(page, "dossier-nieuw")


def test_secties(venster, server, vol, maat):
    page = _open(venster, server, maat)
    for sectie in ("leerling", "leerresultaten", "schooladvies"):
        page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/onderdelen/{sectie}/")
        _keur(page, f"sectie-{sectie}")
    page.goto(server + f"/po/dossiers/{vol.dossiers[5]}/onderdelen/verzuim/")
    page.click(".ov-opslag button >> nth=0")
    _keur(page, "sectie-fout")


def test_advies(venster, server, vol, maat):
    page = _open(venster, server, maat)
    page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/advies/")
    _keur(page, "advies-hoger")
    page.click("text=Geef het definitieve advies")
    _keur(page, "advies-fout")
    page.goto(server + f"/po/dossiers/{vol.dossiers[5]}/advies/")
    _keur(page, "advies-leeg")
