"""Which acts keep what was uploaded, take it over, undo it and clear it away?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.importen.actions.herstellen import NietOngedaan, maak_ongedaan, ruim_herstel_op
from overstap.domain.importen.actions.invoeren import AlBekend, LijktOp, verbeter_invoer, voer_in
from overstap.domain.importen.actions.ontvangst import bekijk_ontvangst, neem_ontvangst_in, verwijder_ontvangst
from overstap.domain.importen.actions.overnemen import neem_gelezen_over
from overstap.domain.importen.actions.partij import (
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
    "NietNu",
    "NietOngedaan",
    "begin_lezen",
    "bekijk",
    "bekijk_ontvangst",
    "bekijk_partij",
    "bewaar_partij",
    "bewaar_upload",
    "draai_regel_terug",
    "AlBekend",
    "LijktOp",
    "ga_verder",
    "gooi_partij_weg",
    "keur_partij_af",
    "leg_gelezen_vast",
    "maak_ongedaan",
    "maak_partij_ongedaan",
    "neem_gelezen_over",
    "neem_ontvangst_in",
    "neem_over",
    "neem_partij_over",
    "neem_regel_over",
    "ruim_verlopen_op",
    "schiet_op",
    "verwijder_ontvangst",
    "weiger",
]


def ruim_verlopen_op(*, by: Actor, at: datetime) -> int:
    """Clear away everything of the actor's organisation whose 24 hours have passed; harmless when done twice."""
    return ruim_uploads_op(by=by, at=at) + ruim_partijen_op(by=by, at=at) + ruim_herstel_op(by=by, at=at)
    "verbeter_invoer",
    "voer_in",
