"""Does the page of a parent work in another language, also from right to left?"""

from __future__ import annotations

import pytest

from tests.browser import MATEN, overtredingen, schuift_opzij, steekt_uit
from tests.web.ouders.gezin import maak_gezin


@pytest.mark.browser
@pytest.mark.parametrize("code", ["ar", "tr"])
def test_the_code_and_the_report_pass_axe_in_another_language(server: str, venster, code: str) -> None:
    ouder = maak_gezin().samira
    page = venster(MATEN[0])
    gevonden: list[str] = []

    def kijk(naam: str) -> None:
        for breed, hoog in MATEN:
            page.set_viewport_size({"width": breed, "height": hoog})
            gevonden.extend(f"{naam} {breed}: {klacht}" for klacht in overtredingen(page))
            if opzij := schuift_opzij(page):
                gevonden.append(f"{naam} {breed} schuift {opzij} opzij: {steekt_uit(page)[:8]}")

    page.goto(f"{server}/ouders/{ouder.ouder_id}/?taal={code}")
    kijk("code")
    page.locator("#code").fill(ouder.code)
    page.locator("form button").click()
    page.wait_for_url("**/rapport/")
    for summary in page.locator(".ov-osectie > summary").all():
        summary.click()
    kijk("rapport")
    assert not gevonden, "\n".join(gevonden)
