"""What does a parent do, on a phone and through pages only?"""

from __future__ import annotations

import re

from tests.e2e import verhaal
from tests.e2e.bezoeker import Bezoeker


def open_rapport(moeder: Bezoeker, code: str) -> None:
    """Follow the link in the mail, which says nothing about anybody, and type the code of the letter."""
    moeder.wacht_op("/demo/postbus/", "Er staat iets voor u klaar")
    moeder.klik("Er staat iets voor u klaar")
    moeder.leest_niet(verhaal.ROEPNAAM, verhaal.ACHTERNAAM, code, "Klaproos")
    brief = moeder.page.locator("main").inner_text()
    link = re.search(r"https?://\S+/ouders/[0-9a-f-]{36}/", brief)
    assert link, brief
    moeder.ga(link.group().removeprefix(moeder.adres))
    moeder.vul(code="ABCD-2345")
    moeder.klik("Open het rapport", fout=True)
    moeder.leest("Deze code klopt niet")
    moeder.vul(code=code.lower().replace("-", " "))
    moeder.klik("Open het rapport")


def lees(moeder: Bezoeker) -> tuple[bytes, bytes]:
    """Read everything that goes along; return the attachment and the own copy."""
    moeder.leest(verhaal.ROEPNAAM, "Dit gaat mee naar de middelbare school", verhaal.BIJLAGE_MEE_HEET)
    moeder.leest_niet(verhaal.ADRES_VADER, verhaal.BSN)
    moeder.beeld("ouder")
    for sectie in moeder.page.locator("details.ov-osectie").all():
        sectie.locator("summary").click()
    moeder.leest(verhaal.ARGUMENTATIE, verhaal.MOTIVATIE, verhaal.RELATIE_DIAGNOSE, verhaal.DIAGNOSE_DOOR)
    moeder.kijk(verder="alles open")
    bijlage = moeder.download(verhaal.BIJLAGE_MEE_HEET)
    moeder.wacht_op_weg("/ouders/rapport/", "De kopie wordt nog gemaakt")
    return bijlage, moeder.download("Bewaar een kopie van het rapport")


def reageer(moeder: Bezoeker) -> None:
    """Give the zienswijze, ask for a correction, and sign for seen without agreeing."""
    for link, tekst, knop in (
        ("Ik denk er anders over", verhaal.ZIENSWIJZE, "Verstuur uw mening"),
        ("Er staat een fout in", verhaal.CORRECTIE, "Verstuur uw melding"),
    ):
        moeder.ga("/ouders/rapport/")
        moeder.klik(link)
        moeder.vul(tekst=tekst)
        moeder.klik("Lees uw tekst na")
        moeder.klik(knop)
    moeder.ga("/ouders/rapport/")
    moeder.leest(verhaal.ZIENSWIJZE, verhaal.CORRECTIE)
    moeder.vul(akkoord="nee")
    moeder.klik("Teken nu")
    moeder.leest("U heeft getekend", "Ik ben het niet eens met het rapport")


def ziet_wie_keek(moeder: Bezoeker, heet_vader: str) -> None:
    """The own page says where the report went and who looked: when, in which function, from which organisation."""
    moeder.ga("/ouders/rapport/")
    moeder.leest("Het rapport is definitief", "Meerdorp College", "Gelezen", "Opgehaald voor de administratie")
    # Only the stage changed; nobody asks for a signature for the same words again.
    moeder.leest("U heeft getekend")
    moeder.klik("Bekijk wie het rapport opende")
    moeder.leest(
        "De toelatingscommissie van Meerdorp College las het rapport voor het eerst",
        "De administratie van Meerdorp College haalde het bestand op",
        "Een leerkracht van Basisschool De Klaproos",
        verhaal.in_woorden(verhaal.dag()),
    )
    moeder.leest_niet("Bas Verhoef", "Marije Vonk", heet_vader)
