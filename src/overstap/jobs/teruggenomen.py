"""What happens at a vo school when an attachment that it received may no longer go along?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions.inlichten import licht_ontvangers_in
from overstap.domain.overdrachten.actions import houd_tegen
from overstap.domain.overdrachten.enums import Tegenhoudreden
from overstap.foundation.access import Actor
from overstap.jobs.taak import taak


@taak("bijlage.teruggenomen")
def neem_terug(*, bijlage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """No OSO file with this attachment leaves us any more, and its receivers are told; harmless a second time.

    What somebody took over already stays there: withdrawing works forward.
    """
    if houd_tegen(dossier_id=dossier_id, bijlage_id=bijlage_id, reden=Tegenhoudreden.BIJLAGE, by=by, at=at):
        licht_ontvangers_in(dossier=dossier_for(by, dossier_id), by=by, at=at)
