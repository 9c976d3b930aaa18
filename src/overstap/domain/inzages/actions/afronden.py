"""Which acts end the inzage, and begin it again: definitief and heropenen?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.actions import laat_ontvangers_weten, zet_staat
from overstap.domain.dossiers.enums import Heropenreden, Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.inzages.actions.melden import meld_nieuwe_versie
from overstap.domain.inzages.queries import checklist_for
from overstap.domain.inzages.rules import Punt, mag_definitief
from overstap.domain.rapporten.actions import maak_versie
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record


class NogNietDefinitief(Exception):
    """The checklist is not in order; `punten` says what is open."""

    def __init__(self, punten: Sequence[Punt]) -> None:
        self.punten = tuple(punten)
        super().__init__(", ".join(punt.code for punt in punten if not punt.in_orde and punt.blokkeert))


def maak_definitief(*, dossier_id: UUID, by: Actor, at: datetime) -> Versie:
    """Freeze the report for good (WPO 42: the directeur draws it up). Raises `NogNietDefinitief`."""
    by.require(Recht.RAPPORT_DEFINITIEF_MAKEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    punten = checklist_for(by, dossier, slot_for(by, dossier), at)
    if not mag_definitief(punten):
        raise NogNietDefinitief(punten)
    zet_staat(dossier=dossier, naar=Staat.DEFINITIEF, by=by, at=at)
    versie = maak_versie(dossier=dossier, soort=Versiesoort.DEFINITIEF, by=by, at=at)
    meld_nieuwe_versie(dossier=dossier, by=by, at=at)
    if dossier.heropend_op is not None:
        laat_ontvangers_weten(dossier=dossier, by=by, at=at)
    record("rapport.definitief_gemaakt", by=by, at=at, dossier_id=dossier.id, object_id=versie.id)
    return versie


def heropen(*, dossier_id: UUID, reden: Heropenreden, by: Actor, at: datetime) -> None:
    """Open a definitive report again; the frozen version stays what it was for whoever received it.

    Whoever received it, and every parent, is told that it was opened and reads why.
    """
    by.require(Recht.RAPPORT_HEROPENEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    zet_staat(dossier=dossier, naar=Staat.HEROPEND, by=by, at=at)
    dossier.heropend_op, dossier.heropenreden = at, reden
    dossier.save(update_fields=["heropend_op", "heropenreden"])
    record("rapport.heropend", by=by, at=at, dossier_id=dossier.id, reden=reden.value)
    licht_ouders_in(dossier=dossier, by=by, at=at)
    laat_ontvangers_weten(dossier=dossier, by=by, at=at)
