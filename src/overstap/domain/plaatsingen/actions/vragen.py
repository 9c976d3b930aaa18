"""Which acts ask the basisschool something about a pupil, answer it, and open the answer?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.plaatsingen.models import Vraag
from overstap.domain.plaatsingen.queries import plaatsing_for, vraag_for
from overstap.domain.plaatsingen.rules import TekstGeweigerd, controleer_tekst
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer


def stel_vraag(*, overdracht_id: UUID, tekst: str, nagekeken: bool = False, by: Actor, at: datetime) -> UUID:
    """Ask the basisschool something about a pupil whose report is here; the parents read it too.

    Raises `TekstGeweigerd` for what may not stand in a file; with `nagekeken` somebody looked at a warning.
    """
    by.require(Recht.VRAAG_STELLEN)
    dossier = dossier_for(by, plaatsing_for(by, overdracht_id).dossier_id, vergrendel=True)
    # Read again behind the lock: it may have been withdrawn while this waited.
    plaatsing = plaatsing_for(by, overdracht_id)
    gekeurd = controleer_tekst(tekst, dag(at), nagekeken=nagekeken)
    vraag_id = uuid4()
    geheim = slot_for(by, dossier).versleutel(gekeurd.encode(), f"vraag:{vraag_id}")
    Vraag.objects.create(
        id=vraag_id, plaatsing=plaatsing, dossier=dossier, school_id=dossier.school_id,
        ontvanger_id=plaatsing.ontvanger_id, geheim=geheim, gesteld_op=at, gesteld_door=by.persoon_id,
        functie=by.rol.value,
    )  # fmt: skip
    record("vraag.gesteld", by=by, at=at, dossier_id=dossier.id, object_id=dossier.school_id)
    defer("plaatsing.vraag", dossier_id=dossier.id, organisatie_id=dossier.school_id)
    return vraag_id


def beantwoord_vraag(
    *, dossier_id: UUID, vraag_id: UUID, tekst: str, nagekeken: bool = False, by: Actor, at: datetime
) -> None:
    """Answer a question of a vo school; once, for that school and the parents read it from now on."""
    by.require(Recht.VRAAG_BEANTWOORDEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    vraag = vraag_for(by, dossier, vraag_id)
    if vraag.beantwoord_op is not None:
        raise TekstGeweigerd("Deze vraag is al beantwoord. Ververs de bladzijde om het antwoord te lezen.")
    gekeurd = controleer_tekst(tekst, dag(at), nagekeken=nagekeken)
    vraag.antwoord = slot_for(by, dossier).versleutel(gekeurd.encode(), f"antwoord:{vraag.id}")
    vraag.beantwoord_op, vraag.beantwoord_door, vraag.antwoordfunctie = at, by.persoon_id, by.rol.value
    vraag.save(update_fields=["antwoord", "beantwoord_op", "beantwoord_door", "antwoordfunctie"])
    record("vraag.beantwoord", by=by, at=at, dossier_id=dossier.id, object_id=vraag.ontvanger_id)
    defer(
        "plaatsing.antwoord", plaatsing_id=vraag.plaatsing_id, dossier_id=dossier.id, organisatie_id=dossier.school_id
    )


def antwoorden_gezien(*, overdracht_id: UUID, by: Actor, at: datetime) -> None:
    """Somebody of the vo school has the answers on the screen: they are no news in its inbox any more."""
    by.require(Recht.DOSSIER_ONTVANGEN)
    plaatsing = plaatsing_for(by, overdracht_id)
    wacht = Vraag.objects.filter(plaatsing=plaatsing, beantwoord_op__isnull=False, gezien_op=None)
    wacht.update(gezien_op=at)
