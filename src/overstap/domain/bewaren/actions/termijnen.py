"""How does a board choose a term?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.bewaren.enums import Bewaarsoort
from overstap.domain.bewaren.models import Bewaarkeuze
from overstap.domain.bewaren.rules import controleer_keuze
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record


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
