"""Do the pages of a care route, of the school and of a parent, work for eyes, hands and screen readers?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from overstap.domain.dossiers.enums import Staat
from overstap.domain.zorgroutes.actions import bied_aan, leg_aanbod_vast
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.rules.lijn import Lijnadres
from overstap.foundation.rls import als as rls_als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorg import zet_zorg_klaar
from tests.browser import BREED, keur
from tests.web.na_definitief import client_van, ouder_binnen
from tests.wereld import AT, regio
from tests.zorggang import Zorggang


def als(page: Page, server: str, client: object) -> Page:
    """Go on in the session of this client."""
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server}])
    return page


def bied_aan_en_laat_mislukken(gang: Zorggang) -> None:
    """What the worker does for a samenwerkingsverband with a system of its own, which OSO does not know."""
    with rls_als(systeem_voor(gang.geval.school.id)) as by:
        zet_zorg_klaar(route_id=gang.route_id, by=by, at=AT)
        op = {"route_id": gang.route_id, "by": by, "at": AT}
        bied_aan(adres=Lijnadres("kenmerk-po", "00SV", "kenmerk-swv"), **op)
        leg_aanbod_vast(code="OnbekendAanleverpunt", ontvangen=False, **op)


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
    gang.verstuur()
    bied_aan_en_laat_mislukken(gang)
    als(page, server, client_van(wereld.a.ib)).goto(adres)
    assert page.get_by_text("Bericht niet aangekomen").is_visible()
    keur(page, "po-zorg-over-de-lijn")
