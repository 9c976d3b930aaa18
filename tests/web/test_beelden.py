"""Does every page work for eyes, hands and screen readers, on a desk and on a phone?"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import MATEN, beeld, kleine_doelen, loop_met_tab, overtredingen, schuift_opzij, steekt_uit
from tests.web.conftest import WACHTWOORD, maak_wereld

PAGINAS = {
    "onderdelen": "/demo/onderdelen/",
    "onderdelen-ouder": "/demo/onderdelen/ouder/",
    "inloggen": "/account/inloggen/",
    "wachtwoord": "/account/wachtwoord/vergeten/",
    "postbus": "/demo/postbus/",
    "hulp": "/hulp/",
    "privacy": "/privacy/",
    "toegankelijkheid": "/toegankelijkheid/",
    "sneltoetsen": "/sneltoetsen/",
    "niet-gevonden": "/bestaat-niet/",
}


@pytest.mark.parametrize("maat", MATEN, ids=["1280", "390"])
def test_public_pages_pass_axe_and_the_keyboard(server: str, demo: Path, venster, maat) -> None:
    maak_wereld()
    page = venster(maat)
    gevonden = []
    for naam, adres in PAGINAS.items():
        page.goto(server + adres)
        gevonden += klachten(page, naam)
    assert not gevonden, "\n".join(gevonden)


@pytest.mark.parametrize("maat", MATEN, ids=["1280", "390"])
def test_pages_behind_the_door_pass_too(server: str, demo: Path, venster, maat) -> None:
    maak_wereld()
    page = venster(maat)
    gevonden = []
    page.goto(server + "/account/inloggen/?next=/mijn-account/")
    page.get_by_label("E-mailadres").fill("bas@voorbeeld.nl")
    page.get_by_label("Wachtwoord").fill("niet dit wachtwoord")
    page.get_by_role("button", name="Log in", exact=True).click()
    gevonden += klachten(page, "inloggen-fout")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.goto(server + "/kies-organisatie/?next=/mijn-account/")
    page.get_by_role("button", name="Ga verder").click()
    gevonden += klachten(page, "kies-organisatie-fout")
    page.get_by_label("Merenlandcollege").check()
    page.get_by_role("button", name="Ga verder").click()
    for naam, adres in {
        "account": "/mijn-account/",
        "wachtwoord-wijzigen": "/account/wachtwoord/wijzigen/",
        "tweestaps": "/account/tweestaps/",
    }.items():
        page.goto(server + adres)
        gevonden += klachten(page, naam)
    page.locator(".ov-mij summary").click()
    gevonden += klachten(page, "account-menu")
    assert not gevonden, "\n".join(gevonden)


def test_nothing_slides_sideways_at_320_pixels(server: str, demo: Path, venster) -> None:
    """400 percent on a screen of 1280 (WCAG 1.4.10)."""
    maak_wereld()
    page = venster((320, 800))
    for adres in PAGINAS.values():
        page.goto(server + adres)
        assert schuift_opzij(page) == 0, (adres, steekt_uit(page)[:5])


def klachten(page: Page, naam: str) -> list[str]:
    """Return everything that is wrong with the page that is open."""
    beeld(page, naam)
    gevonden = [*overtredingen(page), *(f"kleiner dan 24: {doel}" for doel in kleine_doelen(page)), *loop_met_tab(page)]
    if opzij := schuift_opzij(page):
        gevonden.append(f"schuift {opzij} opzij: {steekt_uit(page)[:8]}")
    return [f"{naam}: {klacht}" for klacht in gevonden]
