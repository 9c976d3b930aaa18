"""What is known of the inzage: per parent for the school, the own part for a parent?"""

from overstap.domain.inzages.queries.inzage import (
    LeestNietMeer,
    Lezing,
    Ouderregel,
    ToegangGesloten,
    Wie,
    aan_te_schrijven_for,
    eigen_dossier_for,
    eigen_inzage_for,
    inzage_for,
    inzages_for,
    leesrecht_for,
    lezing_for,
    mag_bericht,
    naam_en_mail_for,
    op_papier_gelezen_for,
    ouderregels_for,
    reactietermijn_for,
    reageren_tot_for,
    wie_for,
)
from overstap.domain.inzages.queries.klaar import (
    bewijs_van_inzage_for,
    checklist_for,
    gewijzigd_na_inzage_for,
    osobezwaren_for,
)
from overstap.domain.inzages.queries.reacties import Tekst, antwoordtermijnen_for, correcties_for, zienswijzen_for
from overstap.domain.inzages.queries.stukken import (
    Stuk,
    meegaande_stukken_for,
    open_stuk_for,
    stuk_for,
    stukbron_for,
    stukken_for,
    te_herscannen_stukken_for,
    te_keuren_stukken_for,
)
from overstap.domain.inzages.queries.verzoeken import (
    code_gevraagd_for,
    codeverzoeken_van,
    dossiers_met_codeverzoek_for,
    open_inzages_for,
    teruggekomen_for,
    volgende_herinnering_for,
)
from overstap.domain.inzages.queries.warm import Gesprek, gesprekken_for

__all__ = [
    "Gesprek", "LeestNietMeer", "Lezing", "Ouderregel", "Stuk", "Tekst", "ToegangGesloten", "Wie",
    "aan_te_schrijven_for", "antwoordtermijnen_for", "bewijs_van_inzage_for", "checklist_for", "code_gevraagd_for",
    "codeverzoeken_van", "correcties_for", "dossiers_met_codeverzoek_for", "eigen_dossier_for", "eigen_inzage_for",
    "gesprekken_for", "gewijzigd_na_inzage_for", "inzage_for", "inzages_for", "leesrecht_for", "lezing_for",
    "mag_bericht", "meegaande_stukken_for", "naam_en_mail_for", "op_papier_gelezen_for", "open_inzages_for",
    "open_stuk_for", "osobezwaren_for", "ouderregels_for", "reactietermijn_for", "reageren_tot_for", "stuk_for",
    "stukbron_for", "stukken_for", "te_herscannen_stukken_for", "te_keuren_stukken_for", "teruggekomen_for",
    "volgende_herinnering_for", "wie_for", "zienswijzen_for",
]  # fmt: skip
