"""How does a board choose a term?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from overstap.domain.bewaren.enums import Bewaarsoort
from overstap.domain.bewaren.models import Bewaarkeuze
from overstap.domain.bewaren.rules import controleer_keuze
from overstap.domain.medewerkers.queries import bestuursscholen_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.rls import als


def kies_termijn(*, soort: Bewaarsoort, maanden: int | None, by: Actor, at: datetime) -> None:
    """Choose a term for one kind, for the actor's organisation; None goes back to what holds without a choice.

    Raises `KeuzeGeweigerd` where the law fixes the term or these months are no choice.
    """
    by.require(Recht.BEWAARTERMIJN_BEWAKEN)
    if maanden is None:
        weg, _per_model = Bewaarkeuze.objects.filter(school_id=by.werkt_bij, soort=soort).delete()
        if weg:
            record("bewaartermijn.losgelaten", by=by, at=at, soort=soort.value)
        return
    controleer_keuze(soort, maanden)
    if Bewaarkeuze.objects.filter(school_id=by.werkt_bij, soort=soort, maanden=maanden).exists():
        return
    wat = {"maanden": maanden, "gekozen_op": at, "gekozen_door": by.persoon_id}
    Bewaarkeuze.objects.update_or_create(school_id=by.werkt_bij, soort=soort, defaults=wat)
    record("bewaartermijn.gekozen", by=by, at=at, soort=soort.value, maanden=maanden)


def kies_termijnen_bij(
    *, keuzes: Mapping[Bewaarsoort, int | None], ook_bij: Collection[UUID], by: Actor, at: datetime
) -> None:
    """Choose these terms for the own school, and for other schools of its board where this person may.

    At each school it is that person's act there, in the own function: all of them together, or none. What is asked
    for a school where the person may not is left out, as it would not stand on the page. Raises `KeuzeGeweigerd`.
    """
    elders = [een.actor for een in bestuursscholen_for(by, Recht.BEWAARTERMIJN_BEWAKEN, binnen=ook_bij)]
    for wie in (by, *elders):
        with als(wie) as hier:
            for soort, maanden in keuzes.items():
                kies_termijn(soort=soort, maanden=maanden, by=hier, at=at)
