"""Does the board show every case once, oldest first, with what is missing, at one count of queries?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.foundation.access import Rol
from tests.web.swv.zaken import commissie, loket, zaak_in
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld, dagen_terug
from tests.zorggang import Zorggang

QUERIES = 13


def maak(wereld: Wereld) -> tuple[Zorggang, ...]:
    """Three cases: the second is late, the third waits for an answer."""
    return (
        zaak_in(wereld, Routestaat.IN_COMMISSIE),
        zaak_in(wereld, Routestaat.AANGEMELD, at=dagen_terug(70)),
        zaak_in(wereld, Routestaat.VRAAG_GESTELD, Routesoort.ARRANGEMENT, at=dagen_terug(10)),
    )


@pytest.fixture(autouse=True)
def toen() -> Iterator[None]:
    """The cases wait since days before that moment."""
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def client(wereld: Wereld) -> Client:
    return client_van(loket(wereld))


def tekst(client: Client, vraag: str = "") -> str:
    antwoord = client.get(f"/swv/{vraag}")
    assert antwoord.status_code == 200
    return html.unescape(antwoord.content.decode())


def namen(pagina: str) -> list[str]:
    return re.findall(r'/swv/zaken/[0-9a-f-]+/">([^<]+)</a>', pagina)


def test_the_board_has_five_columns_and_the_table_says_the_same(client: Client) -> None:
    bord, tabel = tekst(client), tekst(client, "?beeld=tabel")
    koppen = re.findall(r'ov-bord__kop" id="kolom-[a-z-]+">([^<]+) <', bord)
    assert koppen == ["Aangemeld", "Dossier compleet", "In de commissie", "Besluit genomen", "Teruggekoppeld"]
    # Oldest first, within a column and in the table.
    assert namen(bord) == ["Zofia Świt", "Ilias El Amrani", "Deniz Doğan"]
    assert namen(tabel) == ["Zofia Świt", "Deniz Doğan", "Ilias El Amrani"]
    for pagina in (bord, tabel):
        assert "70 dagen" in pagina
        assert "Over de termijn" in pagina
        assert "Wacht op antwoord" in pagina


def test_what_was_closed_stands_last_and_the_newest_of_it_first(client: Client, wereld: Wereld) -> None:
    eerder, later = (zaak_in(wereld, Routestaat.TERUGGEKOPPELD, at=dagen_terug(dagen)) for dagen in (40, 30))
    for vraag in ("?kolom=teruggekoppeld&beeld=tabel", "?beeld=tabel", ""):
        volgorde = re.findall(r'class="govuk-link[^"]*" href="/swv/zaken/([0-9a-f-]+)/"', tekst(client, vraag))
        assert volgorde[-2:] == [str(later.route_id), str(eerder.route_id)]


def test_filters_count_what_they_would_show_and_stand_in_the_address(client: Client) -> None:
    pagina = tekst(client, "?wacht=te-laat&soort=pro")
    assert namen(pagina) == ["Zofia Świt"]
    # Beside "over de termijn" there is one pro and no arrangement.
    assert '<a class="ov-filter" href="?soort=arrangement&wacht=te-laat">Arrangement <b>0</b></a>' in pagina
    assert 'href="?beeld=tabel&soort=pro&wacht=te-laat"' in pagina
    assert namen(tekst(client, "?beeld=tabel&kolom=in-de-commissie")) == ["Deniz Doğan"]
    assert namen(tekst(client, "?q=dogan")) == ["Deniz Doğan"]
    assert namen(tekst(client, "?wacht=van-mij")) == ["Ilias El Amrani", "Deniz Doğan"]
    assert "Geen aanmelding gevonden" in tekst(client, "?wacht=vraag&soort=lwoo")
    assert len(namen(tekst(client, "?wacht=bestaat-niet&kolom=x&beeld=y"))) == 3


def test_the_number_of_queries_does_not_grow(client: Client, gemaakt: tuple[Zorggang, ...]) -> None:
    gemaakt[1].neem_in_behandeling()
    for adres in ("/swv/", "/swv/?q=zofia", "/swv/?beeld=tabel"):
        client.get(adres)
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(adres)
        assert len(gevraagd) == QUERIES, adres


def test_the_menu_moves_a_case_and_comes_back_to_the_filter(client: Client, gemaakt: tuple[Zorggang, ...]) -> None:
    adres = f"/swv/zaken/{gemaakt[1].route_id}/zet/"
    pagina = tekst(client)
    assert f'action="{adres}"' in pagina
    antwoord = client.post(adres, {"naar": "compleet", "terug": "/swv/?soort=pro"})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (303, "/swv/?soort=pro")
    verder = tekst(client, "?soort=pro")
    assert "Het dossier is compleet." in verder
    assert namen(verder)[0] == "Zofia Świt"
    # Once more: somebody else was first.
    client.post(adres, {"naar": "compleet", "terug": "https://elders.example/"})
    assert "Dit kan nu niet" in tekst(client)
    client.post(adres, {"naar": "besluit"})
    assert "Kies waar u de aanmelding naartoe zet." in tekst(client)


def test_who_may_not_decide_is_not_offered_it(client: Client, wereld: Wereld) -> None:
    assert "Neem een besluit" not in tekst(client)
    assert "Neem een besluit" in tekst(client_van(commissie(wereld)))


def test_nothing_of_a_child_beyond_the_name_stands_on_the_board(client: Client, gemaakt: tuple[Zorggang, ...]) -> None:
    pagina = tekst(client) + tekst(client, "?beeld=tabel")
    for gang in gemaakt:
        assert gang.geval.kind.bsn not in pagina
        assert str(gang.geval.kind.geboren("2026-2027").year) not in pagina


def test_an_empty_board_says_what_will_come(wereld: Wereld) -> None:
    from overstap.domain.scholen.models import Organisatie
    from tests.web.vo.ontvangst import medewerker

    po = Organisatie.objects.filter(soort="po").first()
    assert po is not None
    leeg = Organisatie.objects.create(regio=po.regio, soort="swv", naam="Leeg Verband", brin="VO9909")
    assert "Er zijn nog geen zorgaanmeldingen" in tekst(client_van(medewerker(leeg.id, Rol.SWV_LOKET, "Lotte Leeg")))
