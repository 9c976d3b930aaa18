"""Who is told that a definitive report was opened again, and that a newer one is there?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.enums import Wijze
from overstap.domain.inzages.queries import inzages_for
from overstap.foundation.access import Actor
from overstap.foundation.queue import defer


def licht_ouders_in(*, dossier: Dossier, by: Actor, at: datetime, meteen: bool = False) -> None:
    """Queue a mail to every parent who reads digitally; who reads on paper is told by the school itself.

    What a parent may still answer before it goes is told `meteen`, also to who wants one mail a day.
    """
    taak = "mail.bericht_meteen" if meteen else "mail.bericht"
    for inzage in inzages_for(by, dossier).filter(wijze=Wijze.DIGITAAL):
        defer(taak, inzage_id=inzage.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)


def laat_ouders_inlichten(*, dossier_id: UUID, school_id: UUID, by: Actor, at: datetime) -> None:
    """As `licht_ouders_in`, for an actor who sees no parents: the basisschool does it, in a job of its own.

    No mail leaves in that job, so the mailbox of no colleague stands between the parents and what was decided.
    """
    del by, at
    defer("ouders.inlichten", dossier_id=dossier_id, organisatie_id=school_id)


def licht_ontvangers_in(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Queue a mail to everybody who can read this report at a vo school; harmless when it was sent nowhere."""
    defer("mail.ontvangers", dossier_id=dossier.id, organisatie_id=dossier.school_id)
