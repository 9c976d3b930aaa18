"""Do the pages around the unieke code and taking reports along work for eyes, hands and screen readers?"""

from __future__ import annotations

from uuid import UUID

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.actions import vraag_bundel
from overstap.domain.overdrachten.enums import Bundelsoort
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from tests.browser import TELEFOON, keur
from tests.gast import gast_van
from tests.web.vo.ontvangst import client_van
from tests.wereld import AT, Wereld, regio


def _als(page, server: str, wie: Actor) -> None:
    page.context.clear_cookies()
    sessie = client_van(wie).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": sessie, "url": server}])


def _bundel(wereld: Wereld, overdracht_id) -> None:
    with als(wereld.vo.administratie) as by:
        vraag_bundel(soort=Bundelsoort.OSO, van=[overdracht_id], by=by, at=AT)


@pytest.mark.browser
def test_from_the_code_to_the_inbox(server: str, venster) -> None:
    wereld = regio()
    definitief, gestuurd = wereld.dossier_in(Staat.DEFINITIEF), wereld.dossier_in(Staat.OVERGEDRAGEN)
    page = venster(TELEFOON)
    _als(page, server, wereld.a.directeur)
    page.goto(f"{server}/po/dossiers/{definitief.dossier_id}/adviesformulier/")
    page.get_by_role("button", name="Maak het adviesformulier").click()
    keur(page, "po-adviesformulier")
    page.get_by_role("link", name="Bekijk en geef vrij").click()
    keur(page, "po-vrijgeven")
    page.get_by_role("button", name="Geef het rapport vrij").click()
    page.get_by_text("Versie 2 staat open").wait_for()
    _als(page, server, wereld.vo.administratie)
    page.goto(f"{server}/vo/aanmelden/")
    page.get_by_role("textbox", name="Unieke code").fill("AAAA-AAAA-AAAA")
    page.get_by_label("De ouders hebben deze leerling").first.check()
    page.get_by_role("button", name="Open het rapport").first.click()
    keur(page, "vo-aanmelden-geweigerd")
    _bundel(wereld, gestuurd.overdracht_id)
    page.goto(f"{server}/vo/meenemen/")
    keur(page, "vo-meenemen")


@pytest.mark.browser
def test_from_the_invitation_of_a_guest_to_the_first_page(server: str, venster) -> None:
    wereld = regio()
    page = venster(TELEFOON)
    _als(page, server, wereld.vo.administratie)
    page.goto(f"{server}/vo/gasten/nieuw/")
    page.get_by_label("Naam van de basisschool").fill("Basisschool De Verte")
    page.get_by_label("Naam van de collega").fill("Wim Overdijk")
    page.get_by_label("E-mailadres van deze collega").fill("wim@deverte.example")
    page.get_by_role("button", name="Verstuur de uitnodiging").click()
    keur(page, "vo-gast-nieuw")
    page.get_by_label("BRIN van de basisschool").fill("99ZZ")
    page.get_by_label("De ouders hebben deze leerling").check()
    page.get_by_role("button", name="Verstuur de uitnodiging").click()
    code = page.locator(".ov-codebrief__code span").first.inner_text()
    page.get_by_role("link", name="Naar de uitnodigingen").click()
    page.get_by_role("link", name="Basisschool De Verte").click()
    keur(page, "vo-gast")
    gast = gast_van(wereld.vo.toelating, UUID(page.url.split("/")[-2]), code)
    page.context.clear_cookies()
    page.goto(f"{server}{gast.deur}")
    page.get_by_label("Uw code").fill(code)
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("link", name="Begin met uw school").wait_for()
    keur(page, "po-gast")
