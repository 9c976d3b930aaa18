"""Which acts announce a warme overdracht to the parents beforehand, and record that it took place?"""

from __future__ import annotations

import json
from datetime import date, datetime
from uuid import UUID, uuid4

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd
from overstap.domain.inzages.enums import Inzagerecht, Wijze
from overstap.domain.inzages.models import WarmeOverdracht
from overstap.domain.inzages.queries import inzages_for
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer


def kondig_warme_overdracht_aan(
    *, dossier_id: UUID, ontvanger_id: UUID, gepland_op: date, gegevens: dict[str, str], by: Actor, at: datetime
) -> UUID:
    """Tell the parents that a talk is coming: `wie` talks with `met_wie` of this vo school, about `waarover`.

    The caller offers only schools where the pupil was applied. A talk that already was cannot be announced.
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    if gepland_op < dag(at):
        raise InzageGeweigerd("Deze dag is voorbij. U vertelt het de ouders voordat u praat.")
    if not all(gegevens.get(vraag, "").strip() for vraag in ("wie", "met_wie", "waarover")):
        raise InzageGeweigerd("Vul in wie er praat, met wie, en waarover. De ouders lezen dit.")
    inzages = inzages_for(by, dossier)
    if not inzages.exists():
        raise InzageGeweigerd("Er is nog geen ouder uitgenodigd. Nodig eerst de ouders uit.")
    rij_id = uuid4()
    WarmeOverdracht.objects.create(
        id=rij_id,
        dossier=dossier,
        school_id=dossier.school_id,
        ontvanger_id=ontvanger_id,
        gepland_op=gepland_op,
        geheim=slot_for(by, dossier).versleutel(json.dumps(gegevens, ensure_ascii=False).encode(), f"warm:{rij_id}"),
        aangekondigd_op=at,
        aangekondigd_door=by.persoon_id,
    )
    for inzage in inzages.filter(wijze=Wijze.DIGITAAL).exclude(recht=Inzagerecht.ZONDER_GEZAG):
        # Once a day may be after the talk.
        defer("mail.bericht_meteen", inzage_id=inzage.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)
    record("warme_overdracht.aangekondigd", by=by, at=at, dossier_id=dossier.id, object_id=ontvanger_id)
    return rij_id


def leg_warme_overdracht_vast(
    *, dossier_id: UUID, warm_id: UUID, gehouden_op: date | None, by: Actor, at: datetime
) -> None:
    """Record on which day the talk took place; None: it will not."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    rij = WarmeOverdracht.objects.select_for_update().filter(dossier=dossier, id=warm_id).first()
    if rij is None:
        raise NietGevonden
    if rij.gehouden_op is not None or rij.vervallen_op is not None:
        raise InzageGeweigerd("Dit gesprek is al vastgelegd.")
    if gehouden_op is not None and not dag(rij.aangekondigd_op) <= gehouden_op <= dag(at):
        raise InzageGeweigerd("Vul de dag van het gesprek in: na de aankondiging, en niet in de toekomst.")
    rij.gehouden_op, rij.vervallen_op = gehouden_op, None if gehouden_op else at
    rij.save(update_fields=["gehouden_op", "vervallen_op"])
    wat = "warme_overdracht.gehouden" if gehouden_op else "warme_overdracht.vervallen"
    record(wat, by=by, at=at, dossier_id=dossier.id, object_id=rij.ontvanger_id)
