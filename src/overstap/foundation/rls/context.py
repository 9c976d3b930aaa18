"""How does the database know who is acting? `als(actor)` tells it, for one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

from overstap.foundation.access import Actor

_actor: ContextVar[Actor | None] = ContextVar("actor", default=None)


def huidige_actor() -> Actor | None:
    """The actor of the running transaction, or None outside `als`."""
    return _actor.get()


@contextmanager
def als(actor: Actor) -> Iterator[Actor]:
    """Open a transaction in which the database shows only what `actor` may see.

    The settings are local to the transaction (a session-wide SET would leak into the next
    request of the pool); on leaving a nested block the outer actor is put back.
    """
    with transaction.atomic():
        vorige = _actor.get()
        token = _actor.set(actor)
        _zet(actor)
        try:
            yield actor
        finally:
            _actor.reset(token)
            if vorige is not None and not connection.needs_rollback:
                _zet(vorige)


def _zet(actor: Actor) -> None:
    organisatie = str(actor.organisatie_id) if actor.organisatie_id else ""
    ouder = str(actor.ouder_id) if actor.ouder_id else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('app.organisatie', %s, true), set_config('app.ouder', %s, true)",
            [organisatie, ouder],
        )
