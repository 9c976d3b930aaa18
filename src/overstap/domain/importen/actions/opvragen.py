"""Which acts ask for a pupil in the school's own administration, write down what came of it, and clear it away?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import chain
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from overstap.domain.importen.actions.upload import bewaar_upload
from overstap.domain.importen.enums import TAAK_AFMELDEN, TAAK_OPHALEN, Opvraagstand
from overstap.domain.importen.models import Opvraging
from overstap.domain.importen.queries import gestrand_for, importeur_for, opvraging_for, opvragingen_for, uploads_for
from overstap.domain.importen.rules import (
    BEWAARTIJD,
    OPVRAGINGEN_HOOGSTENS,
    UPLOADS_HOOGSTENS,
    WACHTTIJD,
    ImportGeweigerd,
    controleer_ruimte,
)
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel, zoekhash

_AL_ONDERWEG = (
    "Deze leerling wordt al opgevraagd. Wacht tot het antwoord er is; dat duurt meestal minder dan een minuut."
)


def vraag_op(*, nummer: str, by: Actor, at: datetime) -> UUID:
    """Ask for the pupil with this persoonsnummer (nine digits, tested); the worker does it. Returns its id.

    Raises `ImportGeweigerd` when it is being asked for already, or when too much waits.
    """
    by.require(Recht.IMPORT_UITVOEREN)
    controleer_ruimte(opvragingen_for(by, at).count(), OPVRAGINGEN_HOOGSTENS, "opgevraagde leerlingen")
    controleer_ruimte(uploads_for(by, at).count(), UPLOADS_HOOGSTENS, "bestanden")
    opvraging_id, sleutel_id = uuid4(), maak_sleutel(at=at)
    with _een_tegelijk():
        Opvraging.objects.create(
            id=opvraging_id,
            school_id=by.werkt_bij,
            sleutel_id=sleutel_id,
            geheim=Slot(sleutel_id).versleutel(nummer.encode(), f"opvraging:{opvraging_id}"),
            zoekhash=zoekhash(by.werkt_bij, nummer),
            gevraagd_op=at,
            gevraagd_door=by.persoon_id,
            vervalt_op=at + BEWAARTIJD,
        )
    _geef_door(opvraging_id, by, at)
    return opvraging_id


def vraag_opnieuw_op(*, opvraging_id: UUID, by: Actor, at: datetime) -> None:
    """Ask once more for a pupil who did not come."""
    by.require(Recht.IMPORT_UITVOEREN)
    opvraging = opvraging_for(by, opvraging_id, at, vergrendel=True)
    if opvraging.stand != Opvraagstand.NIET_GELUKT and not gestrand_for(by, [opvraging]):
        raise ImportGeweigerd(_AL_ONDERWEG)
    opvraging.stand, opvraging.gevraagd_op, opvraging.gevraagd_door = Opvraagstand.ONDERWEG, at, by.persoon_id
    with _een_tegelijk():
        opvraging.save(update_fields=["stand", "gevraagd_op", "gevraagd_door"])
    _geef_door(opvraging_id, by, at)


def hoor_notificatie(*, sessie: str, kenmerk: str, by: Actor, at: datetime) -> bool:
    """The administration says that a dossier is ready now for which this school asked before: ask again for it.

    `sessie` is that of the earlier request, `kenmerk` the aanleverpunt that says so. False when we never asked there.
    """
    rijen = opvragingen_for(by, at).filter(sessie=sessie, kenmerk=kenmerk, stand=Opvraagstand.NIET_GELUKT)
    opvraging = rijen.select_for_update().first() if sessie and kenmerk else None
    if opvraging is None:
        return False
    opvraging.stand = Opvraagstand.ONDERWEG
    with _een_tegelijk():
        opvraging.save(update_fields=["stand"])
    record("opvraging.gemeld", by=by, at=at, object_id=opvraging.id, sessie=sessie, kenmerk=kenmerk)
    defer(TAAK_OPHALEN, opvraging_id=opvraging.id, organisatie_id=by.werkt_bij)
    return True


@contextmanager
def _een_tegelijk() -> Iterator[None]:
    """The database itself refuses a second one of a pupil, also when two people press at once."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise ImportGeweigerd(_AL_ONDERWEG) from None


