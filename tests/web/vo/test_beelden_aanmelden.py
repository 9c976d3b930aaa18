"""Do the pages around the unieke code and taking reports along work for eyes, hands and screen readers?"""

from __future__ import annotations

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.actions import vraag_bundel
from overstap.domain.overdrachten.enums import Bundelsoort
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from tests.browser import TELEFOON, keur
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
