"""Which acts set up a region, and give somebody a role at a school?"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from overstap.domain.scholen.models import Aanstelling, Organisatie, Regio
from overstap.domain.scholen.rules import Regiobestand, School, controleer_functie
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.record import record

_EIGEN_KOLOM = frozenset({"brin", "vestiging", "naam", "soort", "plaats"})


def laad_regio(*, bestand: Regiobestand, by: Actor, at: datetime) -> UUID:
    """Take over the settings and schools of a region file; loading it again renews them. Returns the region.

    A school that is no longer in the file stays: dossiers may hang on it.
    """
    by.require(Recht.REGIO_INRICHTEN)
    regio, nieuw = Regio.objects.update_or_create(naam=bestand.naam, defaults={"instellingen": bestand.instellingen()})
    for school in bestand.scholen:
        _neem_school_over(regio, school)
    record("regio.geladen", by=by, at=at, object_id=regio.id, scholen=len(bestand.scholen), nieuw=nieuw)
    return regio.id


def stel_aan(*, account_id: UUID, organisatie_id: UUID, rol: Rol, by: Actor, at: datetime) -> UUID:
    """Give somebody a role at an organisation; harmless when they already have it. Returns the aanstelling.

    Raises `FunctiePastNiet` when this kind of organisation does not know the role.
    """
    by.require(Recht.REGIO_INRICHTEN)
    organisatie = Organisatie.objects.get(id=organisatie_id)
    controleer_functie(organisatie.soort, rol)
    aanstelling, nieuw = Aanstelling.objects.get_or_create(
        account_id=account_id, organisatie=organisatie, rol=rol.value, tot=None
    )
    if nieuw:
        record("medewerker.aangesteld", by=by, at=at, object_id=aanstelling.id, rol=rol.value)
    return aanstelling.id


def _neem_school_over(regio: Regio, school: School) -> None:
    gegevens = {naam: waarde for naam, waarde in asdict(school).items() if naam not in _EIGEN_KOLOM}
    Organisatie.objects.update_or_create(
        brin=school.brin,
        vestiging=school.vestiging,
        defaults={
            "regio": regio,
            "soort": school.soort,
            "naam": school.naam,
            "plaats": school.plaats,
            "gegevens": gegevens,
        },
    )
