"""Which mail does a guest of a vo school get, and where does a link lead somebody who has no account?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings

from overstap.domain.gebruikers.queries import gastcode_for
from overstap.domain.overdrachten.actions import gastmail_mislukt, gastmail_verzonden
from overstap.domain.overdrachten.queries import gastuitnodiging_for
from overstap.foundation.access import Actor
from overstap.integrations.mail import AdresGeweigerd, gast
from overstap.jobs.post import verstuur
from overstap.jobs.taak import ETMAAL, taak


def _opgegeven(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """The mail server was away too long: the basisschool reads that nothing arrived."""
    rij = gastuitnodiging_for(by, uitnodiging_id, vergrendel=True)
    if rij.ingetrokken_op is None and rij.mail_verzonden_op is None:
        gastmail_mislukt(rij=rij, by=by, at=at)


@taak("mail.gast", opnieuw=ETMAAL, opgegeven=_opgegeven)
def mail_gast(*, uitnodiging_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the one guest of an invitation that something is ready; nothing when it was withdrawn, or sent before.

    An address that the mail server refuses for good is recorded, and not tried again.
    """
    rij = gastuitnodiging_for(by, uitnodiging_id, vergrendel=True)
    if rij.ingetrokken_op is not None or rij.mail_verzonden_op is not None or rij.mail_mislukt_op is not None:
        return
    gastmail_verzonden(rij=rij, by=by, at=at)
    # Last: when the mail server is away, the transaction is undone and the job tries again.
    try:
        tekst = gast.uitnodiging(gastadres(by, rij.account_id))
        verstuur(rij.account.postadres, gast.ONDERWERP, tekst, by=by, at=at, kenmerk=(rij.id, rij.ontvanger_id))
    except AdresGeweigerd:
        gastmail_mislukt(rij=rij, by=by, at=at)


def gastadres(by: Actor, account_id: UUID) -> str:
    """Where this guest comes in; empty for a colleague who logs in with an account."""
    code = gastcode_for(by, account_id)
    return f"{settings.OVERSTAP_ADRES}/po/gast/{code}/" if code else ""
