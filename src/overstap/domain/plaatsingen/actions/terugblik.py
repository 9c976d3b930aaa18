"""Which acts ask how pupils fare after a year, write that down, and forget it again?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from overstap.domain.plaatsingen.enums import Vervolgstand
from overstap.domain.plaatsingen.models import Terugvraag, Vervolg
from overstap.domain.plaatsingen.queries import terugblik_for
from overstap.domain.plaatsingen.rules import TerugblikGeweigerd, Terugbliktijd
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag

_WANNEER = "Dit kan van {van} tot en met 30 september. Daarna staan de aantallen vast."


def vraag_terugblik(*, schooljaar: str, by: Actor, at: datetime) -> None:
    """Ask the vo schools how the pupils of one schooljaar fare after a year; harmless when that was asked.

    Raises `TerugblikGeweigerd` when it is too early or too late.
    """
    by.require(Recht.VOORTGANG_TELLEN)
    if not Terugbliktijd.van(schooljaar).mag_vragen(dag(at)):
        raise TerugblikGeweigerd(_WANNEER.format(van="1 oktober na groep 8, een jaar lang,"))
    rij, nieuw = Terugvraag.objects.get_or_create(
        school_id=by.werkt_bij, schooljaar=schooljaar, defaults={"gevraagd_op": at, "gevraagd_door": by.persoon_id}
    )
    if nieuw:
        record("terugblik.gevraagd", by=by, at=at, object_id=rij.id)


def leg_terugblik_vast(*, schooljaar: str, standen: Mapping[UUID, Vervolgstand | None], by: Actor, at: datetime) -> int:
    """Write down where these placed pupils stand (None takes it back); returns how many changed.

    Only of pupils whose basisschool asked: others raise `NietGevonden`. Raises `TerugblikGeweigerd` outside the months.
    """
    by.require(Recht.BESLUIT_NEMEN)
    if not Terugbliktijd.van(schooljaar).mag_invullen(dag(at)):
        raise TerugblikGeweigerd(_WANNEER.format(van="1 mei"))
    nu = {rij.plaatsing_id: rij.stand for rij in terugblik_for(by, schooljaar)}
    if standen.keys() - nu.keys():
        raise NietGevonden
    anders = {plaatsing_id: stand for plaatsing_id, stand in standen.items() if nu[plaatsing_id] != stand}
    for plaatsing_id, stand in anders.items():
        if stand is None:
            Vervolg.objects.filter(plaatsing_id=plaatsing_id).delete()
            continue
        Vervolg.objects.update_or_create(
            plaatsing_id=plaatsing_id, defaults={"stand": stand.value, "op": at},
            create_defaults={
                "stand": stand.value, "op": at, "ontvanger_id": by.werkt_bij, "schooljaar": schooljaar,
            },
        )  # fmt: skip
    if anders:
        record("terugblik.ingevuld", by=by, at=at, object_id=by.werkt_bij, aantal=len(anders))
    return len(anders)


def ruim_terugblik_op(*, by: Actor, at: datetime) -> int:
    """Forget at a vo school what was told long enough: nobody reads it any more. Returns how many."""
    by.require(Recht.REGIO_INRICHTEN)
    jaren = set(Vervolg.objects.filter(ontvanger_id=by.werkt_bij).values_list("schooljaar", flat=True).distinct())
    oud = {jaar for jaar in jaren if Terugbliktijd.van(jaar).weg <= dag(at)}
    aantal, _per_tabel = Vervolg.objects.filter(ontvanger_id=by.werkt_bij, schooljaar__in=oud).delete()
    if aantal:
        record("terugblik.verlopen", by=by, at=at, object_id=by.werkt_bij, aantal=aantal)
    return aantal
