"""How does a document become an attachment: from an OSO file, or by hand?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID, uuid4

from overstap.domain.bijlagen.actions.vrijgeven import trek_bijlage_in
from overstap.domain.bijlagen.enums import Bijlagesoort, Herkomst, Terugneemreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlage_for, bijlagen_for
from overstap.domain.bijlagen.rules import PLAATJE, controleer_omvang, plek_van_bestand, soort_bij_plek, vanzelf_open
from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.domain.scholen.queries import regio_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer


def neem_bestand_over(*, dossier: Dossier, bestand: Bestand | Bron, by: Actor, at: datetime) -> Bijlage:
    """Store an attachment that came with an OSO file: encrypted, with the kind its place suggests.

    It is closed, unless the region opens that kind.
    """
    by.require(Recht.IMPORT_UITVOEREN)
    bijlage = Bijlage(
        sleutel=bestand.sleutel,
        plek=bestand.plek,
        soort=soort_bij_plek(bestand.plek),
        herkomst=Herkomst.OSO,
        mime=bestand.mime,
    )
    namen = {"bestandsnaam": bestand.bestandsnaam, "omschrijving": bestand.omschrijving}
    return _bewaar(bijlage, dossier, namen, _in_stukken(bestand), by=by, at=at)


def voeg_toe(
    *,
    dossier_id: UUID,
    bestandsnaam: str,
    omschrijving: str,
    mime: str,
    soort: Bijlagesoort,
    inhoud: Iterable[bytes],
    omvang: int,
    besproken_op: date | None,
    by: Actor,
    at: datetime,
    vervangt: UUID | None = None,
    als_pdf: bool = False,
    later_bij: UUID | None = None,
) -> UUID:
    """Add a document by hand, closed as every other; with `vervangt` it takes the place of an older one.

    `mime` was judged by the content; `inhoud` comes in any portions, `omvang` bytes together. With `als_pdf` a picture
    becomes a PDF when it is checked. `later_bij` is the definitive version beside which it comes; without it the report
    must still be open. What the parents said of the older one does not count for this one. Raises `BijlageGeweigerd`,
    `NietInvulbaar` and `NietGevonden`.
    """
    by.require(Recht.BIJLAGE_TOEVOEGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    if later_bij is None:
        controleer_invulbaar(Staat(dossier.staat))
    als_pdf = als_pdf and mime in PLAATJE
    oud = bijlage_for(by, dossier, vervangt) if vervangt else None
    blijven = bijlagen_for(by, dossier).exclude(id=vervangt) if vervangt else bijlagen_for(by, dossier)
    controleer_omvang(omvang, blijven.values_list("omvang", flat=True))
    bijlage = Bijlage(
        sleutel=uuid4().hex[:24],
        plek="",
        soort=soort,
        herkomst=Herkomst.SCHOOL,
        mime=mime,
        besproken_op=besproken_op,
        vervangt=oud,
        als_pdf=als_pdf,
        later_bij=later_bij,
    )
    naam = f"{bestandsnaam.rpartition('.')[0]}.pdf" if als_pdf else bestandsnaam
    _bewaar(bijlage, dossier, {"bestandsnaam": naam, "omschrijving": omschrijving}, inhoud, by=by, at=at)
    if oud is not None:
        trek_bijlage_in(dossier_id=dossier_id, bijlage_id=oud.id, reden=Terugneemreden.VERVANGEN, by=by, at=at)
    return bijlage.id


def _bewaar(
    bijlage: Bijlage, dossier: Dossier, namen: dict[str, str], inhoud: Iterable[bytes], *, by: Actor, at: datetime
) -> Bijlage:
    """Write the bytes and the row, and ask for the check; until that is done it does not leave."""
    slot = slot_for(by, dossier)
    bijlage.dossier, bijlage.school_id = dossier, dossier.school_id
    bijlage.bestand_id = uuid4()
    bijlage.toegevoegd_op, bijlage.toegevoegd_door = at, by.id
    with opslag.schrijver(bijlage.bestand_id, slot, plek_van_bestand(bijlage.bestand_id)) as uit:
        for stuk in inhoud:
            uit.write(stuk)
    bijlage.omvang = uit.omvang
    ruw = json.dumps(namen, ensure_ascii=False).encode()
    # What comes after definitief is only opened by a person: the parents are told of it then.
    if by.id is not None and bijlage.later_bij is None:
        standaard = regio_for(by, dossier.school_id).instellingen.get("standaard_bijlagesoorten", ())
        bijlage.geef_vrij(vanzelf_open(Bijlagesoort(bijlage.soort), standaard), by.id, at)
    bijlage.geheime_naam = slot.versleutel(ruw, f"bijlage:{bijlage.id}")
    bijlage.save(force_insert=True)
    record("bijlage.toegevoegd", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id)
    if bijlage.aan:
        wat = "bijlage.vrijgegeven_door_regio"
        record(wat, by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id, soort=str(bijlage.soort))
    defer("bijlage.controleren", bijlage_id=bijlage.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)
    return bijlage


def _in_stukken(bestand: Bestand | Bron) -> Iterator[bytes]:
    with bestand.open() as bron:
        while stuk := bron.read(opslag.STUK):
            yield stuk
