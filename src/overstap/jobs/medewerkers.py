"""Which mails are about an account? The link with which somebody who was invited begins, and that somebody asks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings

from overstap.domain.medewerkers.actions import mail_niet_aangekomen
from overstap.domain.medewerkers.queries import heeft_account_for, sleutel_for, uitnodigingen_for, vragen_for
from overstap.domain.scholen.queries import medewerkers_for
from overstap.foundation.access import RECHTEN, Actor, Recht, Rol
from overstap.integrations.mail import AdresGeweigerd, collega
from overstap.jobs.collegas import schrijf_collegas
from overstap.jobs.post import verstuur
from overstap.jobs.taak import ETMAAL, taak

if TYPE_CHECKING:
    from overstap.domain.medewerkers.models import Collegauitnodiging


def beginadres(by: Actor, uitnodiging: Collegauitnodiging) -> str:
    """The link with which somebody who was invited begins; it holds no name and no address."""
    # After the question mark, because what stands there comes in no log.
    return f"{settings.OVERSTAP_ADRES}/account/uitnodiging/?{urlencode({'sleutel': sleutel_for(by, uitnodiging)})}"


@taak("medewerker.uitnodiging", opnieuw=ETMAAL, opgegeven=mail_niet_aangekomen)
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
        kenmerk = (uitnodiging.id, uitnodiging.organisatie_id)
        verstuur(uitnodiging.email, collega.ONDERWERP, tekst, by=by, at=at, kenmerk=kenmerk)
    except AdresGeweigerd:
        mail_niet_aangekomen(uitnodiging_id=uitnodiging_id, by=by, at=at)


@taak("medewerker.gevraagd", opnieuw=ETMAAL)
def mail_accountvraag(*, vraag_id: UUID, by: Actor, at: datetime) -> None:
    """Mail who manages the colleagues that somebody asks for an account; nothing when it was answered since."""
    if not vragen_for(by).filter(id=vraag_id).exists():
        return
    tekst = collega.gevraagd(f"{settings.OVERSTAP_ADRES}/medewerkers/")
    mensen = [mens for mens in medewerkers_for(by, by.werkt_bij) if Recht.MEDEWERKERS_BEHEREN in RECHTEN[Rol(mens.rol)]]
    schrijf_collegas(collega.VRAAG_ONDERWERP, ((mens, tekst) for mens in mensen), at=at)
