"""What is the advice of this dossier, and what does the law make of it?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.domain.adviezen.models import Schooladvies
from overstap.domain.adviezen.rules import Bijstellingsoordeel, bijstelling_nodig
from overstap.domain.dossiers.models import Dossier
from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import Actor
from overstap.foundation.sleutels.kast import Slot
from overstap.foundation.vaste_vraag import VasteVraag

_ADVIES = VasteVraag(lambda dossier_id: Schooladvies.objects.filter(dossier_id=dossier_id))


def advies_for(actor: Actor, dossier: Dossier, *, vergrendel: bool = False) -> Schooladvies | None:
    """The advice of a dossier that the actor could read, or None when nothing was recorded yet."""
    return _ADVIES.een(dossier.id, vergrendel=vergrendel)


def details_for(actor: Actor, advies: Schooladvies | None, slot: Slot) -> dict[str, Any]:
    """The encrypted part as JSON: `doorstroomtoets`, `ontheffing`, `bijstelling_motivatie`, `adviesgesprek_…`."""
    if advies is None or advies.geheim is None:
        return {}
    inhoud: dict[str, Any] = json.loads(slot.ontsleutel(advies.geheim, f"advies:{advies.dossier_id}"))
    return inhoud


# Why a pupil need not take the test stays with the school: the report only says that it was so.
NIET_IN_HET_RAPPORT = frozenset({"ontheffing"})


def adviesvelden_for(actor: Actor, dossier: Dossier, slot: Slot) -> Mapping[str, Any]:
    """The velden of the catalogue whose bron is the advice, as JSON by the name of the veld."""
    advies = advies_for(actor, dossier)
    if advies is None:
        return {}
    velden = {
        "advies_voorlopig": advies.voorlopig,
        "advies_voorlopig_op": _dag(advies.voorlopig_op),
        "bijstelling_uitkomst": advies.uitkomst,
        "advies_definitief": advies.definitief,
        "advies_definitief_op": _dag(advies.definitief_op),
        **details_for(actor, advies, slot),
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde and naam not in NIET_IN_HET_RAPPORT}


def oordeel_for(actor: Actor, advies: Schooladvies | None, vandaag: date) -> Bijstellingsoordeel | None:
    """What the law says about this advice and this test result; None without a voorlopig advies."""
    if advies is None or not advies.voorlopig:
        return None
    toets = Toetsadvies(advies.toetsadvies) if advies.toetsadvies else None
    vraag = pro_besluit_vragen_for(actor, advies)
    return bijstelling_nodig(Niveau(advies.voorlopig), toets, advies.definitief_op or vandaag, pro_besluit_vragen=vraag)


def pro_besluit_vragen_for(actor: Actor, advies: Schooladvies) -> bool:
    """Does the region ask for a recorded decision on pro with toetsadvies pro/vmbo-b, about which the law is silent?"""
    return bool(regio_for(actor, advies.school_id).instellingen["pro_besluit_vragen"])


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""
