"""Can a vo school take in a file from outside the region, and does it see where it came from?"""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    from tests.wereld import regio

    return regio()


def als_vo(wereld) -> Client:
    from overstap.domain.gebruikers.models import Account

    client = Client()
    client.force_login(Account.objects.get(id=wereld.vo.toelating.id))
    return client


def stuur(client, ruw, herkomst="basisschool"):
    return client.post("/vo/innemen/", {"herkomst": herkomst, "bestand": SimpleUploadedFile("leerling.xml", ruw)})


def test_a_file_from_outside_stands_in_the_inbox_with_its_origin(wereld):
    from tests.partij import osobestand

    client = als_vo(wereld)
    antwoord = stuur(client, osobestand(wereld.b.gegevens, 3))
    assert antwoord.status_code == 303
    inbox = client.get("/vo/").content.decode()
    assert "Van buiten de regio" in inbox
    assert "Mai Nguyễn" in inbox
    assert "BRIN 99XB" in inbox
    rapport = client.get(antwoord["Location"]).content.decode()
    assert "Mai Nguyễn" in rapport
    assert "Van een basisschool buiten de regio" in rapport


def test_a_newer_file_of_the_same_pupil_takes_the_place_of_the_older(wereld):
    from overstap.domain.importen.models import Ontvangst
    from overstap.foundation.rls import als
    from tests.partij import osobestand

    client = als_vo(wereld)
    for keer in ("Mai", "Maike"):
        stuur(client, osobestand(wereld.b.gegevens, 3, roepnaam=keer), "eigen_las")
    with als(wereld.vo.toelating):
        assert [rij.roepnaam for rij in Ontvangst.objects.all()] == ["Maike"]
        assert b"Nguy" not in bytes(Ontvangst.objects.get().geheim)


@pytest.mark.parametrize(
    ("ruw", "herkomst", "woord"),
    [(b"<half", "basisschool", "niet compleet"), (b"", "basisschool", "leeg"), (b"<x/>", "maan", "Kies waar")],
)
def test_what_cannot_be_taken_in_says_why(wereld, ruw, herkomst, woord):
    antwoord = stuur(als_vo(wereld), ruw, herkomst)
    assert antwoord.status_code == 422
    assert woord in antwoord.content.decode()


def test_removed_is_gone(wereld):
    from tests.partij import osobestand

    client = als_vo(wereld)
    adres = stuur(client, osobestand(wereld.b.gegevens, 3))["Location"]
    assert client.post(adres + "verwijderen/").status_code == 303
    assert client.get(adres).status_code == 404
