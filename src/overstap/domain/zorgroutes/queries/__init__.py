"""Which care routes run, what would be sent, what does a samenwerkingsverband have, what came back?"""

from overstap.domain.zorgroutes.queries.bestand import Bestandregel, ZaakbestandTegengehouden, bestanden_for
from overstap.domain.zorgroutes.queries.blad import Ouderzorgblad, Zorgblad, ouderzorgblad_for, zorgblad_for
from overstap.domain.zorgroutes.queries.bord import Zaakkaart, Zaakregel
from overstap.domain.zorgroutes.queries.formulier import (
    aangevuld_for,
    formulier_for,
    meegegeven_for,
    persoonsnummer_for,
    scores_uit_las_for,
    zorgchecklist_for,
)
from overstap.domain.zorgroutes.queries.regio import naar_swv_lopen_for, ontvangers_for, zorgroutes_lopen_for
from overstap.domain.zorgroutes.queries.route import (
    Terugkoppeling,
    Vraag,
    aanmelding_for,
    besluit_for,
    besluiten_for,
    inrichting_for,
    kijkers_bij_swv_for,
    kopieen_for,
    lopende_for,
    papier_for,
    route_for,
    voorbereiding_for,
    voorgelegd_for,
    vragen_for,
    zaakinrichting_for,
    zienswijzen_for,
    zorgroutes_for,
    zorgstaten_for,
)
from overstap.domain.zorgroutes.queries.samen import kaarten_for, zaakdagen_for, zaken_for
from overstap.domain.zorgroutes.queries.verband import Swvkeuze, aanvrager_for, swvbezwaar_for, swvkeuze_for
from overstap.domain.zorgroutes.queries.zaak import (
    Stukregel,
    Zaakblad,
    genomen_besluit_for,
    stukken_for,
    zaak_for,
    zaakbestand_for,
    zaakblad_for,
)

__all__ = [
    "Bestandregel", "Ouderzorgblad", "Stukregel", "Swvkeuze", "Terugkoppeling", "Vraag", "ZaakbestandTegengehouden",
    "Zaakblad", "Zaakkaart", "Zaakregel", "Zorgblad", "aangevuld_for", "aanmelding_for", "aanvrager_for",
    "besluit_for", "besluiten_for", "bestanden_for", "formulier_for", "genomen_besluit_for", "inrichting_for",
    "kaarten_for", "kijkers_bij_swv_for", "kopieen_for", "lopende_for", "meegegeven_for", "naar_swv_lopen_for",
    "ontvangers_for", "ouderzorgblad_for", "papier_for", "persoonsnummer_for", "route_for", "scores_uit_las_for",
    "stukken_for", "swvbezwaar_for", "swvkeuze_for", "voorbereiding_for", "voorgelegd_for", "vragen_for", "zaak_for",
    "zaakbestand_for", "zaakblad_for", "zaakdagen_for", "zaakinrichting_for", "zaken_for", "zienswijzen_for",
    "zorgblad_for", "zorgchecklist_for", "zorgroutes_for", "zorgroutes_lopen_for", "zorgstaten_for",
]  # fmt: skip
