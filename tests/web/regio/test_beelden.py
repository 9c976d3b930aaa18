"""Does the page of the region work for eyes, hands and screen readers, on a desk and on a telefoon?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from overstap.domain.dossiers.enums import Staat
from overstap.domain.gebruikers.models import Account
from overstap.foundation.access import Rol
from tests.browser import keur, kom_binnen
from tests.twee_scholen import onder_bestuur, werkt_ook_bij
from tests.web.vo.ontvangst import client_van
from tests.wereld import Wereld, regio


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
        ("/regio/beheer/woorden/", "regio-kleuren"),
        ("/regio/beheer/swv/", "regio-swv"),
        ("/regio/beheer/swv/VO9901/", "regio-verband"),
        ("/regio/beheer/swv/VO9901/lwoo/", "regio-route"),
        ("/regio/beheer/swv/VO9901/gegevens/", "regio-swv-gegevens"),
    ):
        page.goto(f"{server}{adres}")
        keur(page, naam)
    _noemt_een_ander_swv(page)
    _leidt_twee_scholen(page, server, wereld)
    _kijkt_mee(page, server, wereld)


def _noemt_een_ander_swv(page: Page) -> None:
    """Whoever types another number is asked whether it is right, and reads that nobody is there yet."""
    page.get_by_label("Nummer bij DUO").fill("VO9909")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_label("Ja, VO9909").check()
    keur(page, "regio-swv-vraag")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("heading", name="Hier werkt nog niemand").wait_for()
    keur(page, "regio-swv-niemand")


def _leidt_twee_scholen(page: Page, server: str, wereld: Wereld) -> None:
    """Whoever works at two schools of one board chooses where to begin, and sees both."""
    wie = wereld.b.ib
    for plek in (wereld.a, wereld.b):
        onder_bestuur("99950", plek)
    werkt_ook_bij(wereld.a, wie, Rol.DIRECTEUR)
    kom_binnen(page, server, Account.objects.get(id=wie.id).email)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Ga verder").click()
    page.goto(f"{server}/po/bestuur/")
    expect(page.get_by_role("button", name="Naar deze school")).to_have_count(1)
    keur(page, "bestuur")


def _kijkt_mee(page: Page, server: str, wereld: Wereld) -> None:
    """A school lets somebody of the region look along, who does: both see it on every page."""
    directeur, helper = (
        Account.objects.get(id=wie.id).email for wie in (wereld.a.directeur, wereld.regio[Rol.REGIOCOORDINATOR])
    )
    kom_binnen(page, server, directeur, "/po/meekijken/")
    page.get_by_role("button", name="Laat meekijken").click()
    keur(page, "meekijken-fout")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Laat meekijken").click()
    keur(page, "meekijken-loopt")
    kom_binnen(page, server, helper, "/regio/meekijken/")
    keur(page, "meekijken-helper")
    page.get_by_role("button", name="Kijk mee").click()
    keur(page, "meekijken-klas")
    for adres, naam in (("/po/ouders/", "meekijken-ouders"), ("/po/overdracht/", "meekijken-overdracht")):
        page.goto(f"{server}{adres}")
        keur(page, naam)
    page.locator("tbody a").first.click()
    keur(page, "meekijken-dossier")
