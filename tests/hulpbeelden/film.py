"""How is a clip of the help made? By doing what the help says: its own sentences, and what they name is pressed.

A sentence that names something between brackets (`[Neem over]`) is the caption while that thing is found on the page,
gets a ring and is pressed; what the same step says after it is the caption of the page that follows. So no sentence
stands here, and a clip of a step that cannot be taken is not made.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from inspect import getsource, unwrap
from io import BytesIO

from django.urls import resolve
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TeLang

from overstap.web.hulp.opmaak import kaal, verwijzingen

# How fast somebody reads who reads slowly (letters a second), and the time to see where on the page it is.
_LETTERS, _KIJKEN = 20, 1.0
_WEER, _DRUK, _SCHUIF, _SLOT = 1.4, 0.35, 0.06, 2.0
# How long a button may take to come, in milliseconds: some are there only after a script, and a machine may be busy.
_KOMT = 60_000
# What lies lower has its caption above it.
_LAAG = 0.72
_SJABLOON = re.compile(r"[\"']((?:po|vo|swv|ouders|components|algemeen)/[\w/]+\.html)[\"']")
_ROOD = (212, 53, 28)
# Does it stay where it is when the page moves?
_BLIJFT = """e => { for (let x = e; x; x = x.parentElement)
  if (['fixed', 'sticky'].includes(getComputedStyle(x).position)) return true;
return false; }"""
# What lies around it, a little larger, as far as it is in the window.
_VAK = """e => {
  const r = e.getBoundingClientRect(), [links, boven] = [r.left, r.top].map(x => Math.max(2, x - 7));
  return [links, boven, Math.min(innerWidth - 2, r.right + 7), Math.min(innerHeight - 2, r.bottom + 7)];
}"""


@dataclass
class Opname:
    """What was seen so far: pictures with how long each stays, and the captions with the moment they begin."""

    page: Page
    beelden: list[tuple[Image.Image, float]] = field(default_factory=list)
    zinnen: list[tuple[float, str, bool]] = field(default_factory=list)
    schermen: list[str] = field(default_factory=list)

    @property
    def duur(self) -> float:
        """How long it is, in seconds."""
        return sum(seconden for _beeld, seconden in self.beelden)

    def neem(self, seconden: float, zin: str = "", *, boven: bool = False) -> None:
        """The window as it is, for so long, under this caption; without one the caption before it goes on."""
        beeld = venster_van(self.page)
        self.schermen.append(self.page.url)
        self._voeg_toe(beeld, seconden, zin, boven=boven)

    def houd(self, seconden: float, zin: str) -> None:
        """The last picture a while longer, under another caption: nothing was done since."""
        self._voeg_toe(self.beelden[-1][0], seconden, zin, boven=False)

    def omring(self, vak: Sequence[float], tijden: Sequence[tuple[float, bool]], zin: str, *, boven: bool) -> None:
        """The last picture again with a ring around this: how long, and is it pressed? One after another."""
        zonder, _seconden = self.beelden[-1]
        punten = zonder.width / self.page.viewport_size["width"]
        for seconden, gedrukt in tijden:
            self._voeg_toe(_omringd(zonder, vak, punten, gedrukt=gedrukt), seconden, zin, boven=boven)

    def _voeg_toe(self, beeld: Image.Image, seconden: float, zin: str, *, boven: bool) -> None:
        if zin and (not self.zinnen or self.zinnen[-1][1:] != (zin, boven)):
            self.zinnen.append((self.duur, zin, boven))
        self.beelden.append((beeld, seconden))


class Film:
    """One clip, of a person who does what these steps of the manual say."""

    def __init__(self, page: Page, stappen: Sequence[Sequence[str]]) -> None:
        """`stappen`: the sentences of each step, as `zinnen` gives them."""
        self.page, self.opname = page, Opname(page)
        self._stappen = stappen

    def namen(self, stap: int) -> list[str]:
        """What this step names, in its order."""
        return [naam for zin in self._stappen[stap - 1] for naam, _doel in verwijzingen(zin)]

    def kies(self, naam: str, doel: Locator | None = None) -> None:
        """Press what the manual calls by this name, under the sentence that says so."""
        zin, daarna = self._zin_met(naam)
        self._druk(zin, doel or self._genoemd(naam))
        self._vervolg(daarna)

    def lees(self, naam: str, doel: Locator | None = None) -> None:
        """Point at what the manual calls by this name; nothing is pressed."""
        zin, daarna = self._zin_met(naam)
        kop = self.page.locator("main").get_by_role("heading", name=naam, exact=True)
        self._wijs_aan(zin, doel or kop.first)
        self._vervolg(daarna)

    def stap(self, nummer: int, doel: Locator, *, zin: int = 1, druk: bool = False, verder: bool = True) -> None:
        """Point at this, or press it, under this sentence of a step; `verder`: say what the step says next."""
        deze, *daarna = self._stappen[nummer - 1][zin - 1 :]
        (self._druk if druk else self._wijs_aan)(kaal(deze), doel)
        self._vervolg(_tot_een_naam(daarna) if verder else [])

    def vul(self, vak: Locator, waarde: str) -> None:
        """Fill in a field or tick a box; it is seen with what comes next."""
        if vak.evaluate("e => e.tagName") == "SELECT":
            vak.select_option(waarde)
        elif vak.get_attribute("type") in {"radio", "checkbox"}:
            vak.locator("xpath=following-sibling::label").click()
        else:
            vak.fill(waarde)

    def einde(self) -> Opname:
        """The last page stays a moment."""
        self.opname.neem(_SLOT)
        return self.opname

    def _zin_met(self, naam: str) -> tuple[str, Sequence[str]]:
        for stap in self._stappen:
            for plaats, zin in enumerate(stap):
                if naam in (genoemd for genoemd, _doel in verwijzingen(zin)):
                    return kaal(zin), _tot_een_naam(stap[plaats + 1 :])
        raise AssertionError(f"geen stap noemt [{naam}]")

    def _genoemd(self, naam: str) -> Locator:
        plekken = [self.page.locator(plek) for plek in ("main", "body")]
        binnen, overal = (
            plek.get_by_role("link", name=naam).or_(plek.get_by_role("button", name=naam)) for plek in plekken
        )
        try:
            overal.first.wait_for(timeout=_KOMT)
        except TeLang:
            raise AssertionError(f"op {self.page.url} staat geen {naam!r}") from None
        return binnen.first if binnen.count() else overal.first

    def _druk(self, zin: str, doel: Locator) -> None:
        self._wijs_aan(zin, doel, druk=True)
        doel.click()

    def _wijs_aan(self, zin: str, doel: Locator, *, druk: bool = False) -> None:
        bekend = bool(self.opname.zinnen) and self.opname.zinnen[-1][1] == zin
        boven = self._in_zicht(doel)
        self.opname.neem(0.7, zin, boven=boven)
        vak = doel.evaluate(_VAK)
        tijden = [(_WEER if bekend else _leestijd(zin), False), *([(_DRUK, True)] if druk else [])]
        self.opname.omring(vak, tijden, zin, boven=boven)

    def _vervolg(self, zinnen: Sequence[str]) -> None:
        for plaats, zin in enumerate(map(kaal, zinnen)):
            (self.opname.houd if plaats else self.opname.neem)(_leestijd(zin), zin)

    def _in_zicht(self, doel: Locator) -> bool:
        """Scroll there as a person does when it is out of sight; say whether it lies where the caption would be."""
        hoog = self.page.viewport_size["height"]
        vak = doel.bounding_box()
        te_ver = vak["y"] + vak["height"] / 2 - hoog * 0.42
        uit_zicht = vak["y"] < 0 or vak["y"] + min(vak["height"], hoog / 3) > hoog * _LAAG
        if uit_zicht and not doel.evaluate(_BLIJFT):
            begin = self.page.evaluate("scrollY")
            for deel in (0.3, 0.75, 1):
                self.page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", begin + te_ver * deel)
                if self.opname.beelden and deel < 1:
                    self.opname.neem(_SCHUIF)
        vak = doel.bounding_box()
        return bool(vak["y"] + vak["height"] > hoog * _LAAG)


def venster_van(page: Page) -> Image.Image:
    """A picture of the window as it is, when all that belongs to the page is there."""
    page.wait_for_load_state()
    return Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")


def zinnen(stap: str) -> list[str]:
    """The sentences of a step; a question and what to do then are one."""
    return re.split(r"(?<=[.!])\s+(?=[A-Z])", stap)


def _tot_een_naam(zinnen: Sequence[str]) -> Sequence[str]:
    """What is said until the next thing is named."""
    einde = next((plaats for plaats, zin in enumerate(zinnen) if verwijzingen(zin)), len(zinnen))
    return zinnen[:einde]


def _leestijd(zin: str) -> float:
    return _KIJKEN + len(zin) / _LETTERS


def _omringd(beeld: Image.Image, vak: Sequence[float], punten: float, *, gedrukt: bool) -> Image.Image:
    """The same picture with a red ring on white, `punten` points of it being one CSS pixel."""
    # Drawn larger than it is, for round corners without teeth.
    fijn = 3
    links, boven, rechts, onder = (round(kant * punten) for kant in vak)
    rand, wit, rond = (round(maat * punten * fijn) for maat in (4, 2, 10))
    breed, hoog = (rechts - links) * fijn + 2 * wit, (onder - boven) * fijn + 2 * wit
    ring = Image.new("RGBA", (breed, hoog))
    teken = ImageDraw.Draw(ring)
    teken.rounded_rectangle((0, 0, breed - 1, hoog - 1), rond + wit, fill=(255, 255, 255, 255))
    binnen = (wit, wit, breed - 1 - wit, hoog - 1 - wit)
    teken.rounded_rectangle(binnen, rond, fill=(*_ROOD, 72 if gedrukt else 0), outline=(*_ROOD, 255), width=rand)
    dun = round(wit / fijn)
    ring = ring.resize((breed // fijn, hoog // fijn), Image.Resampling.BOX)
    nieuw = beeld.copy()
    nieuw.paste(ring, (links - dun, boven - dun), ring)
    return nieuw


def gezien_is_genoemd(opname: Opname, schermen: Sequence[str]) -> None:
    """Of each page that was passed the template is named with the clip, or its changes would go unseen."""
    for adres in dict.fromkeys(opname.schermen):
        view = unwrap(resolve(re.sub(r"^https?://[^/]+|[?#].*$", "", adres)).func)
        genoemd = set(_SJABLOON.findall(getsource(view)) or _SJABLOON.findall(getsource(sys.modules[view.__module__])))
        assert genoemd & set(schermen), f"zet bij schermen wat hiervan bij {adres} hoort: {sorted(genoemd)}"
