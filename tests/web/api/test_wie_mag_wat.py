"""Which key opens which address? Every address of the API × every kind of program, expected answers by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import NoReverseMatch, reverse

from tests.access_matrix.koppelingen import sleutel_van
from tests.access_matrix.verzoek import adressen
from tests.access_matrix.wereld import VolleWereld
from tests.rijen import ongedaan
from tests.web.api.vragen import vraag

KOLOMMEN = ("", "ingetrokken", "po A", "po A, smal", "po B", "vo", "ander vo", "swv", "ander swv", "regio")
# Without a key, and with one that was withdrawn: one answer. Then by what the key opens; what is of somebody else is
# not there (404), what the key does not open is refused whatever it is about (403).
TABEL = """
ik                   GET   401 401 200 200 200 200 200 200 200 200
po_dossiers          GET   401 401 200 403 200 403 403 403 403 403
po_bestanden         POST  401 401 422 422 422 422 422 422 422 422
vo_overdrachten      GET   401 401 403 403 403 200 200 403 403 403
vo_oso               POST  401 401 403 403 403 200 404 403 403 403
vo_pdf               POST  401 401 403 403 403 200 404 403 403 403
swv_zaken            GET   401 401 403 403 403 403 403 200 200 403
regio_voortgang      GET   401 401 403 403 403 403 403 403 403 200
regio_voortgang_csv  GET   401 401 403 403 403 403 403 403 403 200
regio_instellingen   GET   401 401 403 403 403 403 403 403 403 200
regio_bestanden      POST  401 401 422 422 422 422 422 422 422 422
"""
REGELS = [tuple(regel.split()) for regel in TABEL.strip().splitlines()]
# The page and the document, which everybody reads, and what is not there.
_OPENBAAR = {"api:blad", "api:openapi", "api:onbekend"}


def test_every_address_has_a_line() -> None:
    assert {f"api:{regel[0]}" for regel in REGELS} | _OPENBAAR == {
        naam for naam in adressen() if naam.startswith("api:")
    }


@pytest.fixture
def sleutels(volle_wereld: VolleWereld) -> Iterator[dict[str, str]]:
    """The key of each column; those to whom nothing was sent have one for this test only."""
    with ongedaan():
        anderen = {"ander vo": volle_wereld.ander_vo, "ander swv": volle_wereld.ander_swv}
        yield volle_wereld.sleutels | {kolom: sleutel_van(wie) for kolom, wie in anderen.items()}


def test_every_key_opens_what_the_table_says(volle_wereld: VolleWereld, sleutels: dict[str, str]) -> None:
    fouten = []
    for naam, wijze, *verwacht in REGELS:
        adres = _adres(volle_wereld, naam)
        for kolom, code in zip(KOLOMMEN, verwacht, strict=True):
            gekregen, _inhoud = vraag(sleutels.get(kolom, ""), adres, wijze=wijze)
            if gekregen != int(code):
                fouten.append(f"{naam} {kolom}: {gekregen}, verwacht {code}")
    assert fouten == [], "\n".join(fouten)


def test_lists_hold_only_what_is_of_that_organisation(volle_wereld: VolleWereld, sleutels: dict[str, str]) -> None:
    def ids(kolom: str, adres: str, veld: str) -> set[str]:
        return {rij[veld] for rij in vraag(sleutels[kolom], adres)[1]["rijen"]}

    van_a = {str(zaak.dossier_id) for zaak in volle_wereld.zaken.values()}
    naar_vo = {str(volle_wereld.zaken[s].overdracht_id) for s in ("overgedragen", "gelezen", "opgehaald")}
    assert ids("po A", "po/dossiers", "dossier_id") == van_a
    assert ids("po B", "po/dossiers", "dossier_id") == {str(volle_wereld.van_b.dossier_id)}
    assert ids("vo", "vo/overdrachten", "overdracht_id") == naar_vo
    assert ids("ander vo", "vo/overdrachten", "overdracht_id") == ids("ander swv", "swv/zaken", "route_id") == set()
    assert ids("swv", "swv/zaken", "route_id")


def test_who_may_hand_nothing_in_is_told_so_before_the_file_is_read(volle_wereld: VolleWereld) -> None:
    for kolom in ("vo", "swv", "regio"):
        status, inhoud = vraag(volle_wereld.sleutels[kolom], "po/bestanden", wijze="POST", bestand=b"geen oso")
        assert (status, inhoud["code"]) == (403, "bereik_ontbreekt")


def _adres(wereld: VolleWereld, naam: str) -> str:
    try:
        adres = reverse(f"api:{naam}")
    except NoReverseMatch:
        adres = reverse(f"api:{naam}", kwargs={"overdracht_id": wereld.zaken["gelezen"].overdracht_id})
    return adres.removeprefix("/api/v1/")


@pytest.mark.parametrize("tekst", ["", "overstap_", "overstap_AAAA", "geen sleutel", "overstap_" + "A" * 86, "ö" * 90])
def test_a_text_that_is_no_key_gets_the_same_answer(volle_wereld: VolleWereld, tekst: str) -> None:
    weg = vraag(volle_wereld.sleutels["ingetrokken"], "ik")
    assert weg[0] == 401
    assert vraag(tekst, "ik") == weg
