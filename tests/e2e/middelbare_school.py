"""What do the people of the vo school do, through pages only?"""

from __future__ import annotations

from tests.e2e import verhaal
from tests.e2e.bezoeker import Bezoeker


def lees(bas: Bezoeker) -> str:
    """The toelatingscommissie finds the report in the inbox and reads it; returns its address."""
    bas.leest("Inbox nieuwe brugklassers", "1 nog niet gelezen", "Basisschool De Klaproos")
    bas.klik(verhaal.NAAM, precies=True)
    bas.leest(
        "vmbo-gt/havo", verhaal.ZIENSWIJZE, verhaal.ARGUMENTATIE, verhaal.MOTIVATIE, verhaal.RELATIE_DIAGNOSE,
        verhaal.BIJLAGE_MEE_HEET, "Wie ziet dit bij u op school?", "Bas Verhoef",
    )  # fmt: skip
    bas.leest_niet(verhaal.BIJLAGE_BLIJFT, verhaal.BIJLAGE_BLIJFT_HEET, verhaal.CORRECTIE, verhaal.BSN)
    bas.beeld("vo")
    return bas.page.url.removeprefix(bas.adres)


def haal_op(rik: Bezoeker, pad: str) -> tuple[bytes, bytes, bytes]:
    """The administration takes the PDF, the attachment and the OSO file."""
    rik.wacht_op(pad, "Haal OSO-bestand op")
    pdf = rik.download("Haal rapport op (pdf)")
    bijlage = rik.download(verhaal.BIJLAGE_MEE_HEET)
    return pdf, bijlage, rik.download("Haal OSO-bestand op")


def vraag(bas: Bezoeker, pad: str) -> None:
    """The toelatingscommissie asks the basisschool something; a number in a question is refused."""
    bas.ga(pad)
    bas.klik("Vraag de basisschool")
    bas.vul(tekst=f"{verhaal.VRAAG} {verhaal.BSN}")
    bas.klik("Stel de vraag", fout=True)
    bas.vul(tekst=verhaal.VRAAG)
    bas.klik("Stel de vraag")
    bas.leest(verhaal.VRAAG)


def besluit(bas: Bezoeker, pad: str) -> None:
    """It reads the answer and decides; without a choice nothing is decided, and a second time is said."""
    bas.ga(pad)
    bas.leest(verhaal.ANTWOORD)
    bas.klik("Neem een besluit")
    bas.klik("Leg het besluit vast", fout=True)
    bas.antwoord("naar", "toelaatbaar")
    bas.klik("Leg het besluit vast")
    bas.leest("Toelaatbaar")
