"""What does a vo school read in a mail about a dossier that changed or was withdrawn? Only that, and what to do."""

from __future__ import annotations

ONDERWERP = "Er is iets veranderd"
_ONTVANGER = """Goedendag,

Er is iets veranderd aan een dossier dat uw school ontving. U leest het na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""
_INGETROKKEN = """Goedendag,

Een basisschool heeft een dossier teruggetrokken dat uw school ontving. U kunt het niet meer openen.

Nam uw school er al gegevens van over? Vergelijk dan uw administratie met uw lijst in Overstap. Staat een leerling daar
niet meer in, vraag dan de basisschool wat zij van u verwacht. Uw lijst vindt u na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""


def ontvanger(adres: str) -> str:
    """For a colleague of a vo school; `adres` is where the report stands."""
    return _ONTVANGER.format(adres=adres)


def ingetrokken(adres: str) -> str:
    """For a colleague of a vo school that can open it no more; `adres` is the list of what is still there."""
    return _INGETROKKEN.format(adres=adres)
