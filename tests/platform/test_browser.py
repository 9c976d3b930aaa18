"""Does a real browser accept what we send, under our own policies?"""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import overtredingen, schuift_opzij


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


@pytest.mark.browser
def test_what_is_wrong_with_a_page_is_found(browser: Browser):
    """Every test of a page asks these two; here they must answer."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content(
        "<!doctype html><html lang=nl><title>Proef</title><main><h1>Proef</h1><img src='data:,'>"
        "<p style='color: #ccc; background: #fff; width: 500px'>Te licht en te breed</p></main>"
    )
    for _ in range(2):
        assert [regel.split(":")[0] for regel in overtredingen(page)] == ["color-contrast", "image-alt"]
    assert schuift_opzij(page) > 0
    page.close()


LETTERS = "<p style='color: #767676'>Grijze letters</p>"
GRONDEN = {
    "dezelfde": (LETTERS, []),
    "een donkerder grond": (f"<div style='background: #ddd'>{LETTERS}</div>", ["color-contrast"]),
    "half doorzichtig": (f"<div style='opacity: .7'>{LETTERS}</div>", ["color-contrast"]),
    "over iets anders heen": (
        f"<div style='height: 9em; background: #ddd'></div><div style='position: absolute; top: 5em'>{LETTERS}</div>",
        ["color-contrast"],
    ),
}


@pytest.mark.browser
@pytest.mark.parametrize("waar", GRONDEN)
def test_the_same_letters_are_measured_again_on_another_ground(browser: Browser, waar: str):
    page = browser.new_page()
    for inhoud, verwacht in (GRONDEN["dezelfde"], GRONDEN[waar]):
        page.set_content(f"<!doctype html><html lang=nl><title>Proef</title><main><h1>Proef</h1>{inhoud}</main>")
        assert [regel.split(":")[0] for regel in overtredingen(page)] == verwacht
    page.close()
