"""Does another worker take up what a killed one was doing, and is the file on which it keeps dying skipped?"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from asgiref.sync import SyncToAsync
from django.db import connection, connections
from procrastinate.contrib.django import app

from overstap.domain.importen.actions import bewaar_partij
from overstap.domain.importen.enums import Partijstand, Regelsoort
from overstap.domain.importen.queries import partij_for
from overstap.foundation.queue import WACHTRIJ, defer
from overstap.foundation.rls import als
from overstap.jobs import importen
from overstap.jobs.taak import FUNCTIES, OPNIEUW
from tests.database import Databases
from tests.jobs.test_worker import stand, werk_wachtrij_af
from tests.partij import osobestand, regels_van, zipbestand
from tests.wereld import AT, regio

FATAAL = b"<dit bestand kost de worker het leven/>"


def werk_in_ander_proces(vooraf: Callable[[], None]) -> int:
    """Be the worker in a process of its own; returns the signal by which it died, 0 when it lived.

    A process copied from one with threads now and then stands still before it did anything: that one is tried again.
    """
    for _ in range(3):
        if (uitgang := _werk_een_keer(vooraf)) != signal.SIGALRM:
            break
    return uitgang


def _werk_een_keer(vooraf: Callable[[], None]) -> int:
    connections.close_all()
    if not (kind := os.fork()):
        # The thread in which jobs ran before stayed behind with the parent; waiting for it would last for ever.
        SyncToAsync.single_thread_executor = ThreadPoolExecutor(1)
        # Long enough for a machine that is slow and stands still for a while as well.
        signal.alarm(90)
        vooraf()
        werk_wachtrij_af()
        os._exit(0)
    _, uitgang = os.waitpid(kind, 0)
    return os.WTERMSIG(uitgang) if os.WIFSIGNALED(uitgang) else 0


def sterf(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def sterf_op_fataal() -> None:
    """What a file does that makes a library crash, or asks for all the memory."""
    lees = importen.lees
    importen.lees = lambda bron, **anders: sterf() if bron.read() == FATAAL else lees(bron, **anders)


def wacht_er_nog(taken: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select from procrastinate_jobs where task_name like %s and status in ('todo', 'doing')", [taken]
        )
        return cursor.rowcount > 0


def merk_uitval_op() -> None:
    """The minute goes by in which nobody heard of the dead worker any more, and what waited has waited long enough."""
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_workers set last_heartbeat = now() - interval '1 minute'")
        cursor.execute("update procrastinate_jobs set scheduled_at = null where status = 'todo'")
    app.configure_task(name="taken.oppakken", queue=WACHTRIJ).defer(timestamp=0)


def test_a_file_on_which_the_worker_dies_is_skipped_and_the_others_go_on(eigen_database: Databases):
    wereld = regio()
    school, wie = wereld.a.gegevens, wereld.a.administratie
    leden = [("a.xml", osobestand(school, 0)), ("b.xml", FATAAL), ("c.xml", osobestand(school, 1))]
    with als(wie) as by:
        partij_id = bewaar_partij(stukken=[zipbestand(leden)], by=by, at=AT)

    gestorven = 0
    while wacht_er_nog("importen.%"):
        assert gestorven <= 3
        gestorven += werk_in_ander_proces(sterf_op_fataal) == signal.SIGKILL
        merk_uitval_op()

    with als(wie) as by:
        gevonden = partij_for(by, partij_id, AT)
    assert (gestorven, gevonden.stand, gevonden.gedaan) == (3, Partijstand.KIEZEN, 3)
    regels = {regel.kop.bestand: regel for regel in regels_van(wie, partij_id)}
    assert {naam: regel.soort for naam, regel in regels.items()} == {
        "a.xml": Regelsoort.NIEUW, "b.xml": Regelsoort.FOUT, "c.xml": Regelsoort.NIEUW,
    }  # fmt: skip
    assert "liep drie keer vast op dit bestand" in regels["b.xml"].kop.bezwaar


def test_a_job_in_which_the_worker_died_is_tried_again_and_given_up_in_the_end(eigen_database: Databases, echte_klok):
    regio()
    defer("pdf.maken", versie_id=uuid4(), dossier_id=uuid4(), organisatie_id=uuid4())

    def sterf_in_pdf() -> None:
        FUNCTIES["pdf.maken"] = sterf

    assert werk_in_ander_proces(sterf_in_pdf) == signal.SIGKILL
    assert stand()["pdf.maken", "doing 0"] == 1
    # And beside it one that asks somebody outside, who may have heard it already.
    defer("oso.ophalen", opvraging_id=uuid4(), organisatie_id=uuid4())
    with connection.cursor() as cursor:
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = (select worker_id from procrastinate_jobs"
            " where task_name = 'pdf.maken') where task_name = 'oso.ophalen'"
        )
    merk_uitval_op()
    werk_wachtrij_af()
    assert stand()["pdf.maken", "todo 1"] == 1
    assert stand()["oso.ophalen", "failed 1"] == 1

    with connection.cursor() as cursor:
        cursor.execute(
            "update procrastinate_jobs set attempts = %s, scheduled_at = null where task_name = 'pdf.maken'",
            [OPNIEUW.max_attempts],
        )
    assert werk_in_ander_proces(sterf_in_pdf) == signal.SIGKILL
    merk_uitval_op()
    werk_wachtrij_af()
    assert stand()["pdf.maken", f"failed {OPNIEUW.max_attempts + 1}"] == 1
