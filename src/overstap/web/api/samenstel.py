"""Which routes make the API, and what does it say of itself?"""

from __future__ import annotations

from django.conf import settings
from ninja import NinjaAPI

from overstap.web.api import ik, po, regio, swv, vo
from overstap.web.api.deur import PER_MINUUT, Sleutel, als_koppeling, vertaal_weigeringen

_OVER = f"""Lezen en aanleveren wat een organisatie mag lezen en aanleveren, met een sleutel van die organisatie.

Stuur de sleutel mee als `Authorization: Bearer overstap_…`. De school (of regio) maakt hem bij *Mijn account*,
*Koppelingen*, en kiest daar wat hij opent. Een koppeling mag {PER_MINUUT} verzoeken per minuut doen.
Wat een mens moet doen (een advies geven, een rapport definitief maken, vrijgeven, besluiten), kan hier niet.
Elk verzoek waarin gegevens van een leerling staan, komt in het logboek van de organisatie.

Een nieuwe versie krijgt een ander adres. Binnen versie 1 kunnen er velden, adressen en woorden bij komen."""

api = NinjaAPI(
    title="Overstap",
    version="1.0.0",
    description=_OVER,
    openapi_url=None,
    docs_url=None,
    urls_namespace="api_v1",
    servers=[{"url": settings.OVERSTAP_ADRES}],
    auth=Sleutel(),
)
api.add_decorator(als_koppeling)
vertaal_weigeringen(api)
for _deel in (ik, po, vo, swv, regio):
    api.add_router("", _deel.paden)
