"""Do the pages of the basisschool work for eyes, hands and screen readers, on a desk and on a phone?"""

from __future__ import annotations

import pytest

from tests.browser import MATEN, beeld, kleine_doelen, loop_met_tab, overtredingen, schuift_opzij
from tests.web.po.klas import WACHTWOORD, maak_klas, volle_klas


def _open(venster, server, maat, wie="marije"):
    page = venster(maat)
    page.goto(server + "/account/inloggen/")
    page.fill("[name=login]", f"{wie}@voorbeeld.nl")
    page.fill("[name=password]", WACHTWOORD)
    page.click("main button[type=submit]")
    return page


def _keur(page, naam):
    beeld(page, f"po-{naam}")
    assert overtredingen(page) == []
    assert schuift_opzij(page) == 0
    assert kleine_doelen(page) == []
    assert loop_met_tab(page) == []


@pytest.mark.browser
@pytest.mark.parametrize("maat", MATEN, ids=["breed", "telefoon"])
def test_pages(venster, server, maat):
    klas = maak_klas()
    volle_klas(klas)
    page = _open(venster, server, maat)
    page.goto(server + "/po/")
    _keur(page, "werkvoorraad")
