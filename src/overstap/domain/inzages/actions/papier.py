"""What does the school record of paper: a signature, with its scan, and a zienswijze that was handed in?"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions.reageren import schrijf_zienswijze
from overstap.domain.inzages.actions.stukken import Aangeleverd, bewaar_stuk
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd
from overstap.domain.inzages.enums import Akkoord, Inzagerecht, Stuksoort, Wijze, Zienswijzevorm
from overstap.domain.inzages.queries import inzage_for, papieren_versie_for
from overstap.domain.rapporten.queries import laatste_versie_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag, middag

_SCAN = "De zienswijze staat in de scan."


def geef_versie_op_papier(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> None:
    """Record that a parent who reads on paper got the newest version; harmless when it was recorded already."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if inzage.wijze != Wijze.PAPIER:
        raise InzageGeweigerd("Deze ouder leest op de eigen bladzijde en krijgt een e-mail over een nieuwe versie.")
    if inzage.gesloten_op is not None:
        raise InzageGeweigerd("De toegang van deze ouder is gesloten. Geef het rapport niet.")
    versie_id = laatste_versie_for(by, dossier).id
    if papieren_versie_for(by, dossier, inzage) == versie_id:
        return
    inzage.gemelde_versie_id = versie_id
    inzage.save(update_fields=["gemelde_versie_id"])
    record("ouders.versie_op_papier", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def leg_antwoord_op_papier_vast(
    *,
    dossier_id: UUID,
    inzage_id: UUID,
    gezien_op: date,
    akkoord: Akkoord,
    by: Actor,
    at: datetime,
    scan: Aangeleverd | None = None,
) -> None:
    """Record that somebody signed a paper report for seen, on the day of signing, with the scan when there is one.

    It is the version on paper that was signed, also where a newer one waits to be given.
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if inzage.wijze != Wijze.PAPIER or inzage.papier_op is None:
        raise InzageGeweigerd("Deze ouder tekent zelf, op de eigen bladzijde.")
    if not Inzagerecht(inzage.recht).reageert:
        raise InzageGeweigerd("Deze persoon leest alleen mee en tekent niet.")
    if not inzage.papier_op <= gezien_op <= dag(at):
        raise InzageGeweigerd("Vul de dag in waarop de ouder tekende: na het aanbieden, en niet in de toekomst.")
    inzage.gezien_op, inzage.akkoord = at if gezien_op == dag(at) else middag(gezien_op), akkoord
    inzage.gezien_versie_id = papieren_versie_for(by, dossier, inzage)
    inzage.save(update_fields=["gezien_op", "gezien_versie_id", "akkoord"])
    if scan is not None:
        bewaar_stuk(stuk=scan, inzage=inzage, dossier=dossier, soort=Stuksoort.HANDTEKENING, by=by, at=at)
    record("rapport.gezien_op_papier", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def voeg_zienswijze_toe(
    *,
    dossier_id: UUID,
    inzage_id: UUID,
    gegeven_op: date,
    tekst: str,
    scan: Aangeleverd | None,
    by: Actor,
    at: datetime,
) -> UUID:
    """Add a zienswijze that was handed in on paper, as it is: scanned, typed over, or both. It never changes again.

    It may also come from somebody who reads digitally, and after the report is definitief: it always travels along.
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if not Inzagerecht(inzage.recht).reageert:
        raise InzageGeweigerd("Deze persoon leest alleen mee en geeft geen zienswijze.")
    if scan is None and not tekst.strip():
        raise InzageGeweigerd("Voeg een scan toe, of typ de zienswijze over.")
    if not inzage.aangeboden <= gegeven_op <= dag(at):
        raise InzageGeweigerd("Vul de dag in waarop u de zienswijze kreeg: na het aanbieden, en niet in de toekomst.")
    vorm = Zienswijzevorm.OVERGETYPT if tekst.strip() else Zienswijzevorm.SCAN
    rij = schrijf_zienswijze(
        dossier=dossier, inzage=inzage, tekst=tekst.strip() or _SCAN, vorm=vorm, gegeven_op=gegeven_op, by=by, at=at
    )
    if scan is not None:
        bewaar_stuk(stuk=scan, inzage=inzage, dossier=dossier, soort=Stuksoort.ZIENSWIJZE, zienswijze=rij, by=by, at=at)
    record("zienswijze.op_papier_toegevoegd", by=by, at=at, dossier_id=dossier.id, object_id=rij.id, vorm=vorm.value)
    return rij.id
