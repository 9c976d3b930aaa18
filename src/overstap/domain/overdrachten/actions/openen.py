"""How does a vo school open a report of a pupil that was applied there, by what the parents gave it?

Nobody may look around: one combination leads to one pupil or to nothing, a refusal never says why, and the basisschool
and the parents see at once who came.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.gebruikers.rules import normaliseer_code
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.overdrachten.actions.versturen import stuur
from overstap.domain.overdrachten.actions.vrijgeven import neem_aanmelding_op
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.overdrachten.models import kenmerkhash, uniekehash
from overstap.domain.overdrachten.queries import Gevonden, overdrachten_for, vrijgaven_for, zoek_for
from overstap.domain.overdrachten.rules import Leerlinggegevens
from overstap.domain.scholen.queries import is_open_for
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.rls import als


@dataclass(frozen=True)
class _Opgave:
    """What somebody gave, as keyed hashes: of a code, or of particulars (one for each BRIN that it may be)."""

    wijze: Aanmeldwijze
    code: bytes | None = None
    kenmerken: tuple[bytes, ...] = ()

    def zoek(self, by: Actor) -> Gevonden | None:
        return zoek_for(by, codehash=self.code, kenmerken=self.kenmerken)


def open_met_unieke_code(*, getypt: str, by: Actor, at: datetime) -> UUID | None:
    """Open the report to which this code belongs, for a pupil that was applied at the actor's vo school.

    Returns the overdracht, or None: unknown, withdrawn, not definitive, not released or taken back are one answer. Who
    gave the right code too early is known to the basisschool, which sends the report when it releases it. Raises
    `OverdrachtGeweigerd` when the own school is no more.
    """
    by.require(Recht.DOSSIER_ONTVANGEN)
    code = uniekehash(normaliseer_code(getypt))
    return _open(_Opgave(Aanmeldwijze.CODE, code=code), by, at)


def open_met_gegevens(*, gegevens: Iterable[Leerlinggegevens], by: Actor, at: datetime) -> UUID | None:
    """The same by name, number, birth date and BRIN; more than one when a BRIN took the place of others."""
    by.require(Recht.DOSSIER_ONTVANGEN)
    kenmerken = tuple(kenmerkhash(een) for een in gegevens)
    return _open(_Opgave(Aanmeldwijze.GEGEVENS, kenmerken=kenmerken), by, at)


def _open(opgave: _Opgave, by: Actor, at: datetime) -> UUID | None:
    if not is_open_for(by, by.werkt_bij, dag(at)):
        # Of the own school, so it tells nothing about a pupil.
        zin = "Uw school is gestopt en krijgt geen rapport meer. De school waar de leerling heen gaat, opent het."
        raise OverdrachtGeweigerd(zin)
    gevonden = opgave.zoek(by)
    overdracht_id = _doe_open(gevonden, opgave, by, at) if gevonden and gevonden.open else None
    if overdracht_id is None:
        _noteer_geweigerd(gevonden, opgave.wijze, by, at)
    return overdracht_id


def _doe_open(gevonden: Gevonden, opgave: _Opgave, by: Actor, at: datetime) -> UUID | None:
    """Record the aanmelding and send, as the basisschool released it; None when that cannot be done at this moment."""
    try:
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=gevonden.school_id)) as school:
            dossier = dossier_for(school, gevonden.dossier_id, vergrendel=True)
            loopt = overdrachten_for(school, dossier).filter(ontvanger_id=by.werkt_bij, ingetrokken_op=None).first()
            if loopt is not None:
                return loopt.id
            # Behind the lock: the school may have thought better of it a moment ago.
            with als(by):
                nog = opgave.zoek(by)
            vrijgave = vrijgaven_for(school, dossier).first()
            if nog is None or not nog.open or vrijgave is None:
                return None
            aanmelding = neem_aanmelding_op(
                dossier=dossier,
                ontvanger_id=by.werkt_bij,
                wijze=opgave.wijze,
                door=by.persoon_id,
                by=school,
                op=at,
                at=at,
            )
            door = vrijgave.vrijgegeven_door
            overdracht_id = stuur(dossier=dossier, aanmelding=aanmelding, door=door, by=school, at=at)
            licht_ouders_in(dossier=dossier, by=school, at=at)
    except OverdrachtGeweigerd:
        return None
    dossier_id, wijze = gevonden.dossier_id, opgave.wijze.value
    record("overdracht.geopend", by=by, at=at, dossier_id=dossier_id, object_id=by.werkt_bij, wijze=wijze)
    return overdracht_id


def _noteer_geweigerd(gevonden: Gevonden | None, wijze: Aanmeldwijze, by: Actor, at: datetime) -> None:
    """One event, whatever the reason. What was typed stands nowhere.

    With the right particulars it stands in the log of the pupil: the basisschool and the parents see who asks.
    """
    wat = "overdracht.gevraagd" if gevonden else "overdracht.niet_geopend"
    dossier_id = gevonden.dossier_id if gevonden else None
    record(wat, by=by, at=at, dossier_id=dossier_id, object_id=by.werkt_bij, wijze=wijze.value)
