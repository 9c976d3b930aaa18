"""How does the database know who is acting? `als(actor)` tells it, for one transaction."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import connection, transaction

from overstap.foundation.access import ALLEEN_LEZEN, Actor

_T = TypeVar("_T")
_actor: ContextVar[Actor | None] = ContextVar("actor", default=None)
_antwoorden: ContextVar[dict[Hashable, Any] | None] = ContextVar("antwoorden", default=None)


def huidige_actor() -> Actor | None:
    """The actor of the running transaction, or None outside `als`."""
    return _actor.get()


def eenmaal(sleutel: Hashable, vraag: Callable[[], _T]) -> _T:
    """The answer to a question of which many queries of one transaction need the same: asked once inside `als`.

    Only for what nobody changes while people work, such as the settings of a region.
    """
    antwoorden = _antwoorden.get()
    if antwoorden is None:
        return vraag()
    if sleutel not in antwoorden:
        antwoorden[sleutel] = vraag()
    antwoord: _T = antwoorden[sleutel]
    return antwoord


@contextmanager
def als(actor: Actor) -> Iterator[Actor]:
    """Open a transaction in which the database shows only what `actor` may see.

    The settings are local to the transaction (a session-wide SET would leak into the next
    request of the pool); on leaving a nested block the outer actor is put back. Of a role that only reads the
    database refuses every write until the block ends, also one by another actor within it.
    """
    with transaction.atomic():
        vorige = _actor.get()
        token, vergeet = _actor.set(actor), _antwoorden.set({})
        _zet(actor)
        if actor.rol in ALLEEN_LEZEN:
            with connection.cursor() as cursor:
                cursor.execute("set transaction read only")
        try:
            yield actor
            # After an error the rollback to the savepoint puts the outer one back, and asking would hide the error.
            if vorige is not None and not connection.needs_rollback:
                _zet(vorige)
        finally:
            _actor.reset(token)
            _antwoorden.reset(vergeet)


def _zet(actor: Actor) -> None:
    organisatie = str(actor.organisatie_id) if actor.organisatie_id else ""
    ouder = str(actor.ouder_id) if actor.ouder_id else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('app.organisatie', %s, true), set_config('app.ouder', %s, true)",
            [organisatie, ouder],
        )
