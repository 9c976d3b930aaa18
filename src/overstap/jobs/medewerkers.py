"""Which mails do colleagues get about their account? The link with which somebody who was invited begins."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings

from overstap.domain.medewerkers.actions import mail_niet_aangekomen
from overstap.domain.medewerkers.queries import heeft_account_for, sleutel_for, uitnodigingen_for
from overstap.foundation.access import Actor
from overstap.integrations.mail import AdresGeweigerd, collega, verstuur
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.medewerkers.models import Collegauitnodiging


def beginadres(by: Actor, uitnodiging: Collegauitnodiging) -> str:
    """The link with which somebody who was invited begins; it holds no name and no address."""
    # After the question mark, because what stands there comes in no log.
    return f"{settings.OVERSTAP_ADRES}/account/uitnodiging/?{urlencode({'sleutel': sleutel_for(by, uitnodiging)})}"


@taak("medewerker.uitnodiging")
def mail_uitnodiging_collega(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the link to whoever was invited; nothing when that was withdrawn or accepted since.

    The words differ for who has an account already: only whoever reads that mailbox learns that.
    """
    uitnodiging = uitnodigingen_for(by).filter(id=uitnodiging_id).first()
    if uitnodiging is None:
        return
    adres = beginadres(by, uitnodiging)
    tekst = collega.bekend(adres) if heeft_account_for(by, uitnodiging) else collega.nieuw(adres)
    try:
        verstuur(uitnodiging.email, collega.ONDERWERP, tekst, kenmerk=(uitnodiging.id, uitnodiging.organisatie_id))
    except AdresGeweigerd:
        mail_niet_aangekomen(uitnodiging_id=uitnodiging_id, by=by, at=at)
