"""What can still be undone, and what is there now that an import may change?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core import serializers
from django.db import models
from django.db.models import QuerySet

from overstap.domain.adviezen.models import Schooladvies
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.dossiers.models import Dossier, Persoonsnummer
from overstap.domain.importen.models import Herstel, Overname, Partij
from overstap.domain.leerlingen.models import Leerling
from overstap.domain.rapporten.models import Concept
from overstap.foundation.access import Actor, NietGevonden, Recht


def herstelbaar_for(actor: Actor, at: datetime) -> QuerySet[Herstel]:
    """What came in by itself (not in a partij) and can still be undone, newest first."""
    rijen = Herstel.objects.filter(school_id=actor.organisatie_id, vervalt_op__gt=at, regel=None)
    return rijen.select_related("dossier__leerling").order_by("-overgenomen_op")


def herstel_for(actor: Actor, dossier_id: UUID, at: datetime) -> Herstel:
    """What is needed to undo the import of one dossier; raises `NietGevonden` when that is no longer kept."""
    actor.require(Recht.IMPORT_UITVOEREN)
    rij = Herstel.objects.filter(school_id=actor.organisatie_id, vervalt_op__gt=at, dossier_id=dossier_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def laatste_regels_for(actor: Actor, partij: Partij, at: datetime) -> frozenset[UUID]:
    """The files of a partij that were the last one taken over for their pupil, and so can still be undone."""
    rijen = Herstel.objects.filter(school_id=actor.organisatie_id, vervalt_op__gt=at, regel__partij=partij)
    return frozenset(rijen.values_list("regel_id", flat=True))


def rijen_for(actor: Actor, dossier: Dossier) -> bytes:
    """The rows of one pupil that an import may change, as they are now; encrypted columns stay encrypted."""
    rijen: list[models.Model] = [Dossier.objects.get(id=dossier.id), Leerling.objects.get(id=dossier.leerling_id)]
    bij_dossier = (Concept.objects, Schooladvies.objects, Persoonsnummer.objects, Overname.objects, Bijlage.objects)
    for soort in bij_dossier:
        rijen += soort.filter(dossier=dossier)
    return str(serializers.serialize("json", rijen)).encode()
