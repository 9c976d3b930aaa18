"""What of a new transfer is new to a vo school that read this report before: an aanvulling, or a newer version?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, Count, IntegerField, OuterRef, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.rapporten.models import Aanvulling
from overstap.foundation.access import Actor, Recht

# The row of a transfer that was replaced is hidden; which versions this school read before is not.
_EERDER = """dossier_id in (select eerder_gelezen_dossiers(array(
  select o.dossier_id from overdrachten_overdracht o where o.id = any(%s))))"""


@dataclass(frozen=True)
class Bijgekomen:
    """How many aanvullingen went along with a transfer, and whether this school read the report before."""

    aanvullingen: int
    eerder_gelezen: bool


def bijgekomen_for(actor: Actor, overdracht_ids: Iterable[UUID]) -> dict[UUID, Bijgekomen]:
    """By transfer to the actor's own vo school; one query for any number."""
    actor.require(Recht.DOSSIER_ONTVANGEN)
    mee = Aanvulling.objects.filter(dossier_id=OuterRef("dossier_id"), gaat_mee_op__lte=OuterRef("verstuurd_op"))
    geteld = mee.order_by().values("dossier_id").annotate(aantal=Count("id")).values("aantal")
    gevraagd = list(overdracht_ids)
    rijen = Overdracht.objects.filter(id__in=gevraagd, ontvanger_id=actor.organisatie_id).annotate(
        aanvullingen=Coalesce(Subquery(geteld, output_field=IntegerField()), 0),
        eerder=RawSQL(_EERDER, (gevraagd,), output_field=BooleanField()),  # noqa: S611  # the value is a parameter
    )
    return {
        rij: Bijgekomen(aantal, eerder) for rij, aantal, eerder in rijen.values_list("id", "aanvullingen", "eerder")
    }
