"""Which rules hold for inzage: who may read, when do terms end, and when may a report become definitief?"""

from overstap.domain.inzages.rules.checklist import (
    MAXIMALE_TEKST,
    MAXIMUM_BESTANDEN,
    MEESTE_BESTANDEN,
    MEESTE_REACTIES,
    Controle,
    Heropendstand,
    Ouderstand,
    Punt,
    Puntcode,
    akkoord_in_oso,
    checklist,
    mag_definitief,
)
from overstap.domain.inzages.rules.rechthebbenden import (
    INSTELLING,
    LEERLING,
    Gezaghebbende,
    gezaghebbenden,
    is_zonder_gezag,
    krijgt_bericht,
    recht_nu,
    rechthebbenden,
    te_bieden,
    voor_ouder,
)
from overstap.domain.inzages.rules.termijnen import (
    antwoord_voor,
    beslist_zelf,
    bewezen_op,
    herinnerdagen,
    kan_terugkomen,
    laatste_dag,
    maanden_later,
    mag_weer_herinneren,
    moet_herinneren,
    verjaardag,
)

__all__ = [
    "INSTELLING", "LEERLING", "MAXIMALE_TEKST", "MAXIMUM_BESTANDEN", "MEESTE_BESTANDEN", "MEESTE_REACTIES",
    "Controle", "Gezaghebbende", "Heropendstand", "Ouderstand", "Punt", "Puntcode", "akkoord_in_oso",
    "antwoord_voor", "beslist_zelf", "bewezen_op", "checklist", "gezaghebbenden", "herinnerdagen", "is_zonder_gezag",
    "kan_terugkomen", "krijgt_bericht", "laatste_dag", "maanden_later", "mag_definitief", "mag_weer_herinneren",
    "moet_herinneren", "recht_nu", "rechthebbenden", "te_bieden", "verjaardag", "voor_ouder",
]  # fmt: skip
