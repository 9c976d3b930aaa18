"""Do the vo pages work for eyes, hands and screen readers, on a desk and on a telefoon?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from overstap.domain.dossiers.enums import Staat
from tests.browser import MATEN, beeld, kleine_doelen, loop_met_tab, overtredingen, schuift_opzij, steekt_uit
from tests.web.po.test_beelden_proces import mislukt
from tests.web.vo.ontvangst import client_van, met_alles
from tests.wereld import AT, regio


def klachten(page: Page, naam: str) -> list[str]:
    """Everything that is wrong with the page as it stands."""
    beeld(page, f"vo-{naam}")
    gevonden = [*overtredingen(page), *(f"kleiner dan 24: {doel}" for doel in kleine_doelen(page)), *loop_met_tab(page)]
    if opzij := schuift_opzij(page):
        gevonden.append(f"schuift {opzij} opzij: {steekt_uit(page)[:8]}")
    return [f"{naam}: {klacht}" for klacht in gevonden]


@pytest.mark.browser
@pytest.mark.parametrize("maat", MATEN, ids=["1280", "390"])
def test_inbox_and_dossier_pass_axe_and_the_keyboard(server: str, venster, maat) -> None:
    wereld = regio()
    page = venster(maat)
    sessie = client_van(wereld.vo.toelating).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": sessie, "url": server}])
    gevonden: list[str] = []
    page.goto(f"{server}/vo/")
    gevonden += klachten(page, "inbox-leeg")
    met_alles(wereld)
    for staat in (Staat.GELEZEN, Staat.OPGEHAALD, Staat.OVERGEDRAGEN):
        wereld.dossier_in(staat)
    page.goto(f"{server}/vo/")
    gevonden += klachten(page, "inbox")
    page.goto(f"{server}/vo/?q=bestaat-niet")
    gevonden += klachten(page, "inbox-niets")
    page.goto(f"{server}/vo/?stand=nieuw")
    page.get_by_role("link", name="Lees rapport van Deniz Doğan").click()
    gevonden += klachten(page, "dossier")
    page.goto(f"{server}/vo/")
    page.get_by_role("link", name="Lees rapport").first.click()
    gevonden += klachten(page, "dossier-wacht")
    heropend = wereld.dossier_in(Staat.GELEZEN, roepnaam="Ömer")
    heropend.heropen(AT)
    mislukt(heropend.dossier_id)
    page.goto(f"{server}/vo/")
    gevonden += klachten(page, "inbox-aangepast")
    page.goto(f"{server}/vo/overdrachten/{heropend.overdracht_id}/")
    gevonden += klachten(page, "dossier-aangepast")
    assert not gevonden, "\n".join(gevonden)
