"""What stands in a vo school's inbox, what did it decide and ask, and who stands still?"""

from overstap.domain.plaatsingen.queries.brugklassen import Klasbeeld, brugklas_for, brugklassen_for
from overstap.domain.plaatsingen.queries.inbox import PER_BLADZIJDE, Inbox, Inboxrij, Inboxvraag, inbox_van_for
from overstap.domain.plaatsingen.queries.plaatsing import (
    LeesbaarBesluit,
    Termijn,
    besluiten_for,
    plaatsing_for,
    plaatsingen_for,
    plaatsingen_van_for,
    termijn_for,
)
from overstap.domain.plaatsingen.queries.stilte import Stand, standen_for, stilte_for
from overstap.domain.plaatsingen.queries.termijnen import besluitdagen_for
from overstap.domain.plaatsingen.queries.terugblik import Terugblikrij, terugblik_for, terugvragen_for
from overstap.domain.plaatsingen.queries.vragen import (
    LeesbareVraag,
    beantwoorders_for,
    dossiers_met_vraag_for,
    vraag_for,
    vragen_for,
)

__all__ = [
    "PER_BLADZIJDE",
    "Inbox",
    "Inboxrij",
    "Inboxvraag",
    "Klasbeeld",
    "LeesbaarBesluit",
    "LeesbareVraag",
    "Stand",
    "Termijn",
    "Terugblikrij",
    "beantwoorders_for",
    "besluitdagen_for",
    "besluiten_for",
    "brugklas_for",
    "brugklassen_for",
    "dossiers_met_vraag_for",
    "inbox_van_for",
    "plaatsing_for",
    "plaatsingen_for",
    "plaatsingen_van_for",
    "standen_for",
    "stilte_for",
    "termijn_for",
    "terugblik_for",
    "terugvragen_for",
    "vraag_for",
    "vragen_for",
]
