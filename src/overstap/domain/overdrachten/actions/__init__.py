"""Which acts bring a definitive report to the vo school, and what does the vo school do with it?"""

from overstap.domain.overdrachten.actions.aanmelding import leg_aanmelding_vast, trek_aanmelding_in
from overstap.domain.overdrachten.actions.bestanden import (
    bewaar_oso_bestand,
    geef_mee,
    houd_tegen,
    maak_bestanden_opnieuw,
)
from overstap.domain.overdrachten.actions.gast import (
    gastmail_mislukt,
    gastmail_teruggekomen,
    gastmail_verzonden,
    kom_binnen_als_gast,
    nodig_gast_opnieuw_uit,
    nodig_gast_uit,
    trek_gastuitnodiging_in,
    voer_gastleerling_in,
    zet_eigen_school,
)
from overstap.domain.overdrachten.actions.gastopruimen import ruim_gasten_op
from overstap.domain.overdrachten.actions.lijn import (
    beantwoord_lasvraag,
    leg_melding_vast,
    meld_klaar,
    noteer_lasvraag,
)
from overstap.domain.overdrachten.actions.meenemen import (
    bewaar_bundel,
    gooi_bundel_weg,
    haal_bundel_op,
    noteer_lijst,
    ruim_bundels_op,
    vraag_bundel,
)
from overstap.domain.overdrachten.actions.ontvangen import haal_op, lees
from overstap.domain.overdrachten.actions.openen import open_met_gegevens, open_met_unieke_code
from overstap.domain.overdrachten.actions.versturen import trek_in, verstuur
from overstap.domain.overdrachten.actions.vrijgeven import (
    geef_unieke_code,
    geef_vrij,
    trek_unieke_code_in,
    trek_vrijgave_in,
)
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd

__all__ = [
    "OverdrachtGeweigerd",
    "beantwoord_lasvraag",
    "bewaar_bundel",
    "bewaar_oso_bestand",
    "gastmail_mislukt",
    "gastmail_teruggekomen",
    "gastmail_verzonden",
    "geef_mee",
    "geef_unieke_code",
    "geef_vrij",
    "gooi_bundel_weg",
    "haal_bundel_op",
    "haal_op",
    "houd_tegen",
    "kom_binnen_als_gast",
    "lees",
    "leg_aanmelding_vast",
    "leg_melding_vast",
    "maak_bestanden_opnieuw",
    "meld_klaar",
    "nodig_gast_opnieuw_uit",
    "nodig_gast_uit",
    "noteer_lasvraag",
    "noteer_lijst",
    "open_met_gegevens",
    "open_met_unieke_code",
    "ruim_bundels_op",
    "ruim_gasten_op",
    "trek_aanmelding_in",
    "trek_gastuitnodiging_in",
    "trek_in",
    "trek_unieke_code_in",
    "trek_vrijgave_in",
    "verstuur",
    "voer_gastleerling_in",
    "vraag_bundel",
    "zet_eigen_school",
]
