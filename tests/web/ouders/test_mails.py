"""Does a parent choose the language and rhythm of the own mails, is it remembered, and only when the parent chose?"""

from __future__ import annotations

from types import SimpleNamespace

from django.test import Client

from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.mailkeuzes.queries import mailkeuze_for
from overstap.domain.mailkeuzes.rules import Keuze
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.web.ouders.gezin import Ouder

ADRES = "/ouders/e-mails/"


def keuze(ouder: Ouder) -> Keuze:
    with als(Actor(Rol.OUDER, ouder.ouder_id)) as by:
        return mailkeuze_for(by)


def taal_van(client: Client, adres: str = "/ouders/rapport/") -> str:
    return str(client.get(adres).headers["Content-Language"])


def kom_binnen(ouder: Ouder, vraag: str = "", **kop: str) -> Client:
    client = Client(headers=kop)
    client.post(f"/ouders/{ouder.ouder_id}/{vraag}", {"code": ouder.code})
    return client


def test_the_language_chosen_inside_opens_next_time_on_another_device_too(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    client.get("/ouders/rapport/?taal=tr")
    assert keuze(gezin.samira) == Keuze("tr")
    # Another device, of somebody who reads English, on which another language was kept.
    ander = kom_binnen(gezin.samira, **{"accept-language": "en"})
    ander.cookies["taal"] = "pl"
    assert taal_van(ander) == "tr"
    # What needs no code follows on this device.
    assert taal_van(ander, "/ouders/hulp/") == "tr"
    assert taal_van(gezin.karim.binnen()) == "nl"
    ander.get("/ouders/rapport/?taal=nl")
    assert keuze(gezin.samira) == Keuze()


def test_the_language_of_the_link_with_which_somebody_came_in_is_a_choice(gezin: SimpleNamespace) -> None:
    fout = Client().post(f"/ouders/{gezin.samira.ouder_id}/?taal=ar", {"code": "fout"})
    assert fout.status_code == 422
    assert keuze(gezin.samira) == Keuze()
    kom_binnen(gezin.samira, "?taal=ar")
    assert keuze(gezin.samira) == Keuze("ar")


def test_what_the_browser_says_or_a_link_elsewhere_is_no_choice(gezin: SimpleNamespace) -> None:
    client = kom_binnen(gezin.samira, **{"accept-language": "uk"})
    assert taal_van(client) == "uk"
    client.get("/ouders/rapport/?taal=pl", headers={"Sec-Fetch-Site": "cross-site"})
    assert keuze(gezin.samira) == Keuze()
    # To choose how often, in a language that was guessed, chooses no language.
    client.post(ADRES, {"stap": "ritme", "ritme": "dag"})
    assert keuze(gezin.samira) == Keuze("nl", Mailritme.DAG)


def test_both_choices_are_kept_apart_and_an_empty_one_says_what_to_do(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()
    for stap, zin in (("taal", "Kies een taal"), ("ritme", "Kies hoe vaak u een e-mail wilt")):
        antwoord = client.post(ADRES, {"stap": stap})
        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()
    antwoord = client.post(ADRES, {"stap": "taal", "taal": "ar"}, follow=True)
    assert antwoord.headers["Content-Language"] == "ar"
    assert "تم حفظ اختياركم." in antwoord.content.decode()
    client.post(ADRES, {"stap": "ritme", "ritme": "dag"})
    assert keuze(gezin.samira) == Keuze("ar", Mailritme.DAG)
    client.post(ADRES, {"stap": "taal", "taal": "nl"})
    assert keuze(gezin.samira) == Keuze("nl", Mailritme.DAG)
    assert taal_van(client) == "nl"


def test_the_end_of_a_mail_leads_to_the_page_past_the_code(gezin: SimpleNamespace) -> None:
    deur = f"/ouders/{gezin.samira.ouder_id}/?naar=e-mails"
    client = Client()
    antwoord = client.post(deur, {"code": gezin.samira.code})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, ADRES)
    assert client.get(deur).headers["Location"] == ADRES
    assert f'href="{ADRES}"' in client.get("/ouders/rapport/").content.decode()
    assert f'href="{ADRES}"' not in Client().get("/ouders/hulp/").content.decode()
    assert Client().post(f"{deur}x", {"code": gezin.samira.code}).headers["Location"] == "/ouders/rapport/"
