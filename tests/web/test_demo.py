"""Is the demo easy, and is none of it there outside the demo?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.mail import send_mail
from django.test import Client

from overstap.integrations.mail import lees_post
from overstap.integrations.oso.simulator.opstelling import simulator
from overstap.integrations.oso.simulator.verslag import schrijf_op
from tests.klok import echt

POST = ["/demo/inloggen/"]
GET = [
    "/demo/oso/",
    "/demo/postbus/",
    "/demo/postbus/1234567890123456789-000/",
    "/demo/onderdelen/",
    "/demo/onderdelen/ouder/",
]


def test_outside_the_demo_none_of_it_exists(client: Client, wereld: SimpleNamespace) -> None:
    assert [client.get(adres).status_code for adres in GET + POST] == [404] * 6
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


def test_the_messages_of_a_simulated_oso_go_by_and_without_one_there_is_no_page(
    client: Client, wereld: SimpleNamespace, demo: Path, settings, tmp_path: Path
) -> None:
    assert client.get("/demo/oso/").status_code == 404
    with simulator(tmp_path, nu=echt()) as sim:
        settings.OVERSTAP_OSO_AANSLUITING = sim.schrijf_aansluiting()
        assert "Nog geen berichten" in client.get("/demo/oso/").content.decode()
        for zin in (
            "a.xml: staat klaar onder nummer 999990019",
            "centrale: overdrachtRequest -> goed",
            "las 99XV: notificatieRequest -> BerichtOnjuist",
            "BREUK  sessie 1: niet afgemeld",
        ):
            schrijf_op(tmp_path, zin, datetime.now(UTC))
        pagina = client.get("/demo/oso/").content.decode()
    assert pagina.index("niet afgemeld") < pagina.index("BerichtOnjuist") < pagina.index("een gesprek beginnen")
    assert "Traffic Center" in pagina


def test_the_postbus_shows_to_whom_a_mail_went(client: Client, wereld: SimpleNamespace, demo: Path) -> None:
    assert "Nog geen post" in client.get("/demo/postbus/").content.decode()
    send_mail("Er staat een rapport voor u klaar", "Open http://localhost/lees/1 <b>", None, ["ouder@voorbeeld.nl"])

    lijst = client.get("/demo/postbus/").content.decode()
    bericht = client.get(f"/demo/postbus/{lees_post(demo)[0].nummer}/").content.decode()

    assert "Aan ouder@voorbeeld.nl" in lijst
    assert '<a href="http://localhost/lees/1"' in bericht
    assert "&lt;b&gt;" in bericht
