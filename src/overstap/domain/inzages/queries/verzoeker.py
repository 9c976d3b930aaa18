"""Who of the parents, or the pupil, may ask what the school keeps (art. 15 AVG), and which words are the own ones?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.models import Inzage
from overstap.domain.inzages.queries.inzage import inzages_for, wie_for
from overstap.domain.inzages.rules import beslist_zelf, is_zonder_gezag, recht_nu
from overstap.domain.rapporten.queries import inhoud_for
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Verzoeker:
    """One person to whom the school may hand a copy of the report, and by which right.

    `sleutel` is the row key of this person in the report; `ouder_ids` are all the offers that this person ever had,
    by which the own texts and files are known.
    """

    inzage_id: UUID
    naam: str
    sleutel: UUID
    recht: Inzagerecht
    ouder_ids: frozenset[UUID]


def verzoekers_for(actor: Actor, dossier: Dossier, slot: Slot, at: datetime) -> tuple[Verzoeker, ...]:
    """Everybody with an offer that gives a right now, also where the school closed the way in to the page."""
    inhoud = inhoud_for(actor, dossier, slot)
    zelf = beslist_zelf(inhoud, dag(at))
    eigen: dict[UUID, set[UUID]] = {}
    for sleutel, ouder_id in Inzage.objects.filter(dossier=dossier).values_list("verzorger_id", "ouder_id"):
        eigen.setdefault(sleutel, set()).add(ouder_id)
    gevonden = []
    for inzage in inzages_for(actor, dossier):
        recht = recht_nu(
            Inzagerecht(inzage.recht), zelf=zelf, meelezen_op=inzage.meelezen_op,
            zonder_gezag=is_zonder_gezag(inhoud, inzage.verzorger_id),
        )  # fmt: skip
        if recht is not None:
            wie, sleutel = wie_for(actor, inzage, slot).ondertekent, inzage.verzorger_id
            gevonden.append(Verzoeker(inzage.id, wie, sleutel, recht, frozenset(eigen[sleutel])))
    return tuple(gevonden)
