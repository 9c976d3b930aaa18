"""Is what somebody types saved by itself, also when the connection, a colleague or the session gets in between?"""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from tests.browser import (
    BREED,
    TELEFOON,
    beeld,
    kleine_doelen,
    kom_binnen,
    op_beide_maten,
    overtredingen,
    schuift_opzij,
)
from tests.tweede_stap import code_van
from tests.web.po.klas import WACHTWOORD, gelezen, maak_klas, neem_over

pytestmark = pytest.mark.browser

VRAAG = "Wat is bijzonder aan de schoolloopbaan?"
OPGESLAGEN = re.compile(r"^Opgeslagen om \d+\.\d\d$")


@pytest.fixture
def pad(server: str) -> str:
    """The address of one section of a pupil who was just imported."""
    klas = maak_klas()
    return f"{server}/po/dossiers/{neem_over(klas, gelezen())}/onderdelen/schoolloopbaan/"


def log_in(page: Page, wie: str = "marije") -> None:
    page.fill("[name=login]", f"{wie}@voorbeeld.nl")
    page.fill("[name=password]", WACHTWOORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_label("Code", exact=True).fill(code_van(get_user_model().objects.get(email=f"{wie}@voorbeeld.nl")))
    page.get_by_role("button", name="Log in", exact=True).click()


def open_(venster, pad: str, wie: str = "marije", maat: tuple[int, int] = BREED) -> Page:
    page = venster(maat)
    kom_binnen(page, pad.partition("/po/")[0], f"{wie}@voorbeeld.nl")
    page.goto(pad)
    expect(page.get_by_label(VRAAG)).to_be_visible()
    return page


def staat(page: Page):
    return page.locator("#opslag")


def herlaad(page: Page, tekst: str) -> None:
    page.reload()
    expect(page.get_by_label(VRAAG)).to_have_value(tekst)


def test_what_is_typed_is_there_after_a_reload(venster, pad):
    page = open_(venster, pad)
    page.get_by_label(VRAAG).fill("In groep 4 kwam de politie op school.")
    expect(staat(page)).to_have_text(OPGESLAGEN)
    expect(page.locator(".ov-opmerking")).to_contain_text("Kijk of deze zin weg kan")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    herlaad(page, "In groep 4 kwam de politie op school.")


def test_without_a_connection_the_text_waits_and_goes_later(venster, pad):
    page = open_(venster, pad, maat=TELEFOON)
    page.context.set_offline(True)
    page.get_by_label(VRAAG).fill("Sloeg groep 3 over.")
    expect(staat(page)).to_contain_text("Geen verbinding. Uw tekst staat nog op dit scherm.")
    for _ in op_beide_maten(page):
        beeld(page, "po-vanzelf-geen-verbinding")
        assert schuift_opzij(page) == 0
    page.context.set_offline(False)
    expect(staat(page)).to_have_text(OPGESLAGEN)
    herlaad(page, "Sloeg groep 3 over.")


def test_an_answer_that_was_lost_on_the_way_is_no_text_of_another(venster, pad):
    page = open_(venster, pad)

    def verlies(route) -> None:
        route.fetch()
        route.abort()

    page.route("**/schoolloopbaan/", verlies, times=1)
    page.get_by_label(VRAAG).fill("Sloeg groep 3 over.")
    expect(staat(page)).to_contain_text("Geen verbinding")
    page.get_by_label(VRAAG).fill("Sloeg groep 3 over en leest graag.")
    expect(staat(page)).to_have_text(OPGESLAGEN)
    herlaad(page, "Sloeg groep 3 over en leest graag.")


def test_a_button_waits_for_what_is_on_its_way(venster, pad):
    page = open_(venster, pad)

    def traag(route) -> None:
        page.get_by_role("button", name="Later verder").click()
        route.continue_()

    page.route("**/schoolloopbaan/", traag, times=1)
    page.get_by_label(VRAAG).fill("Sloeg groep 3 over.")
    expect(page.get_by_role("heading", name="Rapport van Noor Haddou")).to_be_visible()
    page.goto(pad)
    expect(page.get_by_label(VRAAG)).to_have_value("Sloeg groep 3 over.")


def test_two_writers_see_both_texts(venster, pad):
    marije, joris = open_(venster, pad), open_(venster, pad, "joris", TELEFOON)
    marije.get_by_label(VRAAG).fill("Van Marije.")
    expect(staat(marije)).to_have_text(OPGESLAGEN)
    joris.get_by_label(VRAAG).fill("Van Joris.")
    expect(staat(joris)).to_contain_text("Iemand anders heeft dit onderdeel intussen opgeslagen")
    for _ in op_beide_maten(joris):
        beeld(joris, "po-vanzelf-twee")
    joris.get_by_role("button", name="Vergelijk de teksten").click()
    expect(joris.locator(".ov-naast")).to_contain_text("Van Marije.")
    expect(joris.locator(".ov-naast")).to_contain_text("Van Joris.")
    for _ in op_beide_maten(joris):
        beeld(joris, "po-vanzelf-vergelijk")
        assert overtredingen(joris) == []
        assert kleine_doelen(joris) == []
    joris.get_by_role("button", name="Later verder").click()
    herlaad(marije, "Van Marije.\n\nVan Joris.")


def test_after_the_session_ended_one_logs_in_on_the_same_page_and_goes_on(venster, pad):
    page = open_(venster, pad, maat=TELEFOON)
    page.context.clear_cookies()
    page.get_by_label(VRAAG).fill("Getypt na de sessie.")
    dialoog = page.get_by_role("dialog", name="Log in om verder te gaan")
    expect(dialoog.get_by_label("E-mailadres")).to_be_focused()
    for _ in op_beide_maten(page):
        beeld(page, "po-vanzelf-inloggen")
        assert overtredingen(page) == []
        assert schuift_opzij(page) == 0
    dialoog.get_by_label("E-mailadres").fill("marije@voorbeeld.nl")
    dialoog.get_by_label("Wachtwoord").fill("zomaar een gok")
    dialoog.get_by_role("button", name="Log in", exact=True).click()
    expect(dialoog).to_contain_text("De combinatie klopt niet")
    log_in(page)
    expect(staat(page)).to_have_text(OPGESLAGEN)
    expect(dialoog).to_be_hidden()
    herlaad(page, "Getypt na de sessie.")


def test_somebody_else_who_logs_in_there_does_not_sign_for_the_text(venster, pad):
    page = open_(venster, pad)
    page.context.clear_cookies()
    page.get_by_label(VRAAG).fill("Getypt door Marije.")
    expect(page.get_by_role("dialog")).to_be_visible()
    log_in(page, "joris")
    expect(staat(page)).to_contain_text("een ander logde in")
    expect(page.get_by_label(VRAAG)).to_have_value("Getypt door Marije.")
