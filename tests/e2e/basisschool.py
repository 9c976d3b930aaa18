"""What do the people of the basisschool do, through pages only?"""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e import verhaal
from tests.e2e.bezoeker import Bezoeker


def importeer(els: Bezoeker, bestand: Path) -> None:
    """The administration looks at the file before anything is taken over; nothing of it is stored until then."""
    kies_bestand(els, bestand)
    els.leest(
        "Er is nog niets overgenomen", "Huisarts", "Bankrekening", "Geboorteplaats", "artikel 3", verhaal.BIJLAGE_KAPOT
    )
    els.leest_niet(verhaal.HUISARTS, verhaal.BANKNUMMER, verhaal.BSN)
    els.ga("/po/")
    els.leest("Er zijn nog geen leerlingen")
    els.ga("/po/importeren/")
    els.klik("Bestand van vandaag")
    els.klik("Neem over")
    els.leest("De gegevens zijn overgenomen")


def kies_bestand(els: Bezoeker, bestand: Path, *, fout: bool = False) -> None:
    """Upload one file and look at what it is."""
    els.ga("/po/importeren/")
    els.page.set_input_files("#bestand", bestand)
    els.klik("Bekijk het bestand", fout=fout)


def vul_in(wie: Bezoeker, dossier: str, namen: tuple[str, ...]) -> None:
    """Fill in these sections and say that they are ready."""
    for sectie in namen:
        wie.ga(f"{dossier}onderdelen/{sectie}/")
        wie.leest("Waarom vragen we dit?")
        for naam, waarde in verhaal.secties()[sectie].items():
            wie.antwoord(naam, waarde)
        wie.klik("Klaar met dit onderdeel")
        assert not wie.page.url.endswith("/open/"), wie.page.locator("main").inner_text()


def adviseer(marije: Bezoeker, dossier: str) -> None:
    """Voorlopig advies, the talk, a higher test, and the decision with its motivation (WPO 45d)."""
    marije.ga(f"{dossier}advies/")
    marije.vul_formulier("voorlopig/", "Leg het voorlopige advies vast", niveau="vmbo_gt", gegeven_op=verhaal.dag(40))
    marije.vul_formulier("gesprek/", "Leg het gesprek vast", op=verhaal.dag(39), met=verhaal.GESPREK_MET)
    marije.vul_formulier(
        "toets/", "Leg de doorstroomtoets vast", stand="gemaakt", aanbieder="iep",
        afgenomen_op=verhaal.dag(20), toetsadvies="havo_vwo",
        standaardscore="84", niveau_lezen="1f", niveau_taalverzorging="1f", niveau_rekenen="1s",
    )  # fmt: skip
    marije.leest("hoger")
    besluit = {"keuze": "vmbo_gt_havo", "gegeven_op": verhaal.dag(2)}
    # Less than the test gives, without saying why: the law forbids that.
    marije.vul_formulier("definitief/", "Geef het definitieve advies", **besluit, motivatie="", fout=True)
    marije.vul_formulier("definitief/", "Geef het definitieve advies", **besluit, motivatie=verhaal.MOTIVATIE)
    marije.leest("Het definitieve advies is vastgelegd")


def beslis_bijlagen(marije: Bezoeker, dossier: str) -> None:
    """Every attachment is closed until somebody says what it is, and that it goes along."""
    marije.ga(f"{dossier}bijlagen/")
    marije.leest("0 van 2 gaan mee", verhaal.BIJLAGE_MEE, verhaal.BIJLAGE_BLIJFT)
    kaart = marije.page.locator(".ov-bijlage", has_text=verhaal.BIJLAGE_MEE)
    kaart.locator("select").select_option("verklaring")
    kaart.get_by_label("Deze bijlage gaat mee naar de vo-school").check()
    # Without who agreed, and when.
    marije.klik("Bewaar de bijlagen", fout=True)
    kaart.get_by_label("Op welke dag stemden de ouders in?").fill(verhaal.dag(5))
    kaart.get_by_label("Wie stemde in?").fill("Beide ouders")
    # They agreed for the vo school; the samenwerkingsverband gets nothing.
    kaart.get_by_label("Zij stemden in met: naar de vo-school").check()
    marije.klik("Bewaar de bijlagen")
    marije.leest("1 van 2 gaan mee")


def nodig_uit(marije: Bezoeker, dossier: str, ouder: str, mail: str = verhaal.MAIL_MOEDER) -> str:
    """Invite a parent by mail; return the code that the school gives on another way."""
    marije.ga(f"{dossier}ouders/")
    marije.klik(f"Nodig uit per e-mail {ouder}".strip())
    assert marije.page.get_by_label("E-mailadres van deze ouder").input_value() == mail
    marije.klik("Nodig uit", precies=True)
    code = marije.page.locator(".ov-codebrief__code [aria-hidden]").inner_text().strip()
    marije.page.reload()
    marije.leest_niet(code)
    return code


