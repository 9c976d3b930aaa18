"""What happened last to a dossier, as a colleague of the school reads it?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from overstap.domain.scholen.queries import collegas_for, organisatienamen_for
from overstap.foundation.access import Actor
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.web.components.jinja.filters import moment
from overstap.web.components.logdaden import STIL
from overstap.web.components.logzinnen import als_collega, genoemde_organisaties, logregels

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


def laatste_regels(actor: Actor, dossier: Dossier, nu: datetime, hoeveel: int) -> list[dict[str, str]]:
    """The newest changes (looks are left to the log page), for the macro `log`."""
    # One busy day of typing becomes one line, so look further back than the lines that are shown.
    rijen = gebeurtenissen_for(actor, dossier.id)[: hoeveel * 20]
    gebeurtenissen = [rij for rij in rijen if rij.wat not in STIL and not rij.wat.endswith(".bekeken")]
    namen = collegas_for(actor, {g.actor_id for g in gebeurtenissen if g.actor_id})
    organisaties = organisatienamen_for(actor, genoemde_organisaties(gebeurtenissen))
    regels = logregels(gebeurtenissen, als_collega(namen, organisaties), organisaties, per_dag=True)[:hoeveel]
    return [{"moment": moment(regel.op, nu), "iso": regel.op.isoformat(), "zin": regel.tekst} for regel in regels]
