"""Do the vo pages work for eyes, hands and screen readers, on a desk and on a telefoon?"""

from __future__ import annotations

import pytest

from overstap.domain.dossiers.enums import Staat
from tests.browser import TELEFOON, klachten
from tests.web.po.test_beelden_proces import mislukt
from tests.web.vo.ontvangst import client_van, met_alles
from tests.wereld import AT, regio


@pytest.mark.browser
def test_inbox_and_dossier_pass_axe_and_the_keyboard(server: str, venster) -> None:
    wereld = regio()
    page = venster(TELEFOON)
    sessie = client_van(wereld.vo.toelating).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": sessie, "url": server}])
    gevonden: list[str] = []
    page.goto(f"{server}/vo/")
    gevonden += klachten(page, "vo-inbox-leeg")
    met_alles(wereld)
    for staat in (Staat.GELEZEN, Staat.OPGEHAALD, Staat.OVERGEDRAGEN):
        wereld.dossier_in(staat)
    page.goto(f"{server}/vo/")
    gevonden += klachten(page, "vo-inbox")
    page.goto(f"{server}/vo/terugblik/")
    gevonden += klachten(page, "vo-terugblik")
    page.goto(f"{server}/vo/?q=bestaat-niet")
    gevonden += klachten(page, "vo-inbox-niets")
    page.goto(f"{server}/vo/?stand=nieuw")
    page.get_by_role("link", name="Lees rapport van Deniz Doğan").click()
    gevonden += klachten(page, "vo-dossier")
    page.goto(f"{server}/vo/")
    page.get_by_role("link", name="Lees rapport").first.click()
    gevonden += klachten(page, "vo-dossier-wacht")
    heropend = wereld.dossier_in(Staat.GELEZEN, roepnaam="Ömer")
    heropend.heropen(AT)
    mislukt(heropend.dossier_id)
    page.goto(f"{server}/vo/")
    gevonden += klachten(page, "vo-inbox-aangepast")
    page.goto(f"{server}/vo/overdrachten/{heropend.overdracht_id}/")
    gevonden += klachten(page, "vo-dossier-aangepast")
    page.get_by_role("link", name="Neem een besluit").click()
    gevonden += klachten(page, "vo-besluit")
    page.get_by_role("button", name="Leg het besluit vast").click()
    page.get_by_role("heading", name="Het besluit is nog niet vastgelegd").wait_for()
    page.goto(f"{server}/vo/brugklassen/nieuw/")
    page.get_by_label("Naam van de brugklas").fill("1A")
    page.get_by_role("button", name="Bewaar de brugklas").click()
    gevonden += klachten(page, "vo-brugklassen")
    page.goto(f"{server}/vo/overdrachten/{heropend.overdracht_id}/vraag/")
    page.get_by_label("Uw vraag").fill("Wat hielp in groep 7?")
    page.get_by_role("button", name="Stel de vraag").click()
    sessie = client_van(wereld.a.leerkracht).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": sessie, "url": server}])
    page.goto(f"{server}/po/dossiers/{heropend.dossier_id}/aanmeldstatus/")
    gevonden += klachten(page, "po-aanmeldstatus")
    page.goto(f"{server}/po/terugblik/")
    gevonden += klachten(page, "po-terugblik")
    page.goto(f"{server}/po/aanmeldstatus/?stand=vraag")
    gevonden += klachten(page, "po-aanmeldstatus-lijst")
    assert not gevonden, "\n".join(gevonden)
