"""Which acts of the vo school announce a warme overdracht to the parents, and record that it took place?"""

from __future__ import annotations

import json
from datetime import date, datetime
from uuid import UUID, uuid4

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions.inlichten import laat_ouders_inlichten
from overstap.domain.inzages.models import WarmeOverdracht
from overstap.domain.plaatsingen.models import Plaatsing
from overstap.domain.plaatsingen.queries import plaatsing_for
from overstap.domain.plaatsingen.rules import BesluitGeweigerd, TekstGeweigerd, controleer_tekst
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer


def kondig_gesprek_aan(
    *, overdracht_id: UUID, gepland_op: date, gegevens: dict[str, str], by: Actor, at: datetime
) -> UUID:
    """Tell the parents that this vo school will talk with the basisschool: the same row as the basisschool makes.

    `gegevens`: `wie` (of the basisschool), `met_wie` (of this school) and `waarover`. Raises `BesluitGeweigerd`.
    """
    by.require(Recht.VRAAG_STELLEN)
    plaatsing, dossier = _vergrendeld(overdracht_id, by)
    if gepland_op < dag(at):
        raise BesluitGeweigerd("Deze dag is voorbij. De ouders horen het voordat u praat.", "gepland_op")
    for veld in ("wie", "met_wie", "waarover"):
        try:
            controleer_tekst(gegevens.get(veld, ""), dag(at), nagekeken=True)
        except TekstGeweigerd as fout:
            raise BesluitGeweigerd(fout.zin, veld) from fout
    rij_id = uuid4()
    WarmeOverdracht.objects.create(
        id=rij_id, dossier=dossier, school_id=dossier.school_id, ontvanger_id=plaatsing.ontvanger_id,
        gepland_op=gepland_op, aangekondigd_op=at, aangekondigd_door=by.persoon_id,
        geheim=slot_for(by, dossier).versleutel(json.dumps(gegevens, ensure_ascii=False).encode(), f"warm:{rij_id}"),
    )  # fmt: skip
    record("warme_overdracht.aangekondigd", by=by, at=at, dossier_id=dossier.id, object_id=dossier.school_id)
    laat_ouders_inlichten(dossier_id=dossier.id, school_id=dossier.school_id, by=by, at=at)
    defer("plaatsing.besluit", dossier_id=dossier.id, organisatie_id=dossier.school_id)
    return rij_id


def leg_gesprek_vast(*, overdracht_id: UUID, warm_id: UUID, gehouden_op: date | None, by: Actor, at: datetime) -> None:
    """Record on which day the talk took place; None: it will not."""
    by.require(Recht.VRAAG_STELLEN)
    plaatsing, dossier = _vergrendeld(overdracht_id, by)
    eigen = WarmeOverdracht.objects.filter(dossier=dossier, ontvanger_id=plaatsing.ontvanger_id, id=warm_id)
    rij = eigen.select_for_update().first()
    if rij is None:
        raise NietGevonden
    if rij.gehouden_op is not None or rij.vervallen_op is not None:
        raise BesluitGeweigerd("Dit gesprek is al vastgelegd.")
    if gehouden_op is not None and not dag(rij.aangekondigd_op) <= gehouden_op <= dag(at):
        raise BesluitGeweigerd(
            "Vul de dag van het gesprek in: na de aankondiging, en niet in de toekomst.", "gehouden_op"
        )
    rij.gehouden_op, rij.vervallen_op = gehouden_op, None if gehouden_op else at
    rij.save(update_fields=["gehouden_op", "vervallen_op"])
    wat = "warme_overdracht.gehouden" if gehouden_op else "warme_overdracht.vervallen"
    record(wat, by=by, at=at, dossier_id=dossier.id, object_id=dossier.school_id)


def _vergrendeld(overdracht_id: UUID, by: Actor) -> tuple[Plaatsing, Dossier]:
    """The plaatsing of a running transfer to the actor's school, read again behind the lock of its dossier.

    It may have been withdrawn while this waited for the lock; then it is `NietGevonden`.
    """
    dossier = dossier_for(by, plaatsing_for(by, overdracht_id).dossier_id, vergrendel=True)
    return plaatsing_for(by, overdracht_id), dossier
