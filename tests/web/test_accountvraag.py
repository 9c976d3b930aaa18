"""Does somebody without an account ask for one without learning anything, and does the directeur see and answer it?"""

from __future__ import annotations

import re

from django.test import Client

from overstap.web.components import pogingen
from tests.web.po.conftest import ingelogd, klas  # noqa: F401  fixtures

VRAAG, LIJST = "/account/vragen/", "/medewerkers/"


def test_a_request_becomes_an_invitation(klas, ingelogd):  # noqa: F811  fixtures
    vera, joris = Client(), ingelogd(klas.als_joris)
    assert f'href="{VRAAG}"' in vera.get("/account/inloggen/").content.decode()
    velden = {"organisatie": str(klas.po.id), "naam": "Vera Vraag", "email": "vera@school.example"}
    fout = vera.post(VRAAG, {**velden, "organisatie": "elders"})
    assert fout.status_code == 422
    assert 'value="Vera Vraag"' in fout.content.decode()
    nieuw = vera.post(VRAAG, velden).content
    bekend = vera.post(VRAAG, {**velden, "email": "marije@voorbeeld.nl"}).content
    # Who works there, who does not, and who asks twice read the same.
    assert nieuw == bekend == vera.post(VRAAG, velden).content
    assert "1 vraag om een account" in joris.get("/mijn-account/").content.decode()
    html = joris.get(LIJST).content.decode()
    assert "vera@school.example" in html
    [uit] = re.findall(rf'href="({LIJST}uitnodigen/\?vraag=[^"]+)"', html)
    assert 'value="vera@school.example"' in joris.get(uit).content.decode()
    joris.post(uit, {"naam": "Vera Vraag", "email": "vera@school.example", "rol": "leerkracht"})
    html = joris.get(LIJST).content.decode()
    assert "Vraagt om een account" not in html
    assert "Wacht op antwoord" in html


def test_one_address_asks_only_so_often_and_hears_nothing_of_it(klas, ingelogd, monkeypatch):  # noqa: F811  fixtures
    monkeypatch.setattr(pogingen, "MAXIMUM_VRAGEN", 1)
    vera, joris = Client(), ingelogd(klas.als_joris)
    velden = {"organisatie": str(klas.po.id), "naam": "Vera Vraag"}
    eerste = vera.post(VRAAG, {**velden, "email": "een@school.example"}).content
    assert vera.post(VRAAG, {**velden, "email": "twee@school.example"}).content == eerste
    html = joris.get(LIJST).content.decode()
    assert ("een@school.example" in html, "twee@school.example" in html) == (True, False)
    [weg] = re.findall(rf'action="({LIJST}vragen/[^"]+)"', html)
    assert joris.post(weg).status_code == 303
    assert "een@school.example" not in joris.get(LIJST).content.decode()


def test_the_list_is_confirmed_as_it_was_shown(klas, ingelogd):  # noqa: F811  fixtures
    joris = ingelogd(klas.als_joris)
    assert "nog klopt" in joris.get("/mijn-account/").content.decode()
    [gezien] = re.findall(r'name="lijst" value="([^"]+)"', joris.get(LIJST).content.decode())
    joris.post(f"{LIJST}{klas.als_marije.id}/beeindigen/")
    anders = joris.post(f"{LIJST}klopt/", {"lijst": gezien}, follow=True).content.decode()
    assert "De lijst is intussen veranderd" in anders
    [gezien] = re.findall(r'name="lijst" value="([^"]+)"', anders)
    klopt = joris.post(f"{LIJST}klopt/", {"lijst": gezien}, follow=True).content.decode()
    assert "bevestigde deze lijst voor 2026-2027" in klopt
    assert "Klopt deze lijst nog?" not in klopt
    assert "nog klopt" not in joris.get("/mijn-account/").content.decode()
