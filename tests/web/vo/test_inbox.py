"""Does the inbox show what was sent here, and nothing else?"""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from overstap.domain.dossiers.enums import Staat
from overstap.foundation.access import Rol
from tests.web.vo.ontvangst import client_van, medewerker, met_alles
from tests.wereld import Wereld, dagen_terug, regio


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """Three reports that were not sent yet."""
    return regio().leg_klaar(*[Staat.DEFINITIEF] * 3)


def namen(tekst: str) -> list[str]:
    return re.findall(r"ov-voinbox__naam[^>]*><a[^>]*>([^<]+)</a>", tekst)


def test_the_inbox_names_pupil_school_advice_and_attachments(wereld: Wereld) -> None:
    met_alles(wereld, nummer=4)
    tekst = client_van(wereld.vo.toelating).get("/vo/").content.decode()
    assert namen(tekst) == ["Deniz Doğan"]
    assert wereld.a.gegevens.naam in tekst
    assert "vmbo-gt/havo" in tekst
    assert "Ondersteuning" in tekst
    assert "12 mei" in tekst
    assert "Openen wordt vastgelegd" in tekst
    assert not re.search(r"99999\d{4}", tekst)


def test_looking_at_the_inbox_opens_nothing(wereld: Wereld) -> None:
    from overstap.domain.overdrachten.queries import overdracht_for
    from overstap.foundation.rls import als

    geval = met_alles(wereld, nummer=4, bestanden=False)
    client_van(wereld.vo.toelating).get("/vo/")
    with als(wereld.vo.toelating) as by:
        assert overdracht_for(by, geval.overdracht_id).gelezen_op is None


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_inbox_costs_the_same_for_any_number(wereld: Wereld, aantal: int) -> None:
    for _ in range(aantal):
        wereld.dossier_in(Staat.OVERGEDRAGEN)
    client = client_van(wereld.vo.toelating)
    with CaptureQueriesContext(connection) as vragen:
        assert len(namen(client.get("/vo/").content.decode())) == aantal
    assert len(vragen) == 10, [vraag["sql"][:120] for vraag in vragen]


def test_filters_are_links_and_search_finds_any_part_of_a_name_without_accents(wereld: Wereld) -> None:
    for staat in (Staat.OVERGEDRAGEN, Staat.GELEZEN, Staat.OPGEHAALD):
        wereld.dossier_in(staat)
    client = client_van(wereld.vo.administratie)

    def gevonden(vraag: str) -> list[str]:
        return namen(client.get(f"/vo/?{vraag}").content.decode())

    assert gevonden("stand=nieuw") == ["Deniz Doğan"]
    assert len(gevonden("stand=bestaat-niet")) == 3
    assert gevonden("volgorde=naam") == ["Deniz Doğan", "Ilias El Amrani", "Zofia Świt"]
    assert len(gevonden("volgorde=bestaat-niet")) == 3
    assert gevonden("q=dogan") == ["Deniz Doğan"]
    assert gevonden("q=amrani+ilias") == ["Ilias El Amrani"]
    assert gevonden("q=x%27%22%3Cscript") == []
    assert gevonden("stand=nieuw&q=Zofia") == []
    for blad in ("99", "0", "-1", "x", "9" * 30):
        assert len(gevonden(f"pagina={blad}")) == 3
    # The counts are of everything, also where nothing fits.
    leeg = client.get("/vo/?stand=geplaatst&q=Zofia").content.decode()
    assert re.findall(r"(Alles|Nieuw|Geplaatst) <b>(\d+)</b>", leeg) == [
        ("Alles", "3"),
        ("Nieuw", "1"),
        ("Geplaatst", "0"),
    ]


def test_nothing_stands_here_that_went_elsewhere_or_was_withdrawn(wereld: Wereld) -> None:
    from overstap.domain.scholen.models import Organisatie

    geval = met_alles(wereld, nummer=4, bestanden=False)
    regio_id = Organisatie.objects.get(id=wereld.vo.id).regio_id
    elders = Organisatie.objects.create(regio_id=regio_id, soort="vo", naam="Andercollege", brin="99XW")
    vreemde = medewerker(elders.id, Rol.TOELATINGSCOMMISSIE, "Vera Vreemd")
    assert namen(client_van(vreemde).get("/vo/").content.decode()) == []
    geval.trek_in(dagen_terug(1))
    assert namen(client_van(wereld.vo.toelating).get("/vo/").content.decode()) == []


def test_who_may_not_receive_is_told_whom_to_ask_and_others_do_not_have_this_page(wereld: Wereld) -> None:
    conrector = medewerker(wereld.vo.id, Rol.DIRECTEUR, "Cor Rector")
    response = client_van(conrector).get("/vo/")
    assert response.status_code == 403
    assert "Bas Verhoef" in response.content.decode()
    assert client_van(wereld.a.leerkracht).get("/vo/").status_code == 404
