"""Which acts prepare, send, handle and decide a zorgaanmelding?"""

from overstap.domain.zorgroutes.actions.aanbod import (
    haal_aanbod_op,
    leg_halen_vast,
    leg_zorgafmelding_vast,
    neem_aanbod_aan,
    noteer_aanbod,
    ruim_aanbod_op,
    weiger_aanbod,
)
from overstap.domain.zorgroutes.actions.beginnen import begin_zorgroute, kies_swv
from overstap.domain.zorgroutes.actions.behandelen import (
    bekijk_zaak,
    geef_deskundigenadvies,
    haal_zaakbestand_op,
    neem_in_behandeling,
    schrijf_notitie,
    stel_vraag,
    verklaar_compleet,
    zet_in_commissie,
)
from overstap.domain.zorgroutes.actions.besluiten import koppel_terug, neem_besluit
from overstap.domain.zorgroutes.actions.buiten import (
    adviseer_in_buitenzaak,
    behandel_buitenzaak,
    bekijk_buitenzaak,
    besluit_buitenzaak,
    koppel_over_de_lijn_terug,
    leg_terugkoppeling_vast,
    noteer_in_buitenzaak,
    verklaar_buitenzaak_compleet,
    zet_buitenzaak_in_commissie,
)
from overstap.domain.zorgroutes.actions.kopieen import Kopie, bewaar_zaakbestanden, houd_kopie_tegen, vraag_kopie
from overstap.domain.zorgroutes.actions.lijn import (
    beantwoord_zorgvraag,
    bewaar_koppelsleutel,
    bied_aan,
    bied_opnieuw_aan,
    leg_aanbod_vast,
    noteer_zorgvraag,
    ontvang_antwoord,
)
from overstap.domain.zorgroutes.actions.versturen import (
    beantwoord_vraag,
    leg_vo_aanvrager_vast,
    maak_zorgbestanden_opnieuw,
    stuur_documenten_na,
    stuur_naar_swv,
    trek_zorgroute_in,
)
from overstap.domain.zorgroutes.actions.voorbereiden import (
    geef_zorgzienswijze,
    leg_drempelonderzoek_vast,
    leg_gehoord_vast,
    leg_hulpvraag_vast,
    leg_voor,
    leg_zienswijze_vast,
)

__all__ = [
    "Kopie", "adviseer_in_buitenzaak", "beantwoord_vraag", "beantwoord_zorgvraag", "begin_zorgroute",
    "behandel_buitenzaak", "bekijk_buitenzaak", "bekijk_zaak", "besluit_buitenzaak", "bewaar_koppelsleutel",
    "bewaar_zaakbestanden", "bied_aan", "bied_opnieuw_aan", "geef_deskundigenadvies", "geef_zorgzienswijze",
    "haal_aanbod_op", "haal_zaakbestand_op", "houd_kopie_tegen", "kies_swv", "koppel_over_de_lijn_terug",
    "koppel_terug", "leg_aanbod_vast", "leg_drempelonderzoek_vast", "leg_gehoord_vast", "leg_halen_vast",
    "leg_hulpvraag_vast", "leg_terugkoppeling_vast", "leg_vo_aanvrager_vast", "leg_voor", "leg_zienswijze_vast",
    "leg_zorgafmelding_vast", "maak_zorgbestanden_opnieuw", "neem_aanbod_aan", "neem_besluit", "neem_in_behandeling",
    "noteer_aanbod", "noteer_in_buitenzaak", "noteer_zorgvraag", "ontvang_antwoord", "ruim_aanbod_op",
    "schrijf_notitie", "stel_vraag", "stuur_documenten_na", "stuur_naar_swv", "trek_zorgroute_in",
    "verklaar_buitenzaak_compleet", "verklaar_compleet", "vraag_kopie", "weiger_aanbod",
    "zet_buitenzaak_in_commissie", "zet_in_commissie",
]  # fmt: skip
