"""Are the pictures and clips of the manuals still what the pages show? They are made here, at every build."""

from __future__ import annotations

import re

import pytest

from overstap.web.hulp.boek import BEELDEN, FILMPJES, TEKSTEN, boek, lees
from tests.e2e.bezoeker import Bezoeker
from tests.hulpbeelden import wegen
from tests.hulpbeelden.aflevering import OVERNEMEN, lever_af
from tests.hulpbeelden.conftest import Demoregio
from tests.hulpbeelden.film import Film, gezien_is_genoemd, venster_van, zinnen
from tests.hulpbeelden.montage import als_vtt, als_webm, als_webp
from tests.web.hulp.schermwoorden import filmafdruk, vingerafdruk


def test_the_pictures(demoregio: Demoregio) -> None:
    assert set(wegen.BEELDEN) == set(lees("beelden")), "beelden.toml en BEELDEN noemen dezelfde beelden"
    mensen: dict[str, Bezoeker] = {}
    gemaakt: dict[str, bytes] = {}
    for naam, (wie, weg) in wegen.BEELDEN.items():
        mensen[wie] = mensen.get(wie) or demoregio.medewerker(wie, wegen.MAAT)
        weg(mensen[wie], demoregio)
        gemaakt[f"{naam}.webp"] = als_webp(venster_van(mensen[wie].page))
    if OVERNEMEN:
        _onthoud_de_woorden()
    lever_af(BEELDEN, gemaakt)


@pytest.mark.parametrize("naam", wegen.FILMPJES)
def test_a_clip(naam: str, demoregio: Demoregio) -> None:
    assert set(wegen.FILMPJES) == set(lees("filmpjes")), "filmpjes.toml en FILMPJES noemen dezelfde filmpjes"
    wie, weg = wegen.FILMPJES[naam]
    bezoeker = demoregio.medewerker(wie, wegen.MAAT)
    _handleiding, taak = boek().taak(naam)
    film = Film(bezoeker.page, [zinnen(stap) for stap in taak.stappen])
    weg(film, bezoeker, demoregio)
    opname = film.einde()
    schermen = lees("filmpjes")[naam]["schermen"]
    gezien_is_genoemd(opname, schermen)
    woorden = filmafdruk(schermen, taak.stappen)
    lever_af(FILMPJES, {f"{naam}.webm": als_webm(opname), f"{naam}.vtt": als_vtt(opname, woorden)})


def _onthoud_de_woorden() -> None:
    """Write a fingerprint of the words of each page beside its picture; a test without a browser compares them."""
    bestand = TEKSTEN / "beelden.toml"
    tekst = bestand.read_text(encoding="utf-8")
    for naam, beeld in lees("beelden").items():
        woorden = vingerafdruk(beeld["scherm"])
        tekst = re.sub(rf'(?m)(^\[{naam}\]\n(?:(?!\[).*\n)*?woorden = )".*"', rf'\g<1>"{woorden}"', tekst)
    bestand.write_text(tekst, encoding="utf-8")
