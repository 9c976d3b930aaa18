"""Is a job forgotten when it was done with long ago, and a failure only when nothing depends on it?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from overstap.domain.gebruikers.models import Sessie
from overstap.foundation.queue import defer, mislukt, vergeet_klare_taken
from overstap.jobs.opruimen import taken_vergeten

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 22, tzinfo=UTC)


def taak(van: str, status: str, dagen: int) -> None:
    """A job for the thing `van` that reached this status so many days ago."""
    defer("pdf.maken", versie_id=van, organisatie_id="geen")
    with connection.cursor() as cursor:
        cursor.execute("select max(id) from procrastinate_jobs")
        [nummer] = cursor.fetchone()
        cursor.execute("update procrastinate_jobs set status = %s where id = %s", [status, nummer])
        cursor.execute(
            "update procrastinate_events set at = %s where job_id = %s", [NU - timedelta(days=dagen), nummer]
        )


def over() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select status from procrastinate_jobs order by id")
        return [str(status) for (status,) in cursor.fetchall()]


def test_what_was_done_long_ago_is_forgotten_and_the_rest_stays() -> None:
    for status, dagen in (("succeeded", 31), ("cancelled", 31), ("succeeded", 29), ("todo", 31), ("failed", 31)):
        taak(str(uuid4()), status, dagen)
    assert vergeet_klare_taken(NU - timedelta(days=30)) == 2
    assert over() == ["succeeded", "todo", "failed"]


def test_a_session_that_ended_by_itself_is_forgotten_too() -> None:
    for sleutel, dagen in (("oud", -1), ("nieuw", 1)):
        verloopt = timezone.now() + timedelta(days=dagen)
        Sessie.objects.create(
            session_key=sleutel, session_data="", expire_date=verloopt, begonnen_op=timezone.now(),
            laatst_op=timezone.now(),
        )  # fmt: skip
    taken_vergeten(timestamp=0)
    assert list(Sessie.objects.values_list("session_key", flat=True)) == ["nieuw"]


def test_a_failure_that_was_mended_does_not_come_back() -> None:
    versie = uuid4()
    taak(str(versie), "failed", 40)
    taak(str(versie), "succeeded", 39)
    assert vergeet_klare_taken(NU - timedelta(days=30)) == 0
    assert mislukt("pdf.maken", "versie_id", [versie]) == frozenset()
