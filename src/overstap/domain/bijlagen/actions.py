"""Which acts add an attachment, say what it is, and let it travel along?"""

from __future__ import annotations

import json
from datetime import date, datetime
from uuid import UUID, uuid4

from overstap.domain.bijlagen.enums import Bijlagesoort, Herkomst
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlage_for
from overstap.domain.bijlagen.rules import controleer_vrijgave, soort_bij_plek
from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def neem_bestand_over(*, dossier: Dossier, bestand: Bestand, by: Actor, at: datetime) -> Bijlage:
    """Store an attachment that came with an OSO file: encrypted, closed, with the kind its place suggests."""
    by.require(Recht.IMPORT_UITVOEREN)
    slot = slot_for(by, dossier)
    bestand_id, bijlage_id = uuid4(), uuid4()
    opslag.bewaar(bestand_id, slot.versleutel(bestand.inhoud, f"bestand:{bestand_id}"))
    namen = json.dumps({"bestandsnaam": bestand.bestandsnaam, "omschrijving": bestand.omschrijving}, ensure_ascii=False)
    bijlage = Bijlage.objects.create(
        id=bijlage_id,
        dossier=dossier,
        school_id=dossier.school_id,
        sleutel=bestand.sleutel,
        plek=bestand.plek,
        soort=soort_bij_plek(bestand.plek),
        herkomst=Herkomst.OSO,
        mime=bestand.mime,
        omvang=len(bestand.inhoud),
        geheime_naam=slot.versleutel(namen.encode(), f"bijlage:{bijlage_id}"),
        bestand_id=bestand_id,
        toegevoegd_op=at,
        toegevoegd_door=by.id,
    )
    record("bijlage.toegevoegd", by=by, at=at, dossier_id=dossier.id, object_id=bijlage_id)
    return bijlage


def bepaal_vrijgave(
    *,
    dossier_id: UUID,
    bijlage_id: UUID,
    soort: Bijlagesoort,
    vrij: bool,
    instemming_op: date | None,
    by: Actor,
    at: datetime,
) -> None:
    """Say what an attachment is and whether it travels to the vo school; raises `VrijgaveGeweigerd`."""
    by.require(Recht.BIJLAGE_VRIJGEVEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    bijlage = bijlage_for(by, dossier, bijlage_id)
    if vrij:
        controleer_vrijgave(soort, instemming_op, dag(at))
    anders = vrij != bijlage.vrijgegeven
    bijlage.soort, bijlage.instemming_op = soort, instemming_op
    if anders:
        bijlage.vrijgegeven_op, bijlage.vrijgegeven_door = (at, by.id) if vrij else (None, None)
    bijlage.save()
    if anders:
        wat = "bijlage.vrijgegeven" if vrij else "bijlage.gesloten"
        record(wat, by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id, soort=soort.value)
