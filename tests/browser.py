"""How do tests look at a page as a person does? Chromium without a screen, and axe with no rule switched off."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests import beide_maten

BREED, TELEFOON = (1280, 900), (390, 844)
MATEN = (BREED, TELEFOON)
# The questions as one JavaScript object, without the comment before it.
_VRAGEN = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").split("\n", 1)[1].strip()
# The folder in which pictures are left for a pair of eyes; without it none are made.
BEELDEN = os.environ.get("BEELDEN_MAP")
# The stylesheets that axe read in this test process, with the width of the window.
_GELEZEN_STIJLEN: set[tuple[str, int]] = set()
# Letters on a ground, as this test process saw axe measure them (browser.js says what makes them the same).
_GEMETEN_KLEUREN: set[str] = set()


@pytest.fixture(scope="session")
def chromium(browser: Browser) -> Browser:
    """The one Chromium of this test process: two Playwrights in one thread would refuse each other."""
    return browser


def _klacht(bericht: ConsoleMessage) -> list[str]:
    """Return the text of an error, but for an answer of ours that is no success, or none: tests ask for those."""
    gevraagd = "status of 4" in bericht.text or "net::ERR_" in bericht.text
    return [bericht.text] if bericht.type == "error" and not gevraagd else []


@pytest.fixture
def venster(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a window: `venster((390, 844), javascript=False)`. Afterwards no console may have complained."""
    contexts: list[BrowserContext] = []
    klachten: list[str] = []

    def open_(maat: tuple[int, int] = BREED, *, javascript: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": maat[0], "height": maat[1]}, java_script_enabled=javascript, locale="nl-NL"
        )
        contexts.append(context)
        leg_axe_klaar(context)
        page = context.new_page()
        page.on("console", lambda bericht: klachten.extend(_klacht(bericht)))
        page.on("pageerror", lambda fout: klachten.append(str(fout)))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not klachten, klachten


def kom_binnen(page: Page, server: str, email: str, naar: str = "/") -> None:
    """Be logged in, second step and all, as whoever has this address; then at this page."""
    log_in(page, server, email)
    page.goto(server + naar)


