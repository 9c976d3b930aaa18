"""Does everybody see the own dates, and does an agenda with the secret address see days and nothing of a child?"""

from __future__ import annotations

import html

import icalendar
import pytest
import time_machine
from django.test import Client

from overstap.domain.dossiers.enums import Staat
from overstap.domain.scholen.actions import eindig_aanstelling
from overstap.domain.scholen.queries import medewerkers_for
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld, regio
from tests.zorggang import Zorggang


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """A pupil whose report is with the vo school, and one of whom the samenwerkingsverband must decide."""
    wereld = regio()
    wereld.dossier_in(Staat.OVERGEDRAGEN)
    zorg = wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"}))
    Zorggang(zorg, wereld.swv, at=AT).tot(Routestaat.AANGEMELD)
    return wereld


def _adres(wie: Actor) -> str:
    client = client_van(wie)
    tekst = client.post("/agenda/adres/", follow=True).content.decode()
    return tekst.split('readonly value="')[1].split('"')[0].removeprefix("http://testserver")


def _mensen(wereld: Wereld) -> dict[str, Actor]:
    return {
        "po": wereld.a.leerkracht,
        "vo": wereld.vo.toelating,
        "swv": wereld.swv[Rol.SWV_LOKET],
        "regio": wereld.regio[Rol.REGIOCOORDINATOR],
    }


@time_machine.travel(AT, tick=False)
def test_an_agenda_reads_days_and_no_name(opnieuw: None, streek: Wereld) -> None:
    titels = {}
    for soort, wie in _mensen(streek).items():
        antwoord = Client().get(_adres(wie))
        assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
        tekst = antwoord.content.decode()
        assert not [naam for naam in ("Deniz", "Zofia", "Dogan", "Doğan", "Klaproos", str(wie.id)) if naam in tekst]
        gebeurtenissen = icalendar.Calendar.from_ical(antwoord.content).events
        titels[soort] = {str(een["SUMMARY"]) for een in gebeurtenissen}
        assert len({str(een["UID"]) for een in gebeurtenissen}) == len(gebeurtenissen)
        assert {str(een["URL"]) for een in gebeurtenissen} == {"http://testserver/"}
    assert "Doorstroomtoets" in titels["po"]
    assert "Doorstroomtoets" not in titels["vo"]
    besluit = "Uiterlijk vandaag: besluit over een aanmelding"
    assert [soort for soort, van in titels.items() if besluit in van] == ["vo", "swv"]


def test_an_address_ends_when_it_is_withdrawn_renewed_or_its_owner_leaves(opnieuw: None, streek: Wereld) -> None:
    wie, anoniem = streek.a.leerkracht, Client()
    eerst = _adres(wie)
    dan = _adres(wie)
    assert [anoniem.get(adres).status_code for adres in (eerst, dan, dan.replace("/agenda/", "/agenda/x"))] == [
        404, 200, 404,
    ]  # fmt: skip
    client_van(wie).post("/agenda/adres/intrekken/")
    assert anoniem.get(dan).status_code == 404
    laatste = _adres(wie)
    with als(streek.a.directeur) as by:
        van = medewerkers_for(by, by.werkt_bij).get(account_id=wie.id)
        eindig_aanstelling(aanstelling_id=van.id, by=by, at=AT)
    assert anoniem.get(laatste).status_code == 404


def test_a_date_that_went_by_warns_on_the_first_page_and_locks_nothing(opnieuw: None, streek: Wereld) -> None:
    with time_machine.travel("2027-06-01T10:00:00+02:00", tick=False):
        bladen = {
            soort: html.unescape(client_van(wie).get("/", follow=True).content.decode())
            for soort, wie in _mensen(streek).items()
        }
    assert "Woensdag 24 maart is voorbij: definitief advies geven" in bladen["po"]
    assert "Bij 1 leerling moet dit nog. Het kan ook nu nog gewoon." in bladen["po"]
    for soort in ("vo", "swv"):
        assert "Van 1 aanmelding is de termijn voorbij" in bladen[soort], soort
        assert "Al uw datums" in bladen[soort]
