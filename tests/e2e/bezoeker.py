"""How does a test use the pages as one person does, while every page it meets is held against axe?"""

from __future__ import annotations

import os
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Download, Locator, Page, Response

from tests import beide_maten
from tests.browser import BREED, leg_axe_klaar, op_beide_maten, overtredingen, schuift_opzij

# The folder in which pictures for the README are left; without it none are made.
BEELDEN = os.environ.get("README_BEELDEN")
LARGEST_PICTURE = 150_000
# No test_beelden shows these, so a journey looks at them in both widths; beide_maten.py says which ones it wants.
ALLEEN_OP_REIS = frozenset(
    {
        "/demo/postbus/…/",
        "/po/dossiers/…/aanmeldstatus/vragen/…/",
        "/po/importeren/…/overnemen/",
        "/vo/overdrachten/…/vraag/",
        *(f"/po/dossiers/…/onderdelen/{sectie}/" for sectie in ("gedrag", "schoolloopbaan", "verzuim")),
        *(f"/po/dossiers/…/onderdelen/ondersteuning_{deel}/" for deel in ("gekregen", "nodig")),
    }
)
_SECONDS_TO_WAIT = 60.0


@dataclass
class Keuring:
    """What was looked at, also by tests before this one, and all that was wrong; shared by the people of a journey."""

    bladzijden: dict[tuple[str, str], str] = field(default_factory=dict)
    gebreken: list[str] = field(default_factory=list)


@dataclass
class Bezoeker:
    """One person at one screen. After every step the page is looked at, once for each kind of page."""

    page: Page
    adres: str
    keuring: Keuring
    naam: str
    javascript: bool = True

    def ga(self, pad: str) -> None:
        """Open an address of the product."""
        self.page.goto(self.adres + pad)
        self.kijk()

    def klik(self, naam: str, *, binnen: Locator | None = None, precies: bool = False, fout: bool = False) -> None:
        """Follow the link or press the button with these words; the next page says "Fout:" only when that is meant."""
        plek: Locator | Page = binnen or self.page
        doel = plek.get_by_role("link", name=naam, exact=precies).or_(
            plek.get_by_role("button", name=naam, exact=precies)
        )
        if not doel.count():
            raise AssertionError(f"{self.naam} vindt geen {naam!r} op {self._waar()}")
        with self._niets_stuk(), self._gevolgd(doel.first):
            doel.first.click()
        assert self.page.title().startswith("Fout:") == fout, f"{self.naam} drukte op {naam!r}, en dan {self._waar()}"
        self.kijk("fout" if fout else "")

    def _gevolgd(self, doel: Locator) -> AbstractContextManager[object]:
        """A button of a form that saves itself waits for the text that is on its way, and then goes on."""
        zelf = self.javascript and doel.evaluate("e => Boolean(e.form?.matches('[data-ov-bewaar]'))")
        return self.page.expect_navigation() if zelf else nullcontext()

    def vul_formulier(self, actie: str, knop: str, *, fout: bool = False, **antwoorden: object) -> None:
        """Fill in the one of several forms on the page that goes to this address, and press its button."""
        formulier = self.page.locator(f'main form[action$="{actie}"]')
        for naam, waarde in antwoorden.items():
            self.antwoord(naam, waarde, binnen=formulier)
        self.klik(knop, binnen=formulier, fout=fout)

    def vul(self, **antwoorden: object) -> None:
        """Fill in inputs by their name."""
        for naam, waarde in antwoorden.items():
            self.antwoord(naam, waarde)

    def antwoord(self, naam: str, waarde: object, binnen: Locator | None = None) -> None:
        """Answer one question as a person would: type, choose or tick."""
        plek = binnen or self.page.locator("main")
        vakken = plek.locator(f'[name="{naam}"]:not([type=hidden])')
        soort = vakken.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if soort in {"radio", "checkbox"}:
            for keuze in waarde if isinstance(waarde, tuple) else (waarde,):
                plek.locator(f'[name="{naam}"][value="{keuze}"]').check()
        elif soort == "select":
            vakken.first.select_option(str(waarde))
        else:
            vakken.first.fill(str(waarde))

    def download(self, naam: str) -> bytes:
        """Press what gives a file; return its bytes, and hold its name to have nothing of a person in it."""
        with self.page.expect_download() as komend:
            self.page.locator("main").get_by_role("link", name=naam).or_(
                self.page.locator("main").get_by_role("button", name=naam)
            ).first.click()
        bestand: Download = komend.value
        assert re.fullmatch(r"[a-z]+-[0-9a-f]{8}(\.[a-z]{2,4})?", bestand.suggested_filename), (
            bestand.suggested_filename
        )
        return Path(bestand.path()).read_bytes()

    def leest(self, *teksten: str) -> None:
        """Hold the page to say these words."""
        zichtbaar = _glad(self.page.locator("body").inner_text())
        for tekst in teksten:
            assert _glad(tekst) in zichtbaar, f"{self.naam} leest niet {tekst!r} op {self._waar()}"

    def leest_niet(self, *teksten: str) -> None:
        """Hold the page, its source included, not to hold these words."""
        bron = self.page.content()
        for tekst in teksten:
            assert tekst not in bron, f"{self.naam} vindt {tekst!r} op {self.page.url}"

    def wacht_op(self, pad: str, tekst: str) -> None:
        """Come back to a page until it says this: the worker is busy with it."""
        self._kom_terug(pad, lambda: tekst in self.page.content(), tekst)

    def wacht_op_weg(self, pad: str, tekst: str) -> None:
        """Come back to a page until it no longer says this."""
        self._kom_terug(pad, lambda: tekst not in self.page.content(), tekst)

    def _kom_terug(self, pad: str, klaar: Callable[[], bool], tekst: str) -> None:
        tot = time.monotonic() + _SECONDS_TO_WAIT
        while True:
            self.page.goto(self.adres + pad)
            if klaar():
                self.kijk()
                return
            assert time.monotonic() < tot, f"{self.naam} wachtte te lang op {pad} ({tekst!r})"
            self.page.wait_for_timeout(300)

    def kijk(self, verder: str = "") -> None:
        """Hold this kind of page against axe as this person sees it, the first time; `verder` names a state of it."""
        kop = self.page.locator("h1").first
        soort = (
            beide_maten.IDS.sub("…", self.page.url.removeprefix(self.adres)),
            (kop.inner_text() if kop.count() else "") + verder,
        )
        # Without scripts axe cannot run either; those pages have the same source.
        if soort in self.keuring.bladzijden or not self.javascript:
            return
        self.keuring.bladzijden[soort] = self.naam
        bladzijde = beide_maten.soort(self.page.url)
        beide_maten.ONTMOET.add(bladzijde)
        if bladzijde in ALLEEN_OP_REIS:
            beide_maten.GEKEURD.add(bladzijde)
            for breed, _ in op_beide_maten(self.page):
                self._keur(f"{soort[0]} ({soort[1]}) op {breed}")
        else:
            # It is looked at elsewhere at both widths (`beide_maten.py` sees to it).
            self._keur(f"{soort[0]} ({soort[1]}) bij {self.naam}")

    def _keur(self, wat: str) -> None:
        gevonden = overtredingen(self.page)
        if opzij := schuift_opzij(self.page):
            gevonden.append(f"schuift {opzij} px opzij")
        self.keuring.gebreken += [f"{wat}: {gebrek}" for gebrek in gevonden]

    def beeld(self, naam: str) -> None:
        """Leave a small picture of the window for the README, when that was asked for; its heading stands in sight."""
        if not BEELDEN:
            return
        self.page.evaluate("window.scrollTo(0, document.querySelector('h1').offsetTop - 260)")
        Path(BEELDEN).mkdir(parents=True, exist_ok=True)
        (Path(BEELDEN) / f"{naam}.png").write_bytes(_klein(self.page.screenshot()))

    def _waar(self) -> str:
        return f"{self.page.url}:\n{self.page.locator('body').inner_text()}"

    @contextmanager
    def _niets_stuk(self) -> Iterator[None]:
        """Let no answer of the server in this step be a failure."""
        stuk: list[str] = []

        def let_op(antwoord: Response) -> None:
            if antwoord.status >= 500:
                stuk.append(f"{antwoord.status} {antwoord.url}")

        self.page.on("response", let_op)
        yield
        self.page.wait_for_load_state()
        self.page.remove_listener("response", let_op)
        assert not stuk, stuk