def log_in(page: Page, server: str, email: str) -> None:
    """Be logged in, second step and all, as whoever has this address; no page is opened."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.get(email=email))
    sessie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": server}])


def leg_axe_klaar(context: BrowserContext) -> None:
    """Bring axe to a window once; every page of it then begins axe from there, which costs half of bringing it anew."""
    context.add_init_script(f"globalThis.beginAxe = () => {{{AXE_SCRIPT}\n}}")


def overtredingen(page: Page) -> list[str]:
    """Return what axe finds wrong on the page, one line each."""
    page.wait_for_load_state()
    if not page.evaluate("typeof axe === 'object' || (globalThis.beginAxe?.(), typeof axe === 'object')"):
        # A window without scripts was brought nothing.
        page.evaluate(AXE_SCRIPT)
    # One rule reads the stylesheets themselves (css-orientation-lock): once for each of them and each width is enough.
    # Fetching and reading them again for every page takes a third of all that axe costs.
    stijlen = str(page.evaluate("[...document.styleSheets].map(s => s.href && new URL(s.href).pathname).join()"))
    maat = (stijlen, page.viewport_size["width"])
    assets = ["media"] if maat in _GELEZEN_STIJLEN else ["cssom", "media"]
    _GELEZEN_STIJLEN.add(maat)
    # The lines are made there: all that axe has to say about a page takes longer to bring here than to find.
    opties = {"resultTypes": ["violations"], "preload": {"assets": assets}}
    gevonden, gemeten = page.evaluate(f"(wat) => ({_VRAGEN}).axe(...wat)", [opties, sorted(_GEMETEN_KLEUREN)])
    # Colours that fell through are measured again: the next page that has them says so as well.
    _GEMETEN_KLEUREN.update(() if gevonden else gemeten)
    return sorted(gevonden)


def schuift_opzij(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(_vraag(page, "opzij"))


def steekt_uit(page: Page) -> list[str]:
    """Return the elements that stick out at the right of the window, to find the cause of `schuift_opzij`."""
    return list(_vraag(page, "steektUit"))


def kleine_doelen(page: Page) -> list[str]:
    """Return everything to press that is smaller than 24 pixels (WCAG 2.5.8), but for links within a sentence."""
    return list(_vraag(page, "kleineDoelen"))


def loop_met_tab(page: Page, hoogstens: int = 200) -> list[str]:
    """Walk the page with the Tab key; return every stop that shows no focus or hides behind something else."""
    # The key is held down, and the page itself looks at each stop: asking it from here costs more than the walk.
    te_gaan = min(int(_vraag(page, "begin")), hoogstens)
    for stap in range(1, hoogstens + 1):
        page.keyboard.down("Tab")
        if stap >= te_gaan and _vraag(page, "rond"):
            break
    page.keyboard.up("Tab")
    return _mis(_vraag(page, "stops"))


def langs_elke_halte(page: Page) -> list[str]:
    """Give every stop of Tab the focus without its key, at a fraction of the time; return as `loop_met_tab`."""
    page.keyboard.press("Tab")
    return _mis(_vraag(page, "langs"))


def _mis(stops: list[dict[str, Any]]) -> list[str]:
    mis = [f"geen focus: {stop['html']}" for stop in stops if not stop["zichtbaar"]]
    return mis + [f"bedekt: {stop['html']}" for stop in stops if not stop["vrij"]]


def op_beide_maten(page: Page) -> Iterator[tuple[int, int]]:
    """Give the window each of `MATEN` in turn, and then the one it had: `for maat in op_beide_maten(page): ...`."""
    eigen = page.viewport_size
    for breed, hoog in MATEN:
        page.set_viewport_size({"width": breed, "height": hoog})
        yield breed, hoog
    page.set_viewport_size(eigen)


def klachten(page: Page, naam: str) -> list[str]:
    """Return everything that is wrong with the page as it stands, at both widths; and leave its pictures."""
    # A slow machine shows a page before its style: without it every ring of focus would be missing.
    page.wait_for_load_state()
    gekeurd = page.url
    gevonden = [f"{naam} op {breed}: {wat}" for breed, _ in op_beide_maten(page) for wat in _klachten_nu(page, naam)]
    # A form that saves itself goes on only afterwards: a test that does not wait for it would look at the page before.
    assert page.url == gekeurd, f"{naam}: de bladzijde ging onder het kijken verder naar {page.url}"
    beide_maten.GEKEURD.add(beide_maten.soort(gekeurd))
    return gevonden


def keur(page: Page, naam: str) -> None:
    """Let nothing be wrong with the page as it stands, at both widths, for eyes, hands and axe."""
    gevonden = klachten(page, naam)
    # Said here: pytest explains an assertion in the files of tests only.
    assert not gevonden, "\n".join(gevonden)


def _klachten_nu(page: Page, naam: str) -> list[str]:
    beeld(page, naam)
    gevonden = [*overtredingen(page), *(f"kleiner dan 24: {doel}" for doel in kleine_doelen(page))]
    # The keys themselves where the most lies over each other: the order of the stops is the same at both widths.
    gevonden += loop_met_tab(page) if page.viewport_size["width"] == TELEFOON[0] else langs_elke_halte(page)
    if opzij := schuift_opzij(page):
        gevonden.append(f"schuift {opzij} opzij: {steekt_uit(page)[:8]}")
    return gevonden


def _vraag(page: Page, wat: str) -> Any:
    page.wait_for_load_state()
    return page.evaluate(f"({_VRAGEN}).{wat}()")


def beeld(page: Page, naam: str) -> None:
    """Leave a picture of the whole page in the folder BEELDEN_MAP, if that is set."""
    if BEELDEN:
        Path(BEELDEN).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(BEELDEN) / f"{naam}-{page.viewport_size['width']}.png"), full_page=True)
