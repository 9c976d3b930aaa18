"""Which acts say what an attachment is and whether it travels, and which one takes it away?"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.bijlagen.models import Bijlage, Toestemming
from overstap.domain.bijlagen.queries import bijlage_for
from overstap.domain.bijlagen.rules import controleer_vrijgave, toestemmingstekst
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def bepaal_vrijgave(
    *,
    dossier_id: UUID,
    bijlage_id: UUID,
    soort: Bijlagesoort,
    vrij: bool,
    instemming_op: date | None,
    by: Actor,
    at: datetime,
    instemming_van: str = "",
    besproken_op: date | None = None,
) -> None:
    """Say what an attachment is, what the parents said of it, and whether it travels to the vo school.

    `instemming_van` names who agreed, on `instemming_op`; another day or no day withdraws what was recorded before,
    from now on. `besproken_op` is when it was discussed with them. Raises `VrijgaveGeweigerd`.
    """
    by.require(Recht.BIJLAGE_VRIJGEVEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    bijlage = bijlage_for(by, dossier, bijlage_id)
    if vrij:
        controleer_vrijgave(soort, instemming_op, dag(at), bijlage.scanstaat)
    anders = vrij != bijlage.vrijgegeven
    van = bijlage.soort
    if (soort, instemming_op) != (bijlage.soort, bijlage.instemming_op):
        _leg_toestemming_vast(bijlage, dossier, soort, (instemming_op, instemming_van), by=by, at=at)
    bijlage.soort, bijlage.instemming_op, bijlage.besproken_op = soort, instemming_op, besproken_op
    if anders:
        bijlage.vrijgegeven_op, bijlage.vrijgegeven_door = (at, by.id) if vrij else (None, None)
    bijlage.bewaar()
    if anders:
        wat = "bijlage.vrijgegeven" if vrij else "bijlage.gesloten"
        record(wat, by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id, soort=soort.value)
    elif vrij and van != soort:
        record("bijlage.anders_benoemd", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id, soort=soort.value)


def trek_bijlage_in(*, dossier_id: UUID, bijlage_id: UUID, by: Actor, at: datetime) -> None:
    """Take an attachment away, in every state of the report: nobody sees it any more, and its bytes are destroyed.

    It works forward: what a vo school took over already, stays there.
    """
    by.require(Recht.BIJLAGE_TOEVOEGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    bijlage = bijlage_for(by, dossier, bijlage_id)
    bijlage.ingetrokken_op, bijlage.ingetrokken_door = at, by.id
    bijlage.vrijgegeven_op = bijlage.vrijgegeven_door = None
    bijlage.bewaar()
    record("bijlage.ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)
    # After the commit: a file removed too early would be lost. Who is reading it now, reads on.
    transaction.on_commit(partial(opslag.verwijder, bijlage.bestand_id))


def _leg_toestemming_vast(
    bijlage: Bijlage,
    dossier: Dossier,
    soort: Bijlagesoort,
    gegeven: tuple[date | None, str],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """End the permission that runs, and record the new one with its words, when there is one and it is needed."""
    op, van = gegeven
    Toestemming.objects.filter(bijlage=bijlage, ingetrokken_op=None).update(ingetrokken_op=at, ingetrokken_door=by.id)
    if op is None or not soort.ouders_nodig:
        if bijlage.instemming_op is not None:
            record("toestemming.ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)
        return
    toestemming_id = uuid4()
    ruw = json.dumps({"van": van, "tekst": toestemmingstekst(soort)}, ensure_ascii=False).encode()
    Toestemming.objects.create(
        id=toestemming_id,
        dossier=dossier,
        school_id=dossier.school_id,
        bijlage=bijlage,
        gegeven_op=op,
        geheim=slot_for(by, dossier).versleutel(ruw, f"toestemming:{toestemming_id}"),
        vastgelegd_op=at,
        vastgelegd_door=by.id,
    )
    record("toestemming.vastgelegd", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)
