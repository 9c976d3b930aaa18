"""Does who coordinates a region see where pupils stand still, and never who they are?"""

from __future__ import annotations

import html

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.foundation.access import Rol
from tests.web.vo.ontvangst import client_van
from tests.wereld import Wereld, regio


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """Five pupils of school A who were applied nowhere, and one of school B."""
    wereld = regio()
    for _ in range(5):
        wereld.dossier_in(Staat.DEFINITIEF)
    wereld.dossier_in(Staat.DEFINITIEF, school=wereld.b)
    return wereld


def test_a_school_is_a_number_or_fewer_than_five_and_nobody_has_a_name(opnieuw: None, streek: Wereld) -> None:
    client = client_van(streek.regio[Rol.REGIOCOORDINATOR])
    assert client.get("/")["Location"] == "/regio/"
    antwoord = client.get("/regio/")
    tekst = html.unescape(antwoord.content.decode())
    assert antwoord.status_code == 200
    assert "Bij 2 van de 2 basisscholen" in tekst
    for plek in (streek.a, streek.b):
        assert plek.gegevens.naam in tekst
    assert tekst.count("minder dan 5</td>") == 1
    assert tekst.count(">5</td>") == 1
    assert "Deniz" not in tekst


def test_other_pages_of_schools_do_not_exist_for_the_region(opnieuw: None, streek: Wereld) -> None:
    client = client_van(streek.regio[Rol.REGIOCOORDINATOR])
    assert [client.get(adres).status_code for adres in ("/po/", "/vo/", "/swv/")] == [404] * 3
    assert client_van(streek.a.directeur).get("/regio/").status_code == 404
