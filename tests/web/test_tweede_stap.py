"""Does nothing open with a password alone, and does everybody get to a second step and its recovery codes?"""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import resolve, reverse

from overstap.web.algemeen import tweede_stap
from overstap.web.components.publiek import IEDEREEN, publiek_van
from tests.access_matrix.verzoek import VASTE_WOORDEN, adressen
from tests.tweede_stap import code, zonder_tweede_stap
from tests.web.conftest import WACHTWOORD, maak_wereld

INSTELLEN = "/account/tweede-stap/"
APP = "/account/tweestaps/totp/activate/"
# Where a second step is set up; every other page that is not for everybody stays closed.
HIERHEEN = {"tweede_stap", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "mfa_reauthenticate"}
EEN_ID = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def kaal(db: None) -> SimpleNamespace:
    """The invented world, in which nobody has a second step yet."""
    with zonder_tweede_stap():
        return maak_wereld()


def log_in(client: Client) -> object:
    return client.post("/account/inloggen/", {"login": "marije@voorbeeld.nl", "password": WACHTWOORD})


def test_no_page_of_staff_opens_without_a_second_step(kaal: SimpleNamespace) -> None:
    """Every address there is, also those that do not exist for this person."""
    client = Client(raise_request_exception=False)
    client.force_login(kaal.joris)
    dicht = 0
    for naam, plaatsen in adressen().items():
        adres = reverse(naam, kwargs={plaats: VASTE_WOORDEN.get(plaats, EEN_ID) for plaats in plaatsen})
        if IEDEREEN in publiek_van(resolve(adres).func) or naam in HIERHEEN:
            continue
        dicht += 1
        for antwoord in (client.get(adres), client.post(adres)):
            assert (antwoord.status_code, antwoord.headers.get("Location")) == (302, INSTELLEN), naam
    assert dicht > 100


def test_who_logs_in_sets_up_an_app_and_gets_recovery_codes(client: Client, kaal: SimpleNamespace) -> None:
    log_in(client)
    begin = client.get("/po/", follow=True)
    assert begin.redirect_chain[-1][0] == INSTELLEN
    assert f'href="{APP}"' in begin.content.decode()
    # The password was typed a moment ago.
    geheim = re.search(r"ov-sleutelcode\">(\w+)<", client.get(APP).content.decode())[1]
    assert "Fout: Stel de app in" in client.post(APP, {"code": "000000"}).content.decode()
    aan = client.post(APP, {"code": code(geheim)}, follow=True).content.decode()
    codes = re.findall(r"<li>([0-9a-z]{4}-?[0-9a-z]{4})</li>", aan)
    assert len(codes) == 10
    assert client.get("/mijn-account/").status_code == 200
    rij = Authenticator.objects.get(user=kaal.marije, type=Authenticator.Type.TOTP)
    assert geheim not in str(rij.data)
    client.post("/account/uitloggen/")

    stap = client.get(log_in(client).headers["Location"])
    assert "Typ de code uit uw app" in stap.content.decode()
    assert client.get("/mijn-account/").status_code == 302
    fout = client.post("/account/tweestaps/authenticate/", {"code": "111111"})
    assert "Fout: Typ de code" in fout.content.decode()
    client.post("/account/tweestaps/authenticate/", {"code": codes[0]})
    assert client.get("/mijn-account/").status_code == 200


def test_who_logged_in_long_ago_types_the_password_again(
    client: Client, kaal: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in(client)
    monkeypatch.setattr(tweede_stap, "_NET_BEGONNEN", -1)
    assert "nog een keer uw wachtwoord" in client.get(APP, follow=True).content.decode()


def test_without_the_last_step_one_sets_up_another_first(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)
    assert client.get("/mijn-account/").status_code == 200
    client.post("/account/opnieuw/", {"password": WACHTWOORD, "next": "/mijn-account/"})
    client.post("/account/tweestaps/totp/deactivate/")
    assert client.get("/mijn-account/").headers["Location"] == INSTELLEN


def test_recovery_codes_alone_are_no_second_step(client: Client, kaal: SimpleNamespace) -> None:
    Authenticator.objects.create(user=kaal.marije, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.force_login(kaal.marije)
    assert client.get("/mijn-account/").headers["Location"] == INSTELLEN


def test_a_session_remembers_the_step_of_one_person_only(client: Client, kaal: SimpleNamespace) -> None:
    Authenticator.objects.create(user=kaal.marije, type=Authenticator.Type.TOTP, data={})
    client.force_login(kaal.marije)
    assert client.get("/mijn-account/").status_code == 200
    client.force_login(kaal.joris)
    assert client.get("/mijn-account/").headers["Location"] == INSTELLEN


def test_a_demo_asks_for_nothing(client: Client, kaal: SimpleNamespace, demo: Path) -> None:
    client.post("/demo/inloggen/", {"aanstelling": kaal.als_marije.id})
    assert client.get("/mijn-account/").status_code == 200
    assert client.get(INSTELLEN).headers["Location"] == "/"
