"""Do the pages of the basisschool work for eyes, hands and screen readers, on a desk and on a phone?"""

from __future__ import annotations

import pytest

from tests.browser import TELEFOON, keur, kom_binnen
from tests.web.po.klas import maak_klas, volle_klas
from tests.web.po.test_importeren import bestand


def _open(venster, server, wie="marije"):
    page = venster(TELEFOON)
    kom_binnen(page, server, f"{wie}@voorbeeld.nl")
    return page


@pytest.fixture
def eigen_database(begin):
    """Each test has the class of `maak_begin` for itself."""


@pytest.fixture
def vol(begin, server):
    return begin


def maak_begin():
    """A class in many states."""
    klas = maak_klas()
    klas.dossiers = volle_klas(klas)
    return klas


pytestmark = pytest.mark.browser


def test_werkvoorraad(venster, server, vol):
    page = _open(venster, server)
    page.goto(server + "/po/")
    keur(page, "po-werkvoorraad")
    for vak in page.locator("[data-ov-kies]").all():
        vak.check(force=True)
    page.select_option("#wat", "papier")
    page.click("text=Ga verder")
    page.click("main button[type=submit]")
    keur(page, "po-samen-fout")


def test_importeren(venster, server, vol, tmp_path):
    page = _open(venster, server, wie="joris")
    page.goto(server + "/po/importeren/")
    page.click("main button[type=submit]")
    keur(page, "po-importeren-fout")
    (tmp_path / "oso.xml").write_bytes(bestand(7, roepnaam="Yonas", achternaam="Tesfay"))
    page.set_input_files("#bestand", tmp_path / "oso.xml")
    page.click("main button[type=submit]")
    keur(page, "po-voorbeeld")
    page.goto(server + "/po/importeren/")
    keur(page, "po-importeren")
    page.goto(server + "/po/leerlingen/nieuw/")
    page.click("main button[type=submit]")
    keur(page, "po-leerling-fout")


def test_dossier(venster, server, vol):
    page = _open(venster, server)
    page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/")
    keur(page, "po-dossier-hoger")
    page.goto(server + f"/po/dossiers/{vol.dossiers[5]}/")
    keur(page, "po-dossier-nieuw")


def test_secties(venster, server, vol):
    page = _open(venster, server)
    for sectie in ("leerling", "leerresultaten", "schooladvies"):
        page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/onderdelen/{sectie}/")
        keur(page, f"po-sectie-{sectie}")
    for sectie in ("ondersteuning_gekregen", "ondersteuning_nodig"):
        page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/onderdelen/{sectie}/")
        keur(page, f"po-sectie-{sectie}")
    page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/namen/")
    page.click("main button[type=submit]")
    keur(page, "po-namen-fout")
    page.goto(server + f"/po/dossiers/{vol.dossiers[5]}/onderdelen/verzuim/")
    with page.expect_navigation():
        page.click(".ov-opslag button >> nth=0")
    keur(page, "po-sectie-fout")
    page.goto(server + f"/po/dossiers/{vol.dossiers[5]}/onderdelen/gedrag/")
    page.fill("[name=gedrag_contact]", "Lotte helpt haar klas.")
    page.click("[data-ov-zinnen=veld-gedrag_contact] summary")
    with page.expect_navigation():
        page.click("[data-ov-zinnen=veld-gedrag_contact] button")
    page.click("[data-ov-zinnen=veld-gedrag_contact] summary")
    page.click("[data-ov-zin]")
    assert page.input_value("[name=gedrag_contact]") == "Lotte helpt haar klas. Lotte helpt haar klas."
    keur(page, "po-sectie-zinnen")
    page.goto(server + "/po/zinnen/")
    keur(page, "po-zinnen")


def test_two_writers_see_both_answers_and_choose(venster, server, vol):
    een, twee = (_open(venster, server, wie) for wie in ("marije", "joris"))
    adres = f"{server}/po/dossiers/{vol.dossiers[0]}/onderdelen/ondersteuning_gekregen/"
    for page in (een, twee):
        page.goto(adres)
        page.check("[name=ondersteuningsvraag][value=ja]", force=True)
    for page, wat in ((een, "Een verhuizing in mei."), (twee, "Een nieuw huis.\nEn een nieuwe straat.")):
        page.fill("[name=thuissituatie-omschrijving]", wat)
        page.fill("[name=thuissituatie-relatie]", f"{wat} Daardoor soms moe.")
        with page.expect_navigation():
            page.click(".ov-opslag [value=later] >> nth=0")
    assert twee.locator(".ov-botsing").count() == 2
    keur(twee, "po-sectie-botsing")
    twee.goto(f"{server}/po/dossiers/{vol.dossiers[5]}/open-vragen/")
    keur(twee, "po-open-vragen")


def test_advies(venster, server, vol):
    page = _open(venster, server)
    page.goto(server + f"/po/dossiers/{vol.dossiers[0]}/advies/")
    keur(page, "po-advies-hoger")
    page.click("text=Geef het definitieve advies")
    keur(page, "po-advies-fout")
    page.goto(server + f"/po/dossiers/{vol.dossiers[5]}/advies/")
    keur(page, "po-advies-leeg")
