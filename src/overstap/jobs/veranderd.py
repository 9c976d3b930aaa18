"""Who at a vo school is told by mail that a report changed or was withdrawn, without a word about whom or what?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.queries import kijkers_for, overdrachten_for
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record
from overstap.integrations.mail import veranderd
from overstap.jobs.collegas import schrijf_collegas
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Aanstelling


@taak("mail.ontvangers")
def mail_ontvangers(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail everybody who can read this report at a vo school that something changed about it; who has none, nothing."""
    dossier = dossier_for(by, dossier_id)
    brieven: list[tuple[Aanstelling, str]] = []
    for overdracht in overdrachten_for(by, dossier).filter(ingetrokken_op=None):
        if BUITEN_REGIO in overdracht.ontvanger.gegevens:
            continue
        tekst = veranderd.ontvanger(f"{settings.OVERSTAP_ADRES}/vo/overdrachten/{overdracht.id}/")
        kijkers = kijkers_for(by, overdracht.ontvanger_id)
        brieven += [(kijker, tekst) for kijker in kijkers]
        record("overdracht.ontvanger_ingelicht", by=by, at=at, dossier_id=dossier.id, object_id=overdracht.ontvanger_id)
    # Last: when the mail server is away, the transaction is undone and the job tries again.
    schrijf_collegas(veranderd.ONDERWERP, brieven, at=at)


@taak("mail.overdracht_ingetrokken")
def mail_overdracht_ingetrokken(*, overdracht_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail everybody at the vo school who could read it that a report was withdrawn (art. 19 AVG); nobody outside.

    The address is that of their list: the report itself they can open no more.
    """
    dossier = dossier_for(by, dossier_id)
    overdracht = overdrachten_for(by, dossier).get(id=overdracht_id)
    if BUITEN_REGIO in overdracht.ontvanger.gegevens:
        return
    tekst = veranderd.ingetrokken(f"{settings.OVERSTAP_ADRES}/vo/")
    record("overdracht.ontvanger_ingelicht", by=by, at=at, dossier_id=dossier.id, object_id=overdracht.ontvanger_id)
    # Last: when the mail server is away, the transaction is undone and the job tries again.
    schrijf_collegas(veranderd.ONDERWERP, [(mens, tekst) for mens in kijkers_for(by, overdracht.ontvanger_id)], at=at)
