"""Do the parents' pages work for eyes, hands and screen readers, on a telefoon first?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser import TELEFOON, klachten
from tests.web.ouders.gezin import Ouder, maak_gezin, nieuwe_versie, stuur_naar_vo, zet_pdf_klaar


def kom_binnen(page: Page, server: str, ouder: Ouder) -> None:
    page.goto(f"{server}/ouders/{ouder.ouder_id}/")
    page.get_by_role("textbox", name="Uw code").fill(f"{ouder.code[:4]}-{ouder.code[4:]}".lower())
    page.get_by_role("button", name="Open het rapport").click()
    page.wait_for_url("**/rapport/")


@pytest.mark.browser
def test_every_page_on_the_way_passes_axe_and_the_keyboard(server: str, venster) -> None:
    gezin = maak_gezin()
    page = venster(TELEFOON)
    gevonden: list[str] = []

    def kijk(naam: str) -> None:
        gevonden.extend(klachten(page, f"ouders-{naam}"))

    page.goto(f"{server}/ouders/")
    kijk("deur")
    page.goto(f"{server}/ouders/{gezin.samira.ouder_id}/")
    kijk("code")
    page.get_by_role("button", name="Open het rapport").click()
    kijk("code-fout")
    page.get_by_role("link", name="Vraag een nieuwe code").click()
    kijk("vraag-code")
    page.get_by_role("button", name="Vraag een nieuwe code").click()
    kijk("code-gevraagd")
    _kondig_gesprek_aan(gezin)
    kom_binnen(page, server, gezin.samira)
    kijk("rapport")
    for summary in page.locator(".ov-osectie > summary").all():
        summary.click()
    kijk("rapport-open")
    page.get_by_role("button", name="Teken nu").click()
    kijk("rapport-fout")
    page.get_by_label("Daar geef ik geen antwoord op").check()
    page.get_by_role("button", name="Teken nu").click()
    kijk("rapport-getekend")
    for route, knop in (("fout", "Verstuur uw melding"), ("mening", "Verstuur uw mening")):
        page.goto(f"{server}/ouders/rapport/{route}/")
        kijk(route)
        page.get_by_role("button", name="Lees uw tekst na").click()
        kijk(f"{route}-fout")
        page.get_by_role("textbox").fill("Het huisnummer is 9.\n\nEn Noor leest graag.")
        page.get_by_role("button", name="Lees uw tekst na").click()
        kijk(f"{route}-nalezen")
        page.get_by_role("button", name=knop).click()
        kijk(f"{route}-verstuurd")
    page.goto(f"{server}/ouders/rapport/kopie/")
    kijk("kopie")
    page.goto(f"{server}/ouders/e-mails/")
    kijk("mails")
    page.goto(f"{server}/ouders/rapport/wie-keek/")
    kijk("wie-keek")
    _antwoord_van_school(gezin)
    nieuwe_versie(gezin)
    zet_pdf_klaar(gezin)
    page.goto(f"{server}/ouders/rapport/")
    kijk("rapport-nieuwe-versie")
    stuur_naar_vo(gezin)
    page.goto(f"{server}/ouders/rapport/")
    kijk("rapport-definitief")
    page.get_by_role("button", name="Log uit").click()
    kijk("uitgelogd")
    kom_binnen(page, server, gezin.karim)
    _sluit_toegang(gezin, gezin.karim)
    page.reload()
    kijk("gesloten")
    assert not gevonden, "\n".join(gevonden)


@pytest.mark.browser
def test_reading_and_signing_work_without_a_script(server: str, venster) -> None:
    gezin = maak_gezin()
    page = venster(TELEFOON, javascript=False)
    kom_binnen(page, server, gezin.karim)
    page.locator("#sectie-leerresultaten > summary").click()
    assert page.get_by_text("Werkt rustig en vraagt om hulp").first.is_visible()
    page.get_by_label("Ik ben het niet eens met het rapport").check()
    page.get_by_role("button", name="Teken nu").click()
    assert page.get_by_text("U heeft getekend dat u het rapport las.").is_visible()
    assert page.get_by_text("Uw antwoord: Ik ben het niet eens met het rapport.").is_visible()


def _kondig_gesprek_aan(gezin) -> None:
    from overstap.domain.inzages.actions import kondig_warme_overdracht_aan
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU

    gegevens = {"wie": "juf Marije", "met_wie": "de zorgcoördinator", "waarover": "Lezen en dyslexie."}
    with als(gezin.wereld.directeur) as by:
        kondig_warme_overdracht_aan(
            dossier_id=gezin.dossier_id, ontvanger_id=gezin.wereld.vo.id, gepland_op=NU.date(), gegevens=gegevens,
            by=by, at=NU,
        )  # fmt: skip


def _sluit_toegang(gezin, ouder: Ouder) -> None:
    from overstap.domain.inzages.actions import sluit_toegang
    from overstap.domain.inzages.enums import Sluitreden
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU

    with als(gezin.wereld.directeur) as by:
        sluit_toegang(dossier_id=gezin.dossier_id, inzage_id=ouder.inzage_id, reden=Sluitreden.GEEN_GEZAG, by=by, at=NU)


def _antwoord_van_school(gezin) -> None:
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.actions import beantwoord_correctie
    from overstap.domain.inzages.enums import Correctiebesluit
    from overstap.domain.inzages.queries import correcties_for
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU

    with als(gezin.wereld.directeur) as by:
        dossier = dossier_for(by, gezin.dossier_id)
        for verzoek in correcties_for(by, dossier, slot_for(by, dossier)):
            beantwoord_correctie(
                dossier_id=dossier.id, verzoek_id=verzoek.id, besluit=Correctiebesluit.NIET_GECORRIGEERD,
                uitleg="In de administratie staat nummer 7. Wij bellen u hierover.", by=by, at=NU,
            )  # fmt: skip
