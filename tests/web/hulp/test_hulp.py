"""Does everybody find the help, the piece about their page, and an answer to what they ask?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from overstap.domain.scholen.models import Aanstelling, Regio
from overstap.foundation.access import Rol
from overstap.web.hulp.boek import boek
from overstap.web.hulp.zoeken import LANGSTE_VRAAG, zoek


@pytest.mark.parametrize(
    ("vraag", "taak"),
    [
        ("code kwijt", "hulp/"),
        ("bijlagen vrijgeven", "taken/bijlagen/"),
        ("Hoe voeg ik een profielblad toe?", "bijlagen"),
        ("parnassys", "taken/importeren/"),
        ("wachtwoord vergeten", "taken/inloggen/"),
        ("TLV", "zorg"),
        ("coördinator", "regio"),
        ("uitnodigen collega", "taken/collegas/"),
        ("Magister", "taken/ophalen/"),
    ],
)
def test_a_question_finds_its_answer_among_the_first_three(vraag: str, taak: str) -> None:
    gevonden = zoek(vraag)[:3]
    assert any(taak in een.href or taak in een.waar.lower() for een in gevonden), [een.titel for een in gevonden]


def test_more_of_the_words_goes_before_more_weight() -> None:
    assert zoek("doorstroomtoets lager")[0].titel == "De doorstroomtoets is lager dan het advies. Moet ik iets doen?"


@pytest.mark.parametrize("vraag", ["", "   ", "de het een", "xyzzy", "%_\\", "x" * 10_000])
def test_nothing_is_found_where_nothing_is_asked(vraag: str) -> None:
    assert zoek(vraag) == []


def test_what_somebody_asked_is_shown_as_text(client: Client, db: None) -> None:
    pagina = client.get("/hulp/zoeken/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert(1)" not in pagina
    assert "&lt;script&gt;" in pagina
    assert len(client.get("/hulp/zoeken/", {"q": "y" * 9000}).content.decode().split("y" * LANGSTE_VRAAG)) == 3


def test_every_task_can_be_read_without_logging_in(client: Client, db: None) -> None:
    for _handleiding, taak in boek().taken():
        antwoord = client.get(f"/hulp/taken/{taak.naam}/")
        assert antwoord.status_code == 200
        assert taak.titel in antwoord.content.decode()
    assert client.get("/hulp/taken/bestaat-niet/").status_code == 404


def test_a_page_leads_to_its_own_piece(client: Client, wereld: SimpleNamespace) -> None:
    assert 'href="/hulp/taken/inloggen/">Hulp bij dit scherm' in client.get("/account/inloggen/").content.decode()
    assert 'href="/ouders/hulp/#binnen">Hulp' in client.get("/ouders/").content.decode()
    client.force_login(wereld.marije)
    assert client.get("/mijn-account/").content.decode().count('href="/hulp/taken/mijn-account/"') == 2
    assert client.get("/po/zinnen/").content.decode().count('href="/hulp/taken/zinnen/"') == 2
    # The help is no page to get help with.
    assert "bij dit scherm" not in client.get("/hulp/").content.decode()


def test_the_own_manual_comes_first(client: Client, wereld: SimpleNamespace) -> None:
    def eerste() -> str:
        pagina = client.get("/hulp/").content.decode()
        return min(("Gegevens ophalen uit", "Een leerling aanmelden met"), key=pagina.index)

    assert eerste() == "Gegevens ophalen uit"
    Aanstelling.objects.create(account=wereld.nieuw, organisatie=wereld.vo, rol=Rol.ADMINISTRATIE_VO)
    client.force_login(wereld.nieuw)
    assert eerste() == "Een leerling aanmelden met"


def test_the_region_says_whom_to_ask(client: Client, wereld: SimpleNamespace) -> None:
    Regio.objects.create(naam="Regio Zonder", instellingen={})
    eigen = wereld.po.regio
    eigen.instellingen["contact"] = {
        "naam": "Servicepunt",
        "telefoon": "0000000009",
        "email": "",
        "bereikbaar": "Elke dag.",
    }
    eigen.save()
    voor_iedereen = client.get("/hulp/contact/").content.decode()
    assert "tel:0000000009" in voor_iedereen
    assert "Regio Zonder" in voor_iedereen
    assert "mailto:" not in voor_iedereen
    client.force_login(wereld.marije)
    assert "Regio Zonder" not in client.get("/hulp/contact/").content.decode()


def test_parents_read_their_help_in_their_language(client: Client, db: None) -> None:
    engels = client.get("/ouders/hulp/?taal=en").content.decode()
    assert '<html lang="en"' in engels
    assert "Help with the report" in engels
    assert "Deze vertaling is nog niet door een vertaler gezien." in engels
    assert "Deze vertaling" not in client.get("/ouders/hulp/?taal=nl").content.decode()
