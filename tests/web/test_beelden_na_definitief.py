"""Do the pages about versions, differences and what was added work for eyes, hands and screen readers?"""

from __future__ import annotations

from types import SimpleNamespace
from uuid import UUID

import pytest
from playwright.sync_api import Page

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.rapporten.queries import aanvullingen_for
from overstap.foundation.rls import als as rls
from tests.browser import BREED, TELEFOON, keur
from tests.web.na_definitief import bied_anders_aan, client_van, heropend, maak_nieuwe_versie, ouder_binnen


def als(page: Page, server: str, client: object) -> Page:
    """Go on in the session of this client."""
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server}])
    return page


def aanvulling_van(na: SimpleNamespace) -> UUID:
    with rls(na.wereld.a.directeur) as by:
        dossier = dossier_for(by, na.geval.dossier_id)
        return aanvullingen_for(by, dossier, slot_for(by, dossier))[0].rij.id


@pytest.mark.browser
def test_versions_and_differences_pass_axe_and_the_keyboard(server: str, venster) -> None:
    na = heropend()
    bied_anders_aan(na)
    page = als(venster(TELEFOON), server, ouder_binnen(na.geval, 0))
    page.goto(f"{server}/ouders/rapport/verschil/")
    keur(page, "na-ouder-verschil")
    maak_nieuwe_versie(na)
    page = als(venster(BREED), server, client_van(na.wereld.a.directeur))
    page.goto(f"{server}{na.adres}aanvullen/")
    page.get_by_label("Nieuwe informatie").check()
    page.get_by_label("Bij welke vraag van het rapport hoort dit?").select_option(value="gedrag_huiswerk")
    page.get_by_label("Uw aanvulling").fill("Sinds mei maakt zij zelf een weekplanning.\n\nDat gaat goed.")
    page.get_by_role("button", name="Lees uw tekst na").click()
    keur(page, "na-po-nalezen")
    page.get_by_role("button", name="Bewaar en laat de ouders lezen").click()
    keur(page, "na-po-versies")
    page.goto(f"{server}{na.adres}aanvullingen/{aanvulling_van(na)}/papier/{na.geval.ouders[0].inzage_id}/")
    keur(page, "na-po-aanvulling-papier")
    als(page, server, ouder_binnen(na.geval, 1)).goto(f"{server}/ouders/rapport/aanvullingen/")
    keur(page, "na-ouder-aanvullingen")
    als(page, server, client_van(na.wereld.vo.toelating)).goto(
        f"{server}/vo/overdrachten/{na.geval.overdracht_id}/verschil/"
    )
    keur(page, "na-vo-verschil")
