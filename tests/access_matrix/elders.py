"""Who works where nothing was sent, in the world of the access matrix?"""

from __future__ import annotations

from overstap.domain.gebruikers.actions import maak_account
from overstap.domain.scholen.actions import stel_aan
from overstap.domain.scholen.models import Organisatie
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, WACHTWOORD


def ander_vo() -> Actor:
    """Somebody who may receive, at a vo school to which nothing was sent."""
    return _elders("vo", "Ander College", "99XW", "Ans Ander", Rol.TOELATINGSCOMMISSIE)


def ander_swv() -> Actor:
    """Somebody who may decide, at a samenwerkingsverband to which nothing was sent."""
    return _elders("swv", "Ander Samenwerkingsverband", "VO9902", "Omar Ander", Rol.SWV_COMMISSIE)


def _elders(soort: str, naam: str, brin: str, wie: str, rol: Rol) -> Actor:
    with als(SYSTEEM):
        po = Organisatie.objects.filter(soort="po").first()
        assert po is not None
        organisatie = Organisatie.objects.create(regio=po.regio, soort=soort, naam=naam, brin=brin, plaats="Elders")
        account_id = maak_account(
            email=f"ander-{soort}@voorbeeld.nl", naam=wie, wachtwoord=WACHTWOORD, by=SYSTEEM, at=AT
        )
        stel_aan(account_id=account_id, organisatie_id=organisatie.id, rol=rol, by=SYSTEEM, at=AT)
    return Actor(rol, account_id, organisatie.id)
