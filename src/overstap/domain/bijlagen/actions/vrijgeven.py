"""Which acts say what an attachment is and to whom it goes, and which one takes it away?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from overstap.domain.bijlagen.actions.kopie import meld_voor_swv
from overstap.domain.bijlagen.actions.toestemming import beeindig, leg_toestemming_vast
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger, Terugneemreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlage_for
from overstap.domain.bijlagen.rules import Gegeven, controleer_vrijgave
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.dossiers.rules import INVULBAAR, NietInvulbaar
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer

# (opened, closed) by receiver: who reads the logboek sees to whom.
_GEBEURTENIS = {
    Ontvanger.VO: ("bijlage.vrijgegeven", "bijlage.gesloten"),
    Ontvanger.SWV: ("bijlage.vrijgegeven_swv", "bijlage.gesloten_swv"),
}


def bepaal_vrijgave(
    *,
    dossier_id: UUID,
    bijlage_id: UUID,
    soort: Bijlagesoort,
    aan: Collection[Ontvanger],
    by: Actor,
    at: datetime,
    gegeven: Gegeven | None = None,
    besproken_op: date | None = None,
) -> frozenset[Ontvanger]:
    """Say what an attachment is, what the parents said of it, and to whom it goes; returns to whom it opened now.

    Something else that the parents said, or nothing, ends what was recorded before, from now on. `besproken_op` is when
    it was discussed with them. Of a definitive report only what is not in it may change: the release to the
    samenwerkingsverband, and all of an attachment that came later. Raises `VrijgaveGeweigerd` and `NietInvulbaar`.
    """
    by.require(Recht.BIJLAGE_VRIJGEVEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    bijlage = bijlage_for(by, dossier, bijlage_id)
    _controleer_wijzigbaar(dossier, bijlage, soort, aan)
    controleer_vrijgave(soort, aan, gegeven, dag(at), bijlage.scanstaat)
    eerst, van = bijlage.aan, bijlage.soort
    gezegd = gegeven if soort.ouders_nodig else None
    leg_toestemming_vast(bijlage=bijlage, dossier=dossier, soort=soort, gegeven=gezegd, by=by, at=at)
    bijlage.soort, bijlage.besproken_op = soort, besproken_op
    bijlage.geef_vrij(aan, by.id, at)
    bijlage.bewaar()
    _schrijf_op(bijlage, eerst, by=by, at=at)
    meld_voor_swv(bijlage=bijlage, eerst=eerst, reden=Terugneemreden.GESLOTEN, by=by, at=at)
    if bijlage.aan and bijlage.aan == eerst and van != soort:
        record("bijlage.anders_benoemd", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id, soort=soort.value)
    return bijlage.aan - eerst


def trek_toestemming_in(*, dossier_id: UUID, bijlage_id: UUID, by: Actor, at: datetime) -> None:
    """The parents take back their permission, in every state of the report: from now on it goes to nobody.

    It works forward: what was sent stays in the logboek, and who received it is told. Harmless when none runs.
    """
    by.require(Recht.BIJLAGE_VRIJGEVEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    bijlage = bijlage_for(by, dossier, bijlage_id)
    if not beeindig(bijlage=bijlage, by=by, at=at):
        return
    eerst = bijlage.aan
    bijlage.geef_vrij((), None, at)
    bijlage.bewaar()
    _schrijf_op(bijlage, eerst, by=by, at=at)
    meld_voor_swv(bijlage=bijlage, eerst=eerst, reden=Terugneemreden.TOESTEMMING, by=by, at=at)
    _haal_terug(bijlage, eerst)


def trek_bijlage_in(
    *,
    dossier_id: UUID,
    bijlage_id: UUID,
    by: Actor,
    at: datetime,
    reden: Terugneemreden = Terugneemreden.INGETROKKEN,
) -> None:
    """Take an attachment away, in every state of the report: nobody sees it any more, and its bytes are destroyed.

    It works forward: what a vo school took over already, stays there; it is told. A copy at a samenwerkingsverband is
    held back at once, with this `reden`.
    """
    by.require(Recht.BIJLAGE_TOEVOEGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    bijlage = bijlage_for(by, dossier, bijlage_id)
    eerst = bijlage.aan
    bijlage.ingetrokken_op, bijlage.ingetrokken_door = at, by.id
    bijlage.geef_vrij((), None, at)
    bijlage.bewaar()
    record("bijlage.ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)
    meld_voor_swv(bijlage=bijlage, eerst=eerst, reden=reden, by=by, at=at)
    _haal_terug(bijlage, eerst)
    # After the commit: a file removed too early would be lost. Who is reading it now, reads on.
    transaction.on_commit(partial(opslag.haal_weg, bijlage.bestand_id))


def _controleer_wijzigbaar(dossier: Dossier, bijlage: Bijlage, soort: Bijlagesoort, aan: Collection[Ontvanger]) -> None:
    """What parents inspected and a vo school received stays what it was."""
    vrij = Staat(dossier.staat) in INVULBAAR or (bijlage.later_bij is not None and bijlage.meegestuurd_op is None)
    if not vrij and (soort != bijlage.soort or (Ontvanger.VO in aan) != bijlage.vrijgegeven):
        raise NietInvulbaar


def _schrijf_op(bijlage: Bijlage, eerst: frozenset[Ontvanger], *, by: Actor, at: datetime) -> None:
    for ontvanger, (open_, dicht) in _GEBEURTENIS.items():
        if (ontvanger in eerst) != (ontvanger in bijlage.aan):
            wat = open_ if ontvanger in bijlage.aan else dicht
            record(wat, by=by, at=at, dossier_id=bijlage.dossier_id, object_id=bijlage.id, soort=str(bijlage.soort))


def _haal_terug(bijlage: Bijlage, eerst: frozenset[Ontvanger]) -> None:
    """What was sent with it leaves us no more, and its receivers are told; only transfers know which those are."""
    if Ontvanger.VO in eerst:
        ids = {"dossier_id": bijlage.dossier_id, "organisatie_id": bijlage.school_id}
        defer("bijlage.teruggenomen", bijlage_id=bijlage.id, **ids)
