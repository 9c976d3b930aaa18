"""Does a program of a region read what the region sets, and does what it hands in wait until a person says so?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.scholen.queries import bestand_for, regiovoorstel_for, regiowijzigingen_for
from overstap.domain.scholen.rules import lees_regio
from overstap.domain.scholen.rules.regioschrijven import schrijf_regio
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from tests.access_matrix.koppelingen import sleutel_van
from tests.web.api.vragen import inhoud_van, stuur
from tests.web.regio.lezen import gelezen, tekst
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld, regio

WACHT = "/regio/beheer/aangeleverd/"


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    return regio()


@pytest.fixture
def beheerder(opnieuw: None, streek: Wereld) -> Iterator[Actor]:
    with time_machine.travel(AT, tick=False):
        yield streek.regio[Rol.REGIOCOORDINATOR]


@pytest.fixture
def client(beheerder: Actor) -> Client:
    return client_van(beheerder)


def lever(sleutel: str, bestand: str) -> tuple[int, dict[str, str]]:
    antwoord = stuur(sleutel, "regio/bestanden", wijze="POST", bestand=bestand.encode())
    return antwoord.status_code, inhoud_van(antwoord)


def anders(beheerder: Actor, dagen: int) -> str:
    """The file of the region with another term for parents."""
    with als(beheerder) as by:
        nu = schrijf_regio(bestand_for(by))
    return nu.replace("reactietermijn_dagen = 14", f"reactietermijn_dagen = {dagen}")


def termijn(beheerder: Actor) -> int:
    with als(beheerder) as by:
        return bestand_for(by).reactietermijn_dagen


def test_a_program_reads_the_one_file_and_a_narrow_key_reads_or_hands_in_only(beheerder: Actor) -> None:
    leest = sleutel_van(beheerder, Bereik.REGIO_LEZEN)
    gekregen = inhoud_van(stuur(leest, "regio/regio.toml"))
    with als(beheerder) as by:
        assert lees_regio(gekregen.decode()) == bestand_for(by)
    assert lever(leest, gekregen.decode())[1]["code"] == "bereik_ontbreekt"
    assert inhoud_van(stuur(sleutel_van(beheerder, Bereik.REGIO_AANLEVEREN), "regio/regio.toml"))["status"] == 403


def test_what_is_handed_in_changes_nothing_until_a_person_takes_it_over(beheerder: Actor, client: Client) -> None:
    sleutel = sleutel_van(beheerder)
    assert "Er wacht geen bestand" in tekst(client, WACHT)
    status, gekregen = lever(sleutel, anders(beheerder, 21))
    assert (status, gekregen["bekijken"].endswith(WACHT), termijn(beheerder)) == (201, True, 14)
    assert "Er wacht een aangeleverd bestand" in tekst(client, "/regio/beheer/")
    blad = tekst(client, WACHT)
    assert "Proef-LAS leverde dit aan" in blad
    assert "Dagen voor ouders om te reageren" in blad
    assert client.post(WACHT, {"voorstel": gekregen["bestand_id"], "neem_over": "1"}).status_code == 303
    assert termijn(beheerder) == 21
    with als(beheerder) as by:
        assert regiovoorstel_for(by) is None
        assert [rij.door_id for rij in regiowijzigingen_for(by)] == [beheerder.id]
        assert AuditEvent.objects.get(wat="regio.aangeleverd").rol == Rol.KOPPELING


def test_only_what_somebody_saw_is_taken_over(beheerder: Actor, client: Client) -> None:
    sleutel = sleutel_van(beheerder)
    eerste, tweede = (lever(sleutel, anders(beheerder, dagen))[1]["bestand_id"] for dagen in (21, 28))
    for wat in ("neem_over", "weg"):
        antwoord = client.post(WACHT, {"voorstel": eerste, wat: "1"}, follow=True)
        assert "er kwam een nieuwer. Er is niets veranderd." in gelezen(antwoord)
    assert client.post(WACHT, {"voorstel": tweede, "weg": "1"}).status_code == 303
    assert termijn(beheerder) == 14
    with als(beheerder) as by:
        assert regiovoorstel_for(by) is None


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("reactietermijn_dagen = 14", "reactietermijn_dagen = 99", "Regel"),
        ('naam = "Regio Meerdorp"', 'naam = "Regio Elders"', "Kies het bestand van uw eigen regio."),
        ("naam", "naam = [", "Deze regel is niet te lezen"),
    ],
)
def test_what_is_wrong_is_told_to_the_program_and_does_not_wait(
    beheerder: Actor, oud: str, nieuw: str, zin: str
) -> None:
    with als(beheerder) as by:
        bestand = schrijf_regio(bestand_for(by))
    assert oud in bestand
    status, fout = lever(sleutel_van(beheerder), bestand.replace(oud, nieuw, 1))
    assert (status, fout["code"], zin in fout["detail"]) == (422, "geweigerd", True), fout
    with als(beheerder) as by:
        assert regiovoorstel_for(by) is None
