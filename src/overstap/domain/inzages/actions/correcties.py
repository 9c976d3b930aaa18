"""What does the school answer to a request to correct a fact, also one on paper, and when does it need more time?"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions.reageren import schrijf_correctie
from overstap.domain.inzages.actions.stukken import Aangeleverd, bewaar_stuk
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd
from overstap.domain.inzages.enums import Correctiebesluit, Inzagerecht, Stuksoort
from overstap.domain.inzages.models import Correctieverzoek
from overstap.domain.inzages.queries import inzage_for
from overstap.domain.inzages.rules import antwoord_voor
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag

_SCAN = "Het verzoek staat in de scan."


def leg_correctie_op_papier_vast(
    *,
    dossier_id: UUID,
    inzage_id: UUID,
    gegeven_op: date,
    tekst: str,
    by: Actor,
    at: datetime,
    scan: Aangeleverd | None = None,
) -> UUID:
    """Record a request to correct a fact that came on paper or in a talk: in words, scanned, or both, and from when.

    The month of the law counts from that day (AVG 12-3), and it is answered like every other. It may also come from
    somebody who reads digitally, and after the report is definitief.
    """
    by.require(Recht.CORRECTIE_BESLUITEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if not Inzagerecht(inzage.recht).reageert:
        raise InzageGeweigerd("Deze persoon leest alleen mee en vraagt geen correctie.")
    if not inzage.aangeboden <= gegeven_op <= dag(at):
        raise InzageGeweigerd("Vul de dag in waarop u het verzoek kreeg: na het aanbieden, en niet in de toekomst.")
    woorden = tekst if tekst.strip() or scan is None else _SCAN
    rij = schrijf_correctie(dossier=dossier, inzage=inzage, tekst=woorden, gegeven_op=gegeven_op, by=by, at=at)
    if scan is not None:
        bewaar_stuk(stuk=scan, inzage=inzage, dossier=dossier, soort=Stuksoort.CORRECTIE, correctie=rij, by=by, at=at)
    record("correctie.op_papier_vastgelegd", by=by, at=at, dossier_id=dossier.id, object_id=rij.id)
    return rij.id


def beantwoord_correctie(
    *, dossier_id: UUID, verzoek_id: UUID, besluit: Correctiebesluit, uitleg: str, by: Actor, at: datetime
) -> None:
    """Decide on a request to correct a fact; refusing one needs an explanation that the parent reads."""
    dossier, verzoek = _open(dossier_id, verzoek_id, by)
    if besluit is Correctiebesluit.NIET_GECORRIGEERD and not uitleg.strip():
        raise InzageGeweigerd("Leg uit waarom u dit niet corrigeert. De ouder leest uw uitleg.")
    verzoek.besluit, verzoek.besloten_op, verzoek.besloten_door = besluit, at, by.id
    verzoek.geheime_uitleg = slot_for(by, dossier).versleutel(uitleg.encode(), f"uitleg:{verzoek.id}")
    verzoek.save(update_fields=["besluit", "besloten_op", "besloten_door", "geheime_uitleg"])
    record("correctie.beantwoord", by=by, at=at, dossier_id=dossier.id, object_id=verzoek.id, besluit=besluit.value)


def verleng_correctie(*, dossier_id: UUID, verzoek_id: UUID, reden: str, by: Actor, at: datetime) -> None:
    """Take two months more, once, and tell the parent why: within the first month, as the law wants."""
    dossier, verzoek = _open(dossier_id, verzoek_id, by)
    if not reden.strip():
        raise InzageGeweigerd("Leg uit waarom u meer tijd nodig heeft. De ouder leest uw uitleg.")
    if verzoek.verlengd_op is not None:
        raise InzageGeweigerd("U heeft de tijd voor dit verzoek al verlengd. Dat kan één keer.")
    if dag(at) > antwoord_voor(dag(verzoek.ingediend_op), verlengd=False):
        raise InzageGeweigerd("De eerste maand is voorbij. Verlengen kan niet meer: beantwoord dit verzoek nu.")
    verzoek.verlengd_op, verzoek.verlengd_door = at, by.persoon_id
    verzoek.geheime_reden = slot_for(by, dossier).versleutel(reden.encode(), f"reden:{verzoek.id}")
    verzoek.save(update_fields=["verlengd_op", "verlengd_door", "geheime_reden"])
    record("correctie.verlengd", by=by, at=at, dossier_id=dossier.id, object_id=verzoek.id)


def _open(dossier_id: UUID, verzoek_id: UUID, by: Actor) -> tuple[Dossier, Correctieverzoek]:
    by.require(Recht.CORRECTIE_BESLUITEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    verzoek = Correctieverzoek.objects.select_for_update().filter(dossier=dossier, id=verzoek_id).first()
    if verzoek is None:
        raise NietGevonden
    if verzoek.besluit:
        raise InzageGeweigerd("Dit verzoek is al beantwoord.")
    return dossier, verzoek
