"""Does a school in a region with two samenwerkingsverbanden see where its zorgaanmelding goes, and can it say where?"""

from __future__ import annotations

import html
import re
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import Client

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.zorgroutes.queries import lopende_for
from overstap.foundation.rls import als
from tests.verbanden import NAAM, tweede_swv
from tests.web.na_definitief import client_van
from tests.wereld import AT, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> SimpleNamespace:
    wereld = regio()
    return SimpleNamespace(wereld=wereld, geval=wereld.dossier_in(Staat.CONCEPT), tweede=tweede_swv(wereld))


@pytest.fixture
def ib(opnieuw: None, begin: SimpleNamespace) -> Client:
    return client_van(begin.wereld.a.ib)


def gelezen(antwoord: HttpResponse) -> str:
    return html.unescape(antwoord.content.decode())


def test_the_school_chooses_where_and_then_sees_the_routes_there(ib: Client, begin: SimpleNamespace) -> None:
    naar = f"/po/dossiers/{begin.geval.dossier_id}/zorgroute/"
    eerst = gelezen(ib.get(naar))
    assert "Naar welk samenwerkingsverband?" in eerst
    assert "Begin met voorbereiden" not in eerst, "whose routes would these be?"
    assert "Kies een samenwerkingsverband." not in eerst
    assert "Kies een samenwerkingsverband." in gelezen(ib.get(naar, {"kies": "ja"}))
    blad = gelezen(ib.get(naar, {"swv_id": begin.tweede.id, "kies": "ja"}))
    assert f"De aanvraag gaat naar {NAAM}. Er gaat nog niets weg." in blad
    fout = ib.post(naar, {"swv_id": begin.tweede.id})
    assert fout.status_code == 422
    assert f"De aanvraag gaat naar {NAAM}" in gelezen(fout), "what was chosen stays"
    antwoord = ib.post(naar, {"swv_id": begin.tweede.id, "soort": "pro"})
    assert antwoord.status_code == 303
    route = gelezen(ib.get(antwoord.url))
    assert f"De aanmelding gaat naar {NAAM}." in route
    ander = re.search(r'href="(/po/zorgroutes/[^"]+/swv/)"', route)
    assert ander is not None
    assert "Kies een samenwerkingsverband." in gelezen(ib.post(ander[1]))
    assert "Kies uit deze lijst." in gelezen(ib.post(ander[1], {"swv_id": begin.geval.vo.id}))
    assert ib.post(ander[1], {"swv_id": begin.wereld.swv.id}).status_code == 303
    assert "De aanmelding gaat naar Samenwerkingsverband VO Meerdorp." in gelezen(ib.get(antwoord.url))


def test_an_aanmelding_says_where_and_refuses_another(ib: Client, begin: SimpleNamespace) -> None:
    begin.geval.meld_aan(AT)
    naar = f"/po/dossiers/{begin.geval.dossier_id}/zorgroute/"
    blad = gelezen(ib.get(naar))
    assert f"Die school hoort bij {NAAM}." in blad
    assert f"De aanvraag gaat naar {NAAM}." in blad, "it is proposed"
    fout = ib.post(naar, {"swv_id": begin.wereld.swv.id, "soort": "pro"})
    blad = gelezen(fout)
    assert (fout.status_code, f"Daar beslist {NAAM}, niet" in blad) == (422, True)
    # It is said where another can be chosen, and which route was chosen goes along to there.
    assert 'href="#id_swv_id_0"' in blad
    assert "Begin met voorbereiden" not in blad
    weer = re.sub(r"\s+", " ", gelezen(ib.get(naar, {"kies": "ja", "soort": "pro", "swv_id": begin.tweede.id})))
    assert 'value="pro" checked' in re.sub(r' id="[^"]*"', "", weer)
    # Nobody ticks one while the routes below go to another.
    anders = gelezen(ib.get(naar, {"anders": "ja"}))
    assert ("Bekijk de routes" in anders, "Begin met voorbereiden" in anders) == (True, False)
    assert "Bekijk de routes" not in weer
    with als(begin.wereld.a.ib) as by:
        assert lopende_for(by, dossier_for(by, begin.geval.dossier_id)) is None