def geef_op_papier(marije: Bezoeker, dossier: str, ouder: str) -> None:
    """Record that a parent got the report on paper."""
    marije.ga(f"{dossier}ouders/")
    marije.klik(f"Geef op papier {ouder}")
    marije.vul(op=verhaal.dag(1), weg="gesprek")
    # Yesterday this report did not exist.
    marije.klik("Leg vast", fout=True)
    marije.vul(op=verhaal.dag())
    marije.klik("Leg vast")
    marije.leest("Gegeven in een gesprek door Marije Vonk")


def leg_handtekening_vast(marije: Bezoeker, dossier: str, ouder: str) -> None:
    """Record what a parent signed on paper."""
    marije.ga(f"{dossier}ouders/")
    marije.klik(f"Leg handtekening vast {ouder}")
    marije.vul(gezien_op=verhaal.dag(), akkoord="geen_antwoord")
    marije.klik("Leg vast")


def beantwoord_correctie(marije: Bezoeker, dossier: str) -> None:
    """Decide on the request to correct a fact."""
    marije.ga(f"{dossier}ouders/")
    marije.leest(verhaal.CORRECTIE, verhaal.ZIENSWIJZE)
    marije.klik("Beantwoord correctie")
    marije.vul(besluit="gecorrigeerd", uitleg=verhaal.UITLEG)
    marije.klik("Verstuur antwoord")


def blokkeert(anton: Bezoeker, dossier: str, *zinnen: str) -> None:
    """The checklist says what is still to be done, and gives no button."""
    anton.ga(f"{dossier}definitief/")
    anton.leest(*zinnen, "De knop staat hier als alle punten zijn gedaan")
    assert not anton.page.get_by_role("button", name="Maak definitief").count()


def maak_definitief(anton: Bezoeker, dossier: str) -> str:
    """Freeze the report; return its fingerprint."""
    anton.ga(f"{dossier}definitief/")
    anton.leest("Alles is in orde")
    anton.klik("Maak definitief", precies=True)
    anton.leest("Het rapport is definitief")
    return re.sub(r"\s", "", anton.page.locator(".ov-vingerafdruk").inner_text())


def verstuur(els: Bezoeker, dossier: str) -> None:
    """Record the aanmelding, see who will see it, send."""
    els.ga(f"{dossier}overdracht/")
    assert not els.page.get_by_role("link", name="Stuur het rapport").count(), "zonder aanmelding kan niets weg"
    els.page.get_by_label("Bij welke vo-school is de leerling aangemeld?").select_option(
        label="Meerdorp College, Meerdorp"
    )
    els.vul(aangemeld_op=verhaal.dag(), wijze="aanmeldformulier")
    els.klik("Leg aanmelding vast")
    els.klik("Stuur het rapport")
    els.leest(
        "Deze mensen gaan het zien",
        "Bas Verhoef",
        "Nadia Benali",
        "Dit gaat mee",
        verhaal.BIJLAGE_MEE,
        "Zienswijze van",
    )
    els.leest_niet(verhaal.BIJLAGE_BLIJFT, "Sven Dijkgraaf")
    els.klik("Stuur nu naar Meerdorp College")
    els.leest("Het rapport is verstuurd naar Meerdorp College")


def ziet_opgehaald_en_gelezen(els: Bezoeker, dossier: str) -> None:
    """The basisschool sees what the vo school did, without asking."""
    els.ga(f"{dossier}overdracht/")
    els.leest("Opgehaald", "Door: administratie", "Gelezen", "Door: toelatingscommissie")
    els.ga("/po/overdracht/")
    els.leest(verhaal.ROEPNAAM, "Meerdorp College")


def leest_logboek(anton: Bezoeker, dossier: str) -> None:
    """The directeur sees every act, the looks of the vo school included."""
    anton.ga(f"{dossier}logboek/")
    anton.leest("Meerdorp College", "Marije Vonk")
    anton.leest_niet(verhaal.ZIENSWIJZE.splitlines()[0], verhaal.BSN, verhaal.CORRECTIE)


def ziet_voorbeeld_van_terug(els: Bezoeker, bestand: Path) -> None:
    """The file that was sent is an ordinary OSO file, of a pupil who is known here; nothing in it is refused."""
    # The report is frozen here, so it can be looked at and not taken over.
    kies_bestand(els, bestand, fout=True)
    els.leest(
        "Het rapport is definitief",
        "Dit bestand kan niet worden overgenomen",
        verhaal.NAAM,
        "Er staat niets in het bestand dat niet mag",
    )
    els.klik("Gooi weg")
    els.leest("Er is niets van bewaard")


def beantwoord_vraag(marije: Bezoeker, dossier: str) -> None:
    """Answer what the vo school asked."""
    marije.ga(f"{dossier}aanmeldstatus/")
    marije.leest(verhaal.VRAAG)
    marije.klik("Beantwoord de vraag")
    marije.vul(tekst=verhaal.ANTWOORD)
    marije.klik("Geef antwoord")
    marije.leest(verhaal.ANTWOORD)
