"""Does somebody see where the own account is open and end it there, and does a session end when nothing is done?"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from overstap.domain.scholen.actions import eindig_aanstelling
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from overstap.web.algemeen.sessies import SessionStore, apparaat
from tests.web.conftest import WACHTWOORD

ACCOUNT, ELDERS = "/mijn-account/", "/mijn-account/elders-uit/"
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
TELEFOON = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1"


def binnen(account: object) -> Client:
    client = Client()
    client.force_login(account)
    return client


def is_binnen(client: Client) -> bool:
    return client.get(ACCOUNT).status_code == 200


@pytest.mark.parametrize(
    ("kop", "woorden"),
    [
        (WINDOWS, "Firefox op Windows"),
        (TELEFOON, "Safari op iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome op Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140.0", "Edge op Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18 Safari/605", "Safari op Mac"),
        ("curl/8.5", "Onbekend apparaat"),
    ],
)
def test_a_device_in_words(kop: str, woorden: str) -> None:
    assert apparaat(kop) == woorden


def test_one_sees_where_one_is_logged_in_and_ends_it_there(wereld: SimpleNamespace) -> None:
    hier, daar, derde, bas = (binnen(wie) for wie in (wereld.marije, wereld.marije, wereld.marije, wereld.bas))
    lijst = hier.get(ACCOUNT).content.decode()
    assert lijst.count("Onbekend apparaat</b>") == 3
    assert lijst.count("dit apparaat") == 1
    [van_daar, van_derde] = re.findall(r'name="sessie" value="([^"]+)"', lijst)
    for client in (hier, daar, derde):
        assert client.session.session_key not in lijst
    # Who knows a number ends no session of somebody else.
    bas.post(ELDERS, {"sessie": van_daar})
    assert is_binnen(daar)
    assert "U bent daar uitgelogd" in hier.post(ELDERS, {"sessie": van_daar}, follow=True).content.decode()
    assert [is_binnen(client) for client in (hier, daar, derde, bas)].count(False) == 1
    hier.post(ELDERS)
    assert [is_binnen(client) for client in (hier, daar, derde, bas)] == [True, False, False, True]
    assert hier.get(ACCOUNT).content.decode().count("Onbekend apparaat</b>") == 1
    assert van_derde not in hier.get(ACCOUNT).content.decode()


def test_who_reads_the_table_comes_in_nowhere(wereld: SimpleNamespace) -> None:
    """A stolen back-up holds no key: what stands there is a hash, and opens nothing."""
    marije, dief = binnen(wereld.marije), Client()
    sleutel = marije.session.session_key
    [rij] = SessionStore.get_model_class().objects.all()
    assert sleutel not in str(vars(rij))
    dief.cookies[settings.SESSION_COOKIE_NAME] = rij.session_key
    assert not is_binnen(dief)
    assert is_binnen(marije)
    marije.post("/account/uitloggen/")
    assert not SessionStore.get_model_class().objects.filter(account=wereld.marije).exists()
    dief.cookies[settings.SESSION_COOKIE_NAME] = sleutel
    assert not is_binnen(dief)


def test_a_new_password_ends_the_other_sessions(wereld: SimpleNamespace) -> None:
    hier, daar = binnen(wereld.marije), binnen(wereld.marije)
    nieuw = {"oldpassword": WACHTWOORD, "password1": "twaalf tekens ja", "password2": "twaalf tekens ja"}
    hier.post("/account/wachtwoord/wijzigen/", nieuw)
    assert hier.get(ACCOUNT).content.decode().count("Onbekend apparaat</b>") == 1
    assert not is_binnen(daar)


def test_who_stops_working_here_is_out_at_once(wereld: SimpleNamespace) -> None:
    marije = binnen(wereld.marije)
    joris = Actor(rol=Rol.DIRECTEUR, id=wereld.joris.id, organisatie_id=wereld.als_joris.organisatie_id)
    with als(joris):
        eindig_aanstelling(aanstelling_id=wereld.als_marije.id, by=joris, at=AT)
    assert marije.get(ACCOUNT).headers["Location"].startswith("/account/inloggen/")


def test_a_session_ends_when_nothing_is_done_for_half_an_hour(wereld: SimpleNamespace) -> None:
    stilte = settings.OVERSTAP_STILTE
    with time_machine.travel(AT, tick=False) as klok:
        client = binnen(wereld.marije)
        for _keer in range(3):
            klok.shift(stilte - timedelta(seconds=1))
            assert is_binnen(client)
        klok.shift(stilte)
        assert client.get(ACCOUNT).headers["Location"].startswith("/account/inloggen/")
        # What was typed comes back.
        client = binnen(wereld.marije)
        klok.shift(stilte)
        antwoord = client.post(ELDERS, {"tekst": "Dit stond al in het veld."})
        assert antwoord.status_code == 403
        assert "Dit stond al in het veld." in antwoord.content.decode()


def test_a_session_ends_after_a_day_of_work_however_busy(wereld: SimpleNamespace) -> None:
    with time_machine.travel(AT, tick=False) as klok:
        client = binnen(wereld.marije)
        for beurt in range(settings.SESSION_COOKIE_AGE // 900):
            assert is_binnen(client)
            # What is written into it, such as a message, moves the end that Django keeps.
            sessie = SessionStore(client.session.session_key)
            sessie["bezig"] = beurt
            sessie.save()
            klok.shift(timedelta(seconds=900))
        assert client.get(ACCOUNT).headers["Location"].startswith("/account/inloggen/")


def test_what_ended_by_itself_is_forgotten_at_night(wereld: SimpleNamespace) -> None:
    rijen = SessionStore.get_model_class().objects
    with time_machine.travel(AT, tick=False) as klok:
        binnen(wereld.marije)
        klok.shift(settings.OVERSTAP_STILTE / 2)
        binnen(wereld.joris)
        klok.shift(settings.OVERSTAP_STILTE / 2 + timedelta(seconds=1))
        SessionStore.clear_expired()
        assert list(rijen.values_list("account__naam", flat=True)) == ["Joris Tol"]
