"""What must be said of a login service, and when does who comes from it come in?"""

from __future__ import annotations

from urllib.parse import urlsplit

from overstap.foundation.weigering import Weigering

LANGSTE_ADRES = 200
LANGSTE_NAAM = 190
LANGSTE_GEHEIM = 190


class SchoolloginGeweigerd(Weigering):
    """A login service cannot be set like this, or nobody comes in with it (so)."""


def controleer_uitgever(adres: str, *, ook_binnen: bool = False) -> str:
    """The address of a login service (issuer) as it must be written; raises `SchoolloginGeweigerd`."""
    adres = adres.strip()
    goed = "Vul het adres (issuer) in zoals uw ICT het geeft. Bijvoorbeeld: https://login.school.example."
    if not adres:
        raise SchoolloginGeweigerd(goed, "uitgever")
    try:
        delen = urlsplit(adres)
    except ValueError as fout:
        raise SchoolloginGeweigerd(goed, "uitgever") from fout
    if delen.scheme != "https" and not (ook_binnen and delen.scheme == "http"):
        raise SchoolloginGeweigerd("Gebruik een adres dat met https:// begint.", "uitgever")
    if not delen.hostname or delen.query or delen.fragment or delen.username or not adres.isascii():
        raise SchoolloginGeweigerd(goed, "uitgever")
    if len(adres) > LANGSTE_ADRES:
        raise SchoolloginGeweigerd(f"Dit adres is langer dan {LANGSTE_ADRES} tekens. {goed}", "uitgever")
    return adres


def controleer_binnen(*, werkt_hier: bool, tweede_stap: bool, school: str) -> None:
    """Raise `SchoolloginGeweigerd` for somebody who was recognised and may not come in all the same.

    The login service says who somebody is. Whether this person works here says the school itself, in Overstap.
    """
    if not werkt_hier:
        raise SchoolloginGeweigerd(
            f"U heeft in Overstap geen functie meer bij {school}. Klopt dat niet? Vraag wie daar medewerkers beheert."
        )
    if not tweede_stap:
        raise SchoolloginGeweigerd(
            "Uw account heeft nog geen tweede stap. Log één keer in met uw wachtwoord en stel die in."
        )
