"""Can a colleague get in, and nobody else?"""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client

from overstap.integrations.mail import lees_post
from tests.tweede_stap import code_van
from tests.web.conftest import WACHTWOORD

DEUR = "/account/inloggen/"
STAP = "/account/tweestaps/authenticate/"


def probeer(client: Client, wachtwoord: str) -> object:
    return client.post(DEUR, {"login": "marije@voorbeeld.nl", "password": wachtwoord})


def met_code(client: Client, wie: object) -> object:
    assert probeer(client, WACHTWOORD).headers["Location"] == STAP
    return client.post(STAP, {"code": code_van(wie)})


def bevestig(client: Client) -> None:
    """Type the password once more, as allauth asks before anything about safety changes."""
    antwoord = client.post("/account/opnieuw/", {"password": WACHTWOORD, "next": "/mijn-account/"})
    assert antwoord.headers["Location"] == "/mijn-account/"


def test_email_password_and_a_code_open_the_door(client: Client, wereld: SimpleNamespace) -> None:
    assert met_code(client, wereld.marije).headers["Location"] == "/"

    pagina = client.get("/mijn-account/").content.decode()

    assert "Marije Vonk" in pagina
    assert "BRIN 00YY · Meerdorp" in pagina


def test_a_wrong_password_says_what_to_do(client: Client, wereld: SimpleNamespace) -> None:
    pagina = probeer(client, "zomaar een gok").content.decode()

    assert "<title>Fout: Log in" in pagina
    assert "Controleer uw e-mailadres en wachtwoord" in pagina
    assert "zomaar een gok" not in pagina


def test_guessing_stops(client: Client, wereld: SimpleNamespace) -> None:
    for _ in range(6):
        antwoord = probeer(client, "zomaar een gok")

    assert "U probeerde het te vaak" in antwoord.content.decode()
    assert probeer(client, WACHTWOORD).status_code != 302


def test_logging_out_needs_a_press(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)

    assert "Wilt u uitloggen?" in client.get("/account/uitloggen/").content.decode()
    weg = client.post("/account/uitloggen/")
    assert weg.headers["Location"] == DEUR
    assert weg.headers["Clear-Site-Data"] == '"cache"'
    assert client.get("/mijn-account/").status_code == 302


@pytest.mark.parametrize(("nieuw", "lukt"), [("elf tekens.", False), ("twaalf tekens", True)])
def test_a_password_has_twelve_characters(client: Client, wereld: SimpleNamespace, nieuw: str, lukt: bool) -> None:
    client.force_login(wereld.marije)

    client.post("/account/wachtwoord/wijzigen/", {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw})

    wereld.marije.refresh_from_db()
    assert wereld.marije.check_password(nieuw) is lukt


def test_a_forgotten_password_goes_by_a_mail_without_names(client: Client, wereld: SimpleNamespace, demo: Path) -> None:
    client.post("/account/wachtwoord/vergeten/", {"email": "marije@voorbeeld.nl"})

    [bericht] = lees_post(demo)
    assert bericht.onderwerp == "Kies een nieuw wachtwoord voor Overstap"
    assert "Marije" not in bericht.tekst
    link = re.search(r"http://\S+?(/account/\S+)", bericht.tekst).group(1)
    stap = client.get(link, follow=True)
    assert "Minstens 12 tekens" in stap.content.decode()
    nieuw = "vijf nieuwe woorden op rij"
    client.post(stap.request["PATH_INFO"], {"password1": nieuw, "password2": nieuw})
    assert probeer(client, nieuw).status_code == 302
    assert "werkt niet meer" in Client().get(link, follow=True).content.decode()


def test_an_unknown_address_gets_the_same_answer_and_no_mail(
    client: Client, wereld: SimpleNamespace, demo: Path
) -> None:
    onbekend = client.post("/account/wachtwoord/vergeten/", {"email": "niemand@voorbeeld.nl"})

    assert onbekend.headers["Location"] == "/account/wachtwoord/vergeten/verstuurd/"
    assert lees_post(demo) == []


def test_nobody_makes_an_account_alone(client: Client, wereld: SimpleNamespace) -> None:
    for adres in ("/account/aanmelden/", "/account/adres/"):
        assert client.get(adres).status_code == 404
        assert client.post(adres, {"email": "kwaad@voorbeeld.nl", "password1": WACHTWOORD}).status_code == 404


@pytest.mark.parametrize(
    "adres",
    [
        "/mijn-account/",
        "/kies-organisatie/",
        "/account/wachtwoord/wijzigen/",
        "/account/tweestaps/",
        "/account/tweestaps/totp/activate/",
        "/account/tweestaps/webauthn/",
        "/account/tweestaps/webauthn/add/",
    ],
)
def test_pages_about_the_account_are_ours(client: Client, wereld: SimpleNamespace, adres: str) -> None:
    met_code(client, wereld.marije)
    bevestig(client)

    antwoord = client.get(adres, follow=True)

    assert antwoord.status_code == 200
    assert "– Overstap</title>" in antwoord.content.decode()
    assert not re.search(r"\b[Jj](e|ouw)\b", antwoord.content.decode())
