"""Does the real worker find the jobs, run them on committed rows, and try again what is not ready?"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection, connections
from procrastinate.contrib.django import app

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.queries import oso_bestand_for, overdracht_for
from overstap.foundation.queue import WACHTRIJ, defer
from overstap.foundation.rls import als
from overstap.integrations.oso import lees
from tests.database import Databases
from tests.wereld import logboek, regio


class Teruggedraaid(Exception):
    """What goes wrong after the act, in the same request."""


def werk_wachtrij_af() -> None:
    """Be the worker until nothing waits any more: in a thread, because the browser keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as worker:
        worker.submit(_werk).result()


def _werk() -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(queues=[WACHTRIJ], wait=False, install_signal_handlers=False, listen_notify=False)
    connections.close_all()


def stand() -> Counter[tuple[str, str]]:
    with connection.cursor() as cursor:
        # The jobs that come round by the clock happen to come round, or not.
        op_de_klok = [naam for naam, _ in app.periodic_registry.periodic_tasks]
        cursor.execute(
            "select task_name, status, attempts from procrastinate_jobs where task_name <> all(%s)", [op_de_klok]
        )
        return Counter((naam, f"{status} {pogingen}") for naam, status, pogingen in cursor.fetchall())


def test_the_worker_makes_everything_that_the_acts_asked_for(eigen_database: Databases):
    wereld = regio()
    geval = wereld.dossier_in(Staat.GELEZEN)
    werk_wachtrij_af()
    assert stand() == {
        ("pdf.maken", "succeeded 1"): 2,
        ("mail.uitnodiging", "succeeded 1"): 2,
        ("mail.nieuwe_versie", "succeeded 1"): 2,
        ("oso.klaarzetten", "succeeded 1"): 1,
        ("webhook.overdracht_klaar", "succeeded 1"): 1,
    }
    # The world let the invitations leave; they are not sent twice.
    assert len(mail.outbox) == 2
    with als(wereld.vo.administratie) as by:
        assert lees(oso_bestand_for(by, overdracht_for(by, geval.overdracht_id)).read()).fouten == ()
    assert logboek(geval).count("ouders.mail_verzonden") == 2


def test_what_is_not_ready_is_tried_again_later(eigen_database: Databases, echte_klok):
    wereld = regio()
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'cancelled' where task_name = 'pdf.maken'")
    werk_wachtrij_af()
    assert stand()["oso.klaarzetten", "todo 1"] == 1
    with connection.cursor() as cursor:
        cursor.execute("select scheduled_at > now() from procrastinate_jobs where task_name = 'oso.klaarzetten'")
        assert cursor.fetchone() == (True,)
    assert "overdracht.klaargezet" not in logboek(geval)


def test_an_act_that_is_undone_queues_nothing(eigen_database: Databases):
    wereld = regio()
    with pytest.raises(Teruggedraaid), als(wereld.a.leerkracht):  # noqa: PT012  # the act happens, and is then undone
        defer("pdf.maken", versie_id=uuid4(), dossier_id=uuid4(), organisatie_id=wereld.a.id)
        raise Teruggedraaid
    assert stand() == {}
