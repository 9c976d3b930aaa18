"""What does a vo school read in a mail about a dossier that changed? Only that it did, and where to read it."""

from __future__ import annotations

ONDERWERP = "Er is iets veranderd"
_ONTVANGER = """Goedendag,

Er is iets veranderd aan een dossier dat uw school ontving. U leest het na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""


def ontvanger(adres: str) -> str:
    """For a colleague of a vo school; `adres` is where the report stands."""
    return _ONTVANGER.format(adres=adres)
