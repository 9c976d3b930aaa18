"""Does a basisschool without Overstap bring one pupil to the vo school that invited it, and get nothing else?"""

from __future__ import annotations

import re
from uuid import UUID

import time_machine
from django.test import Client

from overstap.domain.overdrachten.models import Gastuitnodiging
from overstap.foundation.rls import als
from tests.gast import gast_van, geval_van, maak_definitief
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
