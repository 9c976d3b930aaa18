"""What does a mail about a care route say? Only that something waits, and where; nothing of whom or what."""

from __future__ import annotations

ONDERWERP = "Er staat iets voor u klaar"
_SWV = """Goedendag,

Er is iets nieuws in een zaak van uw samenwerkingsverband. U leest het na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""
_SCHOOL = """Goedendag,

Het samenwerkingsverband heeft iets voor uw school klaargezet. U leest het na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""


def voor_swv(adres: str) -> str:
    """For somebody of a samenwerkingsverband; `adres` is where the cases stand."""
    return _SWV.format(adres=adres)


def voor_school(adres: str) -> str:
    """For a colleague of the basisschool; `adres` is where the care route stands."""
    return _SCHOOL.format(adres=adres)
