"""Does the page of the region work for eyes, hands and screen readers, on a desk and on a telefoon?"""

from __future__ import annotations

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.foundation.access import Rol
from tests.browser import keur
from tests.web.vo.ontvangst import client_van
from tests.wereld import regio


@pytest.mark.browser
def test_the_pages_pass_axe_at_both_widths(server: str, venster) -> None:
    wereld = regio()
    for staat in (*[Staat.CONCEPT] * 5, Staat.DEFINITIEF):
        wereld.dossier_in(staat)
    page = venster()
    sessie = client_van(wereld.regio[Rol.REGIOCOORDINATOR]).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": sessie, "url": server}])
    for adres, naam in (
        ("/regio/", "regio-overzicht"),
        ("/regio/stilstand/", "regio-stilstand"),
        ("/agenda/", "agenda"),
        ("/mijn-account/mail/", "mail"),
        ("/regio/beheer/", "regio-beheer"),
        ("/regio/beheer/scholen/nieuw/", "regio-school"),
    ):
        page.goto(f"{server}{adres}")
        keur(page, naam)
