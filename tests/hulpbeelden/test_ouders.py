"""Are the clips for parents what they see? A father on his phone makes them, in every language, at every build.

He reads and signs, then writes what he thinks. What is said and what is pressed comes from the help of parents.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.utils import translation
from PIL import Image
from playwright.sync_api import Page

from overstap.config.demo.gezin import mail
from overstap.config.demo.scenario import scenarios
from overstap.integrations.mail import Bericht
from overstap.web.components.talen import TALEN, Taal
from overstap.web.ouders.filmpjes import BREED, FILMPJES, FILMS, HOOG
from tests.hulpbeelden.aflevering import lever_af
from tests.hulpbeelden.conftest import Demoregio
from tests.hulpbeelden.film import Film, Opname, gezien_is_genoemd
from tests.hulpbeelden.montage import als_vtt, als_webm, als_webp
from tests.web.hulp.schermwoorden import filmafdruk

# Sharp on a phone too; of points that are smaller more may be lost.
DICHTHEID, GROFHEID = 1.5, 54
# What he writes, in his own language.
MENINGEN = {
    "nl": "Fenna leest thuis elke dag. Wij denken dat het vwo goed bij haar past.",
    "en": "Fenna reads at home every day. We think vwo suits her well.",
    "ar": "فينا تقرأ في البيت كل يوم. نحن نرى أن vwo يناسبها.",
    "tr": "Fenna evde her gün kitap okuyor. Bizce vwo ona çok uygun.",
    "pl": "Fenna codziennie czyta w domu. Uważamy, że vwo bardzo do niej pasuje.",
    "uk": "Фенна щодня читає вдома. Ми думаємо, що vwo їй дуже підходить.",
}


def _uitnodiging(post: list[Bericht]) -> tuple[str, str]:
    """The address in the mail to the father of Fenna, and the code in the letter to him."""
    [kind] = [een.kind for een in scenarios() if een.kind.roepnaam == "Fenna"]
    tekst = "\n".join(bericht.tekst for bericht in post if bericht.aan == mail(kind, "vader"))
    [pad] = set(re.findall(r"https?://[^/\s]+(/ouders/[0-9a-f-]{36}/)", tekst))
    [code] = re.findall(r"(?m)^([0-9A-Z]{4}-[0-9A-Z]{4}(?:-[0-9A-Z]{4})*)$", tekst)
    return pad, code


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


@pytest.mark.parametrize("taal", TALEN, ids=lambda taal: taal.code)
def test_the_clips_of_parents(taal: Taal, demoregio: Demoregio) -> None:
    """Each clip in one language, with its captions and the picture that stands there before it plays."""
    pad, code = _uitnodiging(demoregio.post)
    vader = demoregio.ouder((BREED, HOOG), DICHTHEID)
    vader.page.goto(f"{vader.adres}{pad}?taal={taal.code}")
    with translation.override(taal.code):
        for filmpje in FILMS:
            film = Film(vader.page, filmpje.stappen())
            WEGEN[filmpje.naam](film, vader.page, code, taal)
            opname = film.einde()
            gezien_is_genoemd(opname, filmpje.schermen)
            woorden = filmafdruk(filmpje.schermen, [zin for stap in filmpje.stappen() for zin in stap])
            delen = {
                "webm": als_webm(opname, grofheid=GROFHEID),
                "vtt": als_vtt(opname, woorden),
                "webp": als_webp(_in_zicht(opname)),
            }
            lever_af(FILMPJES, {f"{filmpje.bestand(taal)}.{soort}": inhoud for soort, inhoud in delen.items()})


def _in_zicht(opname: Opname) -> Image.Image:
    """What is longest in sight."""
    beeld, _seconden = max(opname.beelden, key=lambda paar: paar[1])
    return beeld.resize((BREED, HOOG))
