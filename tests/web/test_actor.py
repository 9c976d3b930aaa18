"""Does every page run as the right actor, and only for whom it is?"""

from __future__ import annotations

from types import SimpleNamespace
from uuid import UUID

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone

from overstap.domain.gebruikers.models import Ouderaccount
from overstap.domain.gebruikers.queries import codemerk_for
from overstap.domain.scholen.models import Regio
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from overstap.web.components.actor import AANSTELLING_SLEUTEL, OUDER_CODEMERK, OUDER_SLEUTEL


@pytest.fixture(autouse=True)
def _proef(settings) -> None:
    settings.ROOT_URLCONF = "tests.web.proef_urls"


def als_ouder(client: Client) -> str:
    ouder = str(Ouderaccount.objects.create(codehash=b"h" * 32).id)
    sessie = client.session
    sessie[OUDER_SLEUTEL], sessie[OUDER_CODEMERK] = ouder, codemerk_for(None, UUID(ouder))
    sessie.save()
    return ouder


def test_the_only_role_is_chosen_and_known_to_the_database(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)

    gezien = client.get("/proef/wie/").json()

    assert gezien["zelfde"] is True
    assert gezien["rol"] == "leerkracht"
    assert gezien["organisatie"] == str(wereld.po.id)
    assert gezien["ouder"] == ""


def test_an_address_with_a_nul_in_it_reaches_no_page(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)
    for adres in ("/proef/wie/?q=%00", "/proef/wie/?b=1&%00=a"):
        assert client.get(adres).status_code == 400
    assert client.get("/proef/wie/?q=%2500").status_code == 200


def test_without_the_store_of_files_nothing_is_done_and_what_was_typed_stands_there(
    client: Client, wereld: SimpleNamespace
) -> None:
    client.force_login(wereld.marije)
    antwoord = client.post("/proef/zonder_opslag/", {"tekst": "Sem werkt graag samen met anderen."})
    assert (antwoord.status_code, antwoord.headers["Retry-After"]) == (503, "120")
    assert "Sem werkt graag samen" in antwoord.content.decode()
    assert "kunnen nu niet bij de bestanden" in antwoord.content.decode()
    assert not Regio.objects.filter(naam="Blijft niet").exists()


def test_a_full_disk_of_the_database_is_told(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)
    client.raise_request_exception = False
    antwoord = client.post("/proef/volle_database/", {"tekst": "Sem werkt graag samen met anderen."})
    assert antwoord.status_code == 507
    assert "Bij ons is de schijf vol." in antwoord.content.decode()
    assert "Sem werkt graag samen" in antwoord.content.decode()
    assert not Regio.objects.filter(naam="Blijft niet").exists()


def test_a_parent_acts_without_organisation(client: Client, db: None) -> None:
    ouder = als_ouder(client)

    gezien = client.get("/proef/wie/").json()

    assert (gezien["rol"], gezien["ouder"], gezien["organisatie"]) == ("ouder", ouder, "")


def test_who_works_in_two_places_chooses_first(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.bas)

    assert client.get("/proef/wie/").headers["Location"] == "/kies-organisatie/"
    pagina = client.get("/kies-organisatie/").content.decode()
    assert "De Voorbeeldboom" in pagina
    assert "Merenlandcollege" in pagina

    client.post("/kies-organisatie/", {"aanstelling": wereld.bas_po.id, "next": "/proef/wie/"})

    assert client.get("/proef/wie/").json()["rol"] == "administratie_po"


def test_the_role_of_somebody_else_cannot_be_chosen(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.bas)

    antwoord = client.post("/kies-organisatie/", {"aanstelling": wereld.als_joris.id})

    assert antwoord.status_code == 422
    assert "Kies waarvoor u nu werkt" in antwoord.content.decode()
    assert AANSTELLING_SLEUTEL not in client.session


def test_choosing_never_leads_to_another_site(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.bas)

    antwoord = client.post("/kies-organisatie/", {"aanstelling": wereld.bas_po.id, "next": "https://kwaad.example/"})

    assert antwoord.headers["Location"] == "/"


