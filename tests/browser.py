"""How do tests look at a page as a person does? Debian's Chromium without a screen, and axe with no rule switched off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

BREED, TELEFOON = (1280, 900), (390, 844)
MATEN = (BREED, TELEFOON)
# The folder in which pictures are left for a pair of eyes; without it none are made.
BEELDEN = os.environ.get("BEELDEN_MAP")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for this test process."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not program:
        pytest.skip("Chromium ontbreekt: draai ./dev setup")
    # Playwright keeps an event loop in this thread, in which Django would refuse its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


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
        page = context.new_page()
        page.on("console", lambda m: klachten.append(m.text) if m.type == "error" and "status of 4" not in m.text else None)
        page.on("pageerror", lambda fout: klachten.append(str(fout)))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not klachten, klachten


def overtredingen(page: Page) -> list[str]:
    """Return what axe finds wrong on the page, one line each."""
    gevonden = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {v['help']} — {v['nodes'][0]['html'][:200]}" for v in gevonden]


def schuift_opzij(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def steekt_uit(page: Page) -> list[str]:
    """Return the elements that stick out at the right of the window, to find the cause of `schuift_opzij`."""
    return list(
        page.evaluate(
            """() => [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ov-schuif'))
                 .map((e) => e.outerHTML.slice(0, 100))"""
        )
    )


def kleine_doelen(page: Page) -> list[str]:
    """Return everything to press that is smaller than 24 pixels (WCAG 2.5.8), but for links within a sentence."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')].filter((e) => {
                 const r = e.getBoundingClientRect();
                 if (!r.width || !r.height || e.closest('.govuk-visually-hidden') || e.matches('.govuk-skip-link')) return false;
                 if (e.tagName === 'A' && getComputedStyle(e).display === 'inline') return false;
                 if (e.matches('input[type=checkbox], input[type=radio]')) return false;
                 return r.height < 23.5 || r.width < 23.5;
               }).map((e) => e.outerHTML.slice(0, 120))"""
        )
    )


def loop_met_tab(page: Page, hoogstens: int = 200) -> list[str]:
    """Walk the page with the Tab key; return every stop that shows no focus or hides behind something else."""
    page.evaluate("document.activeElement?.blur(); window.scrollTo(0, 0)")
    mis: list[str] = []
    for _ in range(hoogstens):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                 const e = document.activeElement;
                 if (!e || e === document.body) return null;
                 // GOV.UK draws the ring of a tick on its label.
                 const getekend = e.matches('.govuk-checkboxes__input, .govuk-radios__input');
                 const s = getekend ? getComputedStyle(e.labels[0], '::before') : getComputedStyle(e), r = e.getBoundingClientRect();
                 const zichtbaar = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
                 const x = Math.min(Math.max(r.x + r.width / 2, 1), innerWidth - 1), y = Math.min(Math.max(r.y + r.height / 2, 1), innerHeight - 1);
                 const boven = document.elementFromPoint(x, y);
                 const vrij = !boven || e.contains(boven) || boven.contains(e) || (e.labels && [...e.labels].some((l) => l.contains(boven)));
                 return { html: e.outerHTML.slice(0, 120), zichtbaar, vrij };
               }"""
        )
        if stop is None:
            break
        if not stop["zichtbaar"]:
            mis.append("geen focus: " + stop["html"])
        if not stop["vrij"]:
            mis.append("bedekt: " + stop["html"])
    return mis


def beeld(page: Page, naam: str) -> None:
    """Leave a picture of the whole page in the folder BEELDEN_MAP, if that is set."""
    if BEELDEN:
        Path(BEELDEN).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(BEELDEN) / f"{naam}-{page.viewport_size['width']}.png"), full_page=True)
