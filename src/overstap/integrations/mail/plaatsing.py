"""What does a mail about an application say? Only that there is something, and where; nothing about anybody."""

from __future__ import annotations

ONDERWERP = "Er is iets veranderd"
ONDERWERP_VRAAG = "Er is een vraag voor u"
_BASISSCHOOL = """Goedendag,

Er is iets veranderd bij de aanmelding van een leerling van uw school. U leest het na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""
_VRAAG = """Goedendag,

Een vo-school heeft een vraag over een leerling van uw school. U leest en beantwoordt die na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""
_ANTWOORD = """Goedendag,

De basisschool beantwoordde een vraag van uw school. U leest het antwoord na inloggen:

{adres}

U kunt niet antwoorden op deze mail.
"""


def basisschool(adres: str) -> str:
    """For a colleague of the basisschool: a vo school took a step; `adres` is where it stands."""
    return _BASISSCHOOL.format(adres=adres)


def vraag(adres: str) -> str:
    """For a colleague of the basisschool: a question waits."""
    return _VRAAG.format(adres=adres)


def antwoord(adres: str) -> str:
    """For a colleague of the vo school: a question was answered."""
    return _ANTWOORD.format(adres=adres)
