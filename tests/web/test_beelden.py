"""Does every page work for eyes, hands and screen readers, on a desk and on a phone?"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from django.templatetags.static import static
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from overstap.domain.medewerkers.actions import nodig_uit
from overstap.domain.medewerkers.queries import uitnodigingen_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from overstap.jobs.medewerkers import beginadres
from tests.browser import TELEFOON, beeld, keur, klachten, op_beide_maten, schuift_opzij, steekt_uit
from tests.tweede_stap import code, code_van, zonder_tweede_stap
from tests.web.conftest import WACHTWOORD, maak_wereld
from tests.web.hulp.clips import clips

PAGINAS = {
    "onderdelen": "/demo/onderdelen/",
    "onderdelen-ouder": "/demo/onderdelen/ouder/",
    "inloggen": "/account/inloggen/",
    "wachtwoord": "/account/wachtwoord/vergeten/",
    "accountvraag": "/account/vragen/",
    "postbus": "/demo/postbus/",
    "hulp": "/hulp/",
    "hulp-taak": "/hulp/taken/importeren/",
    "hulp-zoeken": "/hulp/zoeken/?q=code+kwijt",
    "hulp-ouders": "/ouders/hulp/",
    "privacy": "/privacy/",
    "toegankelijkheid": "/toegankelijkheid/",
    "sneltoetsen": "/sneltoetsen/",
    "niet-gevonden": "/bestaat-niet/",
}


def test_public_pages_pass_axe_and_the_keyboard(server: str, demo: Path, venster) -> None:
    maak_wereld()
    page = venster(TELEFOON)
    gevonden = []
    for naam, adres in PAGINAS.items():
        page.goto(server + adres)
        gevonden += klachten(page, naam)
    assert not gevonden, "\n".join(gevonden)


def test_pages_behind_the_door_pass_too(server: str, demo: Path, venster) -> None:
    wereld = maak_wereld()
    page = venster(TELEFOON)
    gevonden = []
    page.goto(server + "/account/inloggen/?next=/mijn-account/")
    page.get_by_label("E-mailadres").fill("bas@voorbeeld.nl")
    page.get_by_label("Wachtwoord").fill("niet dit wachtwoord")
    page.get_by_role("button", name="Log in", exact=True).click()
    gevonden += klachten(page, "inloggen-fout")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    gevonden += klachten(page, "tweede-stap-code")
    page.get_by_label("Code", exact=True).fill(code_van(wereld.bas))
    page.get_by_role("button", name="Log in", exact=True).click()
    page.goto(server + "/kies-organisatie/?next=/mijn-account/")
    page.get_by_role("button", name="Ga verder").click()
    gevonden += klachten(page, "kies-organisatie-fout")
    page.get_by_label("Merenlandcollege").check()
    page.get_by_role("button", name="Ga verder").click()
    for naam, adres in {
        "account": "/mijn-account/",
        "mail": "/mijn-account/mail/",
        "schoollogin": "/schoollogin/",
        "oefenen": "/oefenen/",
        "wachtwoord-wijzigen": "/account/wachtwoord/wijzigen/",
        "tweestaps": "/account/tweestaps/",
        "bewaren": "/bewaren/",
        "bewaartermijnen": "/bewaren/termijnen/",
        "incident": "/incident/?van=1-1-2026&tot_en_met=2-1-2026",
    }.items():
        page.goto(server + adres)
        gevonden += klachten(page, naam)
    page.locator(".ov-mij summary").click()
    gevonden += klachten(page, "account-menu")
    assert not gevonden, "\n".join(gevonden)


def test_who_is_invited_begins_and_sets_up_a_second_step(server: str, venster) -> None:
    with zonder_tweede_stap():
        wereld = maak_wereld()
        page = venster(TELEFOON)
        page.goto(server + _uitgenodigd(wereld))
        page.get_by_label("Kies een wachtwoord").fill("te kort")
        page.get_by_role("button", name="Maak mijn account").click()
        keur(page, "uitnodiging")
        page.get_by_label("Kies een wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button", name="Maak mijn account").click()
    keur(page, "tweede-stap")
    page.get_by_role("link", name="Stel een app met codes in").click()
    geheim = page.locator(".ov-sleutelcode").inner_text()
    page.get_by_label("Code", exact=True).fill(code(geheim))
    page.get_by_role("button", name="Zet de app aan").click()
    for _ in op_beide_maten(page):
        beeld(page, "herstelcodes")
    page.goto(server + "/mijn-account/")
    expect(page.locator("main")).to_contain_text("Nina van der Nieuwenhuizen")


def _uitgenodigd(wereld: SimpleNamespace) -> str:
    """The link of an invitation of the vo school."""
    with als(Actor(Rol.TOELATINGSCOMMISSIE, wereld.bas.id, wereld.vo.id)) as by:
        nodig_uit(
            naam="Nina van der Nieuwenhuizen", email="nina@school.example", rol=Rol.ADMINISTRATIE_VO, by=by,
            at=timezone.now(),
        )  # fmt: skip
        return beginadres(by, uitnodigingen_for(by).get()).removeprefix("http://localhost:8000")


# Load each clip and its captions as pressing play would, and of the first look at its last second.
_SPEEL = """async adressen => Promise.all(adressen.map(async ([film, zinnen], nummer) => {
  const v = document.querySelector('video').cloneNode(true);
  const wacht = wat => new Promise((goed, fout) => {
    v.addEventListener(wat, goed);
    v.addEventListener('error', fout);
  });
  v.querySelector('source').src = film;
  const regels = v.querySelector('track');
  regels.src = zinnen;
  const gelezen = new Promise(goed => regels.addEventListener('load', goed));
  const gezien = wacht('loadeddata');
  v.preload = 'auto';
  document.querySelector('main').append(v);
  v.load();
  await Promise.all([gezien, gelezen]);
  const einde = wacht('seeked');
  if (!nummer) { v.currentTime = v.duration - 1; await einde; }
  const {cues, activeCues} = regels.track;
  const vorm = v.videoWidth / v.videoHeight;
  return [v.duration, cues[cues.length - 1].endTime, vorm, v.readyState >= 2, !!nummer || activeCues.length === 1];
}))"""


def test_every_clip_of_the_help_plays_with_its_captions(server: str, db: None, venster) -> None:
    """Under the policy of our own pages; the console says so when that forbids it."""
    page = venster()
    page.goto(server + PAGINAS["hulp-taak"])
    stil = page.evaluate("(({buffered, autoplay}) => [buffered.length, autoplay])(document.querySelector('video'))")
    assert stil == [0, False]
    alle = clips()
    adressen = [[static(f"{clip.pad}.{soort}") for soort in ("webm", "vtt")] for clip in alle]
    for clip, (duur, gezegd, vorm, speelt, leesbaar) in zip(alle, page.evaluate(_SPEEL, adressen), strict=True):
        assert (round(duur), speelt, leesbaar) == (clip.film.seconden, True, True), clip.naam
        assert abs(duur - gezegd) < 0.1, clip.naam
        with Image.open(clip.beeld) as beeld:
            assert abs(vorm - beeld.width / beeld.height) < 0.01, clip.naam


def test_nothing_slides_sideways_at_320_pixels(server: str, demo: Path, venster) -> None:
    """400 percent on a screen of 1280 (WCAG 1.4.10)."""
    maak_wereld()
    page = venster((320, 800))
    for adres in PAGINAS.values():
        page.goto(server + adres)
        assert schuift_opzij(page) == 0, (adres, steekt_uit(page)[:5])
