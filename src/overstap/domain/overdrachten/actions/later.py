"""How do attachments that came after definitief go along with what is sent?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from overstap.domain.bijlagen.queries import controleer_vertrek_for
from overstap.domain.dossiers.models import Dossier
from overstap.domain.overdrachten.queries.later import latere_bijlagen_for
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record


def stuur_later_mee(*, dossier: Dossier, in_versie: Collection[UUID], by: Actor, at: datetime) -> None:
    """Let go what parents saw or could have seen, and what a later version holds (`in_versie`); write each down.

    The caller holds the lock. Raises `VertrekGeweigerd` when one of them may not leave us.
    """
    mee = [
        regel.bijlage
        for regel in latere_bijlagen_for(by, dossier, at)
        if regel.stand is Aanvulstand.KAN_MEE
        or (regel.bijlage.id in in_versie and regel.bijlage.meegestuurd_op is None)
    ]
    controleer_vertrek_for(by, mee)
    for bijlage in mee:
        bijlage.meegestuurd_op = at
        bijlage.bewaar()
        record("bijlage.later_verstuurd", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)
