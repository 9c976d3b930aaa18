"""The gegevenscatalogus: everything a report may hold, each veld once, each with its grondslag.

The form, the parents' page, the PDF, the completeness, the JSON and the OSO mapping are all made
from `catalogus()`; there is no second list.
"""

from overstap.domain.rapporten.catalogue.elders import (
    ALLEEN_VAN_HET_VO,
    ELDERS,
    GEWEIGERD,
    NIET_VOOR_SWV,
    Elders,
    Geweigerd,
)
from overstap.domain.rapporten.catalogue.hand import catalogus_bij, met_de_hand
from overstap.domain.rapporten.catalogue.opp import zonder_opp_vraag
from overstap.domain.rapporten.catalogue.regio import bezwaar_tegen_regioveld, catalogus_van_regio
from overstap.domain.rapporten.catalogue.register import Catalogus, catalogus
from overstap.domain.rapporten.catalogue.veld import (
    Bron,
    Categorie,
    Deel,
    Privacyklasse,
    Publiek,
    Sectie,
    Veld,
    Voorwaarde,
)

__all__ = [
    "ALLEEN_VAN_HET_VO",
    "ELDERS",
    "GEWEIGERD",
    "NIET_VOOR_SWV",
    "Bron",
    "Catalogus",
    "Categorie",
    "Deel",
    "Elders",
    "Geweigerd",
    "Privacyklasse",
    "Publiek",
    "Sectie",
    "Veld",
    "Voorwaarde",
    "bezwaar_tegen_regioveld",
    "catalogus",
    "catalogus_bij",
    "catalogus_van_regio",
    "met_de_hand",
    "zonder_opp_vraag",
]
