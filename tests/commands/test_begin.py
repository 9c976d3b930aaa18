"""Does one word begin an organisation on an empty server, and refuse a second time?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from overstap.commands import main
from overstap.domain.gebruikers.models import Account
from overstap.domain.scholen.models import Regio
from tests.tweede_stap import zonder_tweede_stap
from tests.wereld import REGIOBESTAND

pytestmark = pytest.mark.django_db
BEGIN = ["begin", str(REGIOBESTAND), "--brin", "99XA", "--naam", "Anna de Vries", "--email", "anna@klaproos.example"]
WACHTWOORD = "vier woorden op een rij"


def link(uitvoer: str) -> str:
    return re.search(r"http://\S+?(/account/uitnodiging/\?sleutel=\S+)", uitvoer)[1]


def test_the_first_person_gets_a_link_and_chooses_a_password(capsys: pytest.CaptureFixture[str], client: Client):
    assert main(BEGIN) == 0
    oud = link(capsys.readouterr().out)
    assert main(BEGIN) == 1
    assert "er wacht een uitnodiging" in capsys.readouterr().err
    assert main([*BEGIN, "--opnieuw"]) == 0
    adres = link(capsys.readouterr().out)
    assert "werkt niet meer" in Client().get(oud, follow=True).content.decode()

    blad = client.get(adres, follow=True)
    assert blad.redirect_chain == [("/account/uitnodiging/", 302)]
    assert "De Klaproos nodigt u uit als directeur." in blad.content.decode()
    kort = client.post("/account/uitnodiging/", {"naam": "Anna de Vries", "wachtwoord": "elf tekens."})
    assert kort.status_code == 422
    assert "Anna de Vries" in kort.content.decode()
    with zonder_tweede_stap():
        velden = {"naam": "Anna de Vries", "wachtwoord": WACHTWOORD}
        gekozen = client.post("/account/uitnodiging/", velden, follow=True)
    assert gekozen.redirect_chain == [("/", 302), ("/account/tweede-stap/", 302)]
    assert Account.objects.get(email="anna@klaproos.example").check_password(WACHTWOORD)
    assert "werkt niet meer" in Client().get(adres, follow=True).content.decode()

    for opnieuw in ([], ["--opnieuw"]):
        assert main([*BEGIN, *opnieuw]) == 1
        assert "Anna de Vries beheert de medewerkers" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"--brin": "99ZZ"}, "99ZZ staat niet in"),
        ({"--email": "anna"}, "is geen e-mailadres"),
    ],
)
def test_a_wrong_argument_is_named(capsys: pytest.CaptureFixture[str], anders: dict[str, str], zin: str):
    woorden = list(BEGIN)
    for naam, waarde in anders.items():
        woorden[woorden.index(naam) + 1] = waarde
    assert main(woorden) == 1
    assert zin in capsys.readouterr().err


def test_a_samenwerkingsverband_begins_too(capsys: pytest.CaptureFixture[str], client: Client):
    assert main([*BEGIN[:3], "VO9901", *BEGIN[4:]]) == 0
    blad = client.get(link(capsys.readouterr().out), follow=True).content.decode()
    assert "nodigt u uit als adviescommissie" in blad


def test_a_region_begins_with_who_sets_it_up(capsys: pytest.CaptureFixture[str], client: Client):
    assert main([*BEGIN[:2], "--regio", *BEGIN[4:]]) == 0
    blad = client.get(link(capsys.readouterr().out), follow=True).content.decode()
    assert "nodigt u uit als regiocoördinator" in blad


def test_who_begins_later_leaves_the_region_as_it_is(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert main(BEGIN) == 0
    geladen = Regio.objects.get().instellingen
    ouder = tmp_path / "ouder.toml"
    regel, anders = "reactietermijn_dagen = 14", "reactietermijn_dagen = 7"
    tekst = REGIOBESTAND.read_text(encoding="utf-8")
    assert regel in tekst
    ouder.write_text(tekst.replace(regel, anders), encoding="utf-8")
    assert main(["begin", str(ouder), "--brin", "99XB", *BEGIN[4:-1], "bram@kompas.example"]) == 0
    assert "kan beginnen" in capsys.readouterr().out
    assert Regio.objects.get().instellingen == geladen
