"""Do the pages of a care route, of the school and of a parent, work for eyes, hands and screen readers?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from overstap.domain.dossiers.enums import Staat
from overstap.domain.zorgroutes.enums import Routestaat
from tests.browser import BREED, keur
from tests.web.na_definitief import client_van, ouder_binnen
from tests.wereld import regio
from tests.zorggang import Zorggang


def als(page: Page, server: str, client: object) -> Page:
    """Go on in the session of this client."""
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server}])
    return page


@pytest.mark.browser
def test_a_care_route_passes_axe_and_the_keyboard(server: str, venster) -> None:
    wereld = regio()
    gang = Zorggang(wereld.dossier_in(Staat.TER_INZAGE, bijzonder=frozenset({"dyslexie"})), wereld.swv)
    gang.tot(Routestaat.IN_VOORBEREIDING)
    page = als(venster(BREED), server, client_van(wereld.a.ib))
    adres = f"{server}/po/zorgroutes/{gang.route_id}/"
    page.goto(f"{adres}drempelonderzoek/")
    for veld, waarde in {
        "IQ": "79", "Met welk instrument?": "WISC-V-NL", "Op welke dag?": "1-10-2024",
    }.items():  # fmt: skip
        page.get_by_label(veld, exact=True).first.fill(waarde)
    page.get_by_label("Orthopedagoog met bevoegdheid in de diagnostiek").first.check()
    for domein, dle in (("inzichtelijk_rekenen", "22"), ("begrijpend_lezen", "20"), ("spellen", "60")):
        page.fill(f"[name={domein}_dle]", dle)
        page.fill(f"[name={domein}_dl]", "53")
    page.get_by_role("button", name="Bewaar").click()
    keur(page, "po-zorg-drempelonderzoek")
    page.goto(adres)
    keur(page, "po-zorgroute")
    gang.bereid_voor()
    page.goto(f"{adres}versturen/")
    keur(page, "po-zorg-versturen")
    gang.leg_voor()
    als(page, server, ouder_binnen(gang.geval, 0)).goto(f"{server}/ouders/zorgaanmelding/")
    keur(page, "ouder-zorgaanmelding")
