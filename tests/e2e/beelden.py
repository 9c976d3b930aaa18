"""Who makes the pictures of the help? Not in the suite: `./dev beelden`, on the demo region, one page after another.

Beside each picture a fingerprint of the words of its page is kept; `tests/web/hulp/test_teksten.py` fails when
these change, so that no picture shows a button with yesterday's name. Colours and places may change unseen until the
next time the pictures are made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from overstap.web.hulp.boek import BEELDEN, TEKSTEN, lees
from tests.database import Databases
from tests.e2e.bezoeker import Bezoeker, Bezoekers
from tests.e2e.product import Product, running
from tests.web.hulp.schermwoorden import vingerafdruk

# Wide enough for the page as on a desk, low enough for a picture in a text.
BREED, HOOG = 1120, 760
Weg = Callable[[Bezoeker, Product], None]


@pytest.fixture(scope="module")
def product(sjabloon: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Overstap with the whole demo region as it is today."""
    with running(sjabloon, tmp_path_factory.mktemp("overstap") / "var", "laden") as started:
        yield started


def _naar(*stappen: str) -> Weg:
    """Go to an address, then follow these links."""

    def ga(wie: Bezoeker, _product: Product) -> None:
        wie.page.goto(wie.adres + stappen[0])
        for naam in stappen[1:]:
            doel = wie.page.locator("main").get_by_role("link", name=naam)
            doel.or_(wie.page.locator("main").get_by_role("button", name=naam)).first.click()
            wie.page.wait_for_load_state()

    return ga


def _bij(stap: str, pad: str) -> Weg:
    """Open a page of the first pupil in the werkvoorraad whose next step this is."""

    def ga(wie: Bezoeker, _product: Product) -> None:
        wie.page.goto(f"{wie.adres}/po/")
        rij = wie.page.locator("tbody tr", has=wie.page.get_by_role("link", name=stap)).first
        dossier = rij.locator("th a").get_attribute("href")
        wie.page.goto(f"{wie.adres}{dossier}{pad}")

    return ga


def _importeer(wie: Bezoeker, product: Product) -> None:
    map_ = product.var / "las"
    product.command("demo", "bestanden", str(map_))
    wie.page.goto(f"{wie.adres}/po/importeren/")
    wie.page.get_by_label("OSO-bestand van één leerling").set_input_files(map_ / "overstapdossier-2.xml")
    wie.page.get_by_role("button", name="Bekijk het bestand").click()
    wie.page.wait_for_url("**/importeren/*/")


# Of each picture in beelden.toml: who looks, and the way there.
WEGEN: dict[str, tuple[str, Weg]] = {
    "import": ("Els Wiersma", _importeer),
    "werkvoorraad": ("Marije Vonk", _naar("/po/")),
    "dossier": ("Marije Vonk", _bij("Vul verder in", "")),
    "advies": ("Marije Vonk", _bij("Geef definitief advies", "advies/")),
    "bijlagen": ("Marije Vonk", _bij("Luuk Hendriks", "bijlagen/")),
    "ouders": ("Marije Vonk", _bij("Vul verder in", "ouders/")),
    "definitief": ("Anton Brouwers", _bij("Maak definitief", "definitief/")),
    "adviesformulier": ("Anton Brouwers", _bij("Draag over", "adviesformulier/")),
    "overdracht": ("Els Wiersma", _bij("Draag over", "overdracht/")),
    "vo_aanmelden": ("Bas Verhoef", _naar("/vo/aanmelden/")),
    "vo": ("Bas Verhoef", _naar("/vo/", "Lees rapport")),
    "vo_meenemen": ("Bas Verhoef", _naar("/vo/meenemen/")),
    "swv_bord": ("Ingrid Postma", _naar("/swv/")),
}


@pytest.mark.browser
def test_make_the_pictures(product: Product, bezoekers: Bezoekers) -> None:
    """Make every picture anew and keep the fingerprint of the words of its page."""
    lijst = lees("beelden")
    assert set(WEGEN) == set(lijst), "beelden.toml en WEGEN noemen dezelfde beelden"
    mensen: dict[str, Bezoeker] = {}
    for naam, (wie, weg) in WEGEN.items():
        mensen[wie] = mensen.get(wie) or bezoekers.medewerker(wie)
        mensen[wie].page.set_viewport_size({"width": BREED, "height": HOOG})
        weg(mensen[wie], product)
        (BEELDEN / f"{naam}.webp").write_bytes(_klein(mensen[wie].page))
        _onthoud(naam, vingerafdruk(lijst[naam]["scherm"]))


def _klein(page: Page) -> bytes:
    """The window as a small picture."""
    uit = BytesIO()
    Image.open(BytesIO(page.screenshot())).convert("RGB").save(uit, "WEBP", quality=70, method=6)
    return uit.getvalue()


def _onthoud(naam: str, woorden: str) -> None:
    bestand: Path = TEKSTEN / "beelden.toml"
    tekst = bestand.read_text(encoding="utf-8")
    nieuw = re.sub(rf'(?m)(^\[{naam}\]\n(?:(?!\[).*\n)*?woorden = )".*"', rf'\g<1>"{woorden}"', tekst)
    bestand.write_text(nieuw, encoding="utf-8")
