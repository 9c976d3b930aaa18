"""Which kind is an attachment likely to be, how big may it be, to whom may it go, and may it leave us?"""

from overstap.domain.bijlagen.rules.bladen import (
    BEWAARTIJD_BLAD,
    Kandidaat,
    dagen_in,
    genoemd,
    nummers_in,
    stel_voor,
    type_voorstel,
    weeg,
)
from overstap.domain.bijlagen.rules.keuren import (
    SCANSTAPPEN,
    VertrekGeweigerd,
    controleer_vertrek,
    mag_scanstap,
    plek_van_bestand,
    scanstaat_na,
)
from overstap.domain.bijlagen.rules.omvang import GRENZEN, PLAATJE, BijlageGeweigerd, Grenzen, controleer_omvang
from overstap.domain.bijlagen.rules.vrijgave import (
    TEKSTVERSIE,
    Gegeven,
    VrijgaveGeweigerd,
    bezwaar_tegen_standaardsoort,
    controleer_vrijgave,
    en,
    soort_bij_plek,
    toestemmingstekst,
    vanzelf_open,
)

__all__ = [
    "BEWAARTIJD_BLAD",
    "GRENZEN",
    "PLAATJE",
    "SCANSTAPPEN",
    "TEKSTVERSIE",
    "BijlageGeweigerd",
    "Gegeven",
    "Grenzen",
    "Kandidaat",
    "VertrekGeweigerd",
    "VrijgaveGeweigerd",
    "bezwaar_tegen_standaardsoort",
    "controleer_omvang",
    "controleer_vertrek",
    "controleer_vrijgave",
    "dagen_in",
    "en",
    "genoemd",
    "mag_scanstap",
    "nummers_in",
    "plek_van_bestand",
    "scanstaat_na",
    "soort_bij_plek",
    "stel_voor",
    "toestemmingstekst",
    "type_voorstel",
    "vanzelf_open",
    "weeg",
]
