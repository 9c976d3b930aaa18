"""Is the demo easy, and is none of it there outside the demo?"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.mail import send_mail
from django.test import Client

from overstap.integrations.mail import lees_post

POST = ["/demo/inloggen/"]
GET = ["/demo/postbus/", "/demo/postbus/1234567890123456789-000/", "/demo/onderdelen/", "/demo/onderdelen/ouder/"]


def test_outside_the_demo_none_of_it_exists(client: Client, wereld: SimpleNamespace) -> None:
    assert [client.get(adres).status_code for adres in GET + POST] == [404] * 5
    assert client.post("/demo/inloggen/", {"aanstelling": wereld.als_marije.id}).status_code == 404
    assert "_auth_user_id" not in client.session
    assert "Marije" not in client.get("/account/inloggen/").content.decode()


def test_one_press_logs_in_with_that_role(client: Client, wereld: SimpleNamespace, demo: Path) -> None:
    lijst = client.get("/account/inloggen/").content.decode()
    assert lijst.index("De Voorbeeldboom") < lijst.index("Merenlandcollege")

    client.post("/demo/inloggen/", {"aanstelling": wereld.bas_po.id})

    pagina = client.get("/mijn-account/").content.decode()
    assert "Bas Verhoef" in pagina
    assert "De Voorbeeldboom" in pagina.split("</header>")[0]


@pytest.mark.parametrize("gevraagd", ["", "iets anders", "00000000-0000-0000-0000-000000000000"])
def test_only_listed_people_can_be_chosen(client: Client, wereld: SimpleNamespace, demo: Path, gevraagd: str) -> None:
    assert client.post("/demo/inloggen/", {"aanstelling": gevraagd}).status_code == 404


def test_the_postbus_shows_to_whom_a_mail_went(client: Client, wereld: SimpleNamespace, demo: Path) -> None:
    assert "Nog geen post" in client.get("/demo/postbus/").content.decode()
    send_mail("Er staat een rapport voor u klaar", "Open http://localhost/lees/1 <b>", None, ["ouder@voorbeeld.nl"])

    lijst = client.get("/demo/postbus/").content.decode()
    bericht = client.get(f"/demo/postbus/{lees_post(demo)[0].nummer}/").content.decode()

    assert "Aan ouder@voorbeeld.nl" in lijst
    assert '<a href="http://localhost/lees/1"' in bericht
    assert "&lt;b&gt;" in bericht
