"""What did the parents write, and what did the school answer?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.enums import Zienswijzevorm
from overstap.domain.inzages.models import Correctieverzoek, Zienswijze
from overstap.domain.inzages.rules import antwoord_voor
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Tekst:
    """A text of a parent, decrypted: a zienswijze, or a correctieverzoek with its answer.

    `vorm` says how a zienswijze came, and `gegeven_op` when something came on paper; `antwoord_voor` is the last day on
    which the law wants an answer to a correctieverzoek, `verlengd_op` and `reden` when and why that became later.
    """

    id: UUID
    inzage_id: UUID
    tekst: str
    op: datetime
    naam: str = ""
    besluit: str = ""
    uitleg: str = ""
    vorm: Zienswijzevorm = Zienswijzevorm.DIGITAAL
    gegeven_op: date | None = None
    antwoord_voor: date | None = None
    verlengd_op: datetime | None = None
    reden: str = ""
    ouder_id: UUID | None = None

    @property
    def op_papier(self) -> bool:
        """Did this come on paper, and did the school add it?"""
        return self.gegeven_op is not None

    def te_laat(self, vandaag: date) -> bool:
        """Has the term of the law passed without an answer?"""
        return not self.besluit and self.antwoord_voor is not None and vandaag > self.antwoord_voor


def zienswijzen_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Tekst, ...]:
    """The zienswijzen of a dossier, oldest first: the own ones for a parent, all for a school."""
    rijen = Zienswijze.objects.filter(dossier=dossier).order_by("ingediend_op")
    rijen = rijen.filter(ouder_id=actor.ouder_id) if actor.ouder_id else rijen
    return tuple(_zienswijze(rij, slot) for rij in rijen)


def correcties_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Tekst, ...]:
    """The requests to correct a fact, oldest first: the own ones for a parent, all for the po school."""
    rijen = Correctieverzoek.objects.filter(dossier=dossier).order_by("ingediend_op")
    rijen = rijen.filter(ouder_id=actor.ouder_id) if actor.ouder_id else rijen
    return tuple(_correctie(rij, slot) for rij in rijen)


def antwoordtermijnen_for(actor: Actor) -> dict[UUID, date]:
    """By dossier of the actor's own school: the first day on which the law wants an answer to a request to correct."""
    open_ = Correctieverzoek.objects.filter(school_id=actor.werkt_bij, besluit="")
    termijnen: dict[UUID, date] = {}
    for dossier_id, ingediend, verlengd in open_.values_list("dossier_id", "ingediend_op", "verlengd_op"):
        voor = antwoord_voor(dag(ingediend), verlengd=verlengd is not None)
        termijnen[dossier_id] = min(voor, termijnen.get(dossier_id, voor))
    return termijnen


def _zienswijze(rij: Zienswijze, slot: Slot) -> Tekst:
    gegevens = json.loads(slot.ontsleutel(rij.geheim, f"zienswijze:{rij.id}"))
    return Tekst(
        rij.id, rij.inzage_id, gegevens["tekst"], rij.ingediend_op, gegevens["naam"],
        vorm=Zienswijzevorm(rij.vorm), gegeven_op=rij.gegeven_op, ouder_id=rij.ouder_id,
    )  # fmt: skip


def _correctie(rij: Correctieverzoek, slot: Slot) -> Tekst:
    gegevens = json.loads(slot.ontsleutel(rij.geheim, f"correctie:{rij.id}"))
    return Tekst(
        rij.id, rij.inzage_id, gegevens["tekst"], rij.ingediend_op, gegevens["naam"], rij.besluit,
        uitleg=_geheim(rij.geheime_uitleg, f"uitleg:{rij.id}", slot),
        antwoord_voor=antwoord_voor(dag(rij.ingediend_op), verlengd=rij.verlengd_op is not None),
        verlengd_op=rij.verlengd_op,
        ouder_id=rij.ouder_id, gegeven_op=rij.gegeven_op,
        reden=_geheim(rij.geheime_reden, f"reden:{rij.id}", slot),
    )  # fmt: skip


def _geheim(waarde: bytes | memoryview | None, plek: str, slot: Slot) -> str:
    return slot.ontsleutel(waarde, plek).decode() if waarde else ""
