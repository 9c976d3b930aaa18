"""Does a basisschool follow what the vo schools decide, answer what they ask, and see who stands still?"""

from __future__ import annotations

import html
from copy import deepcopy
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from overstap.domain.dossiers.enums import Staat
from overstap.domain.plaatsingen.actions import besluit, stel_vraag
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond
from overstap.foundation.rls import als
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Geval, Wereld, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> tuple[Wereld, Geval]:
    wereld = regio()
    return wereld, wereld.dossier_in(Staat.GELEZEN)


@pytest.fixture
def wereld(opnieuw: None, begin) -> Wereld:
    return deepcopy(begin[0])


@pytest.fixture
def geval(opnieuw: None, begin) -> Geval:
    return begin[1]


def tekst(response) -> str:
    return html.unescape(response.content.decode())


def vraag(wereld: Wereld, geval: Geval) -> str:
    with als(wereld.vo.zorg) as by:
        vraag_id = stel_vraag(overdracht_id=geval.overdracht_id, tekst="Wat hielp in groep 7?", by=by, at=AT)
    return f"/po/dossiers/{geval.dossier_id}/aanmeldstatus/vragen/{vraag_id}/"


def test_a_question_is_flagged_everywhere_and_answered_on_its_page(wereld: Wereld, geval: Geval) -> None:
    adres, client = vraag(wereld, geval), client_van(wereld.a.leerkracht)
    assert "Een vo-school heeft 1 vraag" in tekst(client.get("/po/"))
    assert "1 vraag open" in tekst(client.get(f"/po/dossiers/{geval.dossier_id}/"))
    assert "Beantwoord de vraag" in tekst(client.get("/po/aanmeldstatus/?stand=vraag"))
    fout = client.post(adres, {"tekst": f"Het nummer is {geval.kind.bsn}."})
    assert fout.status_code == 422
    assert geval.kind.bsn in tekst(fout)
    let_op = client.post(adres, {"tekst": "Bel juf Sanne."})
    assert let_op.status_code == 422
    assert "nagekeken" in tekst(let_op)
    klaar = client.post(adres, {"tekst": "Bel juf Sanne.", "nagekeken": "on"}, follow=True)
    assert "Uw antwoord staat bij het rapport" in tekst(klaar)
    assert "Bel juf Sanne." in tekst(klaar)
    assert client.post(adres, {"tekst": "Nog eens."}).status_code == 422
    assert "Een vo-school heeft" not in tekst(client.get("/po/"))


def test_the_administration_reads_a_question_and_does_not_answer(wereld: Wereld, geval: Geval) -> None:
    adres, client = vraag(wereld, geval), client_van(wereld.a.administratie)
    assert "Wat hielp in groep 7?" in tekst(client.get(f"/po/dossiers/{geval.dossier_id}/aanmeldstatus/"))
    assert client.get(adres).status_code == 403
    assert client_van(wereld.b.leerkracht).get(adres).status_code == 404


def test_a_decision_stands_on_every_page_of_the_pupil(wereld: Wereld, geval: Geval) -> None:
    client: Client = client_van(wereld.a.directeur)
    assert "De school besluit uiterlijk 12 mei 2027" in tekst(
        client.get(f"/po/dossiers/{geval.dossier_id}/aanmeldstatus/")
    )
    with als(wereld.vo.toelating) as by:
        besluit(
            overdracht_id=geval.overdracht_id, naar=Aanmeldstatus.AFGEWEZEN, grond=Afwijsgrond.VOL,
            toelichting="Er is geloot.", by=by, at=AT,
        )  # fmt: skip
    assert "“Er is geloot.”" in tekst(client.get(f"/po/dossiers/{geval.dossier_id}/aanmeldstatus/"))
    for adres in (f"/po/dossiers/{geval.dossier_id}/overdracht/", f"/po/dossiers/{geval.dossier_id}/"):
        assert "Afgewezen" in tekst(client.get(adres)), adres
    assert "Nergens toegelaten" in tekst(client.get("/po/aanmeldstatus/"))


def test_who_stands_still_is_shown_by_name(wereld: Wereld, geval: Geval) -> None:
    with time_machine.travel(AT + timedelta(days=30), tick=False):
        stil = tekst(client_van(wereld.a.directeur).get("/po/aanmeldstatus/?stand=stil"))
    assert geval.kind.roepnaam in stil
    assert "Wacht op de vo-school" in stil


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_costs_the_same_for_any_number(wereld: Wereld, geval: Geval, aantal: int) -> None:
    for _ in range(aantal - 1):
        wereld.dossier_in(Staat.OVERGEDRAGEN)
    client = client_van(wereld.a.directeur)
    client.get("/po/aanmeldstatus/")
    with CaptureQueriesContext(connection) as vragen:
        client.get("/po/aanmeldstatus/")
    assert len(vragen) == 11, [een["sql"][:90] for een in vragen]
