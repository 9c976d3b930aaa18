"""What did a parent choose about the own mails, and for whom does something wait?"""

from __future__ import annotations

from uuid import UUID

from overstap.domain.dossiers.queries import slot_for
from overstap.domain.mailkeuzes.models import Mailkeuze, Wachtmail
from overstap.domain.mailkeuzes.rules import Keuze
from overstap.foundation.access import Actor, Recht


def mailkeuze_for(actor: Actor) -> Keuze:
    """What the parent who is looking chose, or what holds without a choice; of nobody else there is anything to see."""
    actor.require(Recht.MAIL_KIEZEN)
    rij = Mailkeuze.objects.filter(ouder_id=actor.persoon_id).select_related("dossier").first()
    if rij is None:
        return Keuze()
    return Keuze.uit_bytes(slot_for(actor, rij.dossier).ontsleutel(rij.geheim, f"mailkeuze:{rij.ouder_id}"))


def wachtende_inzages_for(actor: Actor) -> list[tuple[UUID, UUID]]:
    """(offer, dossier) of every parent of the actor's school for whom something waits; `actor` is the system."""
    actor.require(Recht.REGIO_INRICHTEN)
    rijen = Wachtmail.objects.filter(school_id=actor.werkt_bij).order_by("inzage_id")
    return list(rijen.values_list("inzage_id", "dossier_id").distinct())
