"""How often did something come from one place in a while? Counted one by one, also when it comes all at once.

The while begins at the first of them, not with the clock: who waits for the stroke of an hour gains nothing by it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import connection, transaction


def tel(sleutel: str, seconden: int, at: datetime) -> int:
    """Count one more and return how many; all are forgotten so many seconds after the first.

    Whoever counts the same waits: reading and then writing would lose what came in between.
    """
    with transaction.atomic():
        aantal = vaste_stand(sleutel, at) + 1
        tot = vergeten_op(sleutel, at) or at + timedelta(seconds=seconden)
        cache.set(sleutel, (aantal, tot), (tot - at).total_seconds())
    return aantal


def stand(sleutel: str, at: datetime) -> int:
    """How many were counted and are not forgotten."""
    aantal, tot = _geteld(sleutel)
    return aantal if tot is not None and at < tot else 0


def vergeten_op(sleutel: str, at: datetime) -> datetime | None:
    """When they will be forgotten; nothing when nothing was counted."""
    tot = _geteld(sleutel)[1]
    return tot if tot is not None and at < tot else None


def vaste_stand(sleutel: str, at: datetime) -> int:
    """The same as `stand`, and until this transaction ends nobody else counts or asks this way.

    Who sends many tries at once would otherwise have them all looked at before the first one counts.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"teller:{sleutel}"])
    return stand(sleutel, at)


def _geteld(sleutel: str) -> tuple[int, datetime | None]:
    geteld: tuple[int, datetime | None] = cache.get(sleutel, (0, None))
    return geteld
