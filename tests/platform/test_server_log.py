"""Does the database server keep what a person typed out of its own log?"""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from tests.database import Databases


@pytest.mark.django_db
def test_a_failing_statement_leaves_no_value_in_the_log_of_the_server(proces_database: Databases) -> None:
    geheim = f"Haddou-{uuid4()}"  # The log may be older than this test.
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select 1 / 0, %s", [geheim])
    assert geheim not in (proces_database.cluster.folder / "server.log").read_text(encoding="utf-8")
