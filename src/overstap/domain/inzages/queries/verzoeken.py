"""Who asked for a code at the door, and who must be reminded today?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.inzages.enums import Inzagerecht, Wijze
from overstap.domain.inzages.models import Codeverzoek, Correctieverzoek, Inzage, Zienswijze
from overstap.domain.inzages.queries.inzage import inzages_for, reactietermijn_for
from overstap.domain.inzages.rules import herinnerdagen, mag_weer_herinneren, moet_herinneren
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag


def codeverzoeken_van(actor: Actor, inzage: Inzage) -> QuerySet[Codeverzoek]:
    """The open requests for a code that fit this offer of the actor's own school."""
    del actor
    van = Q(ouder_id=inzage.ouder_id)
    return Codeverzoek.objects.filter(van | Q(mailhash=inzage.mailhash) if inzage.mailhash else van)


def code_gevraagd_for(actor: Actor, dossier: Dossier) -> dict[UUID, datetime]:
    """By offer of this dossier: when somebody last asked for a new code that was not given yet."""
    gevraagd: dict[UUID, datetime] = {}
    for inzage in inzages_for(actor, dossier).filter(wijze=Wijze.DIGITAAL, gesloten_op=None):
        laatste = codeverzoeken_van(actor, inzage).order_by("-gevraagd_op").first()
        if laatste is not None:
            gevraagd[inzage.id] = laatste.gevraagd_op
    return gevraagd


def dossiers_met_codeverzoek_for(actor: Actor) -> frozenset[UUID]:
    """The dossiers of the actor's own school of which a parent waits for a code; one query for all."""
    past = Q(ouder_id=OuterRef("ouder_id")) | Q(mailhash__isnull=False, mailhash=OuterRef("mailhash"))
    rijen = Inzage.objects.filter(
        school_id=actor.werkt_bij, ingetrokken_op=None, gesloten_op=None, wijze=Wijze.DIGITAAL
    )
    return frozenset(rijen.filter(Exists(Codeverzoek.objects.filter(past))).values_list("dossier_id", flat=True))


def open_inzages_for(actor: Actor, vandaag: date) -> Sequence[Inzage]:
    """The offers of the actor's school whose parent did not answer and must be reminded today."""
    rijen = _zonder_antwoord(Inzage.objects.filter(school_id=actor.werkt_bij)).select_related("dossier")
    return [
        rij
        for rij in rijen
        if rij.bewezen is not None
        and moet_herinneren(
            rij.bewezen,
            reactietermijn_for(actor, rij.dossier),
            dag(rij.herinnerd_op) if rij.herinnerd_op else None,
            vandaag,
        )
    ]


def te_herinneren_for(actor: Actor, vandaag: date) -> list[Inzage]:
    """The offers whose parent did not answer and may be reminded by hand now; of a teacher those of the own groups."""
    rijen = _zonder_antwoord(Inzage.objects.filter(school_id=actor.werkt_bij)).select_related("dossier")
    rijen = rijen.filter(dossier__groep__in=actor.groepen) if actor.groepen else rijen
    return [rij for rij in rijen if rij.bewezen and mag_weer_herinneren(_laatste_mail(rij, rij.bewezen), vandaag)]


def teruggekomen_for(actor: Actor, inzage_id: UUID) -> Inzage | None:
    """The running offer of the actor's school of which a mail came back, locked, or None."""
    rijen = Inzage.objects.select_for_update().filter(school_id=actor.werkt_bij, ingetrokken_op=None)
    return rijen.filter(id=inzage_id).first()


def volgende_herinnering_for(actor: Actor, dossier: Dossier, inzage: Inzage, vandaag: date) -> date | None:
    """The next day on which this parent gets a reminder by itself, or None when there is none to come."""
    if inzage.bewezen is None or not _zonder_antwoord(Inzage.objects.filter(id=inzage.id)).exists():
        return None
    straks = herinnerdagen(inzage.bewezen, reactietermijn_for(actor, dossier))
    return next((op for op in straks if op > vandaag), None)


def zonder_antwoord_for(actor: Actor, inzage_id: UUID) -> bool:
    """Is this an offer of the actor's school by mail of whose parent nothing was heard, so that a reminder has use?"""
    return _zonder_antwoord(Inzage.objects.filter(id=inzage_id, school_id=actor.werkt_bij)).exists()


def _zonder_antwoord(rijen: QuerySet[Inzage]) -> QuerySet[Inzage]:
    """Of these offers those by mail to whom the report waits for, of whom nothing was heard.

    Who asked for a correction waits for the school, not the school for them.
    """
    antwoord = Zienswijze.objects.filter(inzage_id=OuterRef("id"))
    vraag = Correctieverzoek.objects.filter(inzage_id=OuterRef("id"), besluit="")
    wacht = [recht.value for recht in Inzagerecht if recht.reageert]
    return rijen.filter(
        ~Exists(antwoord), ~Exists(vraag), ingetrokken_op=None, gesloten_op=None, gezien_op=None, mail_mislukt_op=None,
        wijze=Wijze.DIGITAAL, recht__in=wacht, dossier__staat__in=[staat.value for staat in INVULBAAR],
    )  # fmt: skip


def _laatste_mail(inzage: Inzage, eerste: date) -> date:
    """When this parent had the last mail with the link, of which `eerste` was the first."""
    return max(eerste, dag(inzage.herinnerd_op)) if inzage.herinnerd_op else eerste
