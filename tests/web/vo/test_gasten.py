"""Does a basisschool without Overstap bring one pupil to the vo school that invited it, and get nothing else?"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from overstap.domain.overdrachten.models import Gastuitnodiging
from overstap.domain.plaatsingen.actions import stel_vraag
from overstap.foundation.rls import als
from overstap.jobs.mail import neem_teruggekomen_in
from overstap.jobs.taak import voer_uit
from overstap.web.components.pogingen import MAXIMUM
from tests.gast import begin, gast_van, geval_van, maak_definitief, nodig_uit
from tests.web.po.test_leerling import TESS
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld

UITNODIGING = {
    "naam": "Basisschool De Verte", "brin": "99zz", "plaats": "Overmeer", "collega": "Wim Overdijk",
    "mail": "wim@deverte.example", "aangemeld_op": "20-11-2026", "tot": "31-1-2027", "verklaring": "on",
}  # fmt: skip
SCHOOL = {
    "straat": "Dorpsweide", "huisnummer": "1", "postcode": "9999 XX", "plaats": "Overmeer", "telefoon": "0000000000",
}  # fmt: skip
LEERLING = {**TESS, "straat": "Veldkers", "huisnummer": "3", "postcode": "9999 XX", "plaats": "Overmeer"}


def code_op(antwoord) -> str:
    """The code that stands on a page once."""
    gevonden = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", antwoord.content.decode())
    assert gevonden, antwoord.content.decode()
    return gevonden.group()


def voer_in(client: Client) -> UUID:
    """Type in the school and the one pupil on the pages; returns the dossier."""
    assert client.post("/po/gast/school/", SCHOOL).status_code == 303
    antwoord = client.post("/po/leerlingen/nieuw/", LEERLING)
    assert antwoord.status_code == 303, antwoord.content.decode()
    return UUID(antwoord["Location"].split("/")[-2])


@time_machine.travel(AT, tick=False)
def test_from_the_invitation_to_the_inbox(wereld: Wereld) -> None:
    vo = client_van(wereld.vo.administratie)
    antwoord = vo.post("/vo/gasten/nieuw/", UITNODIGING)
    assert antwoord.status_code == 200, antwoord.content.decode()
    code = code_op(antwoord)
    with als(wereld.vo.toelating):
        uitnodiging_id = Gastuitnodiging.objects.get().id
    gast = gast_van(wereld.vo.toelating, uitnodiging_id, code)
    client = gast.client()
    begin = client.get("/", follow=True).content.decode()
    assert "Begin met uw school" in begin
    dossier_id = voer_in(client)
    for adres in (
        "",
        "gegevens/",
        "bijlagen/",
        "ouders/",
        "advies/",
        "overdracht/",
        "definitief/",
        "logboek/",
        "onderdelen/gedrag/",
    ):
        pagina = client.get(f"/po/dossiers/{dossier_id}/{adres}")
        assert pagina.status_code == 200, adres
    assert "Begonnen" in vo.get("/vo/gasten/").content.decode()
    assert "Tess" not in vo.get("/vo/gasten/").content.decode()
    # Link and code in the hands of one vo school would open what was not sent to it.
    elders = vo.post(f"/vo/gasten/{uitnodiging_id}/", {"mail": "ik@vo.example", "tot": "31-1-2027"})
    assert elders.status_code == 422
    assert "kan daarom alleen nog naar het adres" in elders.content.decode()
    assert client.get(f"/po/dossiers/{dossier_id}/").status_code == 200
    geval = geval_van(wereld, gast)
    maak_definitief(geval)
    assert "Definitief" in vo.get("/vo/gasten/").content.decode()
    assert "Tess" not in vo.get("/vo/").content.decode()
    overdracht = client.get(f"/po/dossiers/{dossier_id}/overdracht/").content.decode()
    assert "Meerdorp" in overdracht
    geval.verstuur(AT)
    assert "Tess van Dongen" in vo.get("/vo/").content.decode()
    lijst = vo.get("/vo/gasten/").content.decode()
    assert "Ontvangen" in lijst
    assert client.post("/po/gast/uitloggen/").status_code == 200
    assert client.get(f"/po/dossiers/{dossier_id}/").status_code == 302


@time_machine.travel(AT, tick=False)
def test_an_invitation_ends_at_once_also_for_who_is_inside(wereld: Wereld) -> None:
    vo, gast = client_van(wereld.vo.toelating), nodig_uit(wereld.vo.toelating)
    client = gast.client()
    assert client.get("/po/gast/").status_code == 200
    # A fresh code ends what was opened with the old one.
    nieuw = code_op(vo.post(f"/vo/gasten/{gast.uitnodiging_id}/", {"mail": "wim@elders.example", "tot": "31-1-2027"}))
    assert client.get("/po/gast/")["Location"].startswith(gast.deur)
    assert Client().post(gast.deur, {"code": gast.code}).status_code == 422
    gast.code = nieuw
    binnen = gast.client()
    assert binnen.get("/po/gast/").status_code == 200
    assert vo.post(f"/vo/gasten/{gast.uitnodiging_id}/intrekken/").status_code == 303
    assert binnen.get("/po/gast/")["Location"].startswith(gast.deur)
    assert "U bent niet meer binnen" in binnen.get(gast.deur).content.decode()
    assert "U bent niet meer binnen" not in Client().get(gast.deur).content.decode()
    assert binnen.post("/po/gast/school/", SCHOOL).status_code == 403
    assert Client().post(gast.deur, {"code": nieuw}).status_code == 422
    assert "Ingetrokken" in vo.get("/vo/gasten/").content.decode()
    zinnen = vo.get(f"/vo/gasten/{gast.uitnodiging_id}/").content.decode()
    for daad in (
        "nodigde Basisschool De Verte uit",
        "nodigde Basisschool De Verte opnieuw uit",
        "trok de uitnodiging in",
    ):
        assert daad in zinnen
    weer = vo.post(f"/vo/gasten/{gast.uitnodiging_id}/", {"mail": "wim@elders.example", "tot": "31-1-2027"})
    assert weer.status_code == 422
    assert "Maak een nieuwe uitnodiging" in weer.content.decode()


def test_the_last_day_is_whole_and_then_it_is_over(wereld: Wereld) -> None:
    with time_machine.travel(AT, tick=False):
        vo, gast = client_van(wereld.vo.toelating), nodig_uit(wereld.vo.toelating, tot=date(2026, 11, 25))
        client = gast.client()
    with time_machine.travel(datetime(2026, 11, 25, 22, 59, tzinfo=UTC), tick=False):
        client = gast.client()
        assert client.get("/po/gast/").status_code == 200
    with time_machine.travel(datetime(2026, 11, 25, 23, 1, tzinfo=UTC), tick=False):
        assert client.get("/po/gast/").status_code == 302
        assert Client().post(gast.deur, {"code": gast.code}).status_code == 422
    with time_machine.travel(datetime(2026, 11, 26, 9, 0, tzinfo=UTC), tick=False):
        vo = client_van(wereld.vo.toelating)
        assert "Verlopen" in vo.get("/vo/gasten/").content.decode()
        gast.code = code_op(vo.post(f"/vo/gasten/{gast.uitnodiging_id}/", {"mail": "w@x.example", "tot": "30-11-2026"}))
        assert gast.client().get("/po/gast/").status_code == 200


@time_machine.travel(AT, tick=False)
def test_five_wrong_codes_close_the_door_and_tell_nothing(wereld: Wereld) -> None:
    gast = nodig_uit(wereld.vo.toelating)
    fout = Client().post(gast.deur, {"code": "AAAA-AAAA"})
    niemand = Client().post(f"/po/gast/{gast.uitnodiging_id}/", {"code": gast.code})
    assert (fout.status_code, niemand.status_code) == (422, 422)
    assert kaal(fout) == kaal(niemand)
    for _ in range(4):
        Client().post(gast.deur, {"code": "AAAA-AAAA"})
    assert Client().post(gast.deur, {"code": gast.code}).status_code == 422
    # The tries of parents and guests from one address count together, and then the right code has to wait too.
    ander = nodig_uit(wereld.vo.toelating, brin="99ZY")
    for _ in range(MAXIMUM - 7):
        assert Client().post(f"/ouders/{uuid4()}/", {"code": "AAAA-AAAA"}).status_code == 422
    assert Client().post(ander.deur, {"code": ander.code}).status_code == 429
    elders = Client(REMOTE_ADDR="192.0.2.7")
    assert elders.post(ander.deur, {"code": ander.code}).status_code == 302
    # With the code of a parent nobody is a guest, and the other way round.
    assert elders.post(f"/ouders/{ander.gastcode_id}/", {"code": ander.code}).status_code == 422


@time_machine.travel(AT, tick=False)
def test_the_list_asks_as_much_for_three_as_for_one(wereld: Wereld) -> None:
    vo, aantallen = client_van(wereld.vo.toelating), []
    for brins in (("99ZZ",), ("99ZY", "99ZW")):
        for brin in brins:
            begin(nodig_uit(wereld.vo.toelating, brin=brin))
        with CaptureQueriesContext(connection) as gevraagd:
            assert vo.get("/vo/gasten/").status_code == 200
        aantallen.append(len(gevraagd))
    assert aantallen[0] == aantallen[1]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"brin": "99XA"}, "De Klaproos werkt met Overstap"),
        ({"brin": "99XV"}, "geen basisschool maar: Meerdorp College"),
        ({"brin": "9XA"}, "twee cijfers en twee letters"),
        ({"mail": "wim"}, "Vul een e-mailadres in"),
        ({"aangemeld_op": "24-11-2026"}, "ligt in de toekomst"),
        ({"tot": "22-11-2026"}, "Kies een dag die nog komt"),
        ({"tot": "24-11-2027"}, "binnen een jaar"),
        ({"verklaring": ""}, "Zonder aanmelding mag u geen rapport vragen"),
    ],
)
@time_machine.travel(AT, tick=False)
def test_a_mistake_is_said_and_nothing_is_lost(wereld: Wereld, anders: dict[str, str], zin: str) -> None:
    antwoord = client_van(wereld.vo.zorg).post("/vo/gasten/nieuw/", {**UITNODIGING, **anders})
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert 'value="Wim Overdijk"' in antwoord.content.decode()
    with als(wereld.vo.toelating):
        assert not Gastuitnodiging.objects.exists()


@time_machine.travel(AT, tick=False)
def test_a_guest_types_in_one_pupil_and_first_the_school(wereld: Wereld) -> None:
    client = nodig_uit(wereld.vo.toelating).client()
    te_vroeg = client.post("/po/leerlingen/nieuw/", LEERLING)
    assert te_vroeg.status_code == 422
    assert "Vul eerst het adres" in te_vroeg.content.decode()
    dossier_id = voer_in(client)
    weer = client.post("/po/leerlingen/nieuw/", {**LEERLING, "nummer": "999990019", "voornamen": "Nog"})
    assert weer.status_code == 422
    assert "Deze uitnodiging is voor één leerling" in weer.content.decode()
    # Mending the address of the school mends it in the report too.
    assert client.post("/po/gast/school/", {**SCHOOL, "straat": "Nieuwe Dorpsweide"}).status_code == 303
    assert "Nieuwe Dorpsweide" in client.get(f"/po/dossiers/{dossier_id}/onderdelen/leerling/").content.decode()


@time_machine.travel(AT, tick=False)
def test_the_mails_of_a_guest_say_nothing_and_lead_to_the_own_door(wereld: Wereld, mailoutbox: list[Any]) -> None:
    gast = nodig_uit(wereld.vo.toelating)
    ids = {"uitnodiging_id": str(gast.uitnodiging_id)}
    for _ in "12":
        voer_uit("mail.gast", str(wereld.vo.id), dict(ids), AT)
    (mail,) = mailoutbox
    assert mail.to == ["wim@deverte.example"]
    assert gast.deur in mail.body
    for woord in ("Wim", "Verte", "Meerdorp", "Overmeer", gast.code):
        assert woord not in mail.body + mail.subject
    begin(gast)
    geval = geval_van(wereld, gast)
    maak_definitief(geval)
    geval.verstuur(AT)
    with als(wereld.vo.toelating) as by:
        stel_vraag(overdracht_id=geval.overdracht_id, tekst="Past een kleine klas bij Tess?", by=by, at=AT)
    mailoutbox.clear()
    voer_uit("plaatsing.vraag", str(gast.actor.organisatie_id), {"dossier_id": str(geval.dossier_id)}, AT)
    (mail,) = mailoutbox
    assert mail.to == ["wim@deverte.example"]
    assert gast.deur in mail.body


@time_machine.travel(AT, tick=False)
def test_a_mail_that_came_back_stands_in_the_list(wereld: Wereld) -> None:
    gast = nodig_uit(wereld.vo.toelating)
    neem_teruggekomen_in(gast.uitnodiging_id, wereld.vo.id, AT)
    assert "kwam niet aan" not in client_van(wereld.vo.toelating).get("/vo/gasten/").content.decode()
    voer_uit("mail.gast", str(wereld.vo.id), {"uitnodiging_id": str(gast.uitnodiging_id)}, AT)
    neem_teruggekomen_in(gast.uitnodiging_id, wereld.vo.id, AT)
    assert "kwam niet aan" in client_van(wereld.vo.toelating).get("/vo/gasten/").content.decode()


def kaal(antwoord) -> str:
    """A page without what differs for every answer."""
    return re.sub(r'value="[^"]*"', "", antwoord.content.decode())
