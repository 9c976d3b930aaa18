"""Who holds a copy of an attachment outside the dossier, and must hear at once that it may not, or may again?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.bijlagen.enums import Ontvanger, Terugneemreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.foundation.access import Actor
from overstap.foundation.poort import poort


def meld_voor_swv(
    *, bijlage: Bijlage, eerst: frozenset[Ontvanger], reden: Terugneemreden, by: Actor, at: datetime
) -> None:
    """Tell the copies at a samenwerkingsverband when `bijlage` closed or opened there; `eerst` is to whom it was open.

    In the transaction of the act: what is revoked is gone at once, not when a worker has time. The caller holds the
    lock of the dossier. Asked through ports, because the care route lies above the attachments (ADR 8).
    """
    was, is_ = Ontvanger.SWV in eerst, Ontvanger.SWV in bijlage.aan
    if was and not is_:
        poort("bijlage.gesloten_swv")(bijlage=bijlage, reden=reden, by=by, at=at)
    elif is_ and not was:
        poort("bijlage.open_swv")(bijlage=bijlage, by=by, at=at)
