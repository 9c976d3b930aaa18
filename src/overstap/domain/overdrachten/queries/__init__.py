"""What was sent to whom, what waits in a vo school's inbox, and what waits for a po school?"""

from overstap.domain.overdrachten.queries.overdracht import (
    Bestemming,
    Zending,
    aanmeldingen_for,
    bestemmingen_for,
    gaat_mee_for,
    ging_mee_for,
    inbox_for,
    inboxlijst_for,
    inboxtelling_for,
    ingetrokken_aanmeldingen_for,
    kijkers_for,
    oso_bestand_for,
    oso_mislukt_for,
    overdracht_for,
    overdrachten_for,
    zending_for,
)
from overstap.domain.overdrachten.queries.werkvoorraad import Regel, groepen_for, regel_for, werkvoorraad_for

__all__ = [
    "Bestemming",
    "Regel",
    "Zending",
    "aanmeldingen_for",
    "bestemmingen_for",
    "gaat_mee_for",
    "ging_mee_for",
    "groepen_for",
    "inbox_for",
    "inboxlijst_for",
    "inboxtelling_for",
    "ingetrokken_aanmeldingen_for",
    "kijkers_for",
    "oso_bestand_for",
    "oso_mislukt_for",
    "overdracht_for",
    "overdrachten_for",
    "regel_for",
    "werkvoorraad_for",
    "zending_for",
]
