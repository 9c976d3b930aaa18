"""Who does the key say I am?"""

from __future__ import annotations

from ninja import Router

from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.web.api import antwoorden
from overstap.web.api.deur import Koppelverzoek

paden = Router(tags=["Uw sleutel"])


@paden.get("ik", response=antwoorden.Ik, operation_id="ik", url_name="ik", summary="Kijk wat deze sleutel opent")
def ik(request: Koppelverzoek) -> antwoorden.Ik:
    """Gebruik dit om te zien of een sleutel werkt, voor welke organisatie, en tot wanneer."""
    rij, plek = request.koppeling, request.koppeling.organisatie
    return antwoorden.Ik(
        organisatie=antwoorden.Organisatie(
            naam=plek.naam, brin=plek.brin, vestiging=plek.vestiging, soort=Organisatiesoort(plek.soort)
        ),
        koppeling=rij.naam,
        bereik=[Bereik(een) for een in rij.bereik],
        tot=rij.tot,
    )
