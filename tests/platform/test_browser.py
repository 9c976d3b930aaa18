"""Does a real browser accept what we send, under our own policies?"""

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.browser
def test_the_login_page_opens_without_a_complaint(pagina: Page):
    complaints: list[str] = []
    pagina.on("console", lambda message: complaints.append(message.text))
    pagina.on("pageerror", lambda error: complaints.append(str(error)))
    answer = pagina.goto("/account/inloggen/")
    assert answer is not None
    assert answer.headers["cache-control"].count("no-store") == 1
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    assert complaints == []
