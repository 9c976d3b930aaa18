"""Which acts keep the file of a transfer, hold it back, and give it along to a school outside the region?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.dossiers.queries import controleer_onbeperkt_for, dossier_for, slot_for
from overstap.domain.dossiers.rules import GROND_VO
from overstap.domain.overdrachten.enums import Tegenhoudreden
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import oso_mislukt_for, overdrachten_for, zat_erin_for
from overstap.domain.rapporten.queries import pdf_mislukt_for, versies_for
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot


def bewaar_oso_bestand(*, overdracht: Overdracht, oso: Iterable[bytes], by: Actor, at: datetime) -> None:
    """Keep the OSO file as sent, encrypted; harmless when it was already kept (a job may run twice, also at once)."""
    # First the dossier, then what hangs on it; read again, for the other job may have been first.
    dossier = dossier_for(by, overdracht.dossier_id, vergrendel=True)
    overdracht = overdrachten_for(by, dossier).select_for_update(of=("self",)).get(id=overdracht.id)
    if overdracht.bestand_id is not None:
        return
    bestand_id = uuid4()
    slot = Slot(overdracht.dossier.sleutel_id)
    with opslag.schrijver(bestand_id, slot, f"oso:{bestand_id}") as uit:
        for stuk in oso:
            uit.write(stuk)
    overdracht.bestand_id, overdracht.klaargezet_op = bestand_id, at
    overdracht.sha256 = uit.sha256
    overdracht.save(update_fields=["bestand_id", "klaargezet_op", "sha256"])
    record("overdracht.klaargezet", by=by, at=at, dossier_id=overdracht.dossier_id, object_id=overdracht.id)
    defer("webhook.overdracht_klaar", overdracht_id=overdracht.id, organisatie_id=overdracht.ontvanger_id)


def maak_bestanden_opnieuw(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Ask the worker again for the PDFs and OSO files of this dossier that it gave up; harmless when there are none."""
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    ids = {"dossier_id": dossier.id, "organisatie_id": dossier.school_id}
    versies = sorted(pdf_mislukt_for(by, versies_for(by, dossier)))
    overdrachten = sorted(oso_mislukt_for(by, overdrachten_for(by, dossier)))
    for versie_id in versies:
        defer("pdf.maken", versie_id=versie_id, **ids)
    for overdracht_id in overdrachten:
        defer("oso.klaarzetten", overdracht_id=overdracht_id, **ids)
    if versies or overdrachten:
        aantal = len(versies) + len(overdrachten)
        record("bestanden.opnieuw_gevraagd", by=by, at=at, dossier_id=dossier.id, aantal=aantal)


def geef_mee(*, dossier_id: UUID, overdracht_id: UUID, by: Actor, at: datetime) -> Overdracht:
    """The basisschool takes the OSO file along for a vo school outside the region; the log says where it went.

    Raises `NietGevonden` for a school of the region, which fetches it here itself.
    """
    by.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    overdracht = overdrachten_for(by, dossier).filter(id=overdracht_id, ingetrokken_op=None).first()
    if overdracht is None or BUITEN_REGIO not in overdracht.ontvanger.gegevens:
        raise NietGevonden
    controleer_onbeperkt_for(by, dossier)
    record(
        "overdracht.meegegeven", by=by, at=at, dossier_id=dossier.id, object_id=overdracht.ontvanger_id, vorm="oso",
        versie=str(overdracht.versie_id), grond=GROND_VO,
    )  # fmt: skip
    return overdracht


def houd_tegen(
    *,
    dossier_id: UUID,
    by: Actor,
    at: datetime,
    bijlage_id: UUID | None = None,
    reden: Tegenhoudreden = Tegenhoudreden.VIRUS,
) -> bool:
    """The files with an attachment that may no longer go, also those of old, leave us no more; were there any?

    Without `bijlage_id` it was a file of a parent, which goes along with every transfer.
    """
    gevonden = False
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    slot = slot_for(by, dossier)
    for verstuurd in overdrachten_for(by, dossier).filter(tegengehouden_op=None, bestand_id__isnull=False):
        if bijlage_id is None or zat_erin_for(by, verstuurd, slot, bijlage_id):
            verstuurd.tegengehouden_op, verstuurd.tegenhoudreden = at, reden
            verstuurd.save(update_fields=["tegengehouden_op", "tegenhoudreden"])
            wie, wat = verstuurd.ontvanger_id, _TEGEN[reden]
            record(wat, by=by, at=at, dossier_id=dossier.id, object_id=wie)
            gevonden = True
    return gevonden


_TEGEN = {Tegenhoudreden.VIRUS: "overdracht.tegengehouden", Tegenhoudreden.BIJLAGE: "overdracht.teruggenomen"}
