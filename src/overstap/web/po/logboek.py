"""What happened last to a dossier, as a colleague of the school reads it?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from overstap.domain.scholen.queries import medewerkers_for, organisaties_for
from overstap.foundation.access import Actor
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.web.components.jinja.filters import moment
from overstap.web.components.logzinnen import STIL, als_collega, genoemde_organisaties, logregels

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


def laatste_regels(actor: Actor, dossier: Dossier, nu: datetime, hoeveel: int) -> list[dict[str, str]]:
    """The newest changes (looks are left to the log page), for the macro `log`."""
    rijen = gebeurtenissen_for(actor, dossier.id).exclude(wat__in=STIL).exclude(wat__endswith=".bekeken")
    # One busy day of typing is one line, so look further back than the lines that are shown.
    gebeurtenissen = list(rijen[: hoeveel * 10])
    namen = {m.account_id: m.account.naam for m in medewerkers_for(actor, dossier.school_id)}
    genoemd = genoemde_organisaties(gebeurtenissen)
    organisaties = {o.id: o.naam for soort in ("po", "vo") for o in organisaties_for(actor, soort) if o.id in genoemd}
    regels = logregels(gebeurtenissen, als_collega(namen, organisaties), organisaties, per_dag=True)[:hoeveel]
    return [{"moment": moment(regel.op, nu), "iso": regel.op.isoformat(), "zin": regel.tekst} for regel in regels]
