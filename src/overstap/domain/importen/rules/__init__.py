"""What does an import do with a pupil, what changes, what stays out, and what does a person see of it?"""

from overstap.domain.importen.rules.beeld import Beeld, Bijlageregel, Kop, beeld, naam_van
from overstap.domain.importen.rules.bewaren import (
    OPVRAGINGEN_HOOGSTENS,
    PARTIJEN_HOOGSTENS,
    UPLOADS_HOOGSTENS,
    WACHTTIJD,
    bewaren_tot,
    controleer_ruimte,
)
from overstap.domain.importen.rules.invoeren import Invoer, Verzorgerinvoer, als_gelezen, controleer_groep, schoolveld
from overstap.domain.importen.rules.overnemen import (
    BEWAARTIJD,
    ImportGeweigerd,
    controleer_ontvangst,
    controleer_overneembaar,
    controleer_school,
    groep_van,
    kenmerk_van,
    lijstnamen,
    met_rijsleutels,
    met_zelfde_rijsleutels,
    vraag_bij,
)
from overstap.domain.importen.rules.vergelijken import Wijziging, vergelijk
from overstap.domain.importen.rules.weglaten import Weglating, te_oud, weggelaten

__all__ = [
    "BEWAARTIJD",
    "OPVRAGINGEN_HOOGSTENS",
    "PARTIJEN_HOOGSTENS",
    "UPLOADS_HOOGSTENS",
    "WACHTTIJD",
    "Beeld",
    "Bijlageregel",
    "ImportGeweigerd",
    "Invoer",
    "Kop",
    "Verzorgerinvoer",
    "Weglating",
    "Wijziging",
    "als_gelezen",
    "beeld",
    "bewaren_tot",
    "controleer_groep",
    "controleer_ontvangst",
    "controleer_overneembaar",
    "controleer_ruimte",
    "controleer_school",
    "groep_van",
    "kenmerk_van",
    "lijstnamen",
    "met_rijsleutels",
    "met_zelfde_rijsleutels",
    "naam_van",
    "schoolveld",
    "te_oud",
    "vergelijk",
    "vraag_bij",
    "weggelaten",
]
