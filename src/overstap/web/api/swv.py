"""Which zorgaanmeldingen has a samenwerkingsverband, and how far is each?"""

from __future__ import annotations

from ninja import Router

from overstap.domain.koppelingen.actions import noteer_opgevraagd
from overstap.domain.zorgroutes.queries import kaarten_for, zaken_for
from overstap.web.api import antwoorden
from overstap.web.api.bladen import Bladzijde, bladzijde
from overstap.web.api.deur import Koppelverzoek

paden = Router(tags=["Samenwerkingsverband"])


@paden.get(
    "swv/zaken",
    response=antwoorden.Zaken,
    operation_id="swv_zaken",
    url_name="swv_zaken",
    summary="Lijst van zorgaanmeldingen",
)
def zaken(request: Koppelverzoek, pagina: Bladzijde) -> antwoorden.Zaken:
    """De zorgaanmeldingen, de oudste eerst: wat er wordt gevraagd, hoe ver zij is en tot wanneer er tijd is.

    Wat erin staat, leest alleen een mens. Bereik: `zaken.lezen`.
    """
    regels, rond = bladzijde(zaken_for(request.actor, at=request.nu), pagina)
    kaarten = kaarten_for(request.actor, [regel.route_id for regel in regels], at=request.nu)
    noteer_opgevraagd(lijst="zaken", aantal=len(kaarten), by=request.actor, at=request.nu)
    rijen = [
        antwoorden.Zaak(
            route_id=kaart.route_id,
            naam=kaart.naam,
            school=kaart.school,
            soort=kaart.soort,
            staat=kaart.staat,
            dagen=kaart.dagen,
            uiterlijk_op=kaart.uiterlijk_op,
            te_laat=kaart.te_laat,
        )
        for kaart in kaarten.values()
    ]
    return antwoorden.Zaken(rijen=rijen, **rond)
