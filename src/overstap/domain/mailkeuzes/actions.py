"""Which acts choose how a parent is mailed, let a mail wait for the one of that day, and take what waited?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for, slot_for
from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.mailkeuzes.models import Mailkeuze, Wachtmail
from overstap.domain.mailkeuzes.queries import mailkeuze_for, wachtende_inzages_for
from overstap.domain.mailkeuzes.rules import GELEZEN_OP_DE_PAGINA, KAN_WACHTEN, Keuze, is_taal
from overstap.domain.scholen.enums import Mailsoort
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.weigering import Weigering


def kies_mail(*, by: Actor, at: datetime, taal: str | None = None, ritme: Mailritme | None = None) -> None:
    """A parent chooses the language of the own mails and pages, or how often there is mail; None stays as it was.

    What holds without a choice is not kept. The log says that something was chosen, not what or about which pupil.
    Raises `Weigering` for a language in which nobody can read here.
    """
    by.require(Recht.MAIL_KIEZEN)
    if taal is not None and not is_taal(taal):
        raise Weigering("Kies een van de talen.", "taal")
    dossier = dossiers_for(by).first()
    if dossier is None:
        raise NietGevonden
    was = mailkeuze_for(by)
    wordt = Keuze(taal or was.taal, ritme or was.ritme)
    if wordt == was:
        return
    _bewaar(dossier, wordt, by)
    # Not with the dossier: right after the first visit its school would read from it that it was a language.
    record("mailkeuze.gekozen", by=by, at=at)


def _bewaar(dossier: Dossier, keuze: Keuze, by: Actor) -> None:
    eigen = Mailkeuze.objects.filter(ouder_id=by.persoon_id)
    if keuze.is_gewoon:
        eigen.delete()
        return
    geheim = slot_for(by, dossier).versleutel(keuze.naar_bytes(), f"mailkeuze:{by.persoon_id}")
    Mailkeuze.objects.update_or_create(
        ouder_id=by.persoon_id,
        defaults={"geheim": geheim},
        create_defaults={"geheim": geheim, "dossier": dossier, "school_id": dossier.school_id},
    )


def laat_wachten(
    *, inzage_id: UUID, ouder_id: UUID, dossier: Dossier, soort: Mailsoort, by: Actor, at: datetime
) -> None:
    """Keep for the one mail of a day that this parent is to be told something; twice of a kind is once. By the system.

    Raises `ValueError` for a mail that cannot wait.
    """
    by.require(Recht.REGIO_INRICHTEN)
    if soort not in KAN_WACHTEN:
        raise ValueError(soort)
    rij = Wachtmail(
        inzage_id=inzage_id, ouder_id=ouder_id, soort=soort, sinds=at, dossier=dossier, school_id=dossier.school_id
    )
    Wachtmail.objects.bulk_create([rij], ignore_conflicts=True)


def neem_wachtende(*, inzage_id: UUID, by: Actor, at: datetime) -> frozenset[Mailsoort]:
    """Take what waits for one parent, so that it is told once; it stays when the mail cannot leave. By the system.

    Who calls it has the offer locked, so that two jobs at the same moment do not both tell it.
    """
    by.require(Recht.REGIO_INRICHTEN)
    del at
    rijen = Wachtmail.objects.filter(school_id=by.werkt_bij, inzage_id=inzage_id)
    soorten = frozenset(Mailsoort(een.soort) for een in rijen)
    Wachtmail.objects.filter(school_id=by.werkt_bij, inzage_id=inzage_id, soort__in=soorten).delete()
    return soorten


def las_wat_wachtte(*, by: Actor, at: datetime) -> None:
    """A parent opened the own page, where all news stands: no mail has to tell that any more."""
    by.require(Recht.RAPPORT_INZIEN)
    del at
    Wachtmail.objects.filter(ouder_id=by.persoon_id, soort__in=GELEZEN_OP_DE_PAGINA).delete()


def plan_dagpost(*, by: Actor, at: datetime) -> int:
    """Ask for the mail of this day for every parent of a school for whom something waits; how many. By the system."""
    del at
    wachtend = wachtende_inzages_for(by)
    for inzage_id, dossier_id in wachtend:
        defer("mail.dagpost", inzage_id=inzage_id, dossier_id=dossier_id, organisatie_id=by.werkt_bij)
    return len(wachtend)
