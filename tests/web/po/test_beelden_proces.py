"""Do the pages after filling in (attachments, parents, definitief, transfer, logboek) work for eyes, hands and ears?"""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import connection

from tests.browser import TELEFOON, beeld, keur, kom_binnen
from tests.web.po.klas import NU, maak_klas
from tests.web.po.test_ouders import inzages, schrijf
from tests.web.po.vol import bestand, gezagdragers, maak_dossier, nodig_iedereen_uit, teken

pytestmark = pytest.mark.browser

BIJLAGEN = (
    bestand(1, "verzuim", "verzuimoverzicht.pdf"),
    bestand(2, "", "verslag-van-het-gesprek-met-een-lange-naam.pdf"),
    bestand(3, "diagnoses", "onderzoek.pdf"),
)
MENING = "Wij vinden havo/vwo beter passen.\n\nThuis leest zij elke dag, ook Engels."


@pytest.fixture
def eigen_database(begin):
    """Each test has the pupils of `maak_begin` for itself."""


@pytest.fixture
def vol(begin: SimpleNamespace, server: str) -> SimpleNamespace:
    begin.server = server
    return begin


def maak_begin() -> SimpleNamespace:
    """Four pupils: being written, being read by parents, definitief, and read by the vo school."""
    klas = maak_klas()
    schrijven = maak_dossier(klas, "klaar", bestanden=BIJLAGEN)
    lezen = maak_dossier(klas, "klaar", nummer=1, roepnaam="Ilias", achternaam="Boukhari")
    eerste, tweede = nodig_iedereen_uit(klas, lezen)
    schrijf(klas, lezen, eerste, "geef_zienswijze", MENING)
    teken(klas, lezen, eerste)
    verzoek = schrijf(klas, lezen, tweede, "vraag_correctie", "Ons huisnummer is 12, niet 21.")
    definitief = maak_dossier(klas, "definitief", nummer=2, roepnaam="Fenna", achternaam="Bakker", bestanden=BIJLAGEN)
    gelezen = maak_dossier(klas, "gelezen", nummer=3, roepnaam="Mei", achternaam="Cheung")
    return SimpleNamespace(
        klas=klas, schrijven=schrijven, lezen=lezen, definitief=definitief, gelezen=gelezen, verzoek=verzoek,
    )  # fmt: skip


def open_als(venster, vol, wie):
    page = venster(TELEFOON)
    kom_binnen(page, vol.server, f"{wie}@voorbeeld.nl")
    return page


def ga(page, vol, dossier, rest):
    page.goto(f"{vol.server}/po/dossiers/{dossier}/{rest}")


def test_bijlagen(venster, vol):
    page = open_als(venster, vol, "marije")
    ga(page, vol, vol.schrijven, "bijlagen/")
    keur(page, "po-bijlagen")
    for vakje in page.get_by_label("Deze bijlage gaat mee naar de vo-school").all():
        vakje.check()
    page.get_by_role("button", name="Bewaar de bijlagen").click()
    keur(page, "po-bijlagen-fout")
    ga(page, vol, vol.definitief, "bijlagen/")
    keur(page, "po-bijlagen-definitief")
    ga(page, vol, vol.gelezen, "bijlagen/")
    keur(page, "po-bijlagen-leeg")


def test_ouders(venster, vol):
    page = open_als(venster, vol, "marije")
    page.goto(vol.server + "/po/ouders/")
    keur(page, "po-ouderslijst")
    ga(page, vol, vol.schrijven, "ouders/")
    keur(page, "po-ouders-begin")
    page.get_by_role("link", name="Nodig uit per e-mail Samira Haddou").click()
    keur(page, "po-ouder-uitnodigen")
    page.get_by_label("E-mailadres van deze ouder").fill("geen adres")
    page.get_by_role("button", name="Nodig uit").click()
    keur(page, "po-ouder-uitnodigen-fout")
    page.get_by_label("E-mailadres van deze ouder").fill("samira@voorbeeld.nl")
    page.get_by_role("button", name="Nodig uit").click()
    keur(page, "po-ouder-code")
    page.emulate_media(media="print")
    beeld(page, "po-ouder-code-papier")
    page.emulate_media(media="screen")
    karim = gezagdragers(vol.klas, vol.schrijven)[1]
    ga(page, vol, vol.schrijven, f"ouders/{karim.sleutel}/papier/")
    page.get_by_role("button", name="Leg vast").click()
    keur(page, "po-ouder-papier-fout")
    page.get_by_label("Op welke dag").fill(f"{NU.day}-{NU.month}-{NU.year}")
    page.get_by_label("Meegegeven in een envelop").check()
    page.get_by_role("button", name="Leg vast").click()
    keur(page, "po-ouders-uitgenodigd")
    page.get_by_role("link", name="Leg handtekening vast").click()
    keur(page, "po-ouder-getekend")


