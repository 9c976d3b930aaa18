"""Do the pages about programs work for eyes, hands and screen readers, from the first key to the end of it?"""

from __future__ import annotations

import pytest

from overstap.domain.gebruikers.models import Account
from tests.browser import BREED, keur, kom_binnen
from tests.wereld import regio


@pytest.mark.browser
def test_a_program_is_let_in_and_out(server: str, venster) -> None:
    directeur = Account.objects.get(id=regio().a.directeur.id)
    page = venster(BREED)
    kom_binnen(page, server, directeur.email, "/koppelingen/nieuw/")
    page.get_by_role("button", name="Maak de koppeling").click()
    keur(page, "koppeling-nieuw")
    page.get_by_label("Naam van het programma").fill("Proef-LAS")
    page.get_by_label("OSO-bestanden aanleveren").check()
    page.get_by_role("button", name="Maak de koppeling").click()
    page.get_by_role("button", name="Maak een sleutel").click()
    sleutel = page.get_by_label("De sleutel").input_value()
    keur(page, "koppeling-sleutel")
    met_sleutel = {"Authorization": f"Bearer {sleutel}"}
    assert page.request.get(f"{server}/api/v1/ik", headers=met_sleutel).json()["bereik"] == ["bestanden.aanleveren"]
    # The key stands on no other page.
    page.goto(page.url.removesuffix("sleutels/"))
    assert sleutel not in page.content()
    page.get_by_role("link", name="Koppelingen").click()
    keur(page, "koppelingen")
    page.get_by_role("link", name="Proef-LAS").click()
    page.get_by_role("link", name="Beëindig deze koppeling").click()
    keur(page, "koppeling-beeindigen")
    page.get_by_role("button", name="Beëindig de koppeling").click()
    assert page.request.get(f"{server}/api/v1/ik", headers=met_sleutel).status == 401
    page.goto(f"{server}/api/")
    keur(page, "api")
