"""Is every download an event with who received it, which version it was, and on which ground?"""

from __future__ import annotations

import inspect
import re

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import resolve

from overstap.foundation.access import Actor
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from tests.access_matrix.tabel import Regel, lees_tabel
from tests.access_matrix.verzoek import Proef, adressen
from tests.access_matrix.wereld import VolleWereld

# What a view calls to give a file; the private ones are halves of a view.
_GEEFT = re.compile(r"(?<![\w.])(download|stroom|_geef|_zip)\(")
# An empty form of the region is about nobody; a proces-verbaal of what was destroyed holds numbers of what is no more.
_OVER_NIEMAND = frozenset({"algemeen:leeg_formulier_pdf", "algemeen:vernietiging_pdf"})
# What this world does not give: a ZIP asks for what was ticked and a list after an incident for an account, nobody was
# applied outside the region, and a browser shows an attachment only once it was cleaned (then by the same half of a
# view as the download beside it).
_NIET_HIER = frozenset({
    "algemeen:incident_lijst", "algemeen:incident_logboek", "po:samen", "po:meegeven",
    "po:bijlage_bekijken", "vo:bijlage_bekijken", "ouders:bijlage_bekijken",
})  # fmt: skip


@pytest.fixture(scope="module")
def proef(volle_wereld: VolleWereld) -> Proef:
    return Proef(volle_wereld, {})


def geeft_bestand(proef: Proef, naam: str, regel: Regel) -> bool:
    """Does the view behind this address give a file?"""
    view = inspect.unwrap(resolve(proef.adres(naam, regel.staat.split(",")[0])).func)
    return bool(_GEEFT.search(inspect.getsource(view)))


def haal(proef: Proef, regel: Regel, rol: str) -> list[AuditEvent] | None:
    """The events of one download; None when what came was no file. Undone afterwards."""
    staat = regel.staat.split(",")[0]
    adres, wie = proef.adres(regel.naam, staat), proef.wie(rol, staat)  # the matrix knows who
    assert wie is not None
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = proef.sessie(wie)  # and how each comes in
    with transaction.atomic(), transaction.atomic(using="sleutels"):
        eerst = _gebeurtenissen(wie)
        antwoord = client.get(adres) if regel.wijze == "GET" else client.post(adres, {})
        nieuw = [een for sleutel, een in _gebeurtenissen(wie).items() if sleutel not in eerst]
        antwoord.close()
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")
    return nieuw if "Content-Disposition" in antwoord.headers else None


def _gebeurtenissen(wie: Actor) -> dict[object, AuditEvent]:
    with als(wie):
        return {een.pk: een for een in AuditEvent.objects.filter(actor_id=wie.persoon_id)}


def test_every_address_that_gives_a_file_says_to_whom_what_and_why(proef: Proef) -> None:
    regels = [regel for regel in lees_tabel() if regel.naam in adressen() and geeft_bestand(proef, regel.naam, regel)]
    namen = {regel.naam for regel in regels} - _OVER_NIEMAND - _NIET_HIER
    assert len(namen) > 15
    gaf: set[str] = set()
    zonder: list[str] = []
    for regel in regels:
        rol = next((rol for rol, code in regel.antwoorden.items() if code == 200 and rol != "anoniem"), None)
        nieuw = haal(proef, regel, rol) if rol and regel.naam in namen - gaf else None
        if nieuw is None:
            continue
        gaf.add(regel.naam)
        met = [een for een in nieuw if een.gegevens.get("versie") and een.gegevens.get("grond")]
        if not met or not all(een.actor_id and (een.organisatie_id or een.rol == "ouder") for een in met):
            zonder.append(f"{regel.naam} {rol}: {[(een.wat, een.gegevens) for een in nieuw]}")
    assert zonder == []
    assert namen - gaf == set()
