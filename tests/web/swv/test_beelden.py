"""Do the pages of the samenwerkingsverband work for eyes, hands and screen readers, on a desk and on a telefoon?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from overstap.domain.bijlagen.actions import trek_bijlage_in
from overstap.domain.bijlagen.queries import voor_swv
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.foundation.rls import als
from tests.access_matrix.van_buiten import biedt_aan, haal_op
from tests.browser import TELEFOON, klachten
from tests.web.swv.zaken import commissie, zaak_in, zet_zorg_nu_klaar
from tests.web.vo.ontvangst import client_van
from tests.wereld import Wereld, dagen_terug, regio


@pytest.mark.browser
def test_the_board_and_a_case_pass_axe_and_the_keyboard(server: str, venster) -> None:
    wereld = regio()
    zaak_in(wereld, Routestaat.AANGEMELD, at=dagen_terug(70))
    zaak_in(wereld, Routestaat.BEANTWOORD, Routesoort.LWOO)
    gang = zaak_in(wereld, Routestaat.IN_COMMISSIE)
    zet_zorg_nu_klaar(gang)
    # One of its files is held back since, and the worker made the OSO file without it.
    with als(gang.ib) as by:
        [plan] = voor_swv(by, gang.geval.dossier_id)
        trek_bijlage_in(dossier_id=gang.geval.dossier_id, bijlage_id=plan.rij.id, by=by, at=dagen_terug(19))
    zet_zorg_nu_klaar(gang)
    page = venster(TELEFOON)
    sessie = client_van(commissie(wereld)).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": sessie, "url": server}])
    gevonden: list[str] = []
    page.goto(f"{server}/swv/")
    gevonden += klachten(page, "swv-bord")
    page.goto(f"{server}/swv/?beeld=tabel")
    gevonden += klachten(page, "swv-tabel")
    page.goto(f"{server}/swv/zaken/{gang.route_id}/")
    gevonden += klachten(page, "swv-zaak")
    page.goto(f"{server}/swv/zaken/{gang.route_id}/besluit/")
    page.get_by_label("Advies").check()
    page.get_by_role("button", name="Leg het besluit vast").click()
    gevonden += klachten(page, "swv-besluit-fout")
    gevonden += _over_de_lijn(page, server, wereld)
    assert not gevonden, "\n".join(gevonden)


def _over_de_lijn(page: Page, server: str, wereld: Wereld) -> list[str]:
    """What a school elsewhere offered: the list, one that waits, one that was fetched, and one that became a case."""
    wacht, zaak, _stuk = biedt_aan(wereld)
    lijn, van_buiten = f"{server}/swv/over-de-lijn/", f"{server}/swv/van-buiten/{zaak}/"
    gevonden: list[str] = []
    for adres, naam in (
        (lijn, "swv-lijn"),
        (f"{lijn}{wacht}/", "swv-aanbod"),
        (van_buiten, "swv-van-buiten"),
        (f"{van_buiten}deskundigenadvies/", "swv-van-buiten-advies"),
        (f"{van_buiten}terugkoppelen/", "swv-van-buiten-terug"),
    ):
        page.goto(adres)
        gevonden += klachten(page, naam)
    haal_op(wereld, wacht)
    page.goto(f"{lijn}{wacht}/")
    page.get_by_text("Neemt u haar niet aan?").click()
    page.get_by_role("button", name="Neem aan", exact=True).click()
    return gevonden + klachten(page, "swv-aanbod-fout")
