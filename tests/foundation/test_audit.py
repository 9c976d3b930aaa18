"""Is the log append-only and chained, and does tampering show?"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.keten import breuken
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.audit.record import record
from overstap.foundation.rls import als

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)


def _actor() -> Actor:
    return Actor(rol=Rol.LEERKRACHT, id=uuid4(), organisatie_id=uuid4())


@pytest.mark.django_db
def test_events_of_one_organisation_form_one_chain() -> None:
    actor = _actor()
    with als(actor):
        for _ in range(3):
            record("upload.bewaard", by=actor, at=AT)
        events = list(AuditEvent.objects.order_by("nummer"))
        assert [event.nummer for event in events] == [1, 2, 3]
        assert events[0].vorige is None
        assert [bytes(event.vorige or b"") for event in events[1:]] == [bytes(e.hash or b"") for e in events[:2]]
        assert breuken() == []


@pytest.mark.django_db
def test_a_stranger_sees_no_event() -> None:
    actor, stranger = _actor(), _actor()
    with als(actor):
        record("upload.bewaard", by=actor, at=AT)
    with als(stranger):
        assert AuditEvent.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("sql", ["update audit_auditevent set wat = 'x'", "delete from audit_auditevent"])
def test_the_log_refuses_every_change(sql: str) -> None:
    actor = _actor()
    with als(actor):
        record("upload.bewaard", by=actor, at=AT)
        # Row-level security hides what may not change; where it shows a row, the trigger or a missing grant refuses.
        before = list(AuditEvent.objects.values_list("wat", "nummer"))
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
        except DatabaseError:
            pass
        assert list(AuditEvent.objects.values_list("wat", "nummer")) == before


def test_tampering_by_the_owner_is_found(eigen_database, eigenaar_cursor) -> None:  # type: ignore[no-untyped-def]  # fixtures of conftest
    actor = _actor()
    with als(actor):
        record("upload.bewaard", by=actor, at=AT)
        record("upload.geweigerd", by=actor, at=AT)
    eigenaar_cursor.execute("alter table audit_auditevent disable trigger audit_auditevent_blijft")
    eigenaar_cursor.execute("update audit_auditevent set wat = 'niets.gebeurd' where nummer = 1")
    eigenaar_cursor.connection.commit()
    with als(actor):
        assert [nummer for _, nummer in breuken()] == [1]
