"""Which acts make, change and remove the brugklassen of a vo school?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.plaatsingen.models import Brugklas
from overstap.domain.plaatsingen.queries import brugklas_for
from overstap.domain.plaatsingen.rules import BrugklasGeweigerd, controleer_brugklas
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record


def bewaar_brugklas(
    *,
    schooljaar: str,
    naam: str,
    advies_van: Niveau | None,
    advies_tot: Niveau | None,
    capaciteit: int | None,
    brugklas_id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> UUID:
    """Make a brugklas of the actor's own school, or change it. Raises `BrugklasGeweigerd`."""
    by.require(Recht.BRUGKLASSEN_INRICHTEN)
    controleer_brugklas(naam, advies_van, advies_tot, capaciteit)
    kaal = " ".join(naam.split())
    anderen = Brugklas.objects.filter(school_id=by.werkt_bij, schooljaar=schooljaar, naam__iexact=kaal)
    if (anderen.exclude(id=brugklas_id) if brugklas_id else anderen).exists():
        raise BrugklasGeweigerd("Er is al een brugklas met deze naam. Kies een andere.", "naam")
    waarden = {
        "naam": kaal, "advies_van": advies_van or "", "advies_tot": advies_tot or "", "capaciteit": capaciteit,
    }  # fmt: skip
    if brugklas_id is None:
        rij = Brugklas.objects.create(school_id=by.werkt_bij, schooljaar=schooljaar, **waarden)
    else:
        rij = brugklas_for(by, brugklas_id, vergrendel=True).rij
        for veld, waarde in waarden.items():
            setattr(rij, veld, waarde)
        rij.save(update_fields=list(waarden))
    record("brugklas.bewaard", by=by, at=at, object_id=rij.id)
    return rij.id


def verwijder_brugklas(*, brugklas_id: UUID, by: Actor, at: datetime) -> None:
    """Remove a brugklas in which nobody is placed. Raises `BrugklasGeweigerd`."""
    by.require(Recht.BRUGKLASSEN_INRICHTEN)
    klas = brugklas_for(by, brugklas_id, vergrendel=True)
    if klas.bezet:
        raise BrugklasGeweigerd("In deze brugklas staan leerlingen. Zet hen eerst in een andere klas.")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            klas.rij.delete()
            # Whose report was withdrawn is not ours to see any more; the database knows.
            cursor.execute("set constraints all immediate")
            cursor.execute("set constraints all deferred")
    except IntegrityError as fout:
        zin = (
            "Deze brugklas kan niet weg. Er stond een leerling in van wie de basisschool het rapport terugnam."
            " Geef de klas een andere naam."
        )
        raise BrugklasGeweigerd(zin) from fout
    record("brugklas.verwijderd", by=by, at=at, object_id=brugklas_id)
