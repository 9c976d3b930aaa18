"""Which organisations of this installation does OSO mean by a BRIN?"""

from __future__ import annotations

from uuid import UUID

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM


def met_brin(soort: Organisatiesoort, brin: str) -> list[UUID]:
    """Every vestiging with this BRIN; an aanleverpunt is of them all."""
    return list(organisaties_for(SYSTEEM, soort).filter(brin=brin).values_list("id", flat=True))
