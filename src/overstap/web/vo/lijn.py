"""How does a colleague of the vo school ask for a report in the own administration, over the line (OSO)?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from overstap.integrations.oso.draad.aansluiting import aansluiting_uit

if TYPE_CHECKING:
    from overstap.domain.overdrachten.models import Overdracht


@dataclass(frozen=True)
class Ophaalweg:
    """Where to ask: at the basisschool, or `binnen` the own BRIN where Overstap stands as a second system."""

    naam: str
    brin: str
    binnen: bool
    proef: bool


def ophaalweg(overdracht: Overdracht) -> Ophaalweg | None:
    """None when the vo school cannot ask over the line: not connected, or nobody mandated for it."""
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    vo, po = overdracht.ontvanger, overdracht.school
    if aansluiting is None or not aansluiting.machtigingen.get(vo.brin):
        return None
    proef = aansluiting.omgeving != "productie"
    if aansluiting.punt(po.brin):
        return Ophaalweg(po.naam, po.brin, binnen=False, proef=proef)
    return Ophaalweg(vo.naam, vo.brin, binnen=True, proef=proef) if aansluiting.punt(vo.brin) else None
