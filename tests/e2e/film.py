"""How is a clip of the help made? By doing what the help says: its own sentences, and what they name is pressed.

A sentence that names something between brackets (`[Neem over]`) is the caption while that thing is found on the page,
gets a ring and is pressed; what the same step says after it is the caption of the page that follows. So no sentence
stands here, and a clip of a step that cannot be taken is not made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from html import escape
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TeLang

from overstap.web.components.film import aantekening
from overstap.web.hulp.opmaak import kaal, verwijzingen

# How fast somebody reads who reads slowly (letters a second), and the time to see where on the page it is.
_LETTERS, _KIJKEN = 20, 1.0
_WEER, _DRUK, _SCHUIF, _SLOT = 1.4, 0.35, 0.06, 2.0
# How long a button may take to come, in milliseconds: some are there only after a script.
_KOMT = 5_000
# What lies lower has its caption above it.
_LAAG = 0.72
# Does it stay where it is when the page moves?
_BLIJFT = """e => { for (let x = e; x; x = x.parentElement)
  if (['fixed', 'sticky'].includes(getComputedStyle(x).position)) return true;
return false; }"""
_RING = """(e, vol) => {
  document.getElementById('film-ring')?.remove();
  const r = e.getBoundingClientRect(), d = document.createElement('div');
  d.id = 'film-ring';
  const links = Math.max(2, r.left - 7), boven = Math.max(2, r.top - 7);
  Object.assign(d.style, {
    position: 'fixed', left: `${links}px`, top: `${boven}px`, boxSizing: 'border-box',
    width: `${Math.min(innerWidth - 2, r.right + 7) - links}px`,
    height: `${Math.min(innerHeight - 2, r.bottom + 7) - boven}px`,
    border: '4px solid #d4351c', borderRadius: '10px', boxShadow: '0 0 0 2px #fff', zIndex: 2147483647,
    background: vol ? 'rgba(212, 53, 28, .28)' : 'none', pointerEvents: 'none',
  });
  (document.querySelector('dialog[open]') ?? document.body).append(d);
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
        self.page.wait_for_load_state()
        self.schermen.append(self.page.url)
        if zin and (not self.zinnen or self.zinnen[-1][1:] != (zin, boven)):
            self.zinnen.append((self.duur, zin, boven))
        beeld = Image.open(BytesIO(self.page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
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
        for plek in (self.page.locator("main"), self.page.locator("body")):
            doel = plek.get_by_role("link", name=naam).or_(plek.get_by_role("button", name=naam)).first
            with suppress(TeLang):
                doel.wait_for(timeout=_KOMT)
                return doel
        raise AssertionError(f"op {self.page.url} staat geen {naam!r}")

    def _druk(self, zin: str, doel: Locator) -> None:
        self._wijs_aan(zin, doel)
        doel.evaluate(_RING, True)
        self.opname.neem(_DRUK)
        self._zonder_ring()
        doel.click()

    def _wijs_aan(self, zin: str, doel: Locator) -> None:
        bekend = bool(self.opname.zinnen) and self.opname.zinnen[-1][1] == zin
        boven = self._in_zicht(doel)
        self.opname.neem(0.7, zin, boven=boven)
        doel.evaluate(_RING, False)
        self.opname.neem(_WEER if bekend else _leestijd(zin), zin, boven=boven)
        self._zonder_ring()

    def _vervolg(self, zinnen: Sequence[str]) -> None:
        for zin in zinnen:
            self.opname.neem(_leestijd(kaal(zin)), kaal(zin))

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

    def _zonder_ring(self) -> None:
        self.page.evaluate("document.getElementById('film-ring')?.remove()")


def zinnen(stap: str) -> list[str]:
    """The sentences of a step; a question and what to do then are one."""
    return re.split(r"(?<=[.!])\s+(?=[A-Z])", stap)


def _tot_een_naam(zinnen: Sequence[str]) -> Sequence[str]:
    """What is said until the next thing is named."""
    einde = next((plaats for plaats, zin in enumerate(zinnen) if verwijzingen(zin)), len(zinnen))
    return zinnen[:einde]


def _leestijd(zin: str) -> float:
    return _KIJKEN + len(zin) / _LETTERS


def _als_webm(opname: Opname) -> bytes:
    """The pictures as a video, each for its own time: a page that stands still costs nothing."""
    import av

    uit, klok = BytesIO(), Fraction(1, 1000)
    with av.open(uit, "w", format="webm") as bak:
        # One key frame: a clip is small enough to be read from its beginning.
        stroom = bak.add_stream("libvpx-vp9", rate=25, options={"crf": "49", "b": "0", "g": "9999", "cpu-used": "1"})
        stroom.width, stroom.height = opname.beelden[0][0].size
        stroom.pix_fmt, stroom.time_base, stroom.codec_context.time_base = "yuv420p", klok, klok
        moment = 0.0
        for beeld, seconden in (*opname.beelden, (opname.beelden[-1][0], 0.04)):
            frame = av.VideoFrame.from_image(beeld)
            frame.pts, frame.time_base = round(moment * 1000), klok
            bak.mux(stroom.encode(frame))
            moment += seconden
        bak.mux(stroom.encode())
    return uit.getvalue()


def _als_vtt(opname: Opname, woorden: str) -> str:
    """The captions, one after the other until the end of the clip; `woorden` is the fingerprint of what it shows."""
    momenten = [*(begin for begin, _zin, _boven in opname.zinnen[1:]), opname.duur]
    regels = (
        f"\n{_tijd(begin)} --> {_tijd(einde)}{' line:0' if boven else ''}\n{escape(zin, quote=False)}\n"
        for (begin, zin, boven), einde in zip(opname.zinnen, momenten, strict=True)
    )
    return f"WEBVTT\n\n{aantekening(round(opname.duur), woorden)}\n" + "".join(regels)


def bewaar(opname: Opname, map_: Path, naam: str, woorden: str) -> None:
    """Write the clip and its captions in a folder, under one name."""
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / f"{naam}.webm").write_bytes(_als_webm(opname))
    (map_ / f"{naam}.vtt").write_text(_als_vtt(opname, woorden), encoding="utf-8")


def _tijd(seconden: float) -> str:
    return f"{int(seconden // 60):02}:{seconden % 60:06.3f}"