def test_a_role_that_ended_gives_nothing(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)
    client.get("/proef/wie/")
    wereld.als_marije.tot = timezone.now()
    with als(Actor(Rol.DIRECTEUR, wereld.joris.id, wereld.po.id)):
        wereld.als_marije.save(update_fields=["tot"])

    antwoord = client.get("/proef/wie/", follow=True)

    assert "nog niet gekoppeld aan een school" in antwoord.content.decode()


def test_pages_of_another_kind_do_not_exist(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)

    assert client.get("/proef/voor_ouders/").status_code == 404
    client.logout()
    als_ouder(client)
    assert client.get("/proef/voor_ouders/").content == b"dag ouder"
    assert client.get("/proef/alleen_post/").status_code == 404
    assert client.get("/mijn-account/").status_code == 404


def test_who_is_not_logged_in_goes_to_the_door_and_back(client: Client, db: None) -> None:
    assert client.get("/proef/wie/?groep=8A").headers["Location"] == "/account/inloggen/?next=/proef/wie/%3Fgroep%3D8A"
    assert client.get("/proef/open_/").content == b"welkom"


def test_typed_text_comes_back_when_the_session_ended(client: Client, db: None) -> None:
    velden = {"opvallend": "Noor rekent sinds groep 7 sneller", "past": "hoger", "wachtwoord": "een geheim dat lang is"}

    antwoord = client.post("/proef/alleen_post/", velden)

    assert antwoord.status_code == 403
    assert "Noor rekent sinds groep 7 sneller</textarea>" in antwoord.content.decode()
    assert "een geheim" not in antwoord.content.decode()


def test_a_form_without_secret_gives_its_text_back_but_no_second_chance(wereld: SimpleNamespace) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(wereld.marije)

    antwoord = client.post("/proef/alleen_post/", {"tekst": "Een <b>lange</b> tekst van de juf"})

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 403
    assert "Een &lt;b&gt;lange&lt;/b&gt; tekst van de juf</textarea>" in pagina
    assert "<form" not in pagina


def test_a_page_that_says_nothing_does_not_run(client: Client, wereld: SimpleNamespace) -> None:
    with pytest.raises(ImproperlyConfigured, match="zegt_niets"):
        client.get("/proef/zegt_niets/")


def test_without_the_right_nothing_is_kept_and_a_colleague_is_named(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)

    antwoord = client.get("/proef/mag_niet/")

    assert antwoord.status_code == 403
    assert "Joris Tol, directeur" in antwoord.content.decode()
    assert "Marije Vonk, leerkracht" not in antwoord.content.decode()
    assert not Regio.objects.filter(naam="Blijft niet").exists()


@pytest.mark.parametrize("view", ["niet_van_u", "bestaat_niet"])
def test_not_there_and_not_yours_read_the_same(client: Client, wereld: SimpleNamespace, view: str) -> None:
    client.force_login(wereld.marije)

    antwoord = client.get(f"/proef/{view}/")

    assert antwoord.status_code == 404
    assert antwoord.content == client.get("/echt-niet/").content


def test_what_breaks_says_what_was_kept(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)
    client.raise_request_exception = False

    antwoord = client.get("/proef/stuk/")

    assert antwoord.status_code == 500
    assert "Wat eerder was opgeslagen, is bewaard" in antwoord.content.decode()


def test_the_wrong_method_says_so_with_its_header(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)

    antwoord = client.get("/proef/alleen_post/")

    assert (antwoord.status_code, antwoord.headers["Allow"]) == (405, "POST")
    assert "Ga terug en gebruik de knop" in antwoord.content.decode()
    assert client.post("/proef/alleen_post/").content == b"gelukt"


def test_too_much_at_once_is_told(client: Client, wereld: SimpleNamespace, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    client = Client(enforce_csrf_checks=True)
    client.force_login(wereld.marije)

    antwoord = client.post("/proef/alleen_post/", {"tekst": "x" * 200})

    assert antwoord.status_code == 413
    assert "te groot" in antwoord.content.decode()


def test_a_page_drawn_later_is_drawn_inside_the_transaction(client: Client, wereld: SimpleNamespace) -> None:
    client.force_login(wereld.marije)

    antwoord = client.get("/proef/later_getekend/")

    assert "Wat doen we met gegevens?" in antwoord.content.decode()
    assert "BRIN 00YY" in antwoord.content.decode()
