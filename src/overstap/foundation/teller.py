"""How often did something come from one place in a while? Counted one by one, also when it comes all at once."""

from __future__ import annotations

from django.core.cache import cache
from django.db import connection, transaction


def tel(sleutel: str, seconden: int) -> int:
    """Count one more and return how many; the count is forgotten after so many seconds.

    Whoever counts the same waits: reading and then writing would lose what came in between.
    """
    with transaction.atomic():
        aantal = vaste_stand(sleutel) + 1
        cache.set(sleutel, aantal, seconden)
    return aantal


def stand(sleutel: str) -> int:
    """How many were counted."""
    return int(cache.get(sleutel, 0))


def vaste_stand(sleutel: str) -> int:
    """The same, and until this transaction ends nobody else counts or asks this way.

    Who sends many tries at once would otherwise have them all looked at before the first one counts.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"teller:{sleutel}"])
    return stand(sleutel)
