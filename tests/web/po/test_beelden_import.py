"""Does a ZIP of twelve with two bad files come in and go again, for eyes, hands and screen readers?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client

from tests.browser import BREED, TELEFOON, keur

pytestmark = pytest.mark.browser


def _kom_binnen(page, server, wie):
    from overstap.domain.gebruikers.models import Account

    client = Client()
    client.force_login(Account.objects.get(id=wie.id))
    sessie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": server}])


@pytest.fixture
def zip_van_twaalf(eigen_database, tmp_path):
    from tests.partij import osobestand, zipbestand
    from tests.wereld import regio

    wereld = regio()
    leden = [(f"klas 8/leerling-{n}.xml", osobestand(wereld.a.gegevens, n)) for n in range(1, 11)]
    leden += [("half.xml", leden[0][1][:2000]), ("van-het-kompas.xml", osobestand(wereld.b.gegevens, 20))]
    (tmp_path / "klas.zip").write_bytes(zipbestand(leden))
    return wereld, tmp_path / "klas.zip"


def test_from_upload_to_taken_over_and_undone(zip_van_twaalf, venster, server):
    from overstap.domain.dossiers.queries import dossiers_for
    from overstap.domain.importen.actions import neem_gelezen_over
    from overstap.foundation.rls import als
    from tests.jobs.test_worker import werk_wachtrij_af
    from tests.wereld import AT

    wereld, bestand = zip_van_twaalf
    # One of the ten is known with another number, which is a question.
    with als(wereld.a.administratie) as by:
        bekend = wereld.a.gelezen(1)
        nummer = replace(bekend.nummer, waarde="999991528")
        neem_gelezen_over(gelezen=replace(bekend, nummer=nummer), by=by, at=AT)
    page = venster(BREED)
    _kom_binnen(page, server, wereld.a.administratie)
    page.goto(f"{server}/po/importeren/")
    page.set_input_files("#bestand", bestand)
    page.click("text=Bekijk het bestand")
    page.wait_for_selector("progress")
    keur(page, "import-bezig")
    werk_wachtrij_af()
    # Nobody presses anything: the bar asks for itself, and then for the list.
    page.wait_for_selector("text=Per leerling")
    assert page.locator("tbody tr").count() == 12
    assert page.locator("tbody tr", has_text="Fout").count() == 2
    keur(page, "import-lijst")
    page.click("tbody tr:has-text('half.xml') a")
    assert "niet compleet" in page.inner_text("main")
    page.go_back()
    page.click("tbody tr:has-text('leerling-1.xml') a")
    keur(page, "import-leerling")
    page.check("text=Nee, een andere leerling")
    page.click("text=Neem over")
    werk_wachtrij_af()
    page.wait_for_selector("text=Maak het overnemen ongedaan")
    page.click("text=Neem alle nieuwe en gewijzigde over")
    werk_wachtrij_af()
    page.wait_for_selector("text=Maak het overnemen ongedaan")
    keur(page, "import-overgenomen")
    with als(wereld.a.administratie) as by:
        assert dossiers_for(by).count() == 11
    page.click("text=Maak het overnemen ongedaan")
    werk_wachtrij_af()
    page.wait_for_selector("text=Ongedaan gemaakt")
    with als(wereld.a.administratie) as by:
        assert dossiers_for(by).count() == 1


def test_without_scripts_the_page_comes_again_by_itself(zip_van_twaalf, venster, server):
    from tests.jobs.test_worker import werk_wachtrij_af

    wereld, bestand = zip_van_twaalf
    page = venster(TELEFOON, javascript=False)
    _kom_binnen(page, server, wereld.a.administratie)
    page.goto(f"{server}/po/importeren/")
    page.set_input_files("#bestand", bestand)
    page.click("text=Bekijk het bestand")
    werk_wachtrij_af()
    page.wait_for_selector("text=Per leerling")


def test_the_other_ways_in_and_out(zip_van_twaalf, venster, server, tmp_path):
    from overstap.domain.dossiers.enums import Staat
    from tests.partij import osobestand

    wereld, _bestand = zip_van_twaalf
    page = venster(BREED)
    _kom_binnen(page, server, wereld.vo.toelating)
    page.goto(f"{server}/vo/innemen/")
    keur(page, "innemen")
    ruw = osobestand(wereld.b.gegevens, 30, bijzonder=frozenset({"foto"}))
    mag_niet = b"</geboortedatum><geboorteplaats>Ede</geboorteplaats>"
    (tmp_path / "een.xml").write_bytes(ruw.replace(b"</geboortedatum>", mag_niet, 1))
    page.check("text=Van een basisschool buiten de regio")
    page.set_input_files("#bestand", tmp_path / "een.xml")
    page.click("main button[type=submit]")
    keur(page, "inname")
    page.click("text=Neem in")
    keur(page, "ontvangst")
    page.goto(f"{server}/vo/")
    keur(page, "inbox-buiten")
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    _kom_binnen(page, server, wereld.a.administratie)
    page.goto(f"{server}/po/dossiers/{geval.dossier_id}/overdracht/buiten-de-regio/")
    keur(page, "buiten-de-regio")
