"""How does something go for good: proposed by one, released by another, carried out by the worker in two steps?

First the rows, in one transaction that also writes down which keys and files belonged to them; then those. So a worker
that is killed anywhere loses nothing and leaves nothing: whatever is done again is harmless.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction

from overstap.domain.bewaren.enums import Beletsel, Bewaarsoort, Vernietigstand
from overstap.domain.bewaren.models import Vernietiging, Vernietigregel
from overstap.domain.bewaren.queries import Bewaard, bewaard_for, regel_for, vernietiging_for
from overstap.domain.bewaren.rules import VernietigingGeweigerd, controleer_gekozen, controleer_tweede
from overstap.foundation import opslag
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import vernietig_sleutel

RIJEN, BYTES = "vernietiging.rijen", "vernietiging.bytes"
_LOOPT = (Vernietigstand.WACHT, Vernietigstand.RIJEN_WEG)
_STAAT_AL = "Een van deze staat al op een andere lijst. Ververs de bladzijde en kies opnieuw."


def stel_vernietiging_voor(*, object_ids: Collection[UUID], by: Actor, at: datetime) -> UUID:
    """Propose that these go; nothing goes before a colleague released it. Returns the list.

    Raises `VernietigingGeweigerd` when something may not go yet: then nothing is proposed.
    """
    by.require(Recht.BEWAARTERMIJN_BEWAKEN)
    controleer_gekozen(object_ids)
    gekozen = [een for een in bewaard_for(by, dag(at)) if een.object_id in set(object_ids) and not een.vanzelf]
    for een in gekozen:
        if een.beletsel is not None:
            raise VernietigingGeweigerd(een.beletsel.zin)
    controleer_gekozen(gekozen)
    lijst = Vernietiging(id=uuid4(), school_id=by.werkt_bij, voorgesteld_op=at, voorgesteld_door=by.persoon_id)
    try:
        with transaction.atomic():
            lijst.save(force_insert=True)
            Vernietigregel.objects.bulk_create([_regel(lijst, een) for een in gekozen])
    except IntegrityError as fout:
        raise VernietigingGeweigerd(_STAAT_AL) from fout
    record("vernietiging.voorgesteld", by=by, at=at, object_id=lijst.id, aantal=len(gekozen))
    return lijst.id


def trek_vernietiging_in(*, vernietiging_id: UUID, by: Actor, at: datetime) -> None:
    """Take a list back before it was released; everything on it may be proposed again."""
    lijst = _open(vernietiging_id, by)
    lijst.ingetrokken_op, lijst.ingetrokken_door = at, by.persoon_id
    lijst.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    Vernietigregel.objects.filter(vernietiging=lijst).update(stand=Vernietigstand.INGETROKKEN)
    record("vernietiging.ingetrokken", by=by, at=at, object_id=lijst.id)


def vrijgeven(*, vernietiging_id: UUID, by: Actor, at: datetime) -> None:
    """Release a list that somebody else proposed: from here on there is no way back.

    Raises `VernietigingGeweigerd` for who proposed it, and when it was released or taken back before.
    """
    lijst = _open(vernietiging_id, by)
    controleer_tweede(lijst.voorgesteld_door, by.persoon_id)
    lijst.vrijgegeven_op, lijst.vrijgegeven_door = at, by.persoon_id
    lijst.save(update_fields=["vrijgegeven_op", "vrijgegeven_door"])
    record("vernietiging.vrijgegeven", by=by, at=at, object_id=lijst.id)
    _vraag(lijst, by)


def vraag_vernietiging_opnieuw(*, vernietiging_id: UUID, by: Actor, at: datetime) -> None:
    """Ask the worker again for what of a released list is not done yet, such as after a full disk."""
    by.require(Recht.BEWAARTERMIJN_BEWAKEN)
    lijst = vernietiging_for(by, vernietiging_id)
    if lijst.vrijgegeven_op is None or lijst.uitgevoerd_op is not None:
        raise VernietigingGeweigerd("Er is niets om opnieuw te proberen. Ververs de bladzijde.")
    record("vernietiging.opnieuw_gevraagd", by=by, at=at, object_id=lijst.id)
    _vraag(lijst, by)


def haal_rijen_weg(*, regel_id: UUID, by: Actor, at: datetime) -> None:
    """Take the rows of one line away, unless something stands in the way by now; harmless when it was done before."""
    regel = regel_for(by, regel_id)
    if regel.stand != Vernietigstand.WACHT or regel.vernietiging.vrijgegeven_op is None:
        return
    beletsel = _beletsel_nu(regel, by, at)
    if beletsel is not None:
        _weiger(regel, beletsel, by, at)
        return
    with connection.cursor() as cursor:
        cursor.execute("select bewaren_haal_weg(%s, %s)", [regel.id, at])
        # What hangs on it and was not taken along would make an orphan: then nothing goes.
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")
    record("vernietiging.rijen_weg", by=by, at=at, dossier_id=_dossier(regel), object_id=regel.vernietiging_id)
    defer(BYTES, regel_id=regel.id, organisatie_id=regel.school_id)


def vernietig_bytes(*, regel_id: UUID, by: Actor, at: datetime) -> None:
    """Destroy the keys and remove the files of what went, and close the list after its last line."""
    regel = regel_for(by, regel_id)
    if regel.stand != Vernietigstand.RIJEN_WEG:
        return
    for sleutel_id in regel.sleutels:
        vernietig_sleutel(sleutel_id, at=at)
    for bestand_id in regel.bestanden:
        opslag.verwijder(bestand_id)
    _zet(regel, Vernietigstand.VERNIETIGD, at)
    record("vernietiging.regel_klaar", by=by, at=at, dossier_id=_dossier(regel), object_id=regel.vernietiging_id)
    _sluit(regel.vernietiging_id, by, at)


def _regel(lijst: Vernietiging, een: Bewaard) -> Vernietigregel:
    return Vernietigregel(
        id=uuid4(), vernietiging=lijst, school_id=lijst.school_id, soort=een.soort, object_id=een.object_id,
        vervalt_op=een.vervalt_op,
    )  # fmt: skip


def _open(vernietiging_id: UUID, by: Actor) -> Vernietiging:
    """A list about which nothing was decided yet, locked."""
    by.require(Recht.BEWAARTERMIJN_BEWAKEN)
    lijst = vernietiging_for(by, vernietiging_id, vergrendel=True)
    if lijst.vrijgegeven_op is not None:
        raise VernietigingGeweigerd("Deze lijst is al vrijgegeven. Dat kan niet terug.")
    if lijst.ingetrokken_op is not None:
        raise VernietigingGeweigerd("Deze lijst is ingetrokken. Stel een nieuwe lijst voor.")
    return lijst


def _vraag(lijst: Vernietiging, by: Actor) -> None:
    for regel in Vernietigregel.objects.filter(vernietiging=lijst, stand__in=_LOOPT):
        taak = RIJEN if regel.stand == Vernietigstand.WACHT else BYTES
        defer(taak, regel_id=regel.id, organisatie_id=by.werkt_bij)


def _beletsel_nu(regel: Vernietigregel, by: Actor, at: datetime) -> Beletsel | None:
    """What stands in the way now; what is not kept any more, or under another term, is not due."""
    nu = {(een.object_id, een.soort): een for een in bewaard_for(by, dag(at))}
    een = nu.get((regel.object_id, Bewaarsoort(regel.soort)))
    return een.beletsel if een else Beletsel.NIET_AAN_DE_BEURT


def _weiger(regel: Vernietigregel, beletsel: Beletsel, by: Actor, at: datetime) -> None:
    regel.beletsel = beletsel
    _zet(regel, Vernietigstand.GEWEIGERD, at)
    record(
        "vernietiging.geweigerd", by=by, at=at, dossier_id=_dossier(regel), object_id=regel.vernietiging_id,
        beletsel=beletsel.value,
    )  # fmt: skip
    _sluit(regel.vernietiging_id, by, at)


def _zet(regel: Vernietigregel, stand: Vernietigstand, at: datetime) -> None:
    regel.stand, regel.gedaan_op = stand, at
    regel.save(update_fields=["stand", "beletsel", "gedaan_op"])


def _sluit(vernietiging_id: UUID, by: Actor, at: datetime) -> None:
    """Two workers may do the last two lines at once: the row of the list lets them come after each other."""
    lijst = Vernietiging.objects.select_for_update().get(id=vernietiging_id)
    if Vernietigregel.objects.filter(vernietiging=lijst, stand__in=_LOOPT).exists():
        return
    lijst.uitgevoerd_op = at
    lijst.save(update_fields=["uitgevoerd_op"])
    record("vernietiging.uitgevoerd", by=by, at=at, object_id=lijst.id)


def _dossier(regel: Vernietigregel) -> UUID | None:
    """Of a case only the samenwerkingsverband's own chain tells: the dossier is the basisschool's."""
    return None if regel.soort == Bewaarsoort.ZAAK else regel.object_id