def test_what_parents_wrote(venster, vol):
    page = open_als(venster, vol, "marije")
    ga(page, vol, vol.lezen, "ouders/")
    keur(page, "po-ouders-reacties")
    ga(page, vol, vol.lezen, f"correcties/{vol.verzoek}/")
    keur(page, "po-correctie")
    page.get_by_role("button", name="Verstuur antwoord").click()
    keur(page, "po-correctie-fout")
    tweede = next(inzage for inzage in inzages(vol.klas, vol.lezen) if inzage.gezien_op is None)
    for handeling in ("code", "intrekken"):
        ga(page, vol, vol.lezen, f"inzages/{tweede.id}/{handeling}/")
        keur(page, f"po-ouder-{handeling}-vraag")
    ga(page, vol, vol.lezen, "ouderversie/")
    keur(page, "po-ouderversie")


def test_definitief(venster, vol):
    page = open_als(venster, vol, "joris")
    ga(page, vol, vol.schrijven, "definitief/")
    keur(page, "po-definitief-nog-niet")
    ga(page, vol, vol.definitief, "definitief/")
    keur(page, "po-definitief-klaar")
    ga(page, vol, vol.definitief, "heropenen/")
    keur(page, "po-heropenen")
    page.get_by_role("button", name="Heropen het rapport").click()
    keur(page, "po-heropenen-fout")
    page.get_by_label("Er ontbreekt informatie").check()
    page.get_by_role("button", name="Heropen het rapport").click()
    ga(page, vol, vol.definitief, "definitief/")
    keur(page, "po-definitief-kan")


def test_overdracht(venster, vol):
    page = open_als(venster, vol, "joris")
    page.goto(vol.server + "/po/overdracht/")
    keur(page, "po-overdrachtlijst")
    ga(page, vol, vol.schrijven, "overdracht/")
    keur(page, "po-overdracht-nog-niet")
    ga(page, vol, vol.definitief, "overdracht/")
    page.get_by_role("button", name="Leg aanmelding vast").click()
    keur(page, "po-overdracht-fout")
    page.get_by_label("Bij welke vo-school").select_option(label="Merenlandcollege, Stuwmeer")
    page.get_by_label("Op welke dag?").fill(f"{NU.day}-{NU.month}-{NU.year}")
    page.get_by_label("De ouders vertelden het").check()
    page.get_by_role("button", name="Leg aanmelding vast").click()
    keur(page, "po-overdracht-aangemeld")
    page.get_by_role("link", name="Stuur het rapport").click()
    keur(page, "po-overdracht-versturen")
    page.get_by_role("button", name="Stuur nu naar Merenlandcollege").click()
    keur(page, "po-overdracht-verstuurd")
    ga(page, vol, vol.gelezen, "overdracht/")
    keur(page, "po-overdracht-gelezen")
    page.get_by_role("link", name="Trek de overdracht terug").click()
    keur(page, "po-overdracht-terugtrekken")
    mislukt(vol.gelezen)
    ga(page, vol, vol.gelezen, "overdracht/")
    keur(page, "po-overdracht-mislukt")
    page.get_by_role("link", name="Trek de aanmelding in").click()
    page.get_by_role("button", name="Trek de aanmelding in").click()
    keur(page, "po-aanmelding-intrekken-fout")
    page.get_by_label("De ouders trokken de aanmelding in").check()
    page.get_by_role("button", name="Trek de aanmelding in").click()
    keur(page, "po-aanmelding-ingetrokken")


def mislukt(dossier) -> None:
    """As if the worker gave up the files of this dossier."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update procrastinate_jobs set status = 'failed' where args->>'dossier_id' = %s "
            "and task_name in ('pdf.maken', 'oso.klaarzetten')",
            [str(dossier)],
        )


def test_medewerkers(venster, vol):
    page = open_als(venster, vol, "joris")
    page.goto(vol.server + "/medewerkers/uitnodigen/")
    page.get_by_label("Naam").fill("Nina van der Nieuwenhuizen")
    page.get_by_label("Leerkracht").check()
    page.get_by_role("button", name="Stuur de uitnodiging").click()
    keur(page, "medewerker-uitnodigen")
    page.get_by_label("E-mailadres").fill("nina.van.der.nieuwenhuizen@basisschool-de-klaproos.example")
    page.get_by_role("button", name="Stuur de uitnodiging").click()
    keur(page, "medewerkers")
    page.get_by_role("link", name="Kies groepen van Marije Vonk").click()
    keur(page, "po-medewerker-groepen")
    page.get_by_label("Groep 8A").check()
    page.get_by_role("button", name="Sla de groepen op").click()
    page.get_by_role("link", name="Beëindig de toegang van Marije Vonk").click()
    keur(page, "medewerker-beeindigen")


def test_logboek(venster, vol):
    page = open_als(venster, vol, "marije")
    ga(page, vol, vol.gelezen, "logboek/")
    keur(page, "po-logboek")
