"""Does a database that was away for a moment cost nobody an error page once it is back?"""

from __future__ import annotations

import pytest
from django.db.utils import ConnectionHandler

from overstap.config.environment import database
from tests.database import Databases


def test_a_connection_that_broke_is_replaced_before_anybody_gets_it(
    eigen_database: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", eigen_database.addresses["DATABASE_URL"])
    pool = ConnectionHandler({"default": database("DATABASE_URL", pool=True)})["default"]
    try:
        with pool.cursor() as cursor:
            cursor.execute("select pg_backend_pid()")
            (pid,) = cursor.fetchone()
        pool.close()  # back into the pool, as at the end of a request
        with eigen_database.superuser() as beheerder:
            beheerder.execute("select pg_terminate_backend(%s, 10000)", [pid])
        with pool.cursor() as cursor:
            cursor.execute("select pg_backend_pid() <> %s", [pid])
            assert cursor.fetchone() == (True,)
    finally:
        pool.close()
        pool.close_pool()
