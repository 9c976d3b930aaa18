"""What does a mail to a colleague about waiting work say? How much waits, and where; never whom or what it is about."""

from __future__ import annotations

from collections.abc import Mapping

from overstap.domain.scholen.rules.regiomails import NEDERLANDS
from overstap.domain.seintjes.enums import Seintjesoort
from overstap.integrations.mail.vertaald import vul_in

ONDERWERP = "Er wacht iets op u in Overstap"
# One, and more of them.
_REGELS = {
    Seintjesoort.TE_DOEN: ("Er ligt 1 ding voor u klaar.", "Er liggen {n} dingen voor u klaar."),
    Seintjesoort.OUDERS: ("1 reactie van ouders wacht op u.", "{n} reacties van ouders wachten op u."),
    Seintjesoort.DATUM: (
        "Voor 1 leerling is de laatste dag binnen een week.",
        "Voor {n} leerlingen is de laatste dag binnen een week.",
    ),
}
_TEKST = """Goedendag,

{regels}

Log in om te zien wat het is:

{adres}
"""
# Ours always: whoever is mailed may stop that.
_SLOT = """
In deze mail staan nooit namen.
Wilt u deze mail vaker, minder vaak of niet meer? Dat kiest u hier:

{keuze}

U kunt niet antwoorden op deze mail.
"""


def seintje(wat: Mapping[Seintjesoort, int], adres: str, keuze: str, eigen: Mapping[str, str] | None = None) -> str:
    """The text for these numbers by kind; `adres` is where one logs in, `keuze` where one chooses how often.

    `eigen` is what the region says in the place of our words, by language.
    """
    regels = "\n".join(_REGELS[soort][n > 1].format(n=n) for soort, n in wat.items())
    tekst = (eigen or {}).get(NEDERLANDS) or _TEKST
    return f"{vul_in(tekst, regels=regels, adres=adres).strip()}\n{_SLOT.format(keuze=keuze)}"


def gewone_tekst() -> str:
    """Our own words, in which a region may begin to write."""
    return _TEKST.strip()
