"""Does every page work for eyes, hands and screen readers, on a desk and on a phone?"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import BREED, MATEN, TELEFOON, beeld, kleine_doelen, loop_met_tab, overtredingen, schuift_opzij, steekt_uit
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
    gevonden = [klacht for naam, adres in PAGINAS.items() for klacht in klachten(page, naam, server + adres)]
    assert not gevonden, "\n".join(gevonden)


def klachten(page: Page, naam: str, adres: str) -> list[str]:
    """Open the page and return everything that is wrong with it."""
    page.goto(adres)
    beeld(page, naam)
    gevonden = [*overtredingen(page), *(f"kleiner dan 24: {doel}" for doel in kleine_doelen(page)), *loop_met_tab(page)]
    if opzij := schuift_opzij(page):
        gevonden.append(f"schuift {opzij} opzij: {steekt_uit(page)[:8]}")
    return [f"{naam}: {klacht}" for klacht in gevonden]
