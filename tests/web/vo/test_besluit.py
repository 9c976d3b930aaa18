"""Can a vo school decide, place, ask and talk on its pages, and is nothing lost that somebody typed?"""

from __future__ import annotations

import html
import re
from copy import deepcopy

import pytest
from django.test import Client

from overstap.domain.dossiers.enums import Staat
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Geval, Wereld

BSN = "999990019"


@pytest.fixture(scope="module")
def gestuurd(streek: Wereld) -> Geval:
    return streek.dossier_in(Staat.GELEZEN, bijzonder=frozenset({"dyslexie"}))


@pytest.fixture
def geval(opnieuw: None, gestuurd: Geval) -> Geval:
    return deepcopy(gestuurd)


@pytest.fixture
def client(wereld: Wereld) -> Client:
    return client_van(wereld.vo.toelating)


def adres(geval: Geval, verder: str = "") -> str:
    return f"/vo/overdrachten/{geval.overdracht_id}/{verder}"


def tekst(response) -> str:
    return html.unescape(response.content.decode())


def test_the_page_explains_the_term_and_the_zorgplicht_and_keeps_what_was_typed(client: Client, geval: Geval) -> None:
    pagina = tekst(client.get(adres(geval, "besluit/")))
    assert "U besluit uiterlijk 12 mei 2027" in pagina
    assert "Bij deze leerling is er een vraag om ondersteuning" in pagina
    assert "8.9 van de WVO 2020" in pagina
    leeg = client.post(adres(geval, "besluit/"), {"toelichting": "Wij twijfelen nog."})
    assert leeg.status_code == 422
    assert "Wij twijfelen nog." in tekst(leeg)
    zonder = client.post(adres(geval, "besluit/"), {"naar": "afgewezen", "toelichting": "Vol."})
    assert zonder.status_code == 422
    assert "Kies op welke grond" in tekst(zonder)
    nummer = client.post(
        adres(geval, "besluit/"), {"naar": "afgewezen", "grond": "vol", "toelichting": f"Leerling {BSN}"}
    )
    assert nummer.status_code == 422
    assert "burgerservicenummer" in tekst(nummer)


def test_decide_place_and_revise(client: Client, geval: Geval) -> None:
    assert client.post(adres(geval, "besluit/"), {"naar": "toelaatbaar"}).status_code == 303
    assert "Er is al een besluit: toelaatbaar" in tekst(client.get(adres(geval, "besluit/")))
    nog_eens = client.post(adres(geval, "besluit/"), {"naar": "afgewezen", "grond": "vol", "toelichting": "Vol"})
    assert nog_eens.status_code == 422
    # Somebody who had the page open gets to hear what happened since, and loses nothing that was typed.
    assert "Er is al een besluit: toelaatbaar. Moet het anders?" in tekst(nog_eens)
    zelfde = client.post(adres(geval, "besluit/"), {"naar": "toelaatbaar"})
    assert "Misschien was een collega u voor" in tekst(zelfde)
    assert client.post(adres(geval, "besluit/"), {"naar": "geplaatst"}).status_code == 422
    assert "Er zijn nog geen brugklassen" in tekst(client.get(adres(geval, "besluit/plaatsen/")))
    brugklas = {"naam": "1H", "advies_van": "havo", "advies_tot": "vwo", "capaciteit": "28"}
    assert client.post("/vo/brugklassen/nieuw/", {**brugklas, "capaciteit": "veel"}).status_code == 422
    assert client.post("/vo/brugklassen/nieuw/", {**brugklas, "advies_tot": "pro"}).status_code == 422
    assert client.post("/vo/brugklassen/nieuw/", brugklas).status_code == 303
    (brugklas_id,) = re.findall(r"/vo/brugklassen/([0-9a-f-]{36})/", client.get("/vo/brugklassen/").content.decode())
    let_op = client.post(adres(geval, "besluit/plaatsen/"), {"brugklas": brugklas_id})
    assert let_op.status_code == 422
    assert "vraagt ten minste havo" in tekst(let_op)
    geplaatst = client.post(adres(geval, "besluit/plaatsen/"), {"brugklas": brugklas_id, "gezien": "on"}, follow=True)
    assert "De leerling is geplaatst." in tekst(geplaatst)
    assert "1H" in tekst(client.get("/vo/?stand=geplaatst"))
    assert "staan leerlingen" in tekst(client.post(f"/vo/brugklassen/{brugklas_id}/verwijderen/", follow=True))
    herzien = {"naar": "toelaatbaar", "reden": "plek"}
    assert client.post(adres(geval, "besluit/herzien/"), {"naar": "toelaatbaar"}).status_code == 422
    assert client.post(adres(geval, "besluit/herzien/"), herzien).status_code == 303
    assert "Er kwam een plek vrij" in tekst(client.get(adres(geval)))


