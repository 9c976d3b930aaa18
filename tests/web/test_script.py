"""Does our script help, does everything work without it, and does it leave nothing behind in the browser?"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import kom_binnen
from tests.web.conftest import maak_wereld


def log_in(page: Page, server: str) -> None:
    """Be Marije, on her own page."""
    kom_binnen(page, server, "marije@voorbeeld.nl", "/mijn-account/")


def test_choosing_rows_shows_the_bar_with_a_count(server: str, demo: Path, venster) -> None:
    page = venster()
    page.goto(server + "/demo/onderdelen/")
    balk = page.locator("#actiebalk")
    expect(balk).to_be_hidden()

    # People press the label, which covers the whole cell.
    page.locator("label[for=leerling-2]").click()
    expect(balk).to_contain_text("1 leerling gekozen")
    assert page.locator("#kies-alles").evaluate("vak => vak.indeterminate")
    alles = page.locator("label[for=kies-alles]")

    alles.click()
    expect(balk).to_contain_text("5 leerlingen gekozen")
    alles.click()
    expect(balk).to_be_hidden()


def test_without_script_the_bar_and_the_menu_are_there(server: str, demo: Path, venster) -> None:
    maak_wereld()
    page = venster(javascript=False)
    page.goto(server + "/demo/onderdelen/")
    expect(page.locator("#actiebalk")).to_be_visible()

    log_in(page, server)
    page.locator(".ov-mij summary").click()
    page.get_by_role("button", name="Log uit").click()
    expect(page.get_by_role("heading", name="Log in", level=1)).to_be_visible()
    expect(page.get_by_text("U bent uitgelogd")).to_be_visible()


def test_escape_closes_the_menu_and_keeps_the_focus(server: str, demo: Path, venster) -> None:
    maak_wereld()
    page = venster()
    log_in(page, server)
    page.locator(".ov-mij summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Log uit")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Log uit")).to_be_hidden()
    expect(page.locator(".ov-mij summary")).to_be_focused()


def test_the_browser_keeps_no_text(server: str, demo: Path, venster) -> None:
    page = venster()
    for adres in ("/demo/onderdelen/", "/demo/onderdelen/ouder/", "/hulp/"):
        page.goto(server + adres)
    page.go_back()

    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert {koek["name"] for koek in page.context.cookies()} <= {"csrftoken", "sessionid"}


def test_errors_get_the_focus(server: str, demo: Path, venster) -> None:
    page = venster()
    page.goto(server + "/account/inloggen/")
    page.get_by_role("button", name="Log in", exact=True).click()

    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="Dit veld is verplicht").first.click()
    expect(page.get_by_label("E-mailadres")).to_be_focused()
