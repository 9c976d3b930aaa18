"""What of a guest goes away when the invitation ended and nothing was sent?"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import IntegrityError, connection, transaction

from overstap.domain.overdrachten.models import Gastuitnodiging
from overstap.domain.overdrachten.queries import achtergebleven_for
from overstap.domain.overdrachten.rules import BEWAARD_NA_EINDE
from overstap.foundation import opslag
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record
from overstap.foundation.sleutels.kast import vernietig_sleutel


def ruim_gasten_op(*, by: Actor, at: datetime) -> int:
    """Remove what guests of the actor's vo school typed in and never sent, some time after their invitation ended.

    What a parent was offered or said something of stays, for them. Returns how many reports went.
    """
    voor = at - BEWAARD_NA_EINDE
    return sum(_haal_weg(rij, voor, by, at) for rij in achtergebleven_for(by, voor))


def _haal_weg(rij: Gastuitnodiging, voor: datetime, by: Actor, at: datetime) -> bool:
    """First the rows, then the bytes and the keys: what is destroyed too early would be lost by a rolled-back act."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select bestand_id, sleutel_id from overdrachten_haal_gast_weg(%s, %s)", [rij.id, voor])
            weg = cursor.fetchall()
            cursor.execute("set constraints all immediate")
            cursor.execute("set constraints all deferred")
    except IntegrityError:
        # Something of the parents hangs on it.
        return False
    for bestand_id, sleutel_id in weg:
        if bestand_id:
            transaction.on_commit(partial(opslag.haal_weg, bestand_id))
        else:
            transaction.on_commit(partial(vernietig_sleutel, sleutel_id, at=at))
    record("gast.opgeruimd", by=by, at=at, object_id=rij.school_id)
    return True
