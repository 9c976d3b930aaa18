"""Which steps may a care route take, who asks and decides, and do the facts fit?"""

from overstap.domain.zorgroutes.rules.besluit import BesluitGeweigerd, bewaren_tot, controleer_besluit, eerste_einde
from overstap.domain.zorgroutes.rules.checklist import (
    AL_VERSTUURD,
    VOL,
    Zorgfeiten,
    Zorgpunt,
    Zorgpuntcode,
    ZorgrouteGeweigerd,
    mag_versturen,
    zorgchecklist,
)
from overstap.domain.zorgroutes.rules.criteria import CriteriaOnbekend, Toets, toets
from overstap.domain.zorgroutes.rules.inrichting import (
    LANGSTE_UITLEG,
    MEESTE_DESKUNDIGEN,
    MEESTE_WEKEN,
    Inrichting,
    Routeinrichting,
    anders_dan_de_wet,
    bezwaren_tegen_route,
)
from overstap.domain.zorgroutes.rules.routes import WET, eindigt_in_advies, mogelijke_uitkomsten
from overstap.domain.zorgroutes.rules.scores import dl_fout, fouten, waarschuwingen
from overstap.domain.zorgroutes.rules.stappen import (
    BIJ_HET_SWV,
    EINDE,
    IN_BEHANDELING,
    KOLOMMEN,
    LOPEND,
    TOEGESTANE_STAPPEN,
    ZorgstapNietMogelijk,
    controleer_zorgstap,
)
from overstap.domain.zorgroutes.rules.uit_las import scores_uit_las

__all__ = [
    "AL_VERSTUURD",
    "BIJ_HET_SWV",
    "EINDE",
    "IN_BEHANDELING",
    "KOLOMMEN",
    "LANGSTE_UITLEG",
    "LOPEND",
    "MEESTE_DESKUNDIGEN",
    "MEESTE_WEKEN",
    "TOEGESTANE_STAPPEN",
    "VOL",
    "WET",
    "BesluitGeweigerd",
    "CriteriaOnbekend",
    "Inrichting",
    "Routeinrichting",
    "Toets",
    "Zorgfeiten",
    "Zorgpunt",
    "Zorgpuntcode",
    "ZorgrouteGeweigerd",
    "ZorgstapNietMogelijk",
    "anders_dan_de_wet",
    "bewaren_tot",
    "bezwaren_tegen_route",
    "controleer_besluit",
    "controleer_zorgstap",
    "dl_fout",
    "eerste_einde",
    "eindigt_in_advies",
    "fouten",
    "mag_versturen",
    "mogelijke_uitkomsten",
    "scores_uit_las",
    "toets",
    "waarschuwingen",
    "zorgchecklist",
]
