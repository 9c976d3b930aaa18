"""Is somebody who does nothing warned, and then out, without losing what was typed?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import time_machine
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from tests.browser import beeld, kom_binnen, op_beide_maten, overtredingen, schuift_opzij
from tests.tweede_stap import code_van
from tests.web.po.klas import WACHTWOORD, maak_klas

JORIS = "joris@voorbeeld.nl"
LANG = timedelta(minutes=31)


def test_who_does_nothing_is_warned_and_then_out_with_what_was_typed(server: str, venster) -> None:
    maak_klas()
    page = venster()
    page.clock.install()
    kom_binnen(page, server, JORIS, "/medewerkers/uitnodigen/")
    page.clock.fast_forward("28:00")
    vraag = page.get_by_role("dialog", name="Bent u er nog?")
    expect(vraag).to_be_visible()
    for _ in op_beide_maten(page):
        beeld(page, "stilte")
        assert overtredingen(page) == []
        assert schuift_opzij(page) == 0
    with page.expect_response("**/wakker/"):
        vraag.get_by_role("button", name="Ja, ik ga verder").click()
    expect(vraag).to_be_hidden()

    page.get_by_label("Naam").fill("Nina Nieuw")
    with time_machine.travel(datetime.now(UTC) + LANG):
        page.clock.fast_forward("31:00")
        _log_in(page)
        expect(page.get_by_label("Naam")).to_have_value("Nina Nieuw")
        page.get_by_role("button", name="Stuur de uitnodiging").click()
        expect(page.locator(".govuk-error-summary")).to_be_visible()
        page.goto(server + "/mijn-account/")
        expect(page.get_by_role("heading", name="Mijn account")).to_be_visible()
    with time_machine.travel(datetime.now(UTC) + 2 * LANG):
        # Nothing was typed here, so nothing of anybody stays on the screen.
        page.clock.fast_forward("31:00")
        expect(page.get_by_role("heading", name="Log in", level=1)).to_be_visible()
        expect(page.get_by_text(JORIS)).to_have_count(0)


def _log_in(page: Page) -> None:
    deur = page.get_by_role("dialog", name="Log in om verder te gaan")
    deur.get_by_label("E-mailadres").fill(JORIS)
    deur.get_by_label("Wachtwoord").fill(WACHTWOORD)
    deur.get_by_role("button", name="Log in", exact=True).click()
    deur.get_by_label("Code", exact=True).fill(code_van(get_user_model().objects.get(email=JORIS)))
    deur.get_by_role("button", name="Log in", exact=True).click()
    expect(deur).to_be_hidden()
