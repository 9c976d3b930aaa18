"""Who makes the clips for parents? A father on his phone, in every language; not in the suite: `./dev beelden`.

He reads and signs, then writes what he thinks. What is said and what is pressed comes from the help of parents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import translation
from playwright.sync_api import Page

from overstap.web.components.talen import TALEN, Taal
from overstap.web.ouders.filmpjes import BREED, FILMPJES, FILMS, HOOG
from tests.database import Databases
from tests.e2e.bezoeker import Bezoeker, Bezoekers
from tests.e2e.film import Film, Opname, bewaar
from tests.e2e.filmpjes import gezien_is_genoemd
from tests.e2e.product import Product, running
from tests.web.hulp.schermwoorden import filmafdruk

# Sharp on a phone too.
DICHTHEID = 1.5
# What he writes, in his own language.
MENINGEN = {
    "nl": "Fenna leest thuis elke dag. Wij denken dat het vwo goed bij haar past.",
    "en": "Fenna reads at home every day. We think vwo suits her well.",
    "ar": "فينا تقرأ في البيت كل يوم. نحن نرى أن vwo يناسبها.",
    "tr": "Fenna evde her gün kitap okuyor. Bizce vwo ona çok uygun.",
    "pl": "Fenna codziennie czyta w domu. Uważamy, że vwo bardzo do niej pasuje.",
    "uk": "Фенна щодня читає вдома. Ми думаємо, що vwo їй дуже підходить.",
}


@pytest.fixture
def product(sjabloon: Databases, tmp_path: Path) -> Iterator[Product]:
    """A demo region for each language: who signed can only see that he did."""
    with running(sjabloon, tmp_path / "var", "laden") as started:
        yield started


def _uitnodiging(marije: Bezoeker) -> tuple[str, str]:
    """Give the father of Fenna a new code, and send him his link; return both."""
    page = marije.page
    page.goto(f"{marije.adres}/po/")
    dossier = page.locator("tbody tr", has_text="Fenna van den Broek").locator("th a").get_attribute("href")
    ouders = f"{marije.adres}{dossier}ouders/"
    page.goto(ouders)
    page.get_by_role("link", name="Geef nieuwe code aan Bas").click()
    page.get_by_role("button", name="Maak een nieuwe code").click()
    code = page.locator(".ov-codebrief__code [aria-hidden]").inner_text().strip()
    [nummer] = re.findall(r"nummer (\d{4})", page.locator("main").inner_text())
    page.goto(ouders)
    page.get_by_role("link", name="Stuur de link opnieuw aan Bas").click()
    page.get_by_role("button", name="Stuur de link").click()
    marije.wacht_op("/demo/postbus/", f"(nummer {nummer})")
    page.get_by_text(f"(nummer {nummer})").first.click()
    link = re.search(r"https?://\S+/ouders/[0-9a-f-]{36}/", page.locator("main").inner_text())
    assert link
    return link.group(), code


def _lezen(film: Film, page: Page, code: str, _taal: Taal) -> None:
    vak = page.locator("main [name=code]")
    film.stap(1, vak, zin=4, verder=False)
    vak.fill(code)
    film.stap(1, vak, zin=6, verder=False)
    film.kies(_knop(film, 1))
    onderdeel = page.locator("details[id^=sectie-]").last
    film.stap(2, onderdeel.locator("summary"), druk=True, verder=False)
    film.stap(2, onderdeel.locator(".ov-osectie__in"), zin=2, verder=False)
    film.lees(_knop(film, 2), page.get_by_role("link", name=_knop(film, 2)))
    film.vul(page.locator("main [name=akkoord][value=ja]"), "")
    film.kies(_knop(film, 3))


def _reageren(film: Film, page: Page, _code: str, taal: Taal) -> None:
    mening, nalezen, versturen = film.namen(1)
    film.kies(mening)
    page.locator("main [name=tekst]").fill(MENINGEN[taal.code])
    film.kies(nalezen)
    film.kies(versturen)


def _knop(film: Film, stap: int) -> str:
    """The only thing this answer says to choose."""
    [knop] = film.namen(stap)
    return knop


WEGEN: dict[str, Callable[[Film, Page, str, Taal], None]] = {"lezen": _lezen, "reageren": _reageren}


@pytest.mark.browser
@pytest.mark.parametrize("taal", TALEN, ids=lambda taal: taal.code)
def test_make_the_clips_of_parents(taal: Taal, bezoekers: Bezoekers) -> None:
    """Make each clip in one language anew, with its captions and the picture that stands there before it plays."""
    link, code = _uitnodiging(bezoekers.medewerker("Marije Vonk"))
    vader = bezoekers.nieuw("een vader", (BREED, HOOG), dichtheid=DICHTHEID)
    vader.page.goto(f"{link}?taal={taal.code}")
    with translation.override(taal.code):
        for filmpje in FILMS:
            film = Film(vader.page, filmpje.stappen())
            WEGEN[filmpje.naam](film, vader.page, code, taal)
            opname = film.einde()
            gezien_is_genoemd(opname, filmpje.schermen)
            zinnen = [zin for stap in filmpje.stappen() for zin in stap]
            bewaar(opname, FILMPJES, filmpje.bestand(taal), filmafdruk(filmpje.schermen, zinnen))
            (FILMPJES / f"{filmpje.bestand(taal)}.webp").write_bytes(_beeld(opname))


def _beeld(opname: Opname) -> bytes:
    """What is longest in sight, as a small picture."""
    beeld, _seconden = max(opname.beelden, key=lambda paar: paar[1])
    uit = BytesIO()
    beeld.resize((BREED, HOOG)).save(uit, "WEBP", quality=70, method=6)
    return uit.getvalue()
