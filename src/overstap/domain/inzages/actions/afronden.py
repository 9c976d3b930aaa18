"""Which acts of the school end the inzage: answering a correction, recording paper, definitief?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from overstap.domain.dossiers.actions import zet_staat
from overstap.domain.dossiers.enums import Heropenreden, Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd, meld_nieuwe_versie
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Wijze
from overstap.domain.inzages.models import Correctieverzoek
from overstap.domain.inzages.queries import checklist_for, inzage_for
from overstap.domain.inzages.rules import Punt, mag_definitief
from overstap.domain.rapporten.actions import maak_versie
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import laatste_versie_for
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag, middag


class NogNietDefinitief(Exception):
    """The checklist is not in order; `punten` says what is open."""

    def __init__(self, punten: Sequence[Punt]) -> None:
        self.punten = tuple(punten)
        super().__init__(", ".join(punt.code for punt in punten if not punt.in_orde and punt.blokkeert))


def beantwoord_correctie(
    *, dossier_id: UUID, verzoek_id: UUID, besluit: Correctiebesluit, uitleg: str, by: Actor, at: datetime
) -> None:
    """Decide on a request to correct a fact; refusing one needs an explanation that the parent reads."""
    by.require(Recht.CORRECTIE_BESLUITEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    verzoek = Correctieverzoek.objects.select_for_update().filter(dossier=dossier, id=verzoek_id).first()
    if verzoek is None:
        raise NietGevonden
    if verzoek.besluit:
        raise InzageGeweigerd("Dit verzoek is al beantwoord.")
    if besluit is Correctiebesluit.NIET_GECORRIGEERD and not uitleg.strip():
        raise InzageGeweigerd("Leg uit waarom u dit niet corrigeert. De ouder leest uw uitleg.")
    verzoek.besluit, verzoek.besloten_op, verzoek.besloten_door = besluit, at, by.id
    verzoek.geheime_uitleg = slot_for(by, dossier).versleutel(uitleg.encode(), f"uitleg:{verzoek.id}")
    verzoek.save(update_fields=["besluit", "besloten_op", "besloten_door", "geheime_uitleg"])
    record("correctie.beantwoord", by=by, at=at, dossier_id=dossier.id, object_id=verzoek.id, besluit=besluit.value)


def leg_antwoord_op_papier_vast(
    *, dossier_id: UUID, inzage_id: UUID, gezien_op: date, akkoord: Akkoord, by: Actor, at: datetime
) -> None:
    """Record that a parent signed a paper report for seen, on the day that the parent did."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id)
    if inzage.wijze != Wijze.PAPIER or inzage.papier_op is None:
        raise InzageGeweigerd("Deze ouder tekent zelf, op de eigen bladzijde.")
    if not inzage.papier_op <= gezien_op <= dag(at):
        raise InzageGeweigerd("Vul de dag in waarop de ouder tekende: na het aanbieden, en niet in de toekomst.")
    inzage.gezien_op, inzage.akkoord = at if gezien_op == dag(at) else middag(gezien_op), akkoord
    inzage.gezien_versie_id = laatste_versie_for(by, dossier).id
    inzage.save(update_fields=["gezien_op", "gezien_versie_id", "akkoord"])
    record("rapport.gezien_op_papier", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


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
    record("rapport.definitief_gemaakt", by=by, at=at, dossier_id=dossier.id, object_id=versie.id)
    return versie


def heropen(*, dossier_id: UUID, reden: Heropenreden, by: Actor, at: datetime) -> None:
    """Open a definitive report again; the frozen version stays what it was for whoever received it.

    Whoever received it reads that it was opened, and why.
    """
    by.require(Recht.RAPPORT_HEROPENEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    zet_staat(dossier=dossier, naar=Staat.HEROPEND, by=by, at=at)
    dossier.heropend_op, dossier.heropenreden = at, reden
    dossier.save(update_fields=["heropend_op", "heropenreden"])
    record("rapport.heropend", by=by, at=at, dossier_id=dossier.id, reden=reden.value)
