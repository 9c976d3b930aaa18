"""Which acts let a pupil in without a file: typed in by hand, and mended until a file comes?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from overstap.domain.dossiers.actions import ververs_leerling, zet_nummer
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, zelfde_nummer_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.domain.importen.actions.herstellen import bewaar_herstel
from overstap.domain.importen.actions.overnemen import maak_van, onthoud
from overstap.domain.importen.queries import geschreven_bij, lijkers_for
from overstap.domain.importen.rules import (
    ImportGeweigerd,
    Invoer,
    als_gelezen,
    controleer_groep,
    lijstnamen,
    met_rijsleutels,
    schoolveld,
)
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.actions import ververs_uit_las
from overstap.domain.scholen.queries import organisatie_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


class AlBekend(ImportGeweigerd):
    """The school already has a pupil with this number; `dossier` is that one."""

    def __init__(self, dossier: Dossier, *, zelfde_dag: bool) -> None:
        self.dossier = dossier
        super().__init__(
            "Een leerling van uw school heeft dit nummer al. Ga naar dat dossier."
            if zelfde_dag
            else "Een leerling van uw school heeft dit nummer al, met een andere geboortedatum. "
            "Controleer het nummer en de geboortedatum."
        )


class LijktOp(ImportGeweigerd):
    """Only a person can say whether this is one of `dossiers`."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self.dossiers = tuple(dossiers)
        super().__init__("Deze leerling lijkt op iemand die al in Overstap staat. Kijk eerst of het dezelfde is.")


def voer_in(*, invoer: Invoer, by: Actor, at: datetime, ander: bool = False) -> Dossier:
    """Make the dossier of a pupil without a file. `ander`: a person said that it is nobody who looks like it.

    Raises `AlBekend`, `LijktOp`, and `ImportGeweigerd` for who is too young.
    """
    by.require(Recht.LEERLING_INVOEREN)
    controleer_groep(invoer.groep)
    gelezen = als_gelezen(invoer, _school(by), schooljaar_van(dag(at)))
    _controleer_nieuw(gelezen, by, ander=ander)
    try:
        with transaction.atomic():
            dossier = maak_van(gelezen=gelezen, by=by, at=at, met_de_hand=True)
    except IntegrityError as fout:
        # Somebody brought the same number in at the same moment.
        bekend = _met_nummer(gelezen, by)
        if bekend is None:
            raise
        raise AlBekend(bekend, zelfde_dag=True) from fout
    onthoud(dossier=dossier, gelezen=gelezen, by=by, at=at)
    record("leerling.ingevoerd", by=by, at=at, dossier_id=dossier.id)
    bewaar_herstel(dossier=dossier, voor=b"", regel_id=None, by=by, at=at)
    return dossier


def verbeter_invoer(*, dossier_id: UUID, invoer: Invoer, by: Actor, at: datetime) -> None:
    """Mend what was typed in. Without a number in `invoer` the known one stays.

    Raises `ImportGeweigerd` when the particulars come from the LAS by now, `AlBekend`, and `NietInvulbaar`.
    """
    by.require(Recht.LEERLING_INVOEREN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    if not dossier.leerling.met_de_hand:
        raise ImportGeweigerd("Deze gegevens komen uit uw LAS. Verbeter ze daar en haal ze opnieuw op.")
    controleer_groep(invoer.groep)
    gelezen = als_gelezen(invoer, _school(by), dossier.schooljaar, geschreven_bij(by, dossier))
    bekend = _met_nummer(gelezen, by)
    if bekend is not None and bekend.id != dossier.id:
        raise AlBekend(bekend, zelfde_dag=True)
    inhoud = met_rijsleutels(gelezen.inhoud)
    ververs_leerling(dossier=dossier, namen=lijstnamen(inhoud), groep=invoer.groep, by=by, at=at, met_de_hand=True)
    if gelezen.nummer is not None:
        zet_nummer(dossier=dossier, soort=gelezen.nummer.soort, nummer=gelezen.nummer.waarde, by=by, at=at)
    ververs_uit_las(dossier=dossier, inhoud=inhoud, by=by, at=at)
    onthoud(dossier=dossier, gelezen=gelezen, by=by, at=at)
    record("leerling.verbeterd", by=by, at=at, dossier_id=dossier.id)


def _controleer_nieuw(gelezen: Gelezen, by: Actor, *, ander: bool) -> None:
    bekend = _met_nummer(gelezen, by)
    if bekend is not None:
        geboren = geschreven_bij(by, bekend).get("geboortedatum")
        raise AlBekend(bekend, zelfde_dag=geboren == gelezen.inhoud["geboortedatum"])
    if not ander and (lijkers := lijkers_for(by, gelezen.inhoud, gelezen.schooljaar)):
        raise LijktOp(lijkers)


def _met_nummer(gelezen: Gelezen, by: Actor) -> Dossier | None:
    return zelfde_nummer_for(by, gelezen.nummer.waarde, gelezen.schooljaar) if gelezen.nummer else None


def _school(by: Actor) -> dict[str, object]:
    school = organisatie_for(by)
    return schoolveld(school.naam, school.brin, school.vestiging, school.plaats, school.gegevens)