def _glad(tekst: str) -> str:
    """The same text with single spaces, and with each letter and its accents as one sign where that exists."""
    return unicodedata.normalize("NFC", " ".join(tekst.split()))


def _klein(png: bytes) -> bytes:
    """The same picture in few colours, so that the repository stays small."""
    beeld = Image.open(BytesIO(png)).convert("RGB")
    for kleuren in (128, 64, 32):
        uit = BytesIO()
        beeld.quantize(kleuren, dither=Image.Dither.NONE).save(uit, "PNG", optimize=True)
        if uit.tell() <= LARGEST_PICTURE:
            break
    return uit.getvalue()


class Bezoekers:
    """Gives people a window each, closed at the end; none of their consoles may have complained."""

    def __init__(self, chromium: Browser, adres: str, keuring: Keuring) -> None:
        self.chromium, self.adres, self.keuring = chromium, adres, keuring
        self.klachten: list[str] = []
        self._sluit: list[Callable[[], None]] = []

    def nieuw(
        self, naam: str, maat: tuple[int, int] = BREED, *, javascript: bool = True, dichtheid: float = 1
    ) -> Bezoeker:
        """A window that nobody used before; `dichtheid`: how many points of the screen make a CSS pixel."""
        context = self.chromium.new_context(
            viewport={"width": maat[0], "height": maat[1]}, device_scale_factor=dichtheid,
            java_script_enabled=javascript, locale="nl-NL", timezone_id="Europe/Amsterdam", accept_downloads=True,
        )  # fmt: skip
        context.set_default_timeout(60_000)
        leg_axe_klaar(context)
        self._sluit.append(context.close)
        page = context.new_page()
        page.on("console", self._hoor)
        page.on("pageerror", lambda fout: self.klachten.append(str(fout)))
        return Bezoeker(page, self.adres, self.keuring, naam, javascript)

    def medewerker(self, naam: str, *, javascript: bool = True) -> Bezoeker:
        """Somebody who chose this account on the login page of the demo."""
        bezoeker = self.nieuw(naam, javascript=javascript)
        bezoeker.ga("/account/inloggen/")
        bezoeker.klik(naam)
        return bezoeker

    def sluit(self) -> None:
        """Close every window."""
        for sluit in self._sluit:
            sluit()

    def _hoor(self, bericht: ConsoleMessage) -> None:
        # A page that answers 422 is what a wrong form gets; the browser mentions it in its console.
        if bericht.type == "error" and "status of 422" not in bericht.text:
            self.klachten.append(f"{bericht.text} ({bericht.location['url']})")
