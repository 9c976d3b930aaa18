"""Do the pages about programs work for eyes, hands and screen readers, from the first key to the end of it?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from overstap.domain.gebruikers.models import Account
from overstap.domain.koppelingen.actions import zet_webhook
from overstap.domain.koppelingen.queries import koppelingen_for
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from tests.browser import BREED, keur, kom_binnen
from tests.wereld import AT, regio


@pytest.mark.browser
def test_a_program_is_let_in_and_out(server: str, venster) -> None:
    wereld = regio()
    directeur = Account.objects.get(id=wereld.a.directeur.id)
    page = venster(BREED)
    kom_binnen(page, server, directeur.email, "/koppelingen/nieuw/")
    page.get_by_role("button", name="Maak de koppeling").click()
    keur(page, "koppeling-nieuw")
    page.get_by_label("Naam van het programma").fill("Proef-LAS")
    page.get_by_label("OSO-bestanden aanleveren").check()
    page.get_by_label("Lijst van de eigen leerlingen lezen").check()
    page.get_by_role("button", name="Maak de koppeling").click()
    # From a page that was open in another window, as it stood before there were two.
    kaal = {"csrfmiddlewaretoken": page.locator("[name=csrfmiddlewaretoken]").first.input_value()}
    page.get_by_role("button", name="Maak een sleutel").click()
    sleutel = page.get_by_label("De sleutel").input_value()
    keur(page, "koppeling-sleutel")
    met_sleutel = {"Authorization": f"Bearer {sleutel}"}
    ik = page.request.get(f"{server}/api/v1/ik", headers=met_sleutel).json()
    assert ik["bereik"] == ["bestanden.aanleveren", "dossiers.lezen"]
    # Loading this page again sends the same form again: no other key is made.
    nog_eens = page.request.post(page.url, form=kaal | {"stand": ""})
    assert nog_eens.status == 422
    assert "Deze sleutel is al gemaakt en staat hieronder." in nog_eens.text()
    assert page.request.post(page.url, form=kaal).status == 200
    te_veel = page.request.post(page.url, form=kaal)
    assert te_veel.status == 422
    assert "Er is geen sleutel gemaakt" in te_veel.text()
    assert "twee sleutels" in te_veel.text()
    # The key stands on no other page.
    page.goto(page.url.removesuffix("sleutels/"))
    assert sleutel not in page.content()
    _stel_berichten_in(page, wereld.a.directeur)
    page.get_by_role("link", name="Koppelingen").click()
    keur(page, "koppelingen")
    page.get_by_role("link", name="Proef-LAS").click()
    page.get_by_role("link", name="Beëindig deze koppeling").click()
    keur(page, "koppeling-beeindigen")
    page.get_by_role("button", name="Beëindig de koppeling").click()
    assert page.request.get(f"{server}/api/v1/ik", headers=met_sleutel).status == 401
    page.goto(f"{server}/api/")
    keur(page, "api")


def _stel_berichten_in(page: Page, wie: Actor) -> None:
    """An address inside is refused with what to do; of one that was set the page shows what went."""
    page.get_by_role("link", name="Stel berichten in").click()
    lang = f"https://las.example/{'x' * 500}"
    page.get_by_label("Adres van de leverancier").fill(lang)
    page.get_by_role("button", name="Stuur berichten hierheen").click()
    assert page.get_by_label("Adres van de leverancier").input_value() == lang, "nothing of it is cut"
    page.get_by_label("Adres van de leverancier").fill("https://localhost/haak")
    page.get_by_role("button", name="Stuur berichten hierheen").click()
    assert page.get_by_label("Adres van de leverancier").input_value() == "https://localhost/haak"
    keur(page, "berichten-fout")
    with als(wie) as by:
        koppeling_id = koppelingen_for(by).get().id
        zet_webhook(koppeling_id=koppeling_id, adres="https://las.example/haak", by=by, at=AT)
    page.goto(page.url)
    page.get_by_role("button", name="Stuur een proefbericht").click()
    page.get_by_role("cell", name="Wacht op de eerste poging").wait_for()
    keur(page, "berichten")
    page.get_by_role("link", name="Terug").click()
