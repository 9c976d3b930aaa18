"""How do the queries of tests stay planned? With row-level security in it, planning costs more than answering.

psycopg forgets (`clear`) what a connection prepared at every ROLLBACK, in case an object in it was made anew meanwhile.
Each of our tests ends with one, and so does every refused act; no test makes or drops a table on such a connection.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from psycopg._preparing import PrepareManager

# More than the different queries that one file of tests asks; psycopg itself keeps a hundred.
MOST_QUERIES = 1_000
# What is asked once is not worth it.
FROM_THE_SECOND_TIME = 2


def blijf_gepland() -> None:
    """Let every connection that is made from now on keep its plans over a ROLLBACK; called before Django makes one."""
    PrepareManager.prepared_max = MOST_QUERIES
    PrepareManager.clear = _nooit  # type: ignore[method-assign]  # no other way to keep plans
    for alias in settings.DATABASES.values():
        alias["OPTIONS"]["prepare_threshold"] = FROM_THE_SECOND_TIME


def _nooit(*_wat: Any, **_meer: Any) -> bool:
    return False
