"""Which acts give somebody a role at an organisation, and end it?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from overstap.domain.gebruikers.actions import eindig_sessies
from overstap.domain.scholen.models import Aanstelling, Organisatie
from overstap.domain.scholen.queries import aanstelling_for, medewerkers_for, oefening_for
from overstap.domain.scholen.rules import controleer_functie
from overstap.foundation.access import RECHTEN, Actor, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.weigering import Weigering


class AanstellingGeweigerd(Weigering):
    """This aanstelling cannot change like this; `zin` says what to do."""


def stel_aan(
    *, account_id: UUID, organisatie_id: UUID, rol: Rol, by: Actor, at: datetime, groepen: Iterable[str] = ()
) -> UUID:
    """Give somebody a role at an organisation; harmless when they already have it. Returns the aanstelling.

    `groepen` are those of a teacher; none is the whole school. Raises `FunctiePastNiet`
    when this kind of organisation does not know the role.
    """
    by.require(Recht.REGIO_INRICHTEN)
    organisatie = Organisatie.objects.get(id=organisatie_id)
    controleer_functie(organisatie.soort, rol)
    aanstelling, nieuw = Aanstelling.objects.get_or_create(
        account_id=account_id,
        organisatie=organisatie,
        rol=rol.value,
        tot=None,
        defaults={"groepen": sorted(groepen)},
    )
    if nieuw:
        record("medewerker.aangesteld", by=by, at=at, object_id=aanstelling.id, rol=rol.value)
    return aanstelling.id


def zet_groepen(*, aanstelling_id: UUID, groepen: Iterable[str], by: Actor, at: datetime) -> None:
    """Say of which groups a teacher of the own school sees the pupils in the lists; none is the whole school."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(by, aanstelling_id, vergrendel=True)
    if aanstelling.rol != Rol.LEERKRACHT:
        raise AanstellingGeweigerd("Alleen een leerkracht heeft eigen groepen. De anderen zien de hele school.")
    aanstelling.groepen = sorted(set(groepen))
    aanstelling.save(update_fields=["groepen"])
    record("medewerker.ingedeeld", by=by, at=at, object_id=aanstelling.id, groepen=aanstelling.groepen)


def eindig_aanstelling(*, aanstelling_id: UUID, by: Actor, at: datetime) -> None:
    """End a role at the own organisation: from the next request on it opens nothing. What was done stays in the log.

    Who had it logs in again wherever that was, also for work elsewhere: nothing of this organisation stays open.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    controleer_geen_oefening(by=by, at=at)
    aanstelling = aanstelling_for(by, aanstelling_id, vergrendel=True)
    if aanstelling.account_id == by.id:
        # So that somebody who may do this stays.
        raise AanstellingGeweigerd("U kunt uw eigen aanstelling niet beëindigen. Vraag dit aan uw beheerder.")
    _houd_een_beheerder(aanstelling, by)
    aanstelling.tot = at
    aanstelling.save(update_fields=["tot"])
    record("medewerker.beeindigd", by=by, at=at, object_id=aanstelling.id, rol=aanstelling.rol)
    eindig_sessies(account_id=aanstelling.account_id, by=by, at=at)


def controleer_geen_oefening(*, by: Actor, at: datetime) -> None:
    """Raise `AanstellingGeweigerd` in an oefenschool: who works at the own organisation comes in by itself there."""
    del at
    if oefening_for(by) is not None:
        raise AanstellingGeweigerd(
            "In de oefenschool verandert u geen medewerkers. Iedereen van uw eigen organisatie kan zelf gaan oefenen."
        )


def _houd_een_beheerder(weg: Aanstelling, by: Actor) -> None:
    """Refuse to end the last role with which somebody manages the colleagues, also when two end each other at once."""
    rollen = [rol.value for rol, rechten in RECHTEN.items() if Recht.MEDEWERKERS_BEHEREN in rechten]
    if weg.rol not in rollen:
        return
    rijen = medewerkers_for(by, by.werkt_bij).filter(rol__in=rollen).order_by("id").select_for_update(of=("self",))
    if not any(mens.id != weg.id for mens in rijen):
        raise AanstellingGeweigerd("Nodig eerst een opvolger uit: anders beheert niemand hier de medewerkers.")
