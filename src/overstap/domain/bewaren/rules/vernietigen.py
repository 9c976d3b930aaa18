"""May this be destroyed now, and who may say so?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from overstap.domain.bewaren.enums import Beletsel
from overstap.foundation.weigering import Weigering


class VernietigingGeweigerd(Weigering):
    """Nothing is destroyed; `zin` says why and what to do."""


def eerste_beletsel(vervalt_op: date, loopt: Collection[Beletsel], vandaag: date) -> Beletsel | None:
    """What stands in the way now, or None: the term itself, then what still runs."""
    if vandaag < vervalt_op:
        return Beletsel.NIET_AAN_DE_BEURT
    return next((beletsel for beletsel in Beletsel if beletsel in loopt), None)


def controleer_gekozen(gekozen: Collection[object]) -> None:
    """Raise `VernietigingGeweigerd` when nothing was chosen."""
    if not gekozen:
        raise VernietigingGeweigerd("Kies eerst wat weg mag. Zet een vinkje bij elke regel.")


def controleer_tweede(voorgesteld_door: UUID, vrijgever: UUID) -> None:
    """Raise `VernietigingGeweigerd` when one person would do both."""
    if voorgesteld_door == vrijgever:
        raise VernietigingGeweigerd("U stelde dit zelf voor. Een collega moet kijken en vrijgeven.")
