"""How does a test read a page of the region?"""

from __future__ import annotations

import html

from django.http import HttpResponse
from django.test import Client


def gelezen(antwoord: HttpResponse) -> str:
    """The page as people read it, without the entities."""
    return html.unescape(antwoord.content.decode())


def tekst(client: Client, adres: str, status: int = 200) -> str:
    """The page at this address."""
    antwoord = client.get(adres)
    assert antwoord.status_code == status, adres
    return gelezen(antwoord)
