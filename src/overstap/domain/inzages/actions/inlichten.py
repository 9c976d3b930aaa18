"""Who is told that a definitive report was opened again, and that a newer one is there?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.enums import Wijze
from overstap.domain.inzages.queries import inzages_for
from overstap.foundation.access import Actor
from overstap.foundation.queue import defer


def licht_ouders_in(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Queue a mail to every parent who reads digitally; who reads on paper is told by the school itself."""
    for inzage in inzages_for(by, dossier).filter(wijze=Wijze.DIGITAAL):
        defer("mail.bericht", inzage_id=inzage.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)


def licht_ontvangers_in(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Queue a mail to everybody who can read this report at a vo school; harmless when it was sent nowhere."""
    defer("mail.ontvangers", dossier_id=dossier.id, organisatie_id=dossier.school_id)