def test_more_time_is_asked_with_a_reason(client: Client, geval: Geval) -> None:
    assert client.post(adres(geval, "besluit/verlengen/"), {"toelichting": ""}).status_code == 422
    assert client.post(adres(geval, "besluit/verlengen/"), {"toelichting": "Wij zoeken nog."}).status_code == 303
    assert "Besluit uiterlijk 9 juni 2027" in tekst(client.get(adres(geval)))


def test_a_question_waits_in_the_inbox_until_its_answer_is_read(client: Client, wereld: Wereld, geval: Geval) -> None:
    from overstap.domain.plaatsingen.actions import beantwoord_vraag
    from overstap.domain.plaatsingen.models import Vraag
    from overstap.foundation.rls import als

    let_op = client.post(adres(geval, "vraag/"), {"tekst": "Is de politie geweest?"})
    assert let_op.status_code == 422
    assert "nagekeken" in tekst(let_op)
    assert client.post(adres(geval, "vraag/"), {"tekst": "Wat hielp in groep 7?"}).status_code == 303
    assert "Vraag open" in tekst(client.get("/vo/?stand=vraag_open"))
    with als(wereld.a.leerkracht) as by:
        vraag_id = Vraag.objects.get(dossier_id=geval.dossier_id).id
        beantwoord_vraag(dossier_id=geval.dossier_id, vraag_id=vraag_id, tekst="Een vast plekje.", by=by, at=AT)
    assert "Antwoord binnen" in tekst(client.get("/vo/?stand=antwoord"))
    assert "Een vast plekje." in tekst(client.get(adres(geval)))
    assert "Geen leerling gevonden" in tekst(client.get("/vo/?stand=antwoord"))


def test_a_talk_is_announced_and_recorded(client: Client, geval: Geval) -> None:
    gesprek = {"gepland_op": "1-1-2020", "wie": "de leerkracht", "met_wie": "de mentor", "waarover": "wennen"}
    gisteren = client.post(adres(geval, "gesprek/"), gesprek)
    assert gisteren.status_code == 422
    assert "wennen" in tekst(gisteren)
    assert client.post(adres(geval, "gesprek/"), {**gesprek, "gepland_op": "1-1-2099"}).status_code == 303
    pagina = client.get(adres(geval)).content.decode()
    (vast,) = re.findall(r"gesprek/([0-9a-f-]{36})/", pagina)
    assert client.post(adres(geval, f"gesprek/{vast}/"), {"gehouden_op": "1-1-2020"}).status_code == 422
    assert "gaat niet door" in tekst(client.post(adres(geval, f"gesprek/{vast}/vervalt/"), follow=True)).lower()


def test_who_keeps_the_administration_reads_and_asks_but_does_not_decide(wereld: Wereld, geval: Geval) -> None:
    client = client_van(wereld.vo.administratie)
    assert "besluit" in tekst(client.get(adres(geval)))
    assert client.get(adres(geval, "vraag/")).status_code == 200
    assert client.post(adres(geval, "besluit/"), {"naar": "toelaatbaar"}).status_code == 403
    assert client.get("/vo/brugklassen/").status_code == 200
    assert client.get("/vo/brugklassen/nieuw/").status_code == 403
