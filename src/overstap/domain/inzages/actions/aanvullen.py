"""Which acts add something to a definitive version, and record that the parents read it before it goes?"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd
from overstap.domain.inzages.enums import Inzagerecht, Papierweg
from overstap.domain.inzages.models import Aanvullezing
from overstap.domain.inzages.queries import inzage_for
from overstap.domain.rapporten.actions import bewaar_aanvulling
from overstap.domain.rapporten.enums import Aanvullingsoort
from overstap.domain.rapporten.queries import aanvulling_for, laatste_versie_for
from overstap.domain.rapporten.rules.aanvullen import AanvullingGeweigerd, controleer_aanvulling
from overstap.domain.rapporten.snapshot.aanvulling import Aanvultekst
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def vul_aan(*, dossier_id: UUID, soort: Aanvullingsoort, veld: str, tekst: str, by: Actor, at: datetime) -> UUID:
    """Add to the newest definitive version; its parents are told at once. Raises `AanvullingGeweigerd`.

    The words can no longer change: what is wrong is withdrawn (`trek_aanvulling_in`) and written anew.
    """
    by.require(Recht.RAPPORT_INVULLEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    if Staat(dossier.staat) not in BEVROREN:
        raise AanvullingGeweigerd("Dit rapport is niet definitief. Schrijf uw tekst in het rapport zelf.")
    controleer_aanvulling(veld, tekst, dag(at))
    versie = laatste_versie_for(by, dossier)
    aanvulling = bewaar_aanvulling(versie=versie, soort=soort, inhoud=Aanvultekst(veld, tekst), by=by, at=at)
    licht_ouders_in(dossier=dossier, by=by, at=at)
    return aanvulling.id


def leg_aanvulling_op_papier_vast(
    *, dossier_id: UUID, aanvulling_id: UUID, inzage_id: UUID, op: date, weg: Papierweg, by: Actor, at: datetime
) -> None:
    """Record that a parent read an aanvulling on paper: on which day, and how it got there. Once is enough.

    Who does not know records nothing: after the term of the region it may go too.
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    aanvulling = aanvulling_for(by, dossier, aanvulling_id)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if aanvulling.ingetrokken_op is not None:
        raise InzageGeweigerd("Deze aanvulling is ingetrokken.")
    if not Inzagerecht(inzage.recht).reageert:
        raise InzageGeweigerd("Op deze persoon hoeft u niet te wachten.")
    if not dag(aanvulling.gemaakt_op) <= op <= dag(at):
        raise InzageGeweigerd("Vul de dag in waarop de ouder haar las: nadat u haar schreef, niet in de toekomst.")
    _rij, nieuw = Aanvullezing.objects.get_or_create(
        aanvulling=aanvulling,
        inzage=inzage,
        defaults={
            "dossier": dossier, "school_id": dossier.school_id, "ouder_id": inzage.ouder_id, "op": op,
            "papierweg": weg, "vastgelegd_op": at, "vastgelegd_door": by.persoon_id,
        },
    )  # fmt: skip
    if nieuw:
        record("aanvulling.op_papier_gegeven", by=by, at=at, dossier_id=dossier.id, object_id=aanvulling.id)


def trek_aanvulling_in(*, dossier_id: UUID, aanvulling_id: UUID, by: Actor, at: datetime) -> None:
    """Take back what was added by mistake, before it went to the vo school; the row stays as proof."""
    by.require(Recht.RAPPORT_INVULLEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    aanvulling = aanvulling_for(by, dossier, aanvulling_id)
    if aanvulling.ingetrokken_op is not None:
        return
    if aanvulling.gaat_mee_op is not None:
        zin = "Deze aanvulling is al verstuurd. Schrijf een nieuwe aanvulling waarin u zegt wat er niet klopt."
        raise AanvullingGeweigerd(zin)
    aanvulling.ingetrokken_op, aanvulling.ingetrokken_door = at, by.persoon_id
    aanvulling.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    record("aanvulling.ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=aanvulling.id)
