"""Which acts keep what was uploaded, take it over, undo it and clear it away?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.importen.actions.herstellen import NietOngedaan, maak_ongedaan, ruim_herstel_op
from overstap.domain.importen.actions.invoeren import AlBekend, LijktOp, verbeter_invoer, voer_in
from overstap.domain.importen.actions.ontvangst import (
    bekijk_ontvangst,
    bekijk_ontvangstbijlage,
    bewaar_ontvangst_tot,
    leg_ontvangstkeuring_vast,
    neem_ontvangst_in,
    neem_upload_in,
    ruim_ontvangsten_op,
    verwijder_ontvangst,
)
from overstap.domain.importen.actions.opvragen import (
    hoor_notificatie,
    leg_afmelding_vast,
    leg_ophaling_vast,
    ruim_opvragingen_op,
    vergeet_opvraging,
    vraag_op,
    vraag_opnieuw_op,
)
from overstap.domain.importen.actions.overnemen import neem_gelezen_over
from overstap.domain.importen.actions.partij import (
    TAAK_PARTIJ,
    NietNu,
    bekijk_partij,
    bewaar_partij,
    ga_verder,
    gooi_partij_weg,
    maak_partij_ongedaan,
    neem_partij_over,
    ruim_partijen_op,
)
from overstap.domain.importen.actions.upload import bekijk, bewaar_upload, neem_over, ruim_uploads_op, weiger
from overstap.domain.importen.actions.verwerken import (
    begin_lezen,
    draai_regel_terug,
    keur_partij_af,
    leg_gelezen_vast,
    neem_regel_over,
    schiet_op,
)
from overstap.foundation.access import Actor

__all__ = [
    "TAAK_PARTIJ",
    "AlBekend",
    "LijktOp",
    "NietNu",
    "NietOngedaan",
    "begin_lezen",
    "bekijk",
    "bekijk_ontvangst",
    "bekijk_ontvangstbijlage",
    "bekijk_partij",
    "bewaar_ontvangst_tot",
    "bewaar_partij",
    "bewaar_upload",
    "draai_regel_terug",
    "ga_verder",
    "gooi_partij_weg",
    "hoor_notificatie",
    "keur_partij_af",
    "leg_afmelding_vast",
    "leg_gelezen_vast",
    "leg_ontvangstkeuring_vast",
    "leg_ophaling_vast",
    "maak_ongedaan",
    "maak_partij_ongedaan",
    "neem_gelezen_over",
    "neem_ontvangst_in",
    "neem_over",
    "neem_partij_over",
    "neem_regel_over",
    "neem_upload_in",
    "ruim_verlopen_op",
    "schiet_op",
    "verbeter_invoer",
    "vergeet_opvraging",
    "verwijder_ontvangst",
    "voer_in",
    "vraag_op",
    "vraag_opnieuw_op",
    "weiger",
]


def ruim_verlopen_op(*, by: Actor, at: datetime) -> int:
    """Clear away everything of the actor's organisation whose time has passed; harmless when done twice.

    That is 24 hours for what waits or can be undone, and longer for what a vo school took in.
    """
    van_een_dag = (ruim_uploads_op, ruim_partijen_op, ruim_herstel_op, ruim_opvragingen_op)
    return sum(ruim(by=by, at=at) for ruim in (*van_een_dag, ruim_ontvangsten_op))
