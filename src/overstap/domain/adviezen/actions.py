"""Which acts lead to a definitief schooladvies?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies, Toetsstand
from overstap.domain.adviezen.models import Schooladvies
from overstap.domain.adviezen.queries import advies_for, details_for, pro_besluit_vragen_for
from overstap.domain.adviezen.rules import (
    Adviesfout,
    Adviesfoutcode,
    Ontheffing,
    Toetsfout,
    bijstelling_nodig,
    controleer_dag,
    controleer_definitief,
    controleer_ontheffing,
    controleer_toetsstand,
    controleer_volgorde,
    controleer_voorlopig,
    definitieve_keuzes,
)
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


class AdviesGeweigerd(Exception):
    """The advice breaks a rule; `fouten` says which, in sentences that say what to do."""

    def __init__(self, fouten: Iterable[Adviesfout | Toetsfout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__(", ".join(fout.code for fout in self.fouten))


def geef_voorlopig(*, dossier_id: UUID, niveau: Niveau, gegeven_op: date, by: Actor, at: datetime) -> None:
    """Record the voorlopig advies and the day on which pupil and parents heard it."""
    dossier, advies = _te_wijzigen(dossier_id, by)
    _weiger(controleer_dag(gegeven_op, dossier.schooljaar, dag(at), "voorlopig_op") + controleer_voorlopig(niveau))
    if advies.definitief:
        raise AdviesGeweigerd([Adviesfout(Adviesfoutcode.AL_DEFINITIEF, "voorlopig", _AL_DEFINITIEF)])
    advies.voorlopig, advies.voorlopig_op, advies.voorlopig_door = niveau, gegeven_op, by.id
    advies.save()
    record("advies.voorlopig_gegeven", by=by, at=at, dossier_id=dossier.id)


def leg_gesprek_vast(*, dossier_id: UUID, op: date, met: str, by: Actor, at: datetime) -> None:
    """Record the talk about the advice with the parents: the day, and who was there."""
    dossier, advies = _te_wijzigen(dossier_id, by)
    _weiger(controleer_dag(op, dossier.schooljaar, dag(at), "gesprek_op"))
    _schrijf_details(advies, slot_for(by, dossier), by, {"adviesgesprek_op": op.isoformat(), "adviesgesprek_met": met})
    record("advies.besproken", by=by, at=at, dossier_id=dossier.id)


def leg_toets_vast(
    *,
    dossier_id: UUID,
    stand: Toetsstand,
    toetsadvies: Toetsadvies | None,
    uitslag: Mapping[str, Any],
    by: Actor,
    at: datetime,
    ontheffing: Ontheffing | None = None,
) -> None:
    """Record the doorstroomtoets: taken with its result, exempted, or not taken.

    `uitslag` is the JSON of the veld `doorstroomtoets`; `ontheffing` says why a pupil was exempted, and stays
    out of the report. A definitief advies that no longer fits the result falls away with its reasons, so that it is
    decided again.
    Raises `AdviesGeweigerd` when the exemption is not allowed, or when stand and toetsadvies contradict each other.
    """
    dossier, advies = _te_wijzigen(dossier_id, by)
    fouten = controleer_ontheffing(**asdict(ontheffing), toets=toetsadvies, op=dag(at)) if ontheffing else []
    _weiger(fouten or controleer_toetsstand(stand, toetsadvies))
    if stand is Toetsstand.GEMAAKT and uitslag.get("afgenomen_op"):
        gemaakt_op = date.fromisoformat(uitslag["afgenomen_op"])
        _weiger(controleer_dag(gemaakt_op, dossier.schooljaar, dag(at), "afgenomen_op"))
    vervalt = bool(advies.definitief) and advies.toetsadvies != (toetsadvies or "")
    advies.toetsstand, advies.toetsadvies = stand, toetsadvies or ""
    if vervalt:
        _wis_definitief(advies)
    grond = ontheffing.naar_json() if ontheffing else {}
    reden = {"bijstelling_motivatie": ""} if vervalt else {}
    erbij = {"doorstroomtoets": dict(uitslag), "ontheffing": grond, **reden}
    _schrijf_details(advies, slot_for(by, dossier), by, erbij)
    record("toets.vastgelegd", by=by, at=at, dossier_id=dossier.id, stand=stand.value)
    if vervalt:
        record("advies.vervallen", by=by, at=at, dossier_id=dossier.id)


def geef_definitief(
    *,
    dossier_id: UUID,
    niveau: Niveau,
    uitkomst: Bijstellingsuitkomst | None,
    motivatie: str,
    gegeven_op: date,
    by: Actor,
    at: datetime,
) -> None:
    """Decide the definitief advies (WPO 45d lid 2); raises `AdviesGeweigerd` when a rule forbids it.

    `motivatie` is kept where the law asks for one.
    """
    dossier, advies = _te_wijzigen(dossier_id, by)
    if not advies.voorlopig:
        raise AdviesGeweigerd([Adviesfout(Adviesfoutcode.EERST_VOORLOPIG, "voorlopig", _EERST_VOORLOPIG)])
    if not advies.toetsstand:
        raise AdviesGeweigerd([Adviesfout(Adviesfoutcode.EERST_TOETS, "toetsstand", _EERST_TOETS)])
    _weiger(controleer_dag(gegeven_op, dossier.schooljaar, dag(at), "definitief_op"))
    _weiger(controleer_volgorde(advies.voorlopig_op, gegeven_op))
    toets = Toetsadvies(advies.toetsadvies) if advies.toetsadvies else None
    vraag = pro_besluit_vragen_for(by, advies)
    _weiger(
        controleer_definitief(
            Niveau(advies.voorlopig), toets, niveau, uitkomst, motivatie, op=gegeven_op, pro_besluit_vragen=vraag
        )
    )
    oordeel = bijstelling_nodig(Niveau(advies.voorlopig), toets, gegeven_op, pro_besluit_vragen=vraag)
    # What was typed for another choice is no reason for this one: it is not kept, so it never travels.
    geldt = any(keuze.niveau is niveau and keuze.motivatie_nodig for keuze in definitieve_keuzes(oordeel))
    advies.definitief, advies.definitief_op, advies.definitief_door = niveau, gegeven_op, by.id
    advies.uitkomst = uitkomst or ""
    _schrijf_details(advies, slot_for(by, dossier), by, {"bijstelling_motivatie": motivatie if geldt else ""})
    record("advies.vastgesteld", by=by, at=at, dossier_id=dossier.id, uitkomst=advies.uitkomst)


def neem_advies_over(*, dossier: Dossier, velden: Mapping[str, Any], by: Actor, at: datetime) -> None:
    """Take over from an import what nobody recorded here yet; what people decided stays.

    `velden` is the JSON of the velden with bron ADVIES. A definitief advies is never taken over:
    the school decides it here, with the rule of the law in front of it.
    """
    by.require(Recht.LEERLING_INVOEREN)
    advies = _rij(by, dossier)
    if not advies.voorlopig and velden.get("advies_voorlopig") and velden.get("advies_voorlopig_op"):
        advies.voorlopig = Niveau(velden["advies_voorlopig"])
        advies.voorlopig_op = date.fromisoformat(velden["advies_voorlopig_op"])
    toets = velden.get("doorstroomtoets")
    if toets and not advies.toetsstand:
        advies.toetsstand = stand = _stand(toets)
        advies.toetsadvies = toets.get("toetsadvies", "") if stand is Toetsstand.GEMAAKT else ""
        _schrijf_details(advies, slot_for(by, dossier), by, {"doorstroomtoets": toets})
    advies.save()


def _stand(toets: Mapping[str, Any]) -> Toetsstand:
    if toets.get("deelgenomen"):
        return Toetsstand.GEMAAKT
    return Toetsstand.VRIJGESTELD if toets.get("ontheffing") else Toetsstand.NIET_GEMAAKT


def _te_wijzigen(dossier_id: UUID, by: Actor) -> tuple[Dossier, Schooladvies]:
    by.require(Recht.ADVIES_VASTLEGGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    return dossier, _rij(by, dossier)


def _rij(by: Actor, dossier: Dossier) -> Schooladvies:
    gevonden = advies_for(by, dossier, vergrendel=True)
    return gevonden or Schooladvies(dossier=dossier, school_id=dossier.school_id)


def _wis_definitief(advies: Schooladvies) -> None:
    advies.definitief, advies.definitief_op, advies.definitief_door, advies.uitkomst = "", None, None, ""


def _schrijf_details(advies: Schooladvies, slot: Slot, by: Actor, erbij: Mapping[str, Any]) -> None:
    details = {**details_for(by, advies, slot), **erbij}
    advies.geheim = slot.versleutel(json.dumps(details, ensure_ascii=False).encode(), f"advies:{advies.dossier_id}")
    advies.save()


def _weiger(fouten: Sequence[Adviesfout | Toetsfout]) -> None:
    if fouten:
        raise AdviesGeweigerd(fouten)


_AL_DEFINITIEF = "Het advies is al definitief. Wijzig eerst het definitieve advies of de toetsuitslag."
_EERST_VOORLOPIG = "Leg eerst het voorlopige advies vast. Daarna kunt u het definitieve advies geven."
_EERST_TOETS = "Leg eerst vast of de leerling de doorstroomtoets maakte. Daarna kunt u het definitieve advies geven."
