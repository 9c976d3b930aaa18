"""How does a test let somebody work at two schools of one board?"""

from __future__ import annotations

from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import Plek


def onder_bestuur(bestuur: str, plek: Plek) -> None:
    """Let a school name this board, as the file of its region does."""
    with als(SYSTEEM):
        school = Organisatie.objects.get(id=plek.id)
        school.gegevens["bestuur"] = bestuur
        school.save(update_fields=["gegevens"])


def werkt_ook_bij(plek: Plek, wie: Actor, rol: Rol) -> None:
    """Give somebody a function at another school too."""
    with als(Actor(Rol.SYSTEEM, organisatie_id=plek.id)):
        Aanstelling.objects.create(account_id=wie.id, organisatie_id=plek.id, rol=rol.value)