def _geef_door(opvraging_id: UUID, by: Actor, at: datetime) -> None:
    record("opvraging.gevraagd", by=by, at=at, object_id=opvraging_id)
    defer(TAAK_OPHALEN, opvraging_id=opvraging_id, organisatie_id=by.werkt_bij)


def leg_ophaling_vast(
    *,
    opvraging_id: UUID,
    code: str,
    uitkomst: str,
    sessie: str,
    kenmerk: str,
    stukken: Iterable[bytes],
    wachten: bool = False,
    afmelding: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Write down what came of asking. Of `stukken`, when there are any, comes a file that waits for a decision.

    `wachten`: the dossier may still be set ready, so this is kept longer. `afmelding` is what must still be said to
    the Traffic Center when it was away; as good as the number, so kept as the number is.

    `code` and `uitkomst` are words of OSO, `sessie` and `kenmerk` are of the exchange; nothing of the pupil. The file
    is of the person who asked; who may not import any more gets nothing.
    """
    opvraging = opvraging_for(by, opvraging_id, at, vergrendel=True)
    if opvraging.stand != Opvraagstand.ONDERWEG:
        return
    wie, delen = importeur_for(by, opvraging.gevraagd_door), iter(stukken)
    opvraging.code, opvraging.uitkomst, opvraging.sessie, opvraging.kenmerk = code[:80], uitkomst, sessie, kenmerk
    opvraging.beantwoord_op, opvraging.stand = at, Opvraagstand.NIET_GELUKT
    # Piece by piece: what came may be big.
    if wie is not None and (eerste := next(delen, b"")):
        heel = chain([eerste], delen)
        opvraging.upload_id, opvraging.stand = bewaar_upload(stukken=heel, by=wie, at=at), Opvraagstand.OPGEHAALD
    opvraging.vervalt_op = at + (WACHTTIJD if wachten else BEWAARTIJD)
    opvraging.afmelding = _dicht(opvraging, afmelding) if afmelding else None
    velden = ("code", "uitkomst", "sessie", "kenmerk", "beantwoord_op", "stand", "upload_id", "vervalt_op", "afmelding")
    opvraging.save(update_fields=velden)
    if afmelding:
        defer(TAAK_AFMELDEN, opvraging_id=opvraging.id, organisatie_id=by.werkt_bij)
    record(
        "opvraging.beantwoord", by=wie or by, at=at, object_id=opvraging_id,
        code=opvraging.code, sessie=sessie, kenmerk=kenmerk, stand=opvraging.stand,
    )  # fmt: skip


def _dicht(opvraging: Opvraging, afmelding: str) -> bytes:
    return Slot(opvraging.sleutel_id).versleutel(afmelding.encode(), f"afmelding:{opvraging.id}")


def leg_afmelding_vast(*, opvraging_id: UUID, by: Actor, at: datetime) -> None:
    """Write down that the Traffic Center heard of it after all."""
    opvraging = opvraging_for(by, opvraging_id, at, vergrendel=True)
    opvraging.afmelding = None
    opvraging.save(update_fields=["afmelding"])
    record("opvraging.afgemeld", by=by, at=at, object_id=opvraging_id, sessie=opvraging.sessie)


def vergeet_opvraging(*, opvraging_id: UUID, by: Actor, at: datetime) -> None:
    """Take a pupil off the list who was asked for; a file that came stays waiting."""
    by.require(Recht.IMPORT_UITVOEREN)
    _ruim_op(opvraging_for(by, opvraging_id, at, vergrendel=True), at)
    record("opvraging.vergeten", by=by, at=at, object_id=opvraging_id)


def ruim_opvragingen_op(*, by: Actor, at: datetime) -> int:
    """Clear away those of the actor's organisation whose 24 hours have passed; returns how many."""
    verlopen = list(Opvraging.objects.filter(school_id=by.werkt_bij, vervalt_op__lte=at))
    for opvraging in verlopen:
        _ruim_op(opvraging, at)
        record("opvraging.verlopen", by=by, at=at, object_id=opvraging.id)
    return len(verlopen)


def _ruim_op(opvraging: Opvraging, at: datetime) -> None:
    sleutel_id = opvraging.sleutel_id
    opvraging.delete()
    transaction.on_commit(partial(vernietig_sleutel, sleutel_id, at=at))
