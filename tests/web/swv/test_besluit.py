"""Is a decision taken once, is a wrong TLV refused with everything kept, and does it come back to who must know?"""

from __future__ import annotations

import html

import pytest
from django.test import Client

from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from tests.web.swv.test_zaak import adres, staat, tekst
from tests.web.swv.zaken import commissie, loket, zaak_in
from tests.web.vo.ontvangst import client_van
from tests.wereld import Wereld
from tests.zorggang import Zorggang

TOELICHTING = "De leerling heeft meer nodig dan een gewone school kan geven."
GOED = {
    "uitkomst": "tlv", "op": "20-11-2026", "toelichting": TOELICHTING, "nummer": "vo9901-2027-00012",
    "categorie": "L", "vanaf": "1-8-2027", "tot": "31-7-2029",
}  # fmt: skip


def maak(wereld: Wereld) -> Zorggang:
    """A case for which the basisschool itself asks a TLV, ready for a decision."""
    return zaak_in(wereld, Routestaat.IN_COMMISSIE, Routesoort.VSO)


@pytest.fixture
def client(wereld: Wereld) -> Client:
    return client_van(commissie(wereld))


def besluit(client: Client, gang: Zorggang, **anders: str) -> tuple[int, str]:
    antwoord = client.post(adres(gang, "besluit/"), GOED | anders)
    return antwoord.status_code, html.unescape(antwoord.content.decode())


@pytest.mark.parametrize(
    ("anders", "zin", "veld"),
    [
        ({"tot": "31-7-2027"}, "De einddag ligt voor de begindag. Controleer beide dagen.", "id_tot"),
        ({"tot": "1-8-2028"}, "Een TLV eindigt op 31 juli.", "id_tot"),
        ({"nummer": "VO9902-2027-00012"}, "Een TLV-nummer van uw samenwerkingsverband begint met VO9901.", "id_nummer"),
        ({"nummer": "12"}, "Een TLV-nummer heeft 17 tekens", "id_nummer"),
        ({"categorie": ""}, "Kies de categorie van de TLV: L, M of H.", "id_categorie_0"),
        ({"vanaf": "morgen"}, "Dit is geen dag. Schrijf de dag zo: 14-3-2027.", "id_vanaf"),
        ({"uitkomst": "advies", "toelichting": " "}, "Schrijf op waarop het besluit rust.", "id_toelichting"),
        ({"op": "1-12-2026"}, "De dag van het besluit ligt in de toekomst.", "id_op"),
    ],
)
def test_a_wrong_decision_is_refused_in_words_and_keeps_what_was_typed(
    client: Client, gemaakt: Zorggang, anders: dict[str, str], zin: str, veld: str
) -> None:
    code, pagina = besluit(client, gemaakt, **anders)
    assert code == 422
    assert "<title>Fout: Neem een besluit" in pagina
    assert f'<a href="#{veld}">{zin}' in pagina
    for naam, waarde in (GOED | anders).items():
        if naam in {"nummer", "vanaf", "tot", "op"}:
            assert f'value="{waarde}"' in pagina
    assert (GOED | anders)["toelichting"].strip() in pagina
    assert staat(gemaakt) == Routestaat.IN_COMMISSIE


def test_a_decision_is_taken_once_also_by_two_at_the_same_time(client: Client, gemaakt: Zorggang) -> None:
    assert besluit(client, gemaakt)[0] == 303
    # The colleague had the form open already.
    code, pagina = besluit(client, gemaakt, nummer="VO9901-2027-00013", toelichting="Ik vind iets anders.")
    assert code == 422
    assert "Het besluit is al genomen. U neemt het niet nog een keer." in pagina
    assert "Ik vind iets anders." in pagina
    assert "Er is al een besluit: toelaatbaarheidsverklaring" in pagina
    zaak = tekst(client, gemaakt)
    assert "VO9901-2027-00012" in zaak
    assert "31 juli 2029" in zaak
    assert "Leg een deskundigenadvies vast" not in zaak
    # And whoever comes later finds no form.
    later = tekst(client, gemaakt, "besluit/")
    assert "Er is al een besluit" in later
    assert "Leg het besluit vast" not in later


def test_an_outcome_without_a_tlv_drops_what_belongs_to_one(client: Client, gemaakt: Zorggang) -> None:
    assert besluit(client, gemaakt, uitkomst="afgewezen", nummer="12", tot="31-7-2020")[0] == 303
    zaak = tekst(client, gemaakt)
    assert "Afgewezen" in zaak
    assert TOELICHTING in zaak
    assert "Geldt vanaf" not in zaak


def test_a_decision_comes_back_after_it_is_shown_who_will_read_it(client: Client, gemaakt: Zorggang) -> None:
    assert "Er is nog geen besluit" in tekst(client, gemaakt, "terugkoppelen/")
    besluit(client, gemaakt)
    pagina = tekst(client, gemaakt, "terugkoppelen/")
    assert "Basisschool De Klaproos" in pagina
    assert "De ouders met gezag" in pagina
    assert TOELICHTING in pagina
    assert client.post(adres(gemaakt, "terugkoppelen/")).status_code == 303
    assert staat(gemaakt) == Routestaat.TERUGGEKOPPELD
    dubbel = client.post(adres(gemaakt, "terugkoppelen/"))
    assert dubbel.status_code == 422
    assert "Het besluit is al teruggekoppeld." in dubbel.content.decode()
    assert "U bewaart deze zaak tot en met" in tekst(client, gemaakt)


def test_before_everything_is_there_the_page_says_what_is_missing(client: Client, wereld: Wereld) -> None:
    gang = zaak_in(wereld, Routestaat.AANGEMELD, Routesoort.VSO)
    pagina = tekst(client, gang, "besluit/")
    assert "Dit moet er eerst zijn" in pagina
    assert "Er zijn 2 deskundigenadviezen nodig. Nu: 0." in pagina
    assert "Leg het besluit vast" not in pagina
    assert besluit(client, gang)[0] == 422


def test_the_loket_reads_who_may_decide(wereld: Wereld, gemaakt: Zorggang) -> None:
    for verder in ("besluit/", "terugkoppelen/"):
        antwoord = client_van(loket(wereld)).get(adres(gemaakt, verder))
        assert antwoord.status_code == 403
        assert "Karim Haddad" in antwoord.content.decode()
    assert "De adviescommissie neemt het besluit." in tekst(client_van(loket(wereld)), gemaakt)


def test_what_belongs_to_a_tlv_is_not_asked_where_none_can_be_given(client: Client, wereld: Wereld) -> None:
    gang = zaak_in(wereld, Routestaat.IN_COMMISSIE, Routesoort.ADVIES)
    pagina = tekst(client, gang, "besluit/")
    assert "Waarom besluit u dit?" in pagina
    assert "Nummer van de TLV" not in pagina
    assert "Vanaf welke dag?" not in pagina
